import { z } from 'zod';
import { Instant, RecordId } from '../../domain/ids.ts';

/** One bar, point or cell. `value` is null where the count is too small to be shown: then only `shown` ("<5") is known. */
const Measure = z.strictObject({
  /** On the axis: a category, a month. */
  label: z.string(),
  /** Which line or colour, where there are several. */
  series: z.string().optional(),
  value: z.number().nonnegative().nullable(),
  shown: z.string(),
});
export type Measure = z.infer<typeof Measure>;

const Chart = z.strictObject({
  title: z.string(),
  /** What it says, for whoever cannot see it. */
  alt: z.string(),
  kind: z.enum(['bars', 'stacked', 'line']),
  /** What is counted: "concerns", "days late". */
  unit: z.string(),
  measures: z.array(Measure),
});
export type Chart = z.infer<typeof Chart>;

const Table = z.strictObject({
  title: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.array(z.array(z.string())),
});
export type Table = z.infer<typeof Table>;

const Section = z.strictObject({
  title: z.string(),
  lines: z.array(z.string()),
  charts: z.array(Chart),
  tables: z.array(Table),
});
export type Section = z.infer<typeof Section>;

/** What the pages say about themselves: `board-word-…` among the phrases. */
export const REPORT_WORDS = [
  'page',
  'summary',
  'contents',
  'notes',
  'hidden',
  'table',
  'skip',
  'check',
] as const;

/**
 * The report for the board as plain data, small counts already hidden: what is drawn from it, as pages or as a web page,
 * cannot show more than this. It names nobody.
 */
export const BoardReport = z.strictObject({
  format: z.literal(1),
  kind: z.literal('board-report'),
  /** That keeps it, and by which its reference is known. */
  record: RecordId,
  title: z.string(),
  organisation: z.string(),
  /** "Autumn term 2026: 1 September to 18 December 2026". */
  period: z.string(),
  /** "Drafted on 21 November 2026 under version 3 of the policy." and who released it, by role. */
  made: z.array(z.string()),
  at: Instant,
  /** The few figures that stand large on the first page: "34", "Concerns reported". */
  figures: z.array(z.strictObject({ shown: z.string(), label: z.string() })).max(4),
  /** The first page says these. */
  summary: z.array(z.string()),
  sections: z.array(Section),
  /** How small counts are hidden, and where the figures come from. */
  notes: z.array(z.string()),
  /** Our words on the pages, by place; "page" is "Page {page} of {pages}". */
  words: z.record(z.enum(REPORT_WORDS), z.string()),
});
export type BoardReport = z.infer<typeof BoardReport>;
