import { z } from 'zod';
import { type SlotData, words } from '../../cards/fill.ts';
import type { ChildCommand, ChildRefusal } from '../../domain/child/decide.ts';
import type { ChildState } from '../../domain/child/state.ts';
import { nextStepOf, TRANSFER_DAYS, waitOf } from '../../domain/child/transfer.ts';
import { ChildId, RecordId, refOf } from '../../domain/ids.ts';
import { addWorkingDays, dayOf, spoken } from '../../domain/time/working-time.ts';
import { noteAttempt } from '../attempts.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { childEventsOf, readChild, runChild } from './child-store.ts';
import { leadsChild } from './register.ts';

const Step = z.enum(['leaving', 'school', 'sent', 'receipt', 'received', 'elsewhere']);
type Step = z.infer<typeof Step>;
/** Those that ask for a day, and those that ask a second question. */
const WITH_DAY: readonly Step[] = ['leaving', 'receipt', 'received'];
const WITH_SECOND: readonly Step[] = ['school', 'sent', 'received', 'elsewhere'];
const LONGEST = { first: 300, second: 1000 } as const;

interface Shown {
  readonly notice?: string;
  readonly saved?: string;
}

/** How far it is: a line for each step that was taken. */
function linesOf(deps: Deps, { transfer, received, elsewhere }: ChildState): readonly SlotData[] {
  const said = (name: string, ...parts: readonly string[]): SlotData => ({
    title: deps.cards.say(`transfer-line-${name}`),
    text: words(parts.filter((part) => part !== '').join(', ')),
  });
  return [
    ...received.map(({ from, on, what }) => said('received', from, on, what)),
    ...elsewhere.map(({ where, what }) => said('elsewhere', where, what)),
    ...(transfer === undefined ? [] : [said('leaving', transfer.on, transfer.school)]),
    ...(transfer?.confirmed === undefined ? [] : [said('school', transfer.confirmed.who)]),
    ...(transfer?.sent === undefined
      ? []
      : [said('sent', transfer.sent.to, transfer.sent.how, transfer.sent.hash)]),
    ...(transfer?.receipt === undefined ? [] : [said('receipt', transfer.receipt.who, transfer.receipt.on)]),
  ];
}

function show(deps: Deps, id: ChildId, state: ChildState, shown: Shown): Answer {
  const record = RecordId.parse(id);
  const step = nextStepOf(state);
  const wait = waitOf(state, deps.calendar);
  const time = wait && spoken(wait.due, deps.clock.now(), deps.organisation.timezone);
  return {
    type: 'card',
    card: deps.cards.show('child-transfer', {
      notice: shown.notice,
      saved: shown.saved,
      ref: refOf(record),
      record,
      name: words(state.entry.name),
      lines: linesOf(deps, state),
      next: deps.cards.say(`transfer-next-${step ?? 'done'}`),
      due: time && deps.cards.say('transfer-due', { time }),
      step: step && deps.cards.say(`transfer-step-${step}`),
      stepArg: step ?? '',
    }),
  };
}

function form({ deps, press }: Pressed, id: ChildId, step: Step, notice?: string): Answer {
  const { say } = deps.cards;
  const { inputs } = press;
  const record = RecordId.parse(id);
  const card = deps.cards.show('form-transfer', {
    notice,
    ref: refOf(record),
    record,
    step,
    title: say(`transfer-step-${step}`),
    text: say(`transfer-text-${step}`),
    day: WITH_DAY.includes(step) ? say(`transfer-day-${step}`) : undefined,
    first: say(`transfer-first-${step}`),
    second: WITH_SECOND.includes(step) ? say(`transfer-second-${step}`) : undefined,
    'typed-on': inputs.on ?? dayOf(deps.clock.now(), deps.organisation.timezone).toString(),
    'typed-first': words(inputs.first ?? ''),
    'typed-second': words(inputs.second ?? ''),
  });
  return notice === undefined ? { type: 'card', card } : { type: 'keep-form', card };
}

