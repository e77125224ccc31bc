import { join } from 'node:path';
import type { Organisation } from '../domain/organisation.ts';
import { checkBindings } from '../domain/people/bindings.ts';
import type { Directory } from '../domain/people/directory.ts';
import type { Finding } from '../domain/policy/finding.ts';
import type { Policy } from '../domain/policy/pack.ts';
import type { Result } from '../domain/result.ts';
import { loadOrganisation, reviewOrganisation } from '../storage/files/load-organisation.ts';
import { loadPeople } from '../storage/files/load-people.ts';
import { loadPolicy } from '../storage/files/load-policy.ts';

export const told = (findings: readonly Finding[]): string =>
  findings.map(({ file, line, message, cure }) => `- ${file}:${line}: ${message}. ${cure}.`).join('\n');

function orStop<Value>(result: Result<Value, readonly Finding[]>): Value {
  if (result.ok) return result.value;
  throw new Error(`Signpost cannot start until these are put right:\n${told(result.refusal)}`);
}

interface LoadedFolder {
  readonly organisation: Organisation;
  readonly policy: Policy;
  readonly directory: Directory;
  /** What does not stop the start and should be known: a role nobody holds, a number that is missing. */
  readonly warnings: readonly string[];
}

/** The organisation, its policy and its people, or one error that says everything there is to put right. */
export async function loadOrganisationFolder(folder: string, policies: string): Promise<LoadedFolder> {
  const { organisation, policyFile } = orStop(await loadOrganisation(folder, policies));
  const policy = orStop(await loadPolicy(policyFile, join(policies, 'library')));
  const findings = await reviewOrganisation(folder, organisation, policy);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) orStop({ ok: false, refusal: errors });
  const directory = orStop(await loadPeople(folder, organisation, policy));
  const roles = checkBindings(policy, organisation, directory).filter(
    ({ severity }) => severity === 'warning',
  );
  const numbers = findings.filter(({ severity }) => severity === 'warning');
  const warnings = [...roles, ...numbers].map(({ message, cure }) => `${message}. ${cure}.`);
  return { organisation, policy, directory, warnings };
}
