import { line } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { linkedBy } from './linked.ts';

/** `policies`: everything that this policy is read with, and where it is. */
export function policies({ deps }: { readonly deps: Deps }): Answer {
  const { linked } = deps.policy;
  if (linked.length === 0) return line(deps, 'no-linked');
  const found = linkedBy(
    deps,
    linked.map(({ id }) => id),
  ).map(({ title, url }) => ({
    title,
    url,
    none: url === undefined ? deps.cards.say('link-none') : undefined,
  }));
  return { type: 'card', card: deps.cards.show('policies', { policies: found }) };
}
