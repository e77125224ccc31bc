import { words } from '../../cards/fill.ts';
import { mayDo } from '../../domain/access.ts';
import type { CaseCommand } from '../../domain/case/commands.ts';
import { repliesTo, type Task } from '../../domain/case/work/tasks.ts';
import { type RecordId, RecordId as RecordIdSchema, refOf } from '../../domain/ids.ts';
import { personById } from '../../domain/people/directory.ts';
import { addressesOf } from '../addresses.ts';
import { type CaseRecord, readCase, runCase } from '../case/case-store.ts';
import { roleWord } from '../case/people-words.ts';
import { refusalWords } from '../case/refusal-words.ts';
import { clockTime } from '../case/status-line.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import { dayWords } from '../day-words.ts';
import type { Answer } from '../intent.ts';
import { glance } from '../told/shown.ts';
import { taskLine } from './cards.ts';
import { placeOf } from './commands.ts';

const LONGEST = 2000;
/** Their own last answers, as far as a card takes them beside the line. */
const ANSWERS_SHOWN = 3;
const ANSWER_GLANCE = 300;

/** The task that a button stands for, if this person was asked and may still read it. */
function taskIn({ press, person, directory }: Pressed, record: CaseRecord | undefined): Task | undefined {
  const place = placeOf(press.arg);
  const found = record?.state.tasks[place];
  if (record === undefined || found === undefined) return undefined;
  return mayDo(person, { type: 'do-task', task: place }, record.state, directory) ? found : undefined;
}

/** What they were asked, by when, and what they answered; nothing else of the case. */
function taskCard(pressed: Pressed, { id, state }: CaseRecord, task: Task, shown: object = {}): Answer {
  const { deps, directory, press } = pressed;
  const { say } = deps.cards;
  const role = roleWord(deps, personById(directory, task.by), state.site);
  const card = deps.cards.show('task', {
    ref: refOf(id),
    case: id,
    arg: press.arg,
    notice: undefined,
    saved: undefined,
    from: say('task-from', { role, time: clockTime(deps, task.at) }),
    until: say('task-until', { day: dayWords(task.due) }),
    text: words(task.text),
    answers: repliesTo(task)
      .slice(-ANSWERS_SHOWN)
      .map(({ at, text }) => ({
        title: say('told-yours', { time: clockTime(deps, at) }),
        text: glance(text || say('task-said-done'), ANSWER_GLANCE),
      })),
    open: !task.done,
    'typed-text': undefined,
    ...shown,
  });
  return { type: 'notice' in shown ? 'keep-form' : 'card', card };
}

/** Does what `command` says, if this person may still read the task at the moment of the commit. */
const run = (pressed: Pressed, id: RecordId, command: CaseCommand) =>
  runCase(pressed.deps, id, (now) => (taskIn(pressed, now) === undefined ? undefined : command));

const actOf = ({ deps, person, press }: Pressed) => ({
  at: deps.clock.now(),
  by: person.id,
  ...(press.actionId !== undefined && { action: press.actionId }),
});

async function show(pressed: Pressed, id: RecordId, shown?: object): Promise<Answer> {
  const record = await readCase(pressed.deps, id);
  const task = taskIn(pressed, record);
  return record === undefined || task === undefined
    ? nothingHere(pressed.deps)
    : taskCard(pressed, record, task, shown);
}

/** The opening is written down before the first word is shown. */
async function open(pressed: Pressed, id: RecordId): Promise<Answer> {
  const { deps, person, press } = pressed;
  const ran = await run(pressed, id, {
    type: 'OpenTask',
    at: deps.clock.now(),
    by: person.id,
    task: placeOf(press.arg),
  });
  return ran.ok ? show(pressed, id) : nothingHere(deps);
}

async function answer(pressed: Pressed, id: RecordId, done: boolean): Promise<Answer> {
  const { deps, press } = pressed;
  const text = (press.inputs.text ?? '').slice(0, LONGEST).trim();
  const ran = await run(pressed, id, {
    type: 'AnswerTask',
    ...actOf(pressed),
    task: placeOf(press.arg),
    done,
    text,
  });
  if (ran.ok || ran.refusal.reason === 'same-again')
    return show(pressed, id, { saved: deps.cards.say('told-sent') });
  if (ran.refusal.reason === 'not-allowed') return nothingHere(deps);
  const notice =
    ran.refusal.reason === 'needs-words' ? deps.cards.say('task-why') : refusalWords(deps, ran.refusal);
  return show(pressed, id, { notice, 'typed-text': words(text) });
}

/** Every button of a colleague who was asked to do something small. */
export async function pressTask(pressed: Pressed): Promise<Answer> {
  const { deps, person, press, view } = pressed;
  const id = RecordIdSchema.safeParse(press.record);
  if (!id.success) return nothingHere(deps);
  const task = taskIn(pressed, await readCase(deps, id.data));
  if (task === undefined) return nothingHere(deps);
  if (!view)
    return line(deps, (await addressesOf(deps, person)).length > 0 ? 'in-your-chat' : 'open-chat-first');
  switch (press.do) {
    case 'task.open':
      return open(pressed, id.data);
    case 'task.done':
      return answer(pressed, id.data, true);
    case 'task.cannot':
      return answer(pressed, id.data, false);
    case 'task.hide': {
      const slots = { ref: refOf(id.data), case: id.data, arg: press.arg, line: taskLine(deps, task) };
      return { type: 'card', card: deps.cards.show('task-message', slots) };
    }
    default:
      return line(deps, 'older-button');
  }
}
