/** Somebody whose name is left out, and what stands in its place. */
export interface Hidden {
  /** Every name and nickname they are known by. */
  readonly names: readonly string[];
  /** What describes them, left out as a whole only: "about eight, red coat". */
  readonly descriptions?: readonly string[];
  readonly label: string;
}

interface Token {
  readonly text: string;
  /** Lower case, without accents; empty for what stands between words. */
  readonly word: string;
}

/** A shorter piece is left out only where it stands alone: "Al" is in too many words. */
const TELLING = 4;
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'the', 'and', 'of']);
const PIECE = /[\p{L}\p{M}\p{Nd}]+|[^\p{L}\p{M}\p{Nd}]+/gu;
const WORD = /[\p{L}\p{Nd}]/u;

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .toLocaleLowerCase('en-GB');

const tokensOf = (text: string): readonly Token[] =>
  (text.normalize('NFC').match(PIECE) ?? []).map((piece) => ({
    text: piece,
    word: WORD.test(piece) ? fold(piece) : '',
  }));

const wordsOf = (text: string): readonly string[] =>
  tokensOf(text)
    .map(({ word }) => word)
    .filter((word) => word !== '');

interface Phrase {
  readonly words: readonly string[];
  readonly label: string;
}

/** Where this phrase ends if it begins here, whatever stands between its words; otherwise undefined. */
function endOf({ words }: Phrase, tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  for (const [n, word] of words.entries()) {
    if (n > 0 && tokens[at]?.word === '') at += 1;
    if (tokens[at]?.word !== word) return undefined;
    at += 1;
  }
  return at;
}

/**
 * Takes names out of a text, each always under the same label: whole names first, then every single word of them. A word
 * that two of them share gets the label for nobody in particular. Words of `kept` names stay, as a family's surname does.
 */
export function redactor(
  hidden: readonly Hidden[],
  kept: readonly string[],
  somebody: string,
): (text: string) => string {
  const stays = new Set(kept.flatMap(wordsOf));
  const phrases = hidden
    .flatMap(({ names, descriptions = [], label }) =>
      [...names, ...descriptions].map((name): Phrase => ({ words: wordsOf(name), label })),
    )
    .filter(({ words }) => words.length > 1)
    .toSorted((a, b) => b.words.length - a.words.length);
  const single = new Map<string, string>();
  for (const { names, label } of hidden)
    for (const word of new Set(names.flatMap(wordsOf)))
      if (word.length > 1 && !stays.has(word) && !TITLES.has(word))
        single.set(word, [undefined, label].includes(single.get(word)) ? label : somebody);
  const begun = [...single].filter(([word]) => word.length >= TELLING);
  const starting = Map.groupBy(phrases, ({ words }) => words[0]);
  // As in an address: "robinvale@…".
  const joined = phrases.map(({ words, label }) => [words.join(''), label] as const);

  const labelOf = (word: string): string | undefined => {
    if (word === '' || stays.has(word)) return undefined;
    return (
      single.get(word) ??
      begun.find(([part]) => word.startsWith(part))?.[1] ??
      joined.find(([name]) => word.includes(name))?.[1]
    );
  };

  return (text) => {
    const tokens = tokensOf(text);
    const said: string[] = [];
    let last: string | undefined;
    const put = (label: string) => {
      // "Tom" and "Vale" side by side are one person.
      if (last === label && /^[\s'’-]*$/u.test(said.at(-1) ?? '')) said.pop();
      else said.push(label);
      last = label;
    };
    for (let at = 0; at < tokens.length; ) {
      const here = tokens[at]?.word;
      const phrase = starting.get(here)?.find((each) => endOf(each, tokens, at) !== undefined);
      const end = phrase && endOf(phrase, tokens, at);
      if (phrase !== undefined && end !== undefined) {
        put(phrase.label);
        at = end;
        continue;
      }
      const { text: own = '', word = '' } = tokens[at] ?? {};
      const label = labelOf(word);
      if (label === undefined) {
        said.push(own);
        if (word !== '') last = undefined;
      } else put(label);
      at += 1;
    }
    return said.join('');
  };
}

/** A, B, … Z, AA: for people who are told apart by nothing else. */
export const letterOf = (n: number): string => {
  const rest = Math.floor(n / 26);
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCodePoint(65 + (n % 26))}`;
};
