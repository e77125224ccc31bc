import type { Cards } from '../../src/cards/catalog.ts';
import { type SlotData, words } from '../../src/cards/fill.ts';

export type Say = Cards['say'];
/** Slots of one card, by the name of the sample. Everybody in them is invented. */
export type Samples = Readonly<Record<string, SlotData>>;

export const CASE = 'k7q4md2xh8rv5w3t9n6pc0jzab';
export const REF = 'K7Q4-MD2X';
/** What the form carries in place of a case: the submission. */
export const SUBMISSION = 'Hb0vZ4nqT2mXw8LkRr5yQA';
export const STEP = 'any-concern.decision@3';
export const PHONE = { number: '01632 960110', who: 'Fernhill school office' };
export const LEAD = { role: 'safeguarding lead' };
export const NOW = 'today 14:05';
/** What "why?" answers with, as a policy that is loaded says it. */
export const WHY = {
  floor: "Signpost's own rule for everyone",
  kcsie: 'Department for Education, Keeping children safe in education (2026), part one',
  nudes: 'UKCIS, Sharing nudes and semi-nudes (2024)',
  section: (section: string) => `Fernhill and Brook online safety policy, section ${section}`,
  ours: (section: string) => `our policy, section ${section}`,
} as const;

const PROSE =
  'After lunch Robin came in holding one arm and would not sit down. "It does not hurt," he said, twice. ' +
  'I saw a mark above the elbow, about the size of a coin, red at the edge. Nobody else was in the room. ';

/** So many characters of what somebody may type, to the letter. */
export const long = (characters: number): string =>
  PROSE.repeat(Math.ceil(characters / PROSE.length))
    .slice(0, characters - 1)
    .padEnd(characters, '.');
export const longWords = (characters: number) => words(long(characters));

export const lines = (...texts: readonly string[]): readonly SlotData[] => texts.map((text) => ({ text }));

/** Choices from our own phrases, as the form and the case offer them. */
export const choices = (say: Say, phrase: string, values: readonly string[]): readonly SlotData[] =>
  values.map((value) => ({
    value,
    title: say(`${phrase}-${value}`, { child: 'learner', children: 'learners' }),
  }));

export const agencies = (say: Say): readonly SlotData[] =>
  choices(say, 'agency', [
    ...['police', 'social-care', 'lado', 'ceop', 'iwf'],
    ...['prevent', 'health', 'early-help', 'other'],
  ]);

export const people = (count: number): readonly SlotData[] =>
  Array.from({ length: count }, (_, n) => ({ title: `Invented Person ${n + 1}`, value: `p-${n + 1}` }));

/** What every step of the form is given. */
export const always = { arg: SUBMISSION, child: 'learner', problem: undefined, alerted: undefined };
/** Both lines on top: what is to be mended, and who was told. */
export const noticed = (say: Say, line: string): SlotData => ({
  ...always,
  problem: say('form-mend', { what: say(line, { child: 'learner' }) }),
  alerted: say('form-told', {
    roles: 'the designated safeguarding lead (DSL)',
    time: NOW,
    by: '14:10',
    ...PHONE,
  }),
});
