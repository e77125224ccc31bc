import { z } from 'zod';
import type { Instant, RecordId } from '../../domain/ids.ts';
import { RecordId as RecordIdSchema } from '../../domain/ids.ts';
import { type Directory, type Person, personById } from '../../domain/people/directory.ts';
import { dueDay, trainingsOf } from '../../domain/people/training.ts';
import type { Policy } from '../../domain/policy/pack.ts';
import { addWorkingDays, atWork, dayOf, nextWorkingMorning } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { nothingHere, type Pressed } from '../case/work-case.ts';
import { deliverCards, sentFor } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { planMornings } from '../desk/morning.ts';
import type { Answer } from '../intent.ts';
import type { RecordSnapshot } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { writeRecord } from '../write-record.ts';
import { lookAtDuties, readCalendar } from './calendar.ts';

type Cycle = Extract<RecordBody, { kind: 'training' }>;

const REMEMBERED = 20;

const cycleOf = (deps: Deps, person: string, training: string): RecordId =>
  deps.keyring.recordId(`training|${person}|${training}`);

const write = (
  deps: Deps,
  id: RecordId,
  version: number,
  body: Extract<RecordBody, { kind: 'training' | 'calendar' }>,
  ...wakes: readonly Instant[]
) =>
  writeRecord(
    deps,
    id,
    version,
    body,
    wakes.map((at) => ({ lane: 'bulk', at })),
  );

/** Opens the cycle of one person and one training when it is due; a cycle that is open already is left alone. */
async function lookAt(
  deps: Deps,
  person: Person,
  training: Policy['training'][number],
  today: string,
): Promise<void> {
  const id = cycleOf(deps, person.id, training.id);
  const known = await deps.store.read(id);
  const body = known === undefined ? undefined : RecordBody.parse(known.head.body);
  const before = body?.kind === 'training' ? body : undefined;
  const due = dueDay(training, person, before?.doneOn, today);
  // Never done and never trained is due anew each day: it is the same cycle.
  const isOpen = before !== undefined && before.standing !== 'done' && before.doneOn === undefined;
  if (due === undefined || before?.due === due || (isOpen && person.trained === undefined)) return;
  const cycle: Cycle = {
    kind: 'training',
    person: person.id,
    training: training.id,
    due,
    standing: 'due',
    applied: [],
  };
  await write(deps, id, known?.head.version ?? 0, cycle, deps.clock.now());
}

/** Each working morning: whose refresher is due, and which duty. One row in the bulk lane, for ever. */
export async function wakeCalendar(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again: Instant }> {
  const now = deps.clock.now();
  const today = dayOf(now, deps.organisation.timezone).toString();
  for (const person of directory.people)
    for (const training of trainingsOf(deps.policy, person)) await lookAt(deps, person, training, today);
  const { calendar } = await readCalendar(deps);
  // On the very first day there is nothing to look back on.
  if (calendar.lookedOn !== undefined && calendar.lookedOn !== today)
    await planMornings(deps, directory, today);
  const body = { ...(await lookAtDuties(deps, directory, calendar, today)), lookedOn: today };
  await write(deps, snapshot.head.id, snapshot.head.version, body);
  return { again: nextWorkingMorning(now, deps.calendar) };
}

/** The calendar exists from the first start on. */
export async function startCalendar(deps: Deps): Promise<void> {
  const { id, isNew, calendar } = await readCalendar(deps);
  if (isNew) await write(deps, id, 0, calendar, deps.clock.now());
}

const trainingOf = (deps: Deps, { training }: Cycle) =>
  deps.policy.training.find(({ id }) => id === training);

function nudgeSlots(deps: Deps, id: RecordId, cycle: Cycle) {
  const training = trainingOf(deps, cycle);
  const today = dayOf(deps.clock.now(), deps.organisation.timezone).toString();
  const date = Temporal.PlainDate.from(cycle.due).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return {
    duty: id,
    text: deps.cards.say(cycle.due < today ? 'training-late' : 'training-due', {
      name: training?.name ?? '',
      date,
      minutes: training?.minutes ?? 0,
    }),
    why: training?.source ?? '',
    standing: cycle.standing === 'due' ? undefined : deps.cards.say(`training-${cycle.standing}`),
    open: cycle.standing !== 'done',
  };
}

