import type { Agreement } from './agreement.ts';
import type { PolicyFile } from './pack.ts';

type Appendix = NonNullable<PolicyFile['document']>['appendices'][number];

/** The part of the written policy that holds the text of an agreement. */
export const appendixOf = (
  { document }: Pick<PolicyFile, 'document'>,
  { appendix }: Pick<Agreement, 'appendix'>,
): Appendix | undefined =>
  appendix === undefined
    ? undefined
    : document?.appendices.find(({ number, title }) => number === appendix || title === appendix);

/**
 * Why an agreement cannot be signed: the written policy has no text for it, and the organisation gives none. The one place
 * that says so, for whoever would issue it, for lists and for the linter.
 */
export function withheld(
  policy: Pick<PolicyFile, 'document'> & { readonly supplied?: readonly string[] },
  agreement: Pick<Agreement, 'id' | 'appendix'>,
): 'under-development' | 'absent' | undefined {
  const found = appendixOf(policy, agreement);
  if (found === undefined || found.status === 'supplied') return undefined;
  return policy.supplied?.includes(agreement.id) ? undefined : found.status;
}
