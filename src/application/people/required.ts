import type { Issue, Required } from '../../domain/people/record/asks.ts';
import type { Agreement } from '../../domain/policy/agreement.ts';
import type { Policy } from '../../domain/policy/pack.ts';
import { withheld } from '../../domain/policy/withheld.ts';
import type { Deps } from '../deps.ts';

/** Which version of it somebody signs: agreeing to the policy is agreeing to the policy's own version. */
export const versionOf = ({ version }: Pick<Policy, 'version'>, agreement: Agreement): number =>
  agreement.kind === 'policy' ? version : agreement.version;

/** The very text that somebody signs: another word in it, or another version of it, makes it another text. */
const textOf = (policy: Policy, agreement: Agreement): string => {
  const { id, name, clauses } = agreement;
  const version = versionOf(policy, agreement);
  return JSON.stringify([policy.id, id, name, version, clauses.map((clause) => [clause.id, clause.text])]);
};

/** Worked out once for each policy: hashing is cheap, and not for every press. */
const known = new WeakMap<Policy, Required>();

/** What the policy asks of people now; an agreement whose text is missing is asked of nobody. */
export function requiredOf({ policy, documents }: Pick<Deps, 'policy' | 'documents'>): Required {
  const before = known.get(policy);
  if (before !== undefined) return before;
  const issues: readonly Issue[] = policy.agreements
    .filter((agreement) => withheld(policy, agreement) === undefined)
    .map((agreement) => ({ agreement, hash: documents.hash(textOf(policy, agreement)) }));
  const { training, audits, year } = policy;
  const required = { training, audits, issues, year };
  known.set(policy, required);
  return required;
}
