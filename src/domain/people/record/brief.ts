import type { PersonRecord } from './state.ts';

/**
 * What lists know of a person's training record: enough to work out everything that is asked of them, also as it stood on
 * an earlier day, and no certificate or word that they wrote: of a comment only that there is one. It has the shape of the record itself, so that the
 * one rule (`asksOf`) reads both.
 */
export const personBriefOf = (record: PersonRecord): PersonRecord => ({
  ...record,
  taken: Object.fromEntries(
    Object.entries(record.taken).map(([id, all]) => [
      id,
      all.map(({ certificate: _, checked, ...taken }) => ({
        ...taken,
        ...(checked && { checked: { ...checked, why: '' } }),
      })),
    ]),
  ),
  signed: Object.fromEntries(
    Object.entries(record.signed).map(([id, all]) => [
      id,
      all.map(({ comment, ...signed }) => ({ ...signed, ...(comment !== undefined && { comment: '' }) })),
    ]),
  ),
  audited: Object.fromEntries(
    Object.entries(record.audited).map(([id, all]) => [
      id,
      all.map((audited) => ({
        ...audited,
        answers: audited.answers.map((answer) => ({ ...answer, text: '', comment: '' })),
      })),
    ]),
  ),
  learned: record.learned.map(({ certificate: _, ...learned }) => ({ ...learned, what: '' })),
  applied: [],
  noted: [],
  team: {},
});
