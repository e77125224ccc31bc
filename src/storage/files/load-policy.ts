import { checkPack } from '../../domain/policy/check.ts';
import type { Finding } from '../../domain/policy/finding.ts';
import type { Library } from '../../domain/policy/library.ts';
import { lintPack } from '../../domain/policy/lint.ts';
import { mergePolicy } from '../../domain/policy/merge.ts';
import { type Policy, PolicyFile } from '../../domain/policy/pack.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { loadLibrary } from './load-library.ts';
import { parseAs } from './parse-as.ts';
import { located, readYaml, type YamlFile } from './yaml-file.ts';

interface Checked {
  readonly pack: PolicyFile;
  readonly library: Library;
  readonly yaml: YamlFile;
}

type LoadedLibrary = Awaited<ReturnType<typeof loadLibrary>>;

async function readChecked(
  file: string,
  library: LoadedLibrary,
): Promise<Result<Checked, readonly Finding[]>> {
  if (!library.ok) return library;
  const yaml = await readYaml(file);
  if (!yaml.ok) return yaml;
  const pack = parseAs(PolicyFile, yaml.value);
  if (!pack.ok) return pack;
  const findings = located(checkPack(pack.value, library.value), yaml.value);
  return findings.length > 0
    ? refuse(findings)
    : ok({ pack: pack.value, library: library.value, yaml: yaml.value });
}

/** The policy as the bot runs it, or everything that stops it. Only errors refuse. */
export async function loadPolicy(
  file: string,
  libraryFolder: string,
): Promise<Result<Policy, readonly Finding[]>> {
  return loadWith(file, await loadLibrary(libraryFolder));
}

async function loadWith(file: string, library: LoadedLibrary): Promise<Result<Policy, readonly Finding[]>> {
  const checked = await readChecked(file, library);
  return checked.ok ? ok(mergePolicy(checked.value.pack, checked.value.library)) : checked;
}

/** Several policies over one library, which takes longer to read than any of them. */
export async function loadPolicies(
  files: readonly string[],
  libraryFolder: string,
): Promise<readonly Result<Policy, readonly Finding[]>[]> {
  const library = await loadLibrary(libraryFolder);
  return Promise.all(files.map((file) => loadWith(file, library)));
}

/**
 * Everything there is to say about a policy file on this day, in the order of its lines; `supplied`: agreements whose text
 * the organisation gives.
 */
export async function reviewPolicy(
  file: string,
  libraryFolder: string,
  today: Temporal.PlainDate,
  supplied: readonly string[] = [],
): Promise<readonly Finding[]> {
  const checked = await readChecked(file, await loadLibrary(libraryFolder));
  const findings = checked.ok
    ? located(lintPack(checked.value.pack, checked.value.library, today, supplied), checked.value.yaml)
    : checked.refusal;
  return findings.toSorted((a, b) => a.line - b.line);
}
