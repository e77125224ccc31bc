/** What a reporter types, step by step: one child, no adult, and 800 characters each of what was seen and said. */
const SENTENCE = 'She came in late, sat by the window, and would not take her coat off all morning. ';
const narrative = (n: number): string => `${n}: ${SENTENCE.repeat(12)}`.slice(0, 800);

export interface Answers {
  readonly who: Readonly<Record<string, string>>;
  readonly what: Readonly<Record<string, string>>;
  readonly story: Readonly<Record<string, string>>;
}

export const answersOf = (n: number): Answers => ({
  who: { 'name-1': `Robin Vale${n}`, 'year-1': '4B', adult: 'no' },
  what: { about: 'told' },
  story: {
    seen: narrative(n),
    heard: 'saw',
    when: 'about',
    'child-words': narrative(n),
    where: 'The cloakroom',
  },
});

const RECEIPT = /Saved, .{1,60}Reference /;
const RECORD = /\\*"record\\*":\\*"([0-9a-hjkmnp-tv-z]{26})/;

/** The record on a receipt's buttons. Whatever is not a receipt is a failure, however fast it came. */
export function recordOnReceipt(status: number, text: string): string {
  const record = RECORD.exec(text)?.[1];
  if (status === 200 && RECEIPT.test(text) && record !== undefined) return record;
  throw new Error(`A report was not saved: HTTP ${status}, and no receipt`);
}
