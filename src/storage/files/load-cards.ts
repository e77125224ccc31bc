import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CardFiles } from '../../cards/catalog.ts';
import type { CardDocument } from '../../cards/fill.ts';

const Lines = z.record(z.string(), z.string());
const LISTS = ['phrases', 'notifications'];

const isDocument = (value: unknown): value is CardDocument =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'AdaptiveCard';

function parse(folder: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch (cause) {
    throw new Error(`${join(folder, file)} is not readable JSON: restore it from the repository`, { cause });
  }
}

/** Every document of `cards/`, read once at start. */
export function loadCards(folder: string): CardFiles {
  const documents: Record<string, CardDocument> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const name = file.replace(/\.json$/, '');
    if (LISTS.includes(name)) continue;
    const document = parse(folder, file);
    if (!isDocument(document)) throw new Error(`${join(folder, file)} is not an Adaptive Card`);
    documents[name] = document;
  }
  return {
    documents,
    phrases: Lines.parse(parse(folder, 'phrases.json')),
    notifications: Lines.parse(parse(folder, 'notifications.json')),
  };
}
