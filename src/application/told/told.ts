import { words } from '../../cards/fill.ts';
import { mayDo } from '../../domain/access.ts';
import type { CaseCommand } from '../../domain/case/commands.ts';
import type { Informed } from '../../domain/case/state.ts';
import { type RecordId, RecordId as RecordIdSchema, refOf } from '../../domain/ids.ts';
import { personById } from '../../domain/people/directory.ts';
import { addressesOf } from '../addresses.ts';
import { type CaseRecord, readCase, runCase } from '../case/case-store.ts';
import { roleWord } from '../case/people-words.ts';
import { refusalWords } from '../case/refusal-words.ts';
import { clockTime } from '../case/status-line.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { toldLine } from './cards.ts';
import { glance } from './shown.ts';

/** Their own last answers, as far as a card takes them beside the text. */
const ANSWERS_SHOWN = 3;
const ANSWER_GLANCE = 300;
const NUMBER = /^\d{1,3}$/;

/** The text that a button stands for, if this person may read it as things are now. */
function toldIn({ press, person, directory }: Pressed, record: CaseRecord | undefined): Informed | undefined {
  const nth = press.arg ?? '';
  const found = NUMBER.test(nth) ? record?.state.informed[Number(nth)] : undefined;
  if (record === undefined || found === undefined) return undefined;
  return mayDo(person, { type: 'read-told', to: found.to }, record.state, directory) ? found : undefined;
}

/** What they were told and what they answered; nothing else of the case. */
function toldCard(pressed: Pressed, { id, state }: CaseRecord, told: Informed, shown: object = {}): Answer {
  const { deps, directory, person, press } = pressed;
  const time = clockTime(deps, told.at);
  const from = told.by === undefined ? undefined : personById(directory, told.by);
  const card = deps.cards.show('told', {
    ref: refOf(id),
    case: id,
    arg: press.arg,
    notice: undefined,
    saved: undefined,
    from:
      told.by === undefined
        ? deps.cards.say('told-from-report', { time })
        : deps.cards.say('told-from', { role: roleWord(deps, from, state.site), time }),
    text: words(told.text),
    answers: told.replies
      .filter(({ by }) => by === person.id)
      .slice(-ANSWERS_SHOWN)
      .map(({ at, text }) => ({
        title: deps.cards.say('told-yours', { time: clockTime(deps, at) }),
        text: glance(text, ANSWER_GLANCE),
      })),
    'typed-text': undefined,
    ...shown,
  });
  return { type: 'notice' in shown ? 'keep-form' : 'card', card };
}

/** Does what `command` says, if this person may read that text at the moment of the commit. */
const run = (pressed: Pressed, id: RecordId, command: (told: Informed) => CaseCommand) =>
  runCase(pressed.deps, id, (now) => {
    const told = toldIn(pressed, now);
    return told && command(told);
  });

/** The opening is written down before the first word is shown. */
async function open(pressed: Pressed, id: RecordId): Promise<Answer> {
  const { deps, person } = pressed;
  const ran = await run(pressed, id, ({ step }) => ({
    type: 'OpenRequest',
    at: deps.clock.now(),
    by: person.id,
    step,
  }));
  return ran.ok ? show(pressed, id) : nothingHere(deps);
}

async function show(pressed: Pressed, id: RecordId, shown?: object): Promise<Answer> {
  const record = await readCase(pressed.deps, id);
  const told = toldIn(pressed, record);
  return record === undefined || told === undefined
    ? nothingHere(pressed.deps)
    : toldCard(pressed, record, told, shown);
}

async function answer(pressed: Pressed, id: RecordId): Promise<Answer> {
  const { deps, person, press } = pressed;
  const text = (press.inputs.text ?? '').slice(0, 3000).trim();
  const ran = await run(pressed, id, ({ step }) => ({
    type: 'ReplyToInform',
    at: deps.clock.now(),
    by: person.id,
    ...(press.actionId !== undefined && { action: press.actionId }),
    step,
    text,
  }));
  if (ran.ok || ran.refusal.reason === 'same-again')
    return show(pressed, id, { saved: deps.cards.say('told-sent') });
  if (ran.refusal.reason === 'not-allowed') return nothingHere(deps);
  return show(pressed, id, { notice: refusalWords(deps, ran.refusal), 'typed-text': words(text) });
}

/** Every button of somebody who was told something, on what they were told. */
export async function pressTold(pressed: Pressed): Promise<Answer> {
  const { deps, person, press, view } = pressed;
  const id = RecordIdSchema.safeParse(press.record);
  if (!id.success) return nothingHere(deps);
  const record = await readCase(deps, id.data);
  const told = toldIn(pressed, record);
  if (record === undefined || told === undefined) return nothingHere(deps);
  if (!view)
    return line(deps, (await addressesOf(deps, person)).length > 0 ? 'in-your-chat' : 'open-chat-first');
  switch (press.do) {
    case 'told.open':
      return open(pressed, id.data);
    case 'told.answer':
      return answer(pressed, id.data);
    case 'told.hide': {
      const slots = {
        ref: refOf(id.data),
        case: id.data,
        arg: press.arg,
        line: toldLine(deps, told, person.id),
      };
      return { type: 'card', card: deps.cards.show('told-message', slots) };
    }
    default:
      return line(deps, 'older-button');
  }
}
