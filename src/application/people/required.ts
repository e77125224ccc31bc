import type { Issue, Required } from '../../domain/people/record/asks.ts';
import type { Agreement } from '../../domain/policy/agreement.ts';
import type { Policy } from '../../domain/policy/pack.ts';
import type { Deps } from '../deps.ts';

/** The very text that somebody signs: another word in it makes it another text. */
const textOf = (policy: Pick<Policy, 'id'>, { id, name, version, clauses }: Agreement): string =>
  JSON.stringify([policy.id, id, name, version, clauses.map((clause) => [clause.id, clause.text])]);

/** Why an agreement cannot be signed: the written policy has no text for it yet. */
export function withheld({ document }: Pick<Policy, 'document'>, { appendix }: Agreement) {
  if (appendix === undefined) return undefined;
  const found = document?.appendices.find(({ number, title }) => number === appendix || title === appendix);
  return found === undefined || found.status === 'supplied' ? undefined : found.status;
}

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
