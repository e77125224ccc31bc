import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Organisation } from '../domain/organisation.ts';
import { checkBindings } from '../domain/people/bindings.ts';
import type { Directory, Person } from '../domain/people/directory.ts';
import { directoryOn } from '../domain/people/here.ts';
import { seedOf } from '../domain/people/plan-import.ts';
import type { Finding } from '../domain/policy/finding.ts';
import type { Policy } from '../domain/policy/pack.ts';
import { withTexts } from '../domain/policy/supply.ts';
import type { Result } from '../domain/result.ts';
import { loadOrganisation, reviewOrganisation } from '../storage/files/load-organisation.ts';
import { loadPeople, type PeopleAsked } from '../storage/files/load-people.ts';
import { loadPolicy } from '../storage/files/load-policy.ts';

export const told = (findings: readonly Finding[]): string =>
  findings.map(({ file, line, message, cure }) => `- ${file}:${line}: ${message}. ${cure}.`).join('\n');

function orStop<Value>(result: Result<Value, readonly Finding[]>): Value {
  if (result.ok) return result.value;
  throw new Error(`Signpost cannot start until these are put right:\n${told(result.refusal)}`);
}

interface LoadedFiles {
  readonly organisation: Organisation;
  readonly policy: Policy;
  readonly warnings: readonly string[];
}

interface LoadedPeople {
  /** Everybody in people.csv, whoever left by the date in their line included. */
  readonly listed: readonly Person[];
  /** As an empty store would hold it. */
  readonly directory: Directory;
  readonly warnings: readonly string[];
}

const asLine = ({ message, cure }: Pick<Finding, 'message' | 'cure'>): string => `${message}. ${cure}.`;

/** The organisation and its policy, or one error that says everything there is to put right. */
export async function loadOrganisationFiles(folder: string, policies: string): Promise<LoadedFiles> {
  const { organisation, policyFile } = orStop(await loadOrganisation(folder, policies));
  const loaded = orStop(await loadPolicy(policyFile, join(policies, 'library')));
  const policy = withTexts(loaded, organisation);
  const findings = await reviewOrganisation(folder, organisation, policy);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) orStop({ ok: false, refusal: errors });
  return {
    organisation,
    policy,
    warnings: findings.filter(({ severity }) => severity === 'warning').map(asLine),
  };
}

const MOST_LINES = 10;

/** What is so on many lines is said once. */
function byLines(warnings: readonly Finding[]): readonly string[] {
  return [...Map.groupBy(warnings, asLine)].map(([text, found]) => {
    const lines = found.slice(0, MOST_LINES).map(({ line }) => line);
    const more = found.length - lines.length;
    return `people.csv:${lines.join(', ')}${more > 0 ? ` and ${more} more` : ''}: ${text}`;
  });
}

/** Its people; who has no id in people.csv is who the store knows them as. */
export async function loadOrganisationPeople(folder: string, asked: PeopleAsked): Promise<LoadedPeople> {
  const { listed, warnings } = orStop(await loadPeople(folder, asked));
  const directory = seedOf(listed, asked.today);
  const roles = checkBindings(asked.policy, asked.organisation, directoryOn(directory, asked.today)).filter(
    ({ severity }) => severity === 'warning',
  );
  return { listed, directory, warnings: [...roles.map(asLine), ...byLines(warnings)] };
}

/** Without a store, whose key makes ids that nobody can guess. */
const idFor = (email: string, n: number): string =>
  `p-${createHash('sha256').update(`${email}|${n}`).digest('hex').slice(0, 12)}`;

/** The organisation, its policy and its people, for whoever has no store yet. */
export async function loadOrganisationFolder(
  folder: string,
  policies: string,
): Promise<LoadedFiles & LoadedPeople> {
  const files = await loadOrganisationFiles(folder, policies);
  const { organisation, policy } = files;
  const today = Temporal.Now.plainDateISO(organisation.timezone).toString();
  const people = await loadOrganisationPeople(folder, { organisation, policy, today, idFor });
  return { ...files, ...people, warnings: [...people.warnings, ...files.warnings] };
}
