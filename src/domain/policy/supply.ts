import type { Organisation } from '../organisation.ts';
import type { Agreement } from './agreement.ts';
import { error, type Remark } from './finding.ts';
import type { Policy } from './pack.ts';
import { withheld } from './withheld.ts';

/** Why, of a clause that stands in no written policy. */
const OWN = 'organisation.yaml: the text is your organisation’s own';

type Texts = Pick<Organisation, 'agreements'>;

/** The policy with the texts that the organisation gives where its written policy has none. */
export function withTexts(policy: Policy, { agreements: texts = {} }: Texts): Policy {
  const given = (agreement: Agreement): Agreement => {
    const text = texts[agreement.id];
    if (text === undefined) return agreement;
    const clauses = text.clauses.map((clause) => ({ ...clause, source: OWN }));
    return { ...agreement, version: text.version, clauses };
  };
  return { ...policy, agreements: policy.agreements.map(given), supplied: Object.keys(texts) };
}

const twice = (ids: readonly string[]): readonly string[] => ids.filter((id, n) => ids.indexOf(id) < n);

/** Texts for agreements that there are, that lack one, and numbers of children of sites that there are. */
export function checkTexts(
  policy: Policy,
  { agreements: texts = {}, children = {}, sites }: Pick<Organisation, 'agreements' | 'children' | 'sites'>,
): readonly Remark[] {
  const wrong = Object.entries(texts).flatMap(([id, { clauses }]): readonly Remark[] => {
    const at = ['agreements', id];
    const agreement = policy.agreements.find((each) => each.id === id);
    if (agreement === undefined)
      return [
        error(
          'agreement.missing',
          at,
          `The policy has no agreement "${id}"`,
          `Use one of: ${policy.agreements.map((each) => each.id).join(', ')}`,
        ),
      ];
    if (withheld({ ...policy, supplied: [] }, agreement) === undefined)
      return [
        error('agreement.has-text', at, `The policy has the text of "${id}" itself`, 'Take it away here'),
      ];
    return twice(clauses.map((clause) => clause.id)).map((each) =>
      error('id.twice', at, `"${each}" is used twice`, 'Give one of them another id'),
    );
  });
  const nowhere = Object.keys(children)
    .filter((id) => !sites.some((site) => site.id === id))
    .map((id) =>
      error(
        'site.missing',
        ['children', id],
        `There is no site "${id}"`,
        `Use one of: ${sites.map((site) => site.id).join(', ')}`,
      ),
    );
  return [...wrong, ...nowhere];
}
