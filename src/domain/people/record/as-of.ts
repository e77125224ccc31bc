import type { PersonRecord } from './state.ts';

const upTo = <Value extends { readonly on: string }>(
  all: Readonly<Record<string, readonly Value[]>>,
  day: string,
): Record<string, Value[]> =>
  Object.fromEntries(Object.entries(all).map(([id, each]) => [id, each.filter(({ on }) => on <= day)]));

/** A record as it stood at the end of a day: what was done since is taken out again, so that a trend needs no snapshots. */
export const recordAsOf = (record: PersonRecord, day: string): PersonRecord => ({
  ...record,
  taken: upTo(record.taken, day),
  signed: upTo(record.signed, day),
  audited: upTo(record.audited, day),
  notMine: Object.fromEntries(Object.entries(record.notMine).filter(([, { at }]) => at.slice(0, 10) <= day)),
  launched: Object.fromEntries(Object.entries(record.launched).filter(([, on]) => on <= day)),
});
