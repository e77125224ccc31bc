import type { CaseBrief } from '../case/brief.ts';
import { SiteId } from '../ids.ts';
import { type DeskDay, type DeskGroup, isDeskGroup, waitsFor } from './waiting.ts';

export const STATUSES = ['open', 'new', 'opened', 'owned', 'closed', 'all'] as const;
export type ListStatus = (typeof STATUSES)[number];

/** Which cases somebody looks at: it travels in buttons, as codes and never as a name. */
export interface CaseFilter {
  readonly site?: SiteId | undefined;
  readonly status: ListStatus;
  readonly mine: boolean;
  /** A procedure. */
  readonly kind?: string | undefined;
  /** Reported on this day or later. */
  readonly since?: string | undefined;
  /** Only what waits for this reason. */
  readonly waits?: DeskGroup | undefined;
  readonly page: number;
}

export const NO_FILTER: CaseFilter = { status: 'open', mine: false, page: 0 };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const KIND = /^[a-z0-9-]{1,60}$/;
const MOST_PAGES = 10_000;

const isStatus = (text: string): text is ListStatus => STATUSES.some((status) => status === text);

function dayIn(text: string): string | undefined {
  if (!DAY.test(text)) return undefined;
  // A day that no month has means nothing.
  const parts = {
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    day: Number(text.slice(8)),
  };
  const day = parts.month === 0 || parts.day === 0 ? undefined : Temporal.PlainDate.from(parts);
  return day?.toString() === text ? text : undefined;
}

type Parts = Readonly<Record<string, string>>;

/** What was chosen or carried, as far as it means something; the rest is as if it were not there. */
export function filterFrom({
  site = '',
  status = '',
  whose = '',
  kind = '',
  since = '',
  waits = '',
  page = '',
}: Parts) {
  const found: CaseFilter = {
    site: site === 'all' ? undefined : SiteId.safeParse(site).data,
    status: isStatus(status) ? status : NO_FILTER.status,
    mine: whose === 'mine',
    kind: kind !== 'all' && KIND.test(kind) ? kind : undefined,
    since: dayIn(since),
    waits: isDeskGroup(waits) ? waits : undefined,
    page: /^\d{1,4}$/.test(page) ? Math.min(Number(page), MOST_PAGES) : 0,
  };
  return found;
}

const KEYS = ['site', 'status', 'whose', 'kind', 'since', 'waits', 'page'] as const;

/** "north,owned,mine,nudes,2026-09-01,,2" */
export function filterCode({ site, status, mine, kind, since, waits, page }: CaseFilter): string {
  const parts = [site, status, mine ? 'mine' : '', kind, since, waits, page === 0 ? '' : String(page)];
  return parts.map((part) => part ?? '').join(',');
}

export function filterIn(code = ''): CaseFilter {
  const parts = code.split(',');
  return filterFrom(Object.fromEntries(KEYS.map((key, n) => [key, parts[n] ?? ''])));
}

function hasStatus({ status }: CaseBrief, wanted: ListStatus): boolean {
  if (wanted === 'all') return true;
  return wanted === 'open' ? status !== 'closed' : status === wanted;
}

/** Whether a case is one of those. `firstMoment` is when the day of `since` began. */
export function fits(
  brief: CaseBrief,
  { site, status, mine, kind, waits }: CaseFilter,
  day: DeskDay,
  firstMoment: string | undefined,
): boolean {
  return (
    hasStatus(brief, status) &&
    (site === undefined || brief.site === site) &&
    (!mine || brief.owner === day.viewer) &&
    (kind === undefined || brief.kinds.includes(kind)) &&
    (firstMoment === undefined || brief.reportedAt >= firstMoment) &&
    (waits === undefined || waitsFor(waits, brief, day) !== undefined)
  );
}
