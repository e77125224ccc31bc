import type { Json } from '../../application/ports.ts';
import type { RecordId } from '../../domain/ids.ts';
import { parseJson } from './envelopes.ts';
import { openText } from './seal.ts';

export const broken = (record: RecordId, what: string): Error =>
  new Error(
    `Record ${record}: ${what} does not match its seal. It was changed outside Signpost or is damaged: keep a copy of the data, then restore the last backup.`,
  );

export function openJson(key: Buffer, sealed: string, record: RecordId, bound: string, what: string): Json {
  const text = openText(key, sealed, bound);
  const json = text === undefined ? undefined : parseJson(text);
  if (json === undefined) throw broken(record, what);
  return json;
}
