import type { Instant, PersonId } from '../../domain/ids.ts';
import { type Directory, type Person, personById } from '../../domain/people/directory.ts';
import type { Ask } from '../../domain/people/record/asks.ts';
import { type Changed, launch, nudge, take } from '../../domain/people/record/change.ts';
import type { PersonRecord } from '../../domain/people/record/state.ts';
import { refuse } from '../../domain/result.ts';
import type { Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import { changePerson, todayOf } from '../people/store.ts';
import type { RecordSnapshot } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { writeRecord } from '../write-record.ts';
import type { Act, StaffRound } from './bodies.ts';

const AT_ONCE = 50;

/** Written first, then done as due work: nothing of it is lost, and each record takes it once. */
export async function begin(
  { deps, person, press }: Pick<Pressed, 'deps' | 'person' | 'press'>,
  act: Act,
  people: readonly PersonId[],
): Promise<void> {
  if (people.length === 0) return;
  const id = deps.keyring.recordId(`staff-round|${person.id}|${press.actionId ?? deps.ids.random()}`);
  const at = deps.clock.now();
  const body: StaffRound = { kind: 'staff-round', act, by: person.id, at, people: [...people], done: 0 };
  // A conflict means that it was pressed twice.
  await writeRecord(deps, id, 0, body, [{ lane: 'bulk', at }]);
  deps.kick();
}

function change(
  deps: Deps,
  { act, by, at }: StaffRound,
  record: PersonRecord,
  asks: readonly Ask[],
): Changed {
  const doing = { by, at, today: todayOf(deps) };
  if (act.type === 'nudge') return nudge(record, asks, doing);
  if (act.type === 'launch') return launch(record, act.audit, doing);
  const ask = asks.find((each) => each.key === `training:${act.training}`);
  if (ask?.kind !== 'training') return refuse('nothing-new');
  return take(record, ask, { on: act.on, topics: act.topics }, doing);
}

/** The next few people; the wake-up comes back until it is done with everybody. */
export async function wakeStaffRound(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again?: Instant }> {
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'staff-round') return {};
  const people = body.people
    .slice(body.done, body.done + AT_ONCE)
    .map((id): Person | undefined => personById(directory, id));
  for (const person of people)
    if (person !== undefined)
      await changePerson(deps, person, (record, asks) => change(deps, body, record, asks));
  const done = body.done + people.length;
  const { id, version } = snapshot.head;
  const isOver = done >= body.people.length;
  const wakes = isOver ? [] : [{ lane: 'bulk', at: deps.clock.now() } as const];
  await writeRecord(deps, id, version, { ...body, done }, wakes);
  return {};
}
