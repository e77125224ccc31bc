import type { PersonRecord } from './state.ts';

/**
 * What lists know of a person's training record: enough to work out everything that is asked of them, also as it stood on
 * an earlier day, and no certificate, comment or word that they wrote. It has the shape of the record itself, so that the
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
    Object.entries(record.signed).map(([id, all]) => [id, all.map(({ comment: _, ...signed }) => signed)]),
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
  applied: [],
  team: {},
});
