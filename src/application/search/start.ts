import { type SlotData, words } from '../../cards/fill.ts';
import { type RecordId, SiteId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/directory.ts';
import type { Facts } from '../../domain/policy/facts.ts';
import { chooseGuards } from '../../domain/policy/procedure.ts';
import { cited, sentence } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';
import type { Answer, Press } from '../intent.ts';
import { caseIdOf } from '../report/draft-store.ts';
import type { Form } from '../report/form-cards.ts';
import { rolesInWords } from '../report/routing.ts';
import { leadInWords } from './cards.ts';
import { type Asked, beginSearch, SEARCH, sitesToSearch } from './report.ts';

/** The step of the library that says what holds for a colleague's own device. */
const NOT_ADULT = 'not-adult';

/** What these facts add to what always holds. */
function besides({ policy }: Deps, facts: Facts): { readonly dos: SlotData[]; readonly nevers: SlotData[] } {
  const always = new Set(chooseGuards(policy, {}).map(({ id }) => id));
  const guards = chooseGuards(policy, facts).filter(({ id }) => !always.has(id));
  const lines = (kind: 'do' | 'never') =>
    guards.filter((guard) => guard.kind === kind).map(({ text }) => ({ text }));
  return { dos: lines('do'), nevers: lines('never') };
}

/** Who may, and what to do instead. That somebody asked is written down nowhere. */
function refused(deps: Deps): Answer {
  const { policy } = deps;
  const { search } = policy;
  const card = deps.cards.show('spot-refused', {
    may:
      search === undefined
        ? deps.cards.say('spot-may-nobody')
        : deps.cards.say('spot-may', { roles: sentence(rolesInWords(policy, search.by)) }),
    why: search && cited(deps, search.source),
    lead: leadInWords(deps),
    ...besides(deps, { device: ['yes'], image: ['unsure'] }),
  });
  return { type: 'card', card };
}

/** A colleague's own device: what to do instead, as with any worry about an adult. Nothing is written down. */
function adults(deps: Deps): Answer {
  const { policy } = deps;
  const step = policy.procedures.find(({ id }) => id === SEARCH)?.steps.find(({ id }) => id === NOT_ADULT);
  const card = deps.cards.show('spot-adult', {
    rule: step?.text,
    why: step && cited(deps, step.source),
    ...besides(deps, { adult: ['yes'], device: ['yes'] }),
  });
  return { type: 'card', card };
}

function formCard(deps: Deps, person: Person, submission: string, press?: Press, notice?: string): Answer {
  const sites = deps.organisation.sites.filter(({ id }) => sitesToSearch(deps, person).includes(id));
  const typed = Object.entries(press?.inputs ?? {}).map(
    ([id, text]) => [`typed-${id}`, words(text)] as const,
  );
  const card = deps.cards.show('spot-start', {
    ...Object.fromEntries(typed),
    arg: submission,
    notice,
    lead: leadInWords(deps),
    ...deps.policy.lexicon,
    sites: sites.length > 1 ? sites.map(({ id, name }) => ({ title: name, value: id })) : [],
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

/** `search a device`: a short form for whoever may, and for everybody else what to do with the device instead. */
export const startSearch = ({ deps, person }: Pick<Form, 'deps' | 'person'>): Answer =>
  sitesToSearch(deps, person).length === 0 ? refused(deps) : formCard(deps, person, deps.ids.random());

const LONGEST = { device: 120, whose: 120, where: 300, others: 300 } as const;

const OWNERS = ['child', 'ours'] as const;

/** Undefined: something that is needed was left out. */
function askedIn(deps: Deps, person: Person, { inputs }: Press): Asked | undefined {
  const text = (id: keyof typeof LONGEST): string => (inputs[id] ?? '').trim().slice(0, LONGEST[id]);
  const sites = sitesToSearch(deps, person);
  const chosen = SiteId.safeParse(inputs.site);
  const site = sites.length === 1 ? sites[0] : sites.find((each) => chosen.success && each === chosen.data);
  const asked = {
    device: text('device'),
    whose: text('whose'),
    where: text('where'),
    others: text('others'),
  };
  const owner = OWNERS.find((each) => each === inputs.owner);
  const isComplete = asked.device !== '' && asked.whose !== '' && asked.where !== '';
  return site === undefined || owner === undefined || !isComplete ? undefined : { site, owner, ...asked };
}

/** The form was sent: the case it became, or what to show instead. */
export async function pressStart(form: Form, press: Press): Promise<RecordId | Answer> {
  const { deps, person } = form;
  const submission = press.arg ?? '';
  if (sitesToSearch(deps, person).length === 0) return refused(deps);
  if (press.inputs.owner === 'adult') return adults(deps);
  const asked = askedIn(deps, person, press);
  if (asked === undefined)
    return formCard(deps, person, submission, press, deps.cards.say('refused-needs-words'));
  const id = caseIdOf(deps, submission);
  await beginSearch(form, id, asked, press.actionId ?? '');
  return id;
}
