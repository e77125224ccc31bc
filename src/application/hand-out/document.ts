import { z } from 'zod';
import { Instant, RecordId } from '../../domain/ids.ts';

const Line = z.strictObject({
  text: z.string(),
  /** What somebody thinks of it, kept apart from what happened. */
  opinion: z.literal(true).optional(),
});
export type Line = z.infer<typeof Line>;

const Fact = z.strictObject({ title: z.string(), text: z.string() });
export type Fact = z.infer<typeof Fact>;

export const DocumentEntry = z.strictObject({
  /** Of the case that it is from. */
  reference: z.string(),
  title: z.string(),
  /** As its writer gave it; empty when that is when it was written. */
  happened: z.string(),
  written: z.string(),
  who: z.string(),
  lines: z.array(Line),
  /** Why it is struck through, and by whom. */
  struck: z.string().optional(),
});
export type DocumentEntry = z.infer<typeof DocumentEntry>;

/**
 * What is handed out, as plain data: the pages are drawn from it and from nothing else, so that whoever has it can draw
 * them again. It knows no chat and no card.
 */
export const HandOutDocument = z.strictObject({
  format: z.literal(1),
  kind: z.enum(['case-file', 'chronology']),
  title: z.string(),
  organisation: z.string(),
  reference: z.string(),
  /** Our words on the pages, by place. */
  words: z.record(z.string(), z.string()),
  made: z.strictObject({ at: Instant, policyVersion: z.int() }),
  /** Who it is about, for whom, by whom and when it was made, under which policy. */
  facts: z.array(Fact),
  people: z.array(Fact),
  entries: z.array(DocumentEntry),
  /** Who opened it when. */
  openings: z.array(Fact),
  /** What was left out, and why. */
  left: z.array(z.string()),
  /** Which events it was made of: how many of each record, and the hash of the last in its chain. */
  records: z.array(z.strictObject({ record: RecordId, events: z.int(), chain: z.string() })),
});
export type HandOutDocument = z.infer<typeof HandOutDocument>;

/** Keys in one order, so that the same content is always the same text. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, inOrder(each)]),
  );
};

/** The text that the printed hash is of. */
export const canonical = (document: object): string => JSON.stringify(inOrder(document));
