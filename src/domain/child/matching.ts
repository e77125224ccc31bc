import { type Alike, alike, lettersApart, type Nicknames } from './name-likeness.ts';
import { folded, nameWords } from './name-words.ts';
import type { ChildBrief } from './state.ts';

/** A child as somebody wrote it who may not know how the name is spelt. */
export interface Written {
  readonly name: string;
  readonly knownAs: string;
  readonly year: string;
  readonly description: string;
}

/** Why a child is shown, for whoever decides (words: "match-…"). */
export type MatchReason =
  | 'same'
  | 'order'
  | 'known-as'
  | 'nickname'
  | 'sounds'
  | 'spelling'
  | 'start'
  | 'part'
  | 'joined'
  | 'same-year'
  | 'other-year'
  | 'twin';

type Brief = Pick<ChildBrief, 'name' | 'knownAs' | 'born' | 'group'>;
export interface Match<Child> {
  readonly child: Child;
  readonly score: number;
  readonly why: readonly MatchReason[];
}
interface Found {
  readonly score: number;
  readonly why: readonly MatchReason[];
}

/** Below this nobody is shown; nor whoever is this far behind the best. */
const THRESHOLD = 0.62;
const BEHIND = 0.2;
const MOST = 5;

const NONE: Found = { score: 0, why: [] };

interface Form {
  readonly words: readonly string[];
  readonly joined: string;
  /** Begins with the name that the child is called by. */
  readonly isKnownAs: boolean;
}
const formOf = (words: readonly string[], isKnownAs: boolean): Form => ({
  words,
  joined: words.join(''),
  isKnownAs,
});

/** A name, and the same with the name somebody goes by in place of the first. */
function formsOf({ name, knownAs }: Pick<Brief, 'name' | 'knownAs'>): readonly Form[] {
  const words = nameWords(name);
  const called = nameWords(knownAs);
  return [
    ...(words.length > 0 ? [formOf(words, false)] : []),
    ...(called.length > 0 ? [formOf([...called, ...words.slice(1)], true)] : []),
  ];
}

interface Kept {
  readonly forms: readonly Form[];
  readonly group: string;
  readonly year: number | undefined;
}
const kept = new WeakMap<Brief, Kept>();
function keptOf(brief: Brief): Kept {
  const before = kept.get(brief);
  if (before !== undefined) return before;
  const made = { forms: formsOf(brief), group: folded(brief.group), year: yearIn(brief.group) };
  kept.set(brief, made);
  return made;
}

/** "Year 4", "4 Oak" and "4B" are the same year. */
function yearIn(text: string): number | undefined {
  const digits = /\d{1,2}/.exec(text)?.[0];
  if (digits !== undefined) return Number(digits);
  return /\breception\b/i.test(text) ? 0 : undefined;
}

const YEAR = /\b(?:year|yr|y) ?\d{1,2}\b/i;
const EMPTY_WORDS = ['year', 'class', 'group', 'form', 'tutor', 'set'];

function groupCompared({ group, year }: Kept, written: string): Found {
  if (written.trim() === '' || group === '') return NONE;
  const words = nameWords(written).filter((word) => word.length > 2 && !EMPTY_WORDS.includes(word));
  const isSameGroup = folded(written) === group || words.some((word) => nameWords(group).includes(word));
  const wanted = yearIn(written);
  if (isSameGroup && (wanted === undefined || wanted === year)) return { score: 0.06, why: ['same-year'] };
  if (wanted === undefined || year === undefined) return NONE;
  return wanted === year ? { score: 0.04, why: ['same-year'] } : { score: -0.06, why: ['other-year'] };
}

type Ask = (written: string, known: string) => Alike | undefined;

interface Pair extends Alike {
  readonly at: number;
  readonly place: number;
}
function pairsOf(written: Form, known: Form, ask: Ask): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [at, word] of written.words.entries())
    for (const [place, other] of known.words.entries()) {
      const found = ask(word, other);
      if (found !== undefined) pairs.push({ at, place, ...found });
    }
  return pairs.sort((a, b) => b.much - a.much || Math.abs(a.at - a.place) - Math.abs(b.at - b.place));
}

