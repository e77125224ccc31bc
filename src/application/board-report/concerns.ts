import {
  type Figures,
  NO_CATEGORY,
  type Rows,
  SEVERAL_CATEGORIES,
  type Times,
} from '../../domain/reports/figures.ts';
import type { Deps } from '../deps.ts';
import type { Chart, Section, Table } from './document.ts';
import { chartOf, lengthWords, measureOf, monthWords, shownWords, tableOf } from './words.ts';

/** What a row is called: a category of the policy, a month, or one of our own. */
function labelOf(
  { cards, policy }: Deps,
  what: 'category' | 'month' | 'urgency' | 'standing',
  id: string,
): string {
  if (what === 'month') return monthWords(id);
  if (what !== 'category') return cards.say(`board-${what}-${id}`);
  if (id === NO_CATEGORY || id === SEVERAL_CATEGORIES) return cards.say(`board-category-${id}`);
  return policy.taxonomy.categories.find((category) => category.id === id)?.name ?? id;
}

type What = Parameters<typeof labelOf>[1];

function chart(deps: Deps, what: What, rows: Rows): readonly Chart[] {
  if (rows === undefined) return [];
  const { say } = deps.cards;
  const measures = rows.map(({ id, shown }) => measureOf(say, labelOf(deps, what, id), shown));
  return [chartOf(say, { title: say(`board-by-${what}`), kind: 'bars', unit: say('board-unit') }, measures)];
}

function table(deps: Deps, what: What, rows: Rows): readonly Table[] {
  if (rows === undefined) return [];
  const { say } = deps.cards;
  const cells = rows.map(({ id, shown }) => [labelOf(deps, what, id), shownWords(say, shown)]);
  return [tableOf(say(`board-by-${what}`), [say('board-column-what'), say('board-column-count')], cells)];
}

/** "34 concerns about children were reported." */
export function totalLine({ cards: { say } }: Deps, { total }: Figures): string {
  if (total === undefined || total.as === 'withheld') return say('board-total-withheld');
  return total.as === 'few' ? say('board-total-few') : say('board-total', { n: total.value });
}

const timeLine = ({ cards: { say } }: Deps, name: string, times: Times): readonly string[] =>
  times === undefined
    ? []
    : [say(`board-${name}-line`, { half: lengthWords(say, times.half), most: lengthWords(say, times.most) })];

export function timeLines(deps: Deps, { toOpen, toTake, toClose }: Figures): readonly string[] {
  const lines = [
    ...timeLine(deps, 'open', toOpen),
    ...timeLine(deps, 'take', toTake),
    ...timeLine(deps, 'close', toClose),
  ];
  return lines.length > 0 ? lines : [deps.cards.say('board-times-few')];
}

export const mustLine = ({ cards: { say } }: Deps, { openMust, lateMust }: Figures): string =>
  say('board-must-line', { n: shownWords(say, openMust), late: shownWords(say, lateMust) });

/** Concerns by kind and by month, how soon they mattered, and how long it took. */
export function concernsSection(deps: Deps, figures: Figures): Section {
  const { say } = deps.cards;
  const { byCategory, byMonth, byUrgency, byStanding } = figures;
  const leftOut = [byCategory, byMonth, byUrgency, byStanding].some((rows) => rows === undefined);
  return {
    title: say('board-concerns'),
    lines: [
      totalLine(deps, figures),
      ...timeLines(deps, figures),
      mustLine(deps, figures),
      ...(leftOut ? [say('board-left-out')] : []),
    ],
    charts: [...chart(deps, 'category', byCategory), ...chart(deps, 'month', byMonth)],
    tables: [...table(deps, 'urgency', byUrgency), ...table(deps, 'standing', byStanding)],
  };
}
