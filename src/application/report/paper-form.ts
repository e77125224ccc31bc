import { paperHtml } from '../../cards/paper.ts';
import { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/directory.ts';
import { sitePhones } from '../advice/phones.ts';
import { line } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { newDraft } from './draft-store.ts';
import { type Form, stepCard } from './form-cards.ts';
import { rolesInWords } from './routing.ts';

/** Where the form to print is, under the address of this server. */
const PATH = '/paper-form';

/**
 * The form as a page to print: the very cards of the form, so that the two never ask for different things. Nobody's name
 * is on it; which adult is written by hand.
 */
export function paperForm(deps: Deps): string {
  const { policy, organisation, cards } = deps;
  const [site] = organisation.sites;
  if (site === undefined) throw new Error('The organisation has no site: organisation.yaml needs one');
  const anybody: Person = {
    id: PersonId.parse('nobody'),
    name: '',
    roles: organisation.sites.map(({ id }) => ({ role: 'staff', site: id })),
  };
  const form: Form = { deps, directory: { people: [] }, person: anybody };
  // A mark, a page and an image bring their own boxes and rules.
  const draft = {
    ...newDraft(deps, anybody, site.id, 'slack'),
    submission: '',
    answers: { adult: 'unsure' as const, harms: ['mark' as const, 'filter' as const, 'images' as const] },
  };
  const head = cards.show('paper-head', {
    organisation: organisation.name,
    leads: rolesInWords(policy, policy.leads),
    independent: rolesInWords(policy, policy.independent),
    phones: organisation.sites.flatMap(({ id }) =>
      sitePhones(deps, id).map(({ who, number }) => ({ who, number })),
    ),
  });
  const steps = (['right-now', 'who', 'adult', 'what', 'what-happened'] as const).map((step) =>
    stepCard(form, draft, step, { inputs: {} }),
  );
  return paperHtml(cards.say('paper-title'), [head, ...steps, cards.show('paper-foot', {})]);
}

/** "paper form": where it is. */
export function whereIsPaper({ deps }: { readonly deps: Deps }): Answer {
  const base = deps.publicUrl();
  if (base === undefined) return line(deps, 'no-address');
  return { type: 'card', card: deps.cards.show('paper-link', { url: `${base}${PATH}` }) };
}
