import { z } from 'zod';
import { words } from '../../cards/fill.ts';
import { FamilySigner, plainName, signFamily } from '../../domain/agreements/family.ts';
import type { SiteId } from '../../domain/ids.ts';
import type { Issue } from '../../domain/people/record/asks.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { nothingHere, type Pressed } from '../case/work-case.ts';
import { dayWords } from '../day-words.ts';
import type { Answer } from '../intent.ts';
import { versionOf } from '../people/required.ts';
import { todayOf } from '../people/store.ts';
import { clean } from '../report/clean.ts';
import { familiesCard, recordable, refusedForm, signerWord } from './families.ts';
import { type About, changeFamily, type HeldFamily, isSame, listFamilies } from './family-store.ts';
import { issueOf, textSlots } from './text.ts';
import { sitesRecorded } from './who.ts';

const LONGEST = { name: 80, class: 30 } as const;
/** A class of more is a number typed wrong. */
const MOST_CHILDREN = 60;

type Inputs = Pressed['press']['inputs'];

interface Typed {
  readonly site: SiteId;
  readonly about: About;
  readonly who: FamilySigner;
  readonly on: string;
}

const signersIn = ({ agreement }: Issue): readonly FamilySigner[] => [
  ...(agreement.signatures ?? []),
  ...(agreement.asClass === true ? (['class'] as const) : []),
];

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

function formCard(pressed: Pressed, issue: Issue, notice?: string, alike?: HeldFamily): Answer {
  const { deps, person, press } = pressed;
  const { inputs } = press;
  const sites = sitesRecorded(deps, person, issue.agreement);
  const about = alike?.family.about;
  const card = deps.cards.show('form-family', {
    ...textSlots(deps, issue, 0, false),
    notice,
    arg: `${issue.agreement.id}:${issue.hash}`,
    child: deps.policy.lexicon.child,
    manySites: sites.length > 1,
    sites: deps.organisation.sites
      .filter(({ id }) => sites.includes(id))
      .map(({ id, name }) => ({ title: name, value: id })),
    'typed-site': words(inputs.site ?? ''),
    asClass: issue.agreement.asClass === true,
    signers: signersIn(issue).map((who) => ({ value: who, title: signerWord(deps, who) })),
    'typed-signer': words(inputs.signer ?? ''),
    'typed-child': words((inputs.child ?? '').slice(0, LONGEST.name)),
    'typed-class': words((inputs.class ?? '').slice(0, LONGEST.class)),
    'typed-children': words(inputs.children ?? ''),
    today: todayOf(deps),
    on: isDay(inputs.on ?? '') ? words(inputs.on ?? '') : words(todayOf(deps)),
    alike: about?.type === 'child' ? deps.cards.say('agree-alike', { class: inputs.class ?? '' }) : undefined,
    'alike-arg': alike?.id,
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

/** "Record a signature": an empty form, with the name and version of what was signed. */
export function openFamilyForm(pressed: Pressed): Answer {
  const { deps, person, press } = pressed;
  const agreement = recordable(deps, person).find(({ id }) => id === press.arg);
  const issue = agreement && issueOf(deps, agreement.id);
  if (agreement === undefined) return nothingHere(deps);
  return issue === undefined ? (refusedForm(deps, agreement) ?? nothingHere(deps)) : formCard(pressed, issue);
}

function readForm(sites: readonly SiteId[], issue: Issue, inputs: Inputs): Result<Typed, string> {
  const text = (id: string) => clean(inputs[id] ?? '').replace(/\s+/gu, ' ');
  const short = (id: string, most: number) => clean(text(id).slice(0, most));
  const site = sites.length === 1 ? sites[0] : sites.find((each) => each === inputs.site);
  if (site === undefined) return refuse('form-mend-site');
  const who = FamilySigner.safeParse(inputs.signer).data;
  if (who === undefined || !signersIn(issue).includes(who)) return refuse('agree-mend-signer');
  const on = text('on');
  if (!isDay(on)) return refuse('ask-mend-date');
  const [name, group] = [short('child', LONGEST.name), short('class', LONGEST.class)];
  if (plainName(group) === '') return refuse('agree-mend-class');
  if (who !== 'class')
    return plainName(name) === ''
      ? refuse('agree-mend-child')
      : ok({ site, who, on, about: { type: 'child', name, class: group } });
  const children = Number.parseInt(text('children'), 10);
  return Number.isInteger(children) && children > 0 && children <= MOST_CHILDREN
    ? ok({ site, who, on, about: { type: 'class', class: group, children } })
    : refuse('agree-mend-children');
}

/** A child of the same name in another class: nobody but a person can say whether it is the same one. */
function alikeTo(known: readonly HeldFamily[], { site, about }: Typed): HeldFamily | undefined {
  if (about.type !== 'child') return undefined;
  const here = known.filter(({ family }) => family.site === site && family.about.type === 'child');
  if (here.some(({ family }) => isSame(family.about, about))) return undefined;
  return here.find(
    ({ family }) => family.about.type === 'child' && plainName(family.about.name) === plainName(about.name),
  );
}

/** "Save it": what stands on the paper. */
export async function recordSignature(pressed: Pressed): Promise<Answer> {
  const { deps, person, press } = pressed;
  const [id = '', hash = ''] = (press.arg ?? '').split(':');
  const agreement = recordable(deps, person).find((each) => each.id === id);
  const issue = agreement && issueOf(deps, id);
  if (agreement === undefined) return nothingHere(deps);
  if (issue === undefined) return refusedForm(deps, agreement) ?? nothingHere(deps);
  const mend = (phrase: string, alike?: HeldFamily): Answer =>
    formCard(pressed, issue, deps.cards.say('form-mend', { what: deps.cards.say(phrase) }), alike);
  const sites = sitesRecorded(deps, person, agreement);
  const read = readForm(sites, issue, press.inputs);
  if (!read.ok) return mend(read.refusal);
  const alike = alikeTo(await listFamilies(deps, [read.value.site]), read.value);
  const { same } = press.inputs;
  if (alike !== undefined && same !== 'yes' && same !== 'no') return mend('agree-mend-alike', alike);
  const isMoved = alike !== undefined && same === 'yes';
  const { about, site, who, on } = read.value;
  if (isMoved) await moveClass(pressed, alike, read.value);
  const version = versionOf(deps.policy, agreement);
  const act = { by: person.id, at: deps.clock.now(), today: todayOf(deps) };
  const saved = await changeFamily(deps, { id: isMoved ? alike.id : undefined, site, about }, (family) =>
    signFamily(family, issue, { who, on, hash, version }, act),
  );
  if (saved.ok) return familiesCard(pressed, deps.cards.say('agree-recorded', { date: dayWords(on) }));
  return saved.refusal === 'nothing-new'
    ? familiesCard(pressed, deps.cards.say('agree-recorded-before'))
    : mend(`agree-mend-${saved.refusal}`);
}

/** The same child, a year on. */
async function moveClass(
  { deps, person }: Pressed,
  { id, family }: HeldFamily,
  { about, site }: Typed,
): Promise<void> {
  await changeFamily(deps, { id, site, about: family.about }, (held) => {
    const from = held.about.class;
    if (from === about.class) return refuse('nothing-new');
    const event = {
      type: 'ClassChanged',
      from,
      to: about.class,
      at: deps.clock.now(),
      by: person.id,
    } as const;
    return ok({ family: { ...held, about: { ...held.about, class: about.class } }, event });
  });
}
