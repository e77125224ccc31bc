import type { Chart, Table } from '../../application/board-report/document.ts';

/** What a chart draws, as a table: what counts and where, with a column a series. */
export function tableOf({ title, unit, measures }: Chart): Table {
  const labels = [...new Set(measures.map(({ label }) => label))];
  const series = [...new Set(measures.map((measure) => measure.series ?? ''))];
  const isOne = series.length === 1;
  return {
    title,
    columns: ['', ...series.map((name) => (isOne ? unit : name))],
    rows: labels.map((label) => [
      label,
      ...series.map(
        (name) => measures.find((each) => each.label === label && (each.series ?? '') === name)?.shown ?? '–',
      ),
    ]),
  };
}

/** "402", "<5", "91 %": a day in words is longer. */
const isFigure = (text: string): boolean => /^<?\d/u.test(text) && text.length <= 9;
const isWord = (text: string): boolean => !/\d/u.test(text) && text.length <= 12;

/** Whether a column holds figures, or words in place of one: these stand under each other at the right. */
export function isNumeric({ rows }: Table, column: number): boolean {
  const cells = rows.map((row) => row[column] ?? '');
  return column > 0 && cells.some(isFigure) && cells.every((cell) => isFigure(cell) || isWord(cell));
}

/** Whether a chart has a mark that stands for a hidden count. */
export const isHiding = ({ measures }: Chart): boolean => measures.some(({ value }) => value === null);
