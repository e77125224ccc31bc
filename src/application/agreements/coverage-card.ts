import { type SlotData, words } from '../../cards/fill.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Directory, personById } from '../../domain/people/directory.ts';
import { nothingHere, type Pressed } from '../case/work-case.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { readPerson } from '../people/store.ts';
import { type Coverage, coverageOf, inOrder } from './coverage.ts';
import { refusalOf } from './text.ts';
import { sitesCounted, sitesNamed } from './who.ts';
import { countLine } from './words.ts';

type Asking = Pick<Pressed, 'deps' | 'directory' | 'person'>;

const PAGE = 15;
/** Comments of a page: read one record each, and as long as a box takes. */
const COMMENTS = 3;

const hasNames = ({ outstanding, commented }: Coverage): boolean => outstanding.length + commented.length > 0;

/** How many have signed what, in five populations and of visitors; names only where this person may see them. */
export async function coverageCard({ deps, directory, person }: Asking): Promise<Answer> {
  const sites = sitesCounted(deps, person);
  if (sites.length === 0) return nothingHere(deps);
  const named = sitesNamed(deps, person).length > 0;
  const all = await coverageOf(deps, directory, sites);
  const card = deps.cards.show('agreement-coverage', {
    sites: deps.organisation.sites
      .filter(({ id }) => sites.includes(id))
      .map(({ name }) => name)
      .join(', '),
    agreements: all.map((each) => ({
      name: each.agreement.name,
      refusal: refusalOf(deps, each.agreement),
      lines:
        each.notAvailable === undefined
          ? inOrder(each.counts).map((count) => ({ text: countLine(deps, count) }))
          : [{ text: deps.cards.say('agree-not-available') }],
      who: named && hasNames(each) ? `${each.agreement.id}:0` : undefined,
    })),
  });
  return { type: 'card', card };
}

/** What people wrote about the text beside their newest signature. */
async function comments(
  deps: Deps,
  directory: Directory,
  agreement: string,
  commented: readonly PersonId[],
): Promise<readonly SlotData[]> {
  const written = await Promise.all(
    commented.map(async (id) => {
      const person = personById(directory, id);
      const record = person && (await readPerson(deps, person)).record;
      const signed = record?.signed[agreement]?.findLast(({ comment }) => comment !== undefined);
      return signed?.comment === undefined
        ? []
        : [{ who: words(`${signed.name}, ${dayWords(signed.on)}: `), text: words(signed.comment) }];
    }),
  );
  return written.flat();
}

/** The part of a list that stands on this page. */
const onPage = <Item>(all: readonly Item[], page: number, size: number): readonly Item[] =>
  all.slice(page * size, (page + 1) * size);

/** Who has not signed yet, and what was said about the text, in pages. */
export async function outstandingCard({ deps, directory, person, press }: Pressed): Promise<Answer> {
  const sites = sitesNamed(deps, person);
  const [id = '', typed = ''] = (press.arg ?? '').split(':');
  const found = (await coverageOf(deps, directory, sites)).find(({ agreement }) => agreement.id === id);
  if (sites.length === 0 || found === undefined) return nothingHere(deps);
  const { agreement, outstanding, commented } = found;
  const page = Math.max(0, Number.parseInt(typed, 10) || 0);
  const isMore = outstanding.length > (page + 1) * PAGE || commented.length > (page + 1) * COMMENTS;
  const card = deps.cards.show('agreement-who', {
    name: agreement.name,
    line: deps.cards.say(outstanding.length === 0 ? 'agree-everybody' : 'agree-outstanding', {
      count: outstanding.length,
    }),
    people: onPage(outstanding, page, PAGE).map(({ name }) => ({ name: words(name) })),
    next: isMore ? `${id}:${page + 1}` : undefined,
    comments: await comments(deps, directory, id, onPage(commented, page, COMMENTS)),
  });
  return { type: 'card', card };
}
