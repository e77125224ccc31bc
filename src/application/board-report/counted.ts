import { barred, mayWork } from '../../domain/access.ts';
import { CaseBrief } from '../../domain/case/brief.ts';
import { openSteps } from '../../domain/case/state.ts';
import { type Instant, isDrill, type SiteId } from '../../domain/ids.ts';
import { type Directory, holders, type Person } from '../../domain/people/directory.ts';
import type { Role } from '../../domain/policy/facts.ts';
import type { Counted } from '../../domain/reports/figures.ts';
import type { Period } from '../../domain/reports/period.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import { type CaseRecord, eventsOf, readCase } from '../case/case-store.ts';
import type { Deps } from '../deps.ts';

export interface Counting {
  readonly deps: Deps;
  readonly directory: Directory;
  /** Whoever releases it: only what they may see is counted. */
  readonly by: Person;
  readonly to: readonly Role[];
  readonly sites: readonly SiteId[];
  readonly period: Period;
}

const minutesBetween = (from: Instant, to: Instant | undefined): number | undefined =>
  to === undefined ? undefined : Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

function counted(deps: Deps, record: CaseRecord): Counted {
  const { state } = record;
  const events = eventsOf(record);
  const first = (type: 'RecordOpened' | 'CaseTaken'): Instant | undefined =>
    events.find((event) => event.type === type)?.at;
  const kinds = state.plan.procedures.map(({ id }) => id);
  const isClosed = state.progress.status === 'closed';
  const must = isClosed ? [] : openSteps(state).filter(({ step }) => step.modality === 'must');
  return {
    month: dayOf(state.reportedAt, deps.organisation.timezone).toString().slice(0, 7),
    categories: deps.policy.taxonomy.categories
      .filter(({ procedures }) => procedures.some((id) => kinds.includes(id)))
      .map(({ id }) => id),
    urgency: state.plan.urgency,
    isClosed,
    openedAfter: minutesBetween(state.reportedAt, first('RecordOpened')),
    takenAfter: minutesBetween(state.reportedAt, first('CaseTaken')),
    closedAfter:
      state.progress.status === 'closed' ? minutesBetween(state.reportedAt, state.progress.at) : undefined,
    openMust: must.length,
    lateMust: must.filter(({ step }) => state.late.includes(step.id)).length,
  };
}

/**
 * Whether a case is counted: a worry about a child that whoever releases the report may work on, and of which nobody who
 * gets the report must learn nothing. Conflict first, also for a number.
 */
function belongs({ deps, directory, by, to, sites, period }: Counting, brief: CaseBrief): boolean {
  const day = dayOf(brief.reportedAt, deps.organisation.timezone).toString();
  if (day < period.from || day > period.until || brief.drill || brief.about !== 'child') return false;
  if (!mayWork(by, brief, directory)) return false;
  const out = barred(brief, directory);
  return !sites.some((site) => holders(directory, site, to).some(({ id }) => out.has(id)));
}

/** Every concern of a period as a report counts it. */
export async function countCases(counting: Counting): Promise<readonly Counted[]> {
  const { deps, sites } = counting;
  const found: Counted[] = [];
  for (const site of sites) {
    let cursor: string | undefined;
    do {
      const page = await deps.store.byToken(deps.keyring.token('site', site), cursor);
      for (const { id, brief } of page.items) {
        const parsed = CaseBrief.safeParse(brief);
        if (isDrill(id) || !parsed.success || !belongs(counting, parsed.data)) continue;
        const record = await readCase(deps, id, true);
        if (record !== undefined) found.push(counted(deps, record));
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }
  return found;
}
