import type { Shown } from '../../domain/reports/small-counts.ts';
import type { Deps } from '../deps.ts';
import type { Measure, Section } from './document.ts';
import { missingTexts, type PeopleRow } from './people-figures.ts';
import { chartOf, shownWords, tableOf } from './words.ts';

/** So many are certain where the rest is fewer than five. */
const HIDDEN = 4;

/** Of a number that everybody knows: "56 or more" of 60 where fewer than five are left. */
function doneWords({ cards: { say } }: Deps, done: Shown, asked: number): string {
  return done.as === 'withheld' ? say('board-or-more', { n: asked - HIDDEN }) : shownWords(say, done);
}

/** So many have certainly done it, from nothing but what is shown. */
const sure = ({ done, asked }: PeopleRow): number =>
  done.as === 'exact' ? done.value : done.as === 'few' ? 0 : Math.max(0, asked - HIDDEN);

const percent = (part: number, of: number): number => Math.floor((part * 100) / of);

/** The least share that is certain, in whole percent; null: too few to say. */
const shareOf = (row: PeopleRow): number | null =>
  row.done.as === 'few' || row.asked === 0 ? null : percent(sure(row), row.asked);

/** How much of everything that is asked of people is done, at least; undefined: nothing is asked. */
export function shareOfAll(rows: readonly PeopleRow[]): number | undefined {
  const sum = (of: (row: PeopleRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const asked = sum((row) => row.asked);
  return asked === 0 ? undefined : percent(sum(sure), asked);
}

function measure({ cards: { say } }: Deps, row: PeopleRow): Measure {
  const share = shareOf(row);
  const shown = share === null ? say('board-few') : say('board-percent', { n: share });
  return { label: row.name, value: share, shown };
}

function section(deps: Deps, title: string, rows: readonly PeopleRow[], lines: readonly string[]): Section {
  const { say } = deps.cards;
  const columns = ['what', 'asked', 'done', 'late'].map((name) => say(`board-column-${name}`));
  const cells = rows.map(({ name, asked, done, late }) => [
    name,
    String(asked),
    doneWords(deps, done, asked),
    shownWords(say, late),
  ]);
  const none = rows.length === 0 && lines.length === 0 ? [say('board-no-people')] : [];
  const head = { title: say('board-chart-training'), kind: 'bars', unit: say('board-unit-percent') } as const;
  return {
    title,
    lines: [...lines, ...none],
    charts:
      rows.length > 0
        ? [
            chartOf(
              say,
              head,
              rows.map((row) => measure(deps, row)),
            ),
          ]
        : [],
    tables: rows.length > 0 ? [tableOf(title, columns, cells)] : [],
  };
}

/** Training, and what people sign and answer. */
export function peopleSections(deps: Deps, rows: readonly PeopleRow[]): readonly Section[] {
  const { say } = deps.cards;
  const missing = missingTexts(deps).map((name) => say('board-missing', { name }));
  return [
    section(
      deps,
      say('board-training'),
      rows.filter(({ kind }) => kind === 'training'),
      [],
    ),
    section(
      deps,
      say('board-agreements'),
      rows.filter(({ kind }) => kind !== 'training'),
      missing,
    ),
  ];
}
