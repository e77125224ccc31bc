import type { SiteId } from '../../domain/ids.ts';
import { type Directory, holders, type Person } from '../../domain/people/directory.ts';
import { nextPeriod, type Period } from '../../domain/reports/period.ts';
import type { Deps } from '../deps.ts';
import { todayOf } from '../people/store.ts';
import type { ReportState } from './state.ts';
import { type HeldReport, reportsOf, saveReport } from './store.ts';
import { sitesOfReader, sitesOfWriter } from './who.ts';

/** The day up to which these sites are reported: no day is in two reports. */
const reportedUntil = (reports: readonly HeldReport[]): string | undefined =>
  reports
    .filter(({ state }) => state.progress.standing === 'released')
    .map(({ state }) => state.period.until)
    .sort()
    .at(-1);

export const isOpen = ({ state: { progress } }: HeldReport): boolean =>
  progress.standing === 'asked' || progress.standing === 'drafted';

/** How reports of some sites stand: what there is, what is being worked on, and what the next one would cover. */
export interface ReportsNow {
  readonly reports: readonly HeldReport[];
  readonly open: HeldReport | undefined;
  readonly period: Period | undefined;
  /** The last day that a released report covers. */
  readonly until: string | undefined;
}

export async function reportsNow(deps: Deps, sites: readonly SiteId[]): Promise<ReportsNow> {
  const reports = sites.length === 0 ? [] : await reportsOf(deps, sites);
  const until = reportedUntil(reports);
  return {
    reports,
    open: reports.find(isOpen),
    period: nextPeriod(until, todayOf(deps), deps.policy.year),
    until,
  };
}

/** The first who releases reports for a site, in the policy's order of roles. */
export function writerAt({ policy }: Deps, directory: Directory, site: SiteId): Person | undefined {
  const roles = policy.board?.by ?? [];
  return roles.flatMap((role) => holders(directory, site, [role]))[0];
}

/** Asks for the next report of everything that its writer answers for. */
export async function begin(deps: Deps, writer: Person, by?: Person): Promise<'asked' | 'nothing-new'> {
  const sites = sitesOfWriter(deps, writer);
  const { open, period, reports } = await reportsNow(deps, sites);
  const { to } = deps.policy.board ?? {};
  if (to === undefined || open !== undefined || period === undefined) return 'nothing-new';
  const at = deps.clock.now();
  // Of one period there may be several drafts, one after another; two presses at once make one.
  const name = ['board', sites.join(','), period.from, period.until, reports.length].join('|');
  const state: ReportState = {
    sites: [...sites],
    period,
    asked: { at, ...(by && { by: by.id }) },
    writer: writer.id,
    to: [...to],
    progress: { standing: 'asked' },
    openings: [],
    events: 0,
  };
  await saveReport(deps, deps.keyring.recordId(name), 0, state, { type: 'ReportAsked', ...state.asked });
  deps.kick();
  return 'asked';
}

/** Somebody who writes reports, or gets them, asks for one: it is always the writer who releases it. */
export async function askForReport(
  deps: Deps,
  directory: Directory,
  person: Person,
): Promise<'asked' | 'nothing-new' | 'nobody'> {
  if (sitesOfWriter(deps, person).length > 0) return begin(deps, person, person);
  const [site] = sitesOfReader(deps, person);
  const writer = site && writerAt(deps, directory, site);
  return writer === undefined ? 'nobody' : begin(deps, writer, person);
}
