import type { RecordId } from '../../domain/ids.ts';
import { type Directory, type Person, rolesAt } from '../../domain/people/directory.ts';
import { type Figures, figuresOf } from '../../domain/reports/figures.ts';
import { monthsOf } from '../../domain/reports/period.ts';
import { listOf, shortOf } from '../case/people-words.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import { todayOf } from '../people/store.ts';
import { concernsSection, mustLine, timeLines, totalLine } from './concerns.ts';
import { countCases } from './counted.ts';
import { BoardReport, REPORT_WORDS } from './document.ts';
import { type PeopleRow, peopleRows } from './people-figures.ts';
import { peopleSections, shareOfAll } from './people-section.ts';
import { lateLine, type ReviewRow, reviewRows, reviewSections } from './reviews-section.ts';
import type { ReportState } from './state.ts';
import { lengthShort, shownWords } from './words.ts';

/** "Every 4 months was set by …" where the policy only says "regularly". */
function intervalLine({ cards: { say }, policy, organisation }: Deps): readonly string[] {
  const { every, otherwise } = policy.board ?? {};
  if (every !== null || otherwise === undefined) return [];
  const { months } = Temporal.Duration.from(otherwise);
  const length = months === 1 ? say('duty-month') : say('duty-months', { n: months });
  return [say('board-interval', { every: length, organisation: organisation.name })];
}

const NOTES = ['few', 'people', 'adults', 'seen', 'whole'] as const;

export function periodWords(
  { cards: { say }, organisation }: Deps,
  { sites, period }: Pick<ReportState, 'sites' | 'period'>,
): string {
  const days = { from: dayWords(period.from), until: dayWords(period.until) };
  if (sites.length === organisation.sites.length) return say('board-period', days);
  const names = organisation.sites.filter(({ id }) => sites.includes(id)).map(({ name }) => name);
  return say('board-period-sites', { ...days, sites: listOf(names) });
}

/** Which of the roles that release reports somebody has. */
export function releaserRole(
  { policy }: Deps,
  person: Person,
  { sites }: Pick<ReportState, 'sites'>,
): string {
  const held = sites.flatMap((site) => rolesAt(person, site));
  const role = policy.board?.by.find((each) => held.includes(each)) ?? 'dsl';
  return shortOf(policy, role);
}

/** What a report is made of: counts whose small ones are hidden already, and how reviews stand. */
export interface Material {
  readonly figures: Figures;
  readonly people: readonly PeopleRow[];
  readonly reviews: readonly ReviewRow[];
}

/** The report in words, from nothing but its material. */
export function composeReport(
  deps: Deps,
  by: Person,
  id: RecordId,
  state: Pick<ReportState, 'sites' | 'period'>,
  { figures, people, reviews }: Material,
): BoardReport {
  const { cards, organisation, policy } = deps;
  const { say } = cards;
  const total = figures.total ?? { as: 'withheld' };
  const share = shareOfAll(people);
  return BoardReport.parse({
    format: 1,
    kind: 'board-report',
    record: id,
    title: say('board-title', { board: policy.lexicon.board }),
    organisation: organisation.name,
    period: periodWords(deps, state),
    made: [
      say('board-drafted', { date: dayWords(todayOf(deps)), version: policy.version }),
      say('board-by', { role: releaserRole(deps, by, state) }),
      ...intervalLine(deps),
    ],
    at: deps.clock.now(),
    figures: [
      { shown: shownWords(say, total), label: say('board-figure-total') },
      ...(figures.toOpen
        ? [{ shown: lengthShort(say, figures.toOpen.half), label: say('board-figure-open') }]
        : []),
      { shown: shownWords(say, figures.lateMust), label: say('board-figure-late') },
      ...(share === undefined
        ? []
        : [{ shown: say('board-percent', { n: share }), label: say('board-figure-training') }]),
    ],
    summary: [
      totalLine(deps, figures),
      ...timeLines(deps, figures),
      mustLine(deps, figures),
      ...(share === undefined ? [] : [say('board-share', { n: share })]),
      lateLine(deps, reviews),
    ],
    sections: [
      concernsSection(deps, figures),
      ...peopleSections(deps, people),
      ...reviewSections(deps, reviews),
    ],
    notes: NOTES.map((name) => say(`board-note-${name}`)),
    words: Object.fromEntries(REPORT_WORDS.map((word) => [word, say(`board-word-${word}`)])),
  });
}

/** The whole report of a period, under what this person may see; small counts are hidden before a word is written. */
export async function draftReport(
  deps: Deps,
  directory: Directory,
  by: Person,
  id: RecordId,
  state: ReportState,
): Promise<BoardReport> {
  const { sites, period, to } = state;
  const counted = await countCases({ deps, directory, by, to, sites, period });
  const categories = deps.policy.taxonomy.categories.map((category) => category.id);
  return composeReport(deps, by, id, state, {
    figures: figuresOf(counted, { categories, months: monthsOf(period) }),
    people: await peopleRows(deps, directory, sites),
    reviews: await reviewRows(deps, sites),
  });
}
