import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../src/domain/policy/finding.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import type { Result } from '../../src/domain/result.ts';
import { loadPolicy } from '../../src/storage/files/load-policy.ts';

export const LIBRARY = 'policies/library';
export const STARTER = 'policies/starter.yaml';
export const BALFOUR = 'policies/balfour-junior.yaml';
export const BEAUCLERC = 'policies/beauclerc-chennestone.yaml';

export async function packAt(file: string): Promise<Policy> {
  const loaded = await loadPolicy(file, LIBRARY);
  if (!loaded.ok) throw new Error(loaded.refusal.map(({ code, line }) => `${code} ${line}`).join('; '));
  return loaded.value;
}

/** A pack with one small edit: the first `from` becomes `to`. The line is that of the edit, or where `mark` first stands. */
export async function edited(
  file: string,
  from: string,
  to: string,
  mark?: string,
): Promise<{ readonly copy: string; readonly line: number }> {
  const text = await readFile(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not have: ${from}`);
  const at = text.indexOf(from);
  const changed = text.slice(0, at) + to + text.slice(at + from.length);
  const copy = join(await mkdtemp(join(tmpdir(), 'pack-')), 'edited.yaml');
  await writeFile(copy, changed);
  const where = mark === undefined ? at : changed.indexOf(mark);
  return { copy, line: changed.slice(0, where).split('\n').length };
}

export const errorsOf = (result: Result<unknown, readonly Finding[]>): readonly string[] =>
  result.ok ? [] : result.refusal.map(({ code, line }) => `${code} ${line}`);
