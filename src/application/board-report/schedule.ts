import type { Directory } from '../../domain/people/directory.ts';
import { reportDue } from '../../domain/reports/period.ts';
import { addDays } from '../../domain/reviews/cycle.ts';
import { dutiesOf } from '../../domain/reviews/duties.ts';
import type { Deps } from '../deps.ts';
import { dueOf, readCalendar } from '../duties/calendar.ts';
import { readPerson } from '../people/store.ts';
import { begin, reportsNow, writerAt } from './ask.ts';
import { sitesOfWriter } from './who.ts';

/** A report is drafted this long before the meeting that it is for. */
const BEFORE_MEETING_DAYS = 7;
/** What was asked for lately is not asked for again, whatever became of it. */
const LATELY_DAYS = 28;

/** Whether a meeting that wants a report is near; one whose day has gone by wants none any more. */
async function meetingNear(deps: Deps, today: string): Promise<boolean> {
  const duties = dutiesOf(deps.policy).filter(({ report }) => report === true);
  if (duties.length === 0) return false;
  const { entries = [] } = (await readCalendar(deps)).calendar;
  return duties.some((duty) =>
    entries.some((entry) => {
      const due = entry.duty === duty.id ? dueOf(duty, entry) : undefined;
      return due !== undefined && due >= today && due <= addDays(today, BEFORE_MEETING_DAYS);
    }),
  );
}

/** Each morning: the bot drafts a report whose time has come, once for each writer, and asks them to release it. */
export async function lookAtReports(deps: Deps, directory: Directory, today: string): Promise<void> {
  const { board } = deps.policy;
  const every = board?.every ?? board?.otherwise;
  if (board === undefined || every === undefined) return;
  const isNear = await meetingNear(deps, today);
  const writers = new Map(
    deps.organisation.sites.flatMap(({ id }) => {
      const writer = writerAt(deps, directory, id);
      return writer === undefined ? [] : [[writer.id, writer] as const];
    }),
  );
  for (const writer of writers.values()) {
    const { reports, period, until } = await reportsNow(deps, sitesOfWriter(deps, writer));
    const isRecent = reports.some(({ state }) => state.asked.at.slice(0, 10) > addDays(today, -LATELY_DAYS));
    if (period === undefined || isRecent) continue;
    const since = until ?? addDays(period.from, -1);
    // The day after: on the last day of a month that month is not over yet.
    // Of months before Signpost there is nothing to report, unless somebody asks.
    const { began } = (await readPerson(deps, writer)).record;
    const isDue = reportDue(since, every) < today && period.until >= began;
    if (isNear || isDue) await begin(deps, writer);
  }
}
