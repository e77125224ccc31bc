import type { SlotData } from '../../cards/fill.ts';
import type { Issue } from '../../domain/people/record/asks.ts';
import type { Agreement } from '../../domain/policy/agreement.ts';
import { appendixOf, withheld } from '../../domain/policy/withheld.ts';
import { cited, labelOf, listOf } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';
import { requiredOf, versionOf } from '../people/required.ts';

/** As much as is read on a phone in one go, and well within what a card and a Slack modal hold. */
const PAGE = { clauses: 14, characters: 2400 } as const;

/** "3F9A-12BC": enough of the hash to compare two pieces of paper by. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();

export const issueOf = (deps: Deps, id: string): Issue | undefined =>
  requiredOf(deps).issues.find(({ agreement }) => agreement.id === id);

/** Clauses in pages; always at least one page. */
export function pagesOf({ clauses }: Agreement): readonly (readonly Agreement['clauses'][number][])[] {
  const pages: Agreement['clauses'][number][][] = [[]];
  let characters = 0;
  for (const clause of clauses) {
    const page = pages.at(-1);
    characters += clause.text.length;
    if (
      page === undefined ||
      page.length === 0 ||
      (page.length < PAGE.clauses && characters <= PAGE.characters)
    )
      page?.push(clause);
    else {
      pages.push([clause]);
      characters = clause.text.length;
    }
  }
  return pages;
}

/** Where the whole of it is: nobody signs for a policy that they cannot find. */
function wholeSlots({ organisation, cards }: Deps, { id, kind }: Agreement): SlotData {
  const url = organisation.links?.[id];
  return { url, where: url === undefined && kind === 'policy' ? cards.say('agree-where') : undefined };
}

/** What stands on every page: the text itself, which version of it, and why if that was asked for. */
export function textSlots(deps: Deps, { agreement, hash }: Issue, at: number, isWhy: boolean): SlotData {
  const pages = pagesOf(agreement);
  const page = pages[at] ?? [];
  return {
    name: agreement.name,
    version: deps.cards.say('agree-version', {
      version: versionOf(deps.policy, agreement),
      hash: shortHash(hash),
    }),
    pages: pages.length > 1 ? deps.cards.say('agree-page', { n: at + 1, of: pages.length }) : undefined,
    clauses: page.map(({ text, source }) => ({ text, why: isWhy ? cited(deps, source) : undefined })),
    why: isWhy ? agreement.source : undefined,
    ...wholeSlots(deps, agreement),
    asks: !isWhy,
  };
}

const rolesAsked = ({ policy, cards }: Deps, { for: whose, roles, signatures = [] }: Agreement): string => {
  if (whose === 'visitors') return cards.say('agree-of-visitors');
  if (whose === 'children')
    return listOf(signatures.map((who) => cards.say(`agree-of-${who}`, { child: policy.lexicon.child })));
  return listOf(roles.map((role) => labelOf(policy, role)));
};

/** Why nobody is asked to sign it, and who would be; undefined: it can be signed. */
export function refusalOf(deps: Deps, agreement: Agreement): string | undefined {
  const why = withheld(deps.policy, agreement);
  if (why === undefined) return undefined;
  const found = appendixOf(deps.policy, agreement);
  const part =
    found?.number === undefined
      ? deps.cards.say('agree-part', { title: found?.title ?? agreement.name })
      : deps.cards.say('agree-appendix', { number: found.number });
  return deps.cards.say(`agree-withheld-${why}`, {
    name: agreement.name,
    part,
    roles: rolesAsked(deps, agreement),
  });
}
