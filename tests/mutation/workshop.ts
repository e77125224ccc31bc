import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseDocument } from 'yaml';
import { loadOrganisationFolder } from '../../src/compose/organisation.ts';
import { PolicyFile } from '../../src/domain/policy/pack.ts';
import { readYaml } from '../../src/storage/files/yaml-file.ts';
import type { Change } from './change.ts';

/** A copy of the packs in which one pack can be changed, beside the shared files, as the bot and the tests load it. */
export async function workshop(pack: string) {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-mutation-'));
  const policies = join(folder, 'policies');
  cpSync('policies', policies, { recursive: true });
  const file = join(policies, `${pack}.yaml`);
  const original = readFileSync(file, 'utf8');
  const yaml = await readYaml(file);
  if (!yaml.ok)
    throw new Error(`policies/${pack}.yaml cannot be read as YAML: run "signpost policy check" on it`);
  // Several spellings of one folder: what is loaded is kept by the name of its folder, and the file changes.
  const turn = { n: 0 };
  process.env.OBLIGATIONS_POLICIES = policies;

  return {
    /** The policy as the bot would run it, or why the loader stops it. */
    async load(): Promise<{ readonly policy: string } | { readonly refused: string }> {
      try {
        const { policy } = await loadOrganisationFolder(`tests/obligations/${pack}/organisation`, policies);
        return { policy: JSON.stringify(policy) };
      } catch (cause) {
        return {
          refused: cause instanceof Error ? (cause.message.split('\n')[1] ?? cause.message) : String(cause),
        };
      }
    },
    pack: PolicyFile.parse(yaml.value.data),
    lineOf: yaml.value.lineOf,
    /** Writes the pack with these changes, or as it is. */
    write(change?: Change): void {
      const document = parseDocument(original);
      if (change !== undefined && 'to' in change) document.setIn(change.at, document.createNode(change.to));
      else if (change !== undefined) document.deleteIn(change.at);
      writeFileSync(file, document.toString());
      turn.n += 1;
      mkdirSync(join(folder, `turn-${turn.n}`));
      process.env.OBLIGATIONS_POLICIES = `${folder}/turn-${turn.n}/../policies`;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type Workshop = Awaited<ReturnType<typeof workshop>>;

/** Packs that have tests. */
export const packsWithTests = (): readonly string[] =>
  readdirSync('tests/obligations', { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name)
    .toSorted();