/** Sends the nudge, or brings it up to date; one card a cycle. */
export async function wakeTraining(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again?: Instant }> {
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'training') return {};
  const person = personById(directory, body.person);
  if (person === undefined) return {};
  const { id } = snapshot.head;
  const slots = nudgeSlots(deps, id, body);
  const round = body.remindAt !== undefined && body.remindAt <= deps.clock.now() ? `|${body.remindAt}` : '';
  const addresses = await addressesOf(deps, person);
  // On Teams nobody can be written to before they have met the bot: they may have by tomorrow.
  if (addresses.length === 0) return { again: nextWorkingMorning(deps.clock.now(), deps.calendar) };
  const show = {
    notBefore: atWork(deps.clock.now(), deps.calendar),
    shows: `${body.standing}|${slots.text}`,
    message: () => ({
      card: deps.cards.show('training-message', slots),
      notification: deps.cards.notify('training'),
      silent: false,
    }),
  };
  const wanted = addresses
    .slice(0, 1)
    .map((to) => ({ for: `training:${body.due}${round}:${to.platform}`, to, ...show }));
  // Earlier cards of this cycle say the same, so that none is left with a button to press in vain.
  const earlier = sentFor(snapshot.deliveries)
    .filter(
      (sent) => sent.for.startsWith(`training:${body.due}`) && !wanted.some((card) => card.for === sent.for),
    )
    .map((sent) => ({ for: sent.for, to: sent.card.address, ...show }));
  const cards = [...wanted, ...earlier];
  const { again } = await deliverCards(deps, id, snapshot.deliveries, cards);
  return again === undefined ? {} : { again };
}

/** "I have done it", "I am booked", "Remind me next week". */
export async function pressTraining({ deps, person, press }: Pressed): Promise<Answer> {
  const id = RecordIdSchema.safeParse(press.record);
  const snapshot = id.success ? await deps.store.read(id.data) : undefined;
  const body = snapshot === undefined ? undefined : RecordBody.parse(snapshot.head.body);
  if (snapshot === undefined || body?.kind !== 'training' || body.person !== person.id)
    return nothingHere(deps);
  const slots = (cycle: Cycle) => nudgeSlots(deps, snapshot.head.id, cycle);
  const show = (cycle: Cycle): Answer => ({
    type: 'card',
    card: deps.cards.show('training-message', slots(cycle)),
  });
  if (press.actionId !== undefined && body.applied.includes(press.actionId)) return show(body);
  const now = deps.clock.now();
  const applied = [...body.applied, press.actionId ?? ''].slice(-REMEMBERED);
  const next = answered(deps, press, { ...body, applied }, now);
  if (next === undefined) {
    const notice = { standing: deps.cards.say('training-date') };
    return { type: 'keep-form', card: deps.cards.show('training-message', { ...slots(body), ...notice }) };
  }
  // Somebody pressed twice at once: the other press is as good as this one.
  await write(
    deps,
    snapshot.head.id,
    snapshot.head.version,
    next,
    now,
    ...(next.remindAt === undefined ? [] : [next.remindAt]),
  );
  deps.kick();
  return show(next);
}

function answered(deps: Deps, press: Pressed['press'], cycle: Cycle, now: Instant): Cycle | undefined {
  const today = dayOf(now, deps.organisation.timezone).toString();
  const date = z.iso.date().safeParse(press.inputs.date ?? today);
  const { remindAt: _, ...rest } = cycle;
  switch (press.do) {
    case 'training.done':
      return date.success && date.data <= today
        ? { ...rest, standing: 'done', doneOn: date.data }
        : undefined;
    case 'training.booked':
      return { ...cycle, standing: 'booked', remindAt: addWorkingDays(now, 10, deps.calendar) };
    case 'training.later':
      return { ...cycle, remindAt: addWorkingDays(now, 5, deps.calendar) };
    default:
      return undefined;
  }
}
