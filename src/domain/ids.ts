import { z } from 'zod';

/** A person in the directory, as written in `people.csv` ("p-iris"). Never a platform's id. */
export const PersonId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** A school or centre of the organisation ("main"). */
export const SiteId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .brand<'SiteId'>();
export type SiteId = z.infer<typeof SiteId>;

/** Opaque reference of one stored record: Crockford base32 of a keyed hash, 26 characters (130 bits). */
export const RecordId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{26}$/)
  .brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;

/** A child of the register: the id of their own record. */
export const ChildId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{26}$/)
  .brand<'ChildId'>();
export type ChildId = z.infer<typeof ChildId>;

/** A step of a case: the procedure's id and the step's own ("nudes.tell-parents"). */
export const StepId = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)?$/)
  .brand<'StepId'>();
export type StepId = z.infer<typeof StepId>;

/** A moment in UTC, ISO 8601 with milliseconds ("2026-11-21T14:05:00.000Z"): sorts as text. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** What people read out to each other: eight characters of the record's id ("K7Q4-MD2X"). */
export function refOf(record: RecordId): string {
  if (isDrill(record)) return `DRILL-${record.slice(DRILL.length, DRILL.length + 4)}`.toUpperCase();
  return `${record.slice(0, 4)}-${record.slice(4, 8)}`.toUpperCase();
}

/** The id of a drill begins so, and with it its reference, wherever it is read: no real one does (1 in 10^12). */
const DRILL = 'dr111111';
export const isDrill = (record: RecordId): boolean => record.startsWith(DRILL);
export const drillIdOf = (record: RecordId): RecordId =>
  RecordId.parse(`${DRILL}${record.slice(DRILL.length)}`);

/** Names the `type` and nothing more: an error message is a log line, and a disclosure must not end up in one. */
export function assertNever(value: never, what: string): never {
  const tagged: { readonly type?: unknown; readonly status?: unknown } = Object(value);
  throw new Error(`Unhandled ${what}: ${String(tagged.type ?? tagged.status)}`);
}
