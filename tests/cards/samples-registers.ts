import { type SlotData, words } from '../../src/cards/fill.ts';
import { CASE, longWords, NOW, type Samples, type Say, WHY } from './sample-parts.ts';

const TITLE = 'What parents agreed to';
const date = '4 December 2026';
const CHOSEN = [
  { label: 'May the pupil be in pictures and films? ', answer: words('Yes') },
  { label: 'May the pupil use the internet? ', answer: words('No') },
];

const entry = (say: Say, who: string, more: SlotData = {}): SlotData => ({
  ...{
    who: words(who),
    facts: CHOSEN,
    what: undefined,
    line: say('kept-stands-until', { date }),
    site: undefined,
  },
  ...{ record: CASE, ...more },
});
const list = (say: Say): SlotData => ({
  ...{ register: 'consents', title: TITLE, why: WHY.section('7.6'), child: true, notice: undefined },
  ...{ 'typed-name': words(''), 'typed-class': words(''), other: undefined, none: undefined },
  ...{ where: undefined, previous: undefined, next: undefined, holders: undefined },
  forms: [{ form: 'consent', title: 'Write down what parents agreed to' }],
  entries: [
    entry(say, 'Alex Reed, 5B'),
    entry(say, 'Robin Vale, 5B', { line: say('kept-over', { date: '4 November 2026' }) }),
  ],
});
const FILLED = [
  { label: 'Which pupil?: ', text: words('Robin Vale, 5B') },
  { label: 'May the pupil be in pictures and films?: ', text: words('Yes') },
];
const one = (say: Say): SlotData => ({
  ...{ register: 'consents', record: CASE, notice: undefined, title: TITLE, filled: FILLED, lacking: [] },
  ...{ line: say('kept-stands-until', { date }), who: words(`Jo Kemp, ${NOW}`), by: undefined },
  ...{ answer: undefined, ended: undefined, reason: undefined, why: WHY.section('7.6'), ends: true },
  'typed-why': words(''),
});
const filled = (count: number): readonly SlotData[] =>
  Array.from({ length: count }, (_, n) => ({ label: `Box ${n + 1} of the form?: `, text: longWords(1000) }));

/** What stands: a register, one entry of it, and the policies that ours is read with. */
export const registerSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'kept-list': {
    normal: list(say),
    none: { ...list(say), entries: [], none: 'No consent is recorded.', 'typed-name': words('Noor Hale') },
    class: {
      ...list(say),
      ...{ notice: say('kept-who-class'), 'typed-name': words('Robin Vale') },
      entries: [entry(say, 'Robin Vale, 5B'), entry(say, 'Robin Vale, 6A')],
    },
    other: {
      ...list(say),
      ...{ none: 'No consent is recorded.', other: say('kept-other-class') },
      ...{ 'typed-name': words('Robin Vale'), 'typed-class': words('6B') },
      entries: [entry(say, 'Robin Vale, 5B')],
    },
    holders: {
      ...list(say),
      ...{ title: 'Who may search', child: false, holders: words('Kit Arden and Iris Kay') },
      entries: [
        entry(say, 'Kit Arden', {
          facts: [],
          what: words(' For trips and for the yard.'),
          line: `${say('kept-stands-until', { date })} ${say('kept-gone')}`,
        }),
      ],
    },
    fullest: {
      ...list(say),
      ...{ previous: 'consents:0', next: 'consents:2', 'typed-name': longWords(120) },
      where: say('kept-page', { page: 2, pages: 211, count: 2104 }),
      entries: Array.from({ length: 10 }, (_, n) =>
        entry(say, `Robin-Alexander Vale-Featherstonehaugh, ${n}B`, { site: 'Fernhill Primary School' }),
      ),
    },
  },
  'kept-entry': {
    normal: one(say),
    ended: {
      ...one(say),
      ...{ line: say('kept-ended'), ends: false, ended: words(`Jo Kemp, ${NOW}`) },
      reason: words('The mother wrote to us.'),
    },
    fullest: {
      ...one(say),
      ...{ notice: say('kept-mend-why'), filled: filled(8), by: words(`Vera Wynn, ${NOW}`) },
      ...{ answer: longWords(1000), 'typed-why': longWords(1000) },
      lacking: [{ text: `${say('lacking-left')} `, names: words('Ben Orchard') }],
    },
  },
  'kept-message': { normal: { register: 'consents' } },
  registers: {
    normal: {
      registers: [
        { register: 'consents', title: TITLE },
        { register: 'tools', title: 'Sites, apps and AI tools we permit' },
      ],
    },
  },
  policies: {
    normal: {
      policies: [
        { title: 'Behaviour policy', url: 'https://school.example/behaviour', none: undefined },
        { title: 'Anti-bullying policy', url: undefined, none: say('link-none') },
      ],
    },
  },
});