/** The command that this form means; undefined where something was left out. `hash`: of the file that was made last. */
function commandOf({ deps, person, press }: Pressed, step: Step, hash: string): ChildCommand | undefined {
  const { inputs, actionId } = press;
  const at = deps.clock.now();
  const act = { at, by: person.id, ...(actionId !== undefined && { action: actionId }) };
  const first = (inputs.first ?? '').slice(0, LONGEST.first).trim();
  const second = (inputs.second ?? '').slice(0, LONGEST.second).trim();
  const on = z.iso.date().safeParse(inputs.on).data ?? '';
  if (first === '' || (WITH_SECOND.includes(step) && second === '') || (WITH_DAY.includes(step) && on === ''))
    return undefined;
  switch (step) {
    case 'leaving':
      return { type: 'RecordLeaving', ...act, on, school: first };
    case 'school':
      return { type: 'ConfirmSchool', ...act, who: first, how: second };
    case 'sent': {
      const due = addWorkingDays(at, TRANSFER_DAYS, deps.calendar);
      return { type: 'SendFile', ...act, to: first, how: second, hash, due };
    }
    case 'receipt':
      return { type: 'RecordReceipt', ...act, who: first, on };
    case 'received':
      return { type: 'RecordFile', ...act, from: first, on, what: second };
    case 'elsewhere':
      return { type: 'PointElsewhere', ...act, where: first, what: second };
  }
}

const refused = (deps: Deps, { reason }: ChildRefusal | { readonly reason: 'not-allowed' }): string =>
  deps.cards.say(`refused-${reason === 'not-allowed' ? 'needs-words' : reason}`);

async function save(pressed: Pressed, id: ChildId, step: Step): Promise<Answer> {
  const { deps, person } = pressed;
  const child = await readChild(deps, id, true);
  const made = child && childEventsOf(child).findLast((event) => event.type === 'StoryHandedOut');
  // What was sent is known by its hash: a file that Signpost did not make has none.
  if (step === 'sent' && made === undefined)
    return form(pressed, id, step, deps.cards.say('refused-no-file'));
  const command = commandOf(pressed, step, made?.type === 'StoryHandedOut' ? made.hash : '');
  if (command === undefined) return form(pressed, id, step, deps.cards.say('refused-needs-words'));
  const ran = await runChild(deps, id, (state) =>
    state !== undefined && leadsChild(deps, person, state) ? command : undefined,
  );
  if (ran.ok) return show(deps, id, ran.value, { saved: deps.cards.say('saved') });
  const now = await readChild(deps, id);
  if (now === undefined) return nothingHere(deps);
  return ran.refusal.reason === 'same-again'
    ? show(deps, id, now.state, { saved: deps.cards.say('saved') })
    : show(deps, id, now.state, { notice: refused(deps, ran.refusal) });
}

/** Passing a child's file on: for the leads of the child's site. That somebody looked is written down first. */
export async function pressTransfer(pressed: Pressed): Promise<Answer> {
  const { deps, person, press, view } = pressed;
  const id = ChildId.safeParse(press.record);
  if (!id.success) return nothingHere(deps);
  if (!view) return line(deps, 'ask-in-chat');
  const child = await readChild(deps, id.data);
  if (child === undefined || !leadsChild(deps, person, child.state)) {
    await noteAttempt(deps, RecordId.parse(id.data), person);
    return nothingHere(deps);
  }
  const step = Step.safeParse(press.arg);
  switch (press.do) {
    case 'transfer.open': {
      const at = deps.clock.now();
      const ran = await runChild(deps, id.data, () => ({ type: 'OpenEntry', at, by: person.id }));
      return ran.ok ? show(deps, id.data, ran.value, {}) : nothingHere(deps);
    }
    case 'transfer.form':
      return step.success ? form(pressed, id.data, step.data) : nothingHere(deps);
    case 'transfer.save':
      return step.success ? save(pressed, id.data, step.data) : nothingHere(deps);
    default:
      return nothingHere(deps);
  }
}
