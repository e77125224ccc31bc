import type { Instant, RecordId } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { nextWorkingMorning } from '../../domain/time/working-time.ts';
import { lookAtReports } from '../board-report/schedule.ts';
import { planDigests } from '../compliance/digest.ts';
import type { Deps } from '../deps.ts';
import { planMornings } from '../desk/morning.ts';
import { startRoll } from '../people/roll.ts';
import type { RecordSnapshot } from '../ports.ts';
import type { RecordBody } from '../records.ts';
import { writeRecord } from '../write-record.ts';
import { lookAtDuties, readCalendar } from './calendar.ts';
import { today } from './cards.ts';

type Calendar = Extract<RecordBody, { kind: 'calendar' }>;

const write = (deps: Deps, id: RecordId, version: number, body: Calendar, isNew = false) =>
  writeRecord(deps, id, version, body, isNew ? [{ lane: 'bulk', at: deps.clock.now() }] : []);

/** Each working morning: which duty is due, and who has something on their desk. One row in the bulk lane, for ever. */
export async function wakeCalendar(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ again: Instant }> {
  const now = deps.clock.now();
  const { calendar } = await readCalendar(deps);
  // On the very first day there is nothing to look back on.
  if (calendar.lookedOn !== undefined && calendar.lookedOn !== today(deps))
    await planMornings(deps, directory, today(deps));
  await planDigests(deps);
  await lookAtReports(deps, directory, today(deps));
  const body = { ...(await lookAtDuties(deps, directory, calendar, today(deps))), lookedOn: today(deps) };
  await write(deps, snapshot.head.id, snapshot.head.version, body);
  return { again: nextWorkingMorning(now, deps.calendar) };
}

/** The calendar exists from the first start on; and everybody has a record of what is asked of them. */
export async function startCalendar(deps: Deps): Promise<void> {
  const { id, isNew, calendar } = await readCalendar(deps);
  if (isNew) await write(deps, id, 0, calendar, true);
  await startRoll(deps);
}
