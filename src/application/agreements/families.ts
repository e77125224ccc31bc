import { type SlotData, words } from '../../cards/fill.ts';
import { type Family, type FamilySigner, missingFrom, signersOf } from '../../domain/agreements/family.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import type { Issue } from '../../domain/people/record/asks.ts';
import type { Agreement } from '../../domain/policy/agreement.ts';
import { listOf } from '../case/people-words.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { coverageOf, halfSigned, inOrder } from './coverage.ts';
import { listFamilies } from './family-store.ts';
import { thinAgreements } from './own.ts';
import { issueOf, refusalOf } from './text.ts';
import { sitesRecorded } from './who.ts';
import { countLine } from './words.ts';

type Asking = {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
  readonly view: boolean;
};

const MOST_WAITING = 8;

/** What is signed on paper, and this person may write down. */
export const recordable = (deps: Deps, person: Person): readonly Agreement[] =>
  deps.policy.agreements.filter(
    (agreement) => agreement.for === 'children' && sitesRecorded(deps, person, agreement).length > 0,
  );

export const signerWord = (deps: Deps, who: FamilySigner): string =>
  deps.cards.say(`agree-of-${who}`, { child: deps.policy.lexicon.child });

const nameIn = ({ about }: Family): string =>
  about.type === 'child' ? `${about.name}, ${about.class}` : about.class;

/** Whose other signature is waited for. */
function waiting(deps: Deps, agreement: Agreement, families: readonly Family[]): readonly SlotData[] {
  const issue = issueOf(deps, agreement.id);
  if (issue === undefined) return [];
  return halfSigned(families, issue)
    .slice(0, MOST_WAITING)
    .map((family) => ({
      name: words(nameIn(family)),
      line: deps.cards.say('agree-waits-for', {
        who: listOf(missingFrom(family, issue, families).map((who) => signerWord(deps, who))),
      }),
    }));
}

/** What families sign: how many have, whose other signature is waited for, and the form to write one down. */
export async function familiesCard(
  { deps, directory, person }: Omit<Asking, 'view'>,
  notice?: string,
): Promise<Answer> {
  const agreements = recordable(deps, person);
  if (agreements.length === 0) return nothingHere(deps);
  const sites = [...new Set(agreements.flatMap((each) => sitesRecorded(deps, person, each)))];
  const families = (await listFamilies(deps, sites)).map(({ family }) => family);
  const all = await coverageOf(deps, directory, sites);
  const card = deps.cards.show('families', {
    notice,
    agreements: agreements.map((agreement) => {
      const refusal = refusalOf(deps, agreement);
      const counts = all.find((each) => each.agreement.id === agreement.id)?.counts ?? [];
      return {
        name: agreement.name,
        refusal,
        lines:
          refusal === undefined ? inOrder(counts).map((count) => ({ text: countLine(deps, count) })) : [],
        waiting: waiting(deps, agreement, families),
        why: agreement.source,
        form: refusal === undefined ? agreement.id : undefined,
        recorded: counts.some(({ signed }) => signed > 0) ? `${agreement.id}:0` : undefined,
      };
    }),
  });
  return { type: 'card', card };
}

const PAGE = 15;

/** "the pupil on 20 November 2026", of the text as it stands. */
const signedLine = (deps: Deps, { signed }: Family, { agreement, hash }: Issue): string =>
  listOf(
    (signed[agreement.id] ?? [])
      .filter((each) => each.hash === hash)
      .map(({ who, on }) =>
        deps.cards.say('agree-signed-by', { who: signerWord(deps, who), date: dayWords(on) }),
      ),
  );

/** Of whom a signature was recorded, in pages by class and name. */
export async function recordedCard({ deps, person, press }: Pressed): Promise<Answer> {
  const [id, page = ''] = (press.arg ?? '').split(':');
  const agreement = recordable(deps, person).find((each) => each.id === id);
  const issue = agreement && issueOf(deps, agreement.id);
  if (agreement === undefined || issue === undefined) return nothingHere(deps);
  const known = await listFamilies(deps, sitesRecorded(deps, person, agreement));
  const all = known
    .map(({ family }) => family)
    .filter((family) => signersOf(family, issue).length > 0)
    .toSorted((a, b) => byClass(a).localeCompare(byClass(b)));
  const from = Math.max(0, Number.parseInt(page, 10) || 0) * PAGE;
  const card = deps.cards.show('families-recorded', {
    name: agreement.name,
    families: all
      .slice(from, from + PAGE)
      .map((family) => ({ name: words(nameIn(family)), line: signedLine(deps, family, issue) })),
    next: all.length > from + PAGE ? `${agreement.id}:${from / PAGE + 1}` : undefined,
  });
  return { type: 'card', card };
}

const byClass = ({ about }: Family): string => `${about.class}|${about.type === 'child' ? about.name : ''}`;

/** `families` */
export async function families(asking: Asking): Promise<Answer> {
  const { deps, person, view } = asking;
  if (recordable(deps, person).length === 0) return nothingHere(deps);
  if (view) return familiesCard(asking);
  return thinAgreements(deps, deps.cards.say('agree-families-here'), 'agree.families');
}

/** Nothing is recorded for what has no text. */
export const refusedForm = (deps: Deps, agreement: Agreement): Answer | undefined => {
  const text = refusalOf(deps, agreement);
  return text === undefined ? undefined : line(deps, 'line', { text });
};
