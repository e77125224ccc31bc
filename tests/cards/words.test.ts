import { textsOf } from '../support/check-card.ts';
import { ownLines } from './own-lines.ts';
import { readingAge, sentencesIn, wordsIn } from './plain-words.ts';
import { shown } from './samples.ts';

let lines: readonly (readonly [string, string])[];
let byFile: Awaited<ReturnType<typeof ownLines>>;
beforeAll(async () => {
  byFile = await ownLines();
  lines = byFile.flatMap(([file, its]) => its.map((line) => [file, line] as const));
});

/** Words that blame, that only we use, or that say nothing. */
const BANNED = [
  ...['submit', 'submission', 'invalid', 'error', 'failed', 'failure', 'denied', 'forbidden', 'unauthorised'],
  ...[
    'victim',
    'victims',
    'perpetrator',
    'perpetrators',
    'offender',
    'abuser',
    'culprit',
    'accused',
    'alleged',
  ],
  ...['click', 'click here', 'tap here', 'user', 'users', 'log in', 'workflow', 'payload', 'null'],
  ...[
    'please note',
    'kindly',
    'utilise',
    'commence',
    'prior to',
    'in order to',
    'regarding',
    'in respect of',
  ],
  ...[
    'successfully',
    'oops',
    'sorry',
    'unfortunately',
    'hello',
    'hi',
    'welcome',
    'dear',
    'e.g.',
    'i.e.',
    'etc',
  ],
  ...['confidential', 'confidentially', 'anonymous', 'guarantee', 'why did', 'why didn’t'],
];
const AMERICAN = [
  ...[
    'color',
    'colors',
    'behavior',
    'behaviors',
    'center',
    'favorite',
    'honor',
    'labor',
    'neighbor',
    'rumor',
  ],
  ...['organize', 'organization', 'recognize', 'apologize', 'realize', 'analyze', 'authorize', 'authorized'],
  ...[
    'unauthorized',
    'prioritize',
    'summarize',
    'utilize',
    'minimize',
    'emphasize',
    'criticize',
    'categorize',
  ],
  ...[
    'defense',
    'offense',
    'canceled',
    'canceling',
    'labeled',
    'traveled',
    'counselor',
    'counseling',
    'enroll',
  ],
  ...[
    'fulfill',
    'skillful',
    'gray',
    'program',
    'mom',
    'gotten',
    'math',
    'cell phone',
    'cellphone',
    'vacation',
  ],
];
// On paper the word is a marking for whoever holds the file, and promises nobody anything.
const MARKING = 'Confidential: safeguarding';
const escaped = (word: string) => word.replaceAll('.', '\\.');
const anyOf = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}-])(${words.map(escaped).join('|')})(?![\\p{L}-])`, 'iu');

const found = (pattern: RegExp) => lines.filter(([, line]) => pattern.test(line));

describe('every line that somebody reads', () => {
  it('has at most twenty words in a sentence', () => {
    const long = lines.filter(([, line]) => sentencesIn(line).some((each) => wordsIn(each).length > 20));
    expect(long).toEqual([]);
  });

  it('has none of the words that blame, that only we use, or that say nothing', () => {
    expect(found(anyOf(BANNED)).filter(([, line]) => line !== MARKING)).toEqual([]);
  });

  it('is spelt as in Britain', () => {
    expect(found(anyOf(AMERICAN))).toEqual([]);
  });

  it('has no emoji, no exclamation mark and no line in capitals', () => {
    expect(found(/!|\p{Extended_Pictographic}|\p{Regional_Indicator}/u)).toEqual([]);
    expect(found(/^[^\p{Ll}]*\p{Lu}{2,}[^\p{Ll}]* [^\p{Ll}]*$/u)).toEqual([]);
  });

  it('never asks a child or a reporter why', () => {
    expect(found(/\bwhy (did|didn|was|were|has|have) (you|the|they)\b/i)).toEqual([]);
  });

  it('can be read at eleven in every file, and at nine on the whole', () => {
    const ages = byFile
      .map(([file, its]) => [file, Math.round(readingAge(its) * 10) / 10] as const)
      .filter(([file, age]) => age > (file === 'cards/notifications.json' ? 13 : 11));
    expect(ages).toEqual([]);
    expect(readingAge(lines.map(([, line]) => line))).toBeLessThanOrEqual(9);
  });
});

describe('the first line of every card', () => {
  it('is never a greeting nor the name of the bot', () => {
    const first = shown.map(({ name, card }) => [name, textsOf(card)[0] ?? ''] as const);
    expect(first.filter(([, line]) => line.trim() === '')).toEqual([]);
    expect(
      first.filter(([, line]) => /^(signpost|hello|hi\b|dear|welcome|good (morning|day))/i.test(line)),
    ).toEqual([]);
  });
});

describe('what measures them (controls)', () => {
  it('tells hard words and long sentences from plain ones', () => {
    const hard =
      'Practitioners are required to ensure that documentation regarding safeguarding considerations is appropriately maintained.';
    expect(readingAge([hard])).toBeGreaterThan(15);
    expect(readingAge(['Stay with the child. Call 999 now.'])).toBeLessThan(8);
    expect(wordsIn('Phone ${number} (${who}) at 14:05.')).toHaveLength(6);
    expect(sentencesIn('One. Two? Three\nFour')).toHaveLength(4);
  });

  it('finds the words it looks for, and not within others', () => {
    for (const word of BANNED) expect(anyOf(BANNED).test(`A ${word} there`)).toBe(true);
    for (const line of ['A submitter', 'This terror', 'The programme', 'organised']) {
      expect(anyOf(BANNED).test(line)).toBe(false);
      expect(anyOf(AMERICAN).test(line)).toBe(false);
    }
    expect(anyOf(AMERICAN).test('Its Color is gray')).toBe(true);
  });
});
