import { words } from '../../cards/fill.ts';
import { RecordId, refOf } from '../../domain/ids.ts';
import { endersOf, mayAnswer } from '../../domain/request/access.ts';
import type { RequestCommand } from '../../domain/request/commands.ts';
import type { RequestState } from '../../domain/request/state.ts';
import { addressesOf } from '../addresses.ts';
import { nameOf } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { lackingFor, lackingSlots } from '../registers/needs.ts';
import { askedSlots } from './cards.ts';
import { type RequestRecord, readRequest, runRequest } from './store.ts';
import { answerSlots, filledSlots, standingLine } from './words.ts';

const LONGEST = 1000;

/** What was asked for, by whom, and what is to be answered. */
async function askedCard(
  { deps, directory, press }: Pressed,
  record: RequestRecord,
  notice?: string,
): Promise<Answer> {
  const { id, state } = record;
  const status = state.progress.status;
  const site = deps.organisation.sites.find((each) => each.id === state.site)?.name ?? '';
  const card = deps.cards.show('asked', {
    ref: refOf(id),
    record: id,
    notice,
    title: state.form.title,
    who: words(`${nameOf(deps, directory, state.asker)}, ${clockTime(deps, state.askedAt)}`),
    site: deps.organisation.sites.length > 1 ? site : undefined,
    filled: filledSlots(state),
    lacking: lackingSlots(await lackingFor(deps, directory, state)),
    why: state.form.why,
    approves: status === 'waiting' && state.form.answer === 'approve',
    does: status === 'waiting' && state.form.answer === 'do',
    reasonLabel: deps.cards.say(`ask-reason-${state.form.reason}`),
    over: status === 'over',
    standing: status === 'waiting' ? undefined : standingLine(deps, state, directory),
    ...answerSlots(deps, state, directory),
    'typed-reason': words((press.inputs.reason ?? '').slice(0, LONGEST)),
    'typed-done': words((press.inputs.done ?? '').slice(0, LONGEST)),
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

const VERBS = {
  'asked.approve': 'Approve',
  'asked.decline': 'Decline',
  'asked.done': 'Finish',
  'asked.not-ours': 'Decline',
} as const;
const isAnswer = (verb: string): verb is keyof typeof VERBS => verb in VERBS;

function commandOf({ deps, person, press }: Pressed, isLacking: boolean): RequestCommand | undefined {
  const act = { at: deps.clock.now(), by: person.id };
  const { do: verb, inputs } = press;
  if (isAnswer(verb)) {
    const text = (inputs.reason ?? inputs.done ?? '').slice(0, LONGEST).trim();
    return { type: VERBS[verb], ...act, words: text, isLacking };
  }
  if (verb === 'asked.ended') return { type: 'End', ...act };
  return verb === 'asked.open' ? { type: 'Read', ...act } : undefined;
}

/** Every button of whoever is asked. Nobody else learns that there is anything. */
export async function pressAnswer(pressed: Pressed): Promise<Answer> {
  const { deps, directory, person, press, view } = pressed;
  const id = RecordId.safeParse(press.record);
  const found = id.success ? await readRequest(deps, id.data) : undefined;
  const allowed = (state: RequestState | undefined): boolean =>
    state !== undefined &&
    (mayAnswer(person, state, directory) ||
      (state.progress.status === 'over' && endersOf(state, directory).some(({ id }) => id === person.id)));
  if (found === undefined || !allowed(found.state)) return nothingHere(deps);
  if (!view)
    return line(deps, (await addressesOf(deps, person)).length > 0 ? 'in-your-chat' : 'open-chat-first');
  if (press.do === 'asked.hide')
    return { type: 'card', card: deps.cards.show('asked-message', askedSlots(deps, found)) };
  const isLacking = (await lackingFor(deps, directory, found.state)).length > 0;
  const command = commandOf(pressed, isLacking);
  if (command === undefined) return line(deps, 'older-button');
  // An opening is written down before anything is shown.
  const ran = await runRequest(deps, found.id, (state) => (allowed(state) ? command : undefined));
  const after = await readRequest(deps, found.id);
  if (after === undefined || !allowed(after.state)) return nothingHere(deps);
  if (ran.ok) return askedCard(pressed, after);
  const { reason } = ran.refusal;
  const isOpen = reason === 'needs-words' || reason === 'lacking';
  const shown = await askedCard(
    pressed,
    after,
    deps.cards.say(`refused-${isOpen ? reason : 'already-done'}`),
  );
  // How things stand now is another card, not the form with a line on it.
  return shown.type === 'keep-form' && !isOpen ? { ...shown, type: 'card' } : shown;
}
