import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkBindings } from '../domain/people/bindings.ts';
import type { Directory } from '../domain/people/directory.ts';
import { error, type Finding } from '../domain/policy/finding.ts';
import type { Policy } from '../domain/policy/pack.ts';
import { withTexts } from '../domain/policy/supply.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { loadOrganisation, reviewOrganisation } from '../storage/files/load-organisation.ts';
import { loadPolicy } from '../storage/files/load-policy.ts';

interface Places {
  /** Folder with `organisation.yaml`. */
  readonly organisation: string;
  /** Folder with the packs and `library/`. */
  readonly policies: string;
}

/** The policy as its file says now, checked as at the start: with these people, under this organisation. */
async function reload(places: Places, directory: Directory): Promise<Result<Policy, readonly Finding[]>> {
  const loaded = await loadOrganisation(places.organisation, places.policies);
  if (!loaded.ok) return loaded;
  const { organisation, policyFile } = loaded.value;
  const policy = await loadPolicy(policyFile, join(places.policies, 'library'));
  if (!policy.ok) return policy;
  const findings = [
    ...(await reviewOrganisation(places.organisation, organisation, policy.value)),
    ...checkBindings(policy.value, organisation, directory).map(
      (remark): Finding => ({ ...remark, file: policyFile, line: 1 }),
    ),
  ].filter(({ severity }) => severity === 'error');
  return findings.length > 0 ? refuse(findings) : ok(withTexts(policy.value, organisation));
}

export interface Watching {
  readonly places: Places;
  readonly directory: () => Promise<Directory>;
  readonly good: (policy: Policy) => Promise<void>;
  readonly bad: (findings: readonly Finding[]) => Promise<void>;
}

/**
 * Reads the policy again when its file changes. What does not pass its checks is not run: `bad` says so, and the last
 * good one goes on. Changes that come while one is read are read once more after it.
 */
export async function watchPolicy({ places, directory, good, bad }: Watching): Promise<() => void> {
  const loaded = await loadOrganisation(places.organisation, places.policies);
  const folders = [
    join(places.policies, 'library'),
    ...(loaded.ok ? [dirname(loaded.value.policyFile)] : []),
  ];
  let wanted = 0;
  let reading = false;

  async function look(): Promise<void> {
    wanted += 1;
    if (reading) return;
    reading = true;
    for (let read = 0; read !== wanted; ) {
      read = wanted;
      const result = await reload(places, await directory()).catch(() => refuse([UNREADABLE]));
      await (result.ok ? good(result.value) : bad(result.refusal)).catch(() => undefined);
    }
    reading = false;
  }
  const watchers = [...new Set(folders)].map((folder) =>
    watch(folder, { persistent: false }, (_event, name) => {
      if (name === null || /\.ya?ml$/.test(name)) void look();
    }),
  );
  return () => {
    for (const each of watchers) each.close();
  };
}

const UNREADABLE: Finding = {
  ...error('file.unreadable', [], 'The policy could not be read', 'Look whether the file is there'),
  file: 'policies',
  line: 1,
};