/** Each word that was written is given the word of the name it is most like, each once. */
function paired(written: Form, known: Form, pairs: readonly Pair[]): Found {
  const taken: Pair[] = [];
  for (const pair of pairs)
    if (!taken.some(({ at, place }) => at === pair.at || place === pair.place)) taken.push(pair);
  const [given, there] = [written.words.length, known.words.length];
  const sum = taken.reduce((total, { much }) => total + much, 0);
  const inOrder = taken.toSorted((a, b) => a.at - b.at);
  const isSwapped = inOrder.some(({ place }, n) => n > 0 && place < (inOrder[n - 1]?.place ?? 0));
  // A surname alone is half a school's.
  const isSurname = given === 1 && there > 1 && taken[0]?.place !== 0;
  const score = (sum / (0.6 * given + 0.4 * there)) * (isSurname ? 0.9 : 1) - (isSwapped ? 0.02 : 0);
  const how = [...new Set(taken.map((pair) => pair.how))].filter((each) => each !== 'same');
  const isPart = taken.length < Math.max(given, there);
  const why: MatchReason[] = [...how, ...(isSwapped ? (['order'] as const) : [])];
  if (isPart) why.push('part');
  return { score, why: why.length === 0 ? ['same'] : why };
}

const SHORTEST_JOINED = 6;

/** "Annemarie Vanderberg" for "Anne-Marie van der Berg". */
function joined({ joined: a }: Form, { joined: b }: Form): Found {
  const longest = Math.max(a.length, b.length);
  const most = longest > 10 ? 2 : 1;
  const apart = longest < SHORTEST_JOINED ? most + 1 : lettersApart(a, b, most);
  return apart > most ? NONE : { score: 0.97 - apart * 0.06, why: ['joined'] };
}

const better = (a: Found, b: Found): Found => (b.score > a.score ? b : a);

function compared(written: readonly Form[], known: readonly Form[], ask: Ask): Found {
  let best = NONE;
  for (const mine of written)
    for (const theirs of known) {
      const pairs = pairsOf(mine, theirs, ask);
      // Words run together or apart leave another number of them.
      const isJoined = mine.words.length !== theirs.words.length;
      if (pairs.length === 0 && !isJoined) continue;
      const apart = pairs.length === 0 ? NONE : paired(mine, theirs, pairs);
      const found = isJoined ? better(apart, joined(mine, theirs)) : apart;
      const called = mine.isKnownAs || theirs.isKnownAs;
      if (found.score > best.score) best = called ? { ...found, why: ['known-as', ...found.why] } : found;
    }
  return best;
}

/** What each written word is like, looked up once for each word of the register. */
function asking(nicknames: Nicknames): Ask {
  const answers = new Map<string, Map<string, Alike | undefined>>();
  return (written, known) => {
    const mine = answers.get(written) ?? new Map<string, Alike | undefined>();
    answers.set(written, mine);
    if (mine.has(known)) return mine.get(known);
    const found = alike(written, known, nicknames);
    mine.set(known, found);
    return found;
  };
}

/** Born on one day with one surname: whoever meant the one may have meant the other. */
function areTwins(a: Brief, b: Brief): boolean {
  const [mine, theirs] = [nameWords(a.name), nameWords(b.name)];
  return a.born !== undefined && a.born === b.born && mine.length > 1 && mine.at(-1) === theirs.at(-1);
}

/**
 * The children of the register who may be meant, the likeliest first, and how many more there are. It only proposes: which of
 * them it is, a person says.
 */
export function matchesFor<Child extends { readonly brief: Brief }>(
  written: Written,
  children: readonly Child[],
  nicknames: Nicknames,
): { readonly shown: readonly Match<Child>[]; readonly more: number } {
  const forms = formsOf(written);
  const ask = asking(nicknames);
  const year = written.year.trim() || (YEAR.exec(written.description)?.[0] ?? '');
  const found = children.flatMap((child): readonly Match<Child>[] => {
    const known = keptOf(child.brief);
    const name = compared(forms, known.forms, ask);
    if (name.score < THRESHOLD - 0.06) return [];
    const group = groupCompared(known, year);
    const score = name.score + group.score;
    return score < THRESHOLD ? [] : [{ child, score, why: [...name.why, ...group.why] }];
  });
  const best = Math.max(0, ...found.map(({ score }) => score));
  const likely = found.filter(({ score }) => score >= best - BEHIND).sort((a, b) => b.score - a.score);
  const first = likely.slice(0, MOST);
  const isShown = (child: Child) => first.some((match) => match.child === child);
  const shown = first.flatMap((match) => [
    match,
    ...children
      .filter((child) => !isShown(child) && areTwins(match.child.brief, child.brief))
      .map((child): Match<Child> => ({ child, score: match.score - BEHIND, why: ['twin'] })),
  ]);
  const rest = likely.slice(MOST).filter(({ child }) => !shown.some((match) => match.child === child));
  return { shown: [...new Map(shown.map((match) => [match.child, match])).values()], more: rest.length };
}
