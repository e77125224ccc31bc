import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const FILE = 'tests/fixtures/schemas/adaptive-card-1.5.json';
// Written for a draft that ajv does not know; `id` was its name for what is now `$id`.
const { id: _, ...schema } = JSON.parse(readFileSync(FILE, 'utf8'));
const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const fits = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });

/** Where the official schema of Adaptive Cards 1.5 refuses a card; `msteams` is Teams' own and no part of it. */
export function schemaFindings(card: object): readonly string[] {
  const { msteams: _msteams, ...rest } = { msteams: undefined, ...card };
  if (fits(rest)) return [];
  return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
