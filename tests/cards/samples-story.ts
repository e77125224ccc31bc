import { type SlotData, words } from '../../src/cards/fill.ts';
import { CASE, long, longWords, people, REF, type Samples, type Say, WHY } from './sample-parts.ts';

const CHILD = 'r0b1n000000000000000000000';
const ROBIN = { name: words('Robin Vale'), facts: words(', “Rob”, 4 Oak, born 4 October 2017') };

const pattern = (say: Say): SlotData => ({
  text: say('story-pattern', {
    ...{ number: say('number-3'), within: say('within-weeks-many', { n: 6 }), title: 'something at home' },
    ...{ day: '24 November 2026', why: WHY.ours('4.2') },
  }),
});
const glance = (say: Say, day: string) => ({
  text: `${say('story-glance', { day, kinds: say('harm-home') })} ${say('lead-closed', { time: '12 October 15:40' })}`,
});

/** What leads a record: of one child, and of as many as a case can have. */
export const storyLead = (say: Say): readonly SlotData[] => [
  {
    child: CHILD,
    name: words('Robin Vale:'),
    count: `${say('story-nth', { nth: say('nth-7') })} ${say('story-before', { number: say('number-6') })}`,
    patterns: [pattern(say)],
    earlier: [glance(say, '5 October 2026'), glance(say, '2 November 2026'), glance(say, '12 November 2026')],
  },
];
export const storyLeads = (say: Say): readonly SlotData[] =>
  Array.from({ length: 4 }, () => ({
    child: CHILD,
    name: longWords(61),
    count: [
      say('story-nth-number', { nth: 27 }),
      say('story-before', { number: 26 }),
      say('story-after', { number: 14 }),
    ].join(' '),
    patterns: [],
    earlier: [],
  }));

const none = {
  ...{ ref: undefined, part: undefined, written: undefined, by: undefined, seen: undefined },
  ...{ childWords: undefined, actions: [], moreActions: undefined, outcome: undefined, case: undefined },
};
const entry = (say: Say, nth: number): SlotData => ({
  ...none,
  ...{ number: `${nth}.`, day: '24 November 2026', kinds: `${say('harm-home')} · ${say('harm-feeling')}` },
  ...{ ref: REF, part: say('part-harmed'), written: say('story-written', { day: '24 November 2026' }) },
  by: words('Ada Bell'),
  seen: words('No breakfast again. Asked twice when lunch was.'),
  outcome: words(say('lead-owned', { role: 'safeguarding lead' })),
  case: CASE,
});
const longEntry = (say: Say, nth: number): SlotData => ({
  ...entry(say, nth),
  kinds: `${say('harm-adult-behaviour')} · ${say('harm-missing')} · ${say('harm-filter')} · ${say('story-more-kinds', { count: 9 })}`,
  written: say('story-written-late', { first: '3 November 2026', day: '24 November 2026' }),
  by: longWords(120),
  seen: longWords(301),
  childWords: longWords(301),
  actions: Array.from({ length: 5 }, () => ({
    title: '24 November 2026, Took it further:',
    text: longWords(161),
  })),
  moreActions: say('story-more-actions', { count: 40 }),
  outcome: words(
    `${say('lead-late')} ${say('lead-owned-added', { role: 'safeguarding lead' })} ${long(160)}`,
  ),
});

const noEnd: SlotData = {
  ...{ struck: [], siblings: [], elsewhere: [], shares: [], readers: [], moreReaders: undefined },
  ...{ next: undefined, last: undefined, previous: undefined },
};
const story = (say: Say): SlotData => ({
  ...{ notice: undefined, saved: undefined, child: CHILD, record: CHILD, ...ROBIN },
  first: say('story-many', { number: say('number-7'), day: '24 November 2026', kinds: say('harm-home') }),
  patterns: [pattern(say)],
  summary: undefined,
  page: say('page', { page: 1, pages: 2 }),
  entries: [5, 6, 7].map((nth) => entry(say, nth)),
  ...noEnd,
  ...{ isLead: true, canShare: true },
});
const reason = longWords(121);

const storySamples = (say: Say): Samples => ({
  normal: { ...story(say), next: '1' },
  fullest: {
    ...story(say),
    ...{ saved: say('share-saved'), name: longWords(120), facts: longWords(250) },
    patterns: Array.from({ length: 4 }, () => pattern(say)),
    summary: say('story-summary'),
    entries: [1, 2, 3, 4].map((nth) => longEntry(say, nth)),
    ...{ next: '2', last: '9', previous: '0' },
  },
  end: {
    ...story(say),
    ...{ notice: say('refused-already-done'), name: longWords(120), facts: longWords(250) },
    entries: [longEntry(say, 40)],
    struck: Array.from({ length: 3 }, () => ({
      ...{ title: say('story-struck', { time: 'yesterday 09:12' }), reason, who: longWords(120) },
    })),
    siblings: [
      { who: words('Wren Vale:'), text: say('sibling-one'), open: CHILD },
      { who: words('Tom Vale:'), text: say('sibling-some', { count: say('number-4') }), open: CHILD },
      {
        who: '',
        text: say('sibling-ask', { role: 'safeguarding lead', sites: 'Brook Primary School' }),
        open: undefined,
      },
    ],
    elsewhere: [
      { title: say('story-elsewhere'), text: longWords(121) },
      { title: say('story-received'), text: longWords(121) },
    ],
    shares: Array.from({ length: 5 }, (_, n) => ({
      ...{ who: longWords(60), scope: say(n % 2 === 0 ? 'scope-summary' : 'scope-story') },
      ...{ by: longWords(60), when: 'yesterday 09:12', reason, with: 'p-owen' },
    })),
    readers: Array.from({ length: 10 }, () => ({ who: longWords(60), when: 'yesterday 09:12' })),
    moreReaders: say('story-more-readers', { count: 3 }),
    previous: '8',
  },
  shared: {
    ...story(say),
    summary: say('story-summary'),
    entries: [1, 2].map((nth) => ({
      ...none,
      ...{ number: `${nth}.`, day: '24 November 2026', kinds: say('harm-home') },
    })),
    ...{ isLead: false, canShare: false },
  },
  empty: { ...story(say), first: say('story-none'), patterns: [], entries: [], canShare: false },
});

const share: SlotData = {
  ...{ notice: undefined, child: CHILD, name: ROBIN.name, people: people(3) },
  ...{ 'typed-with': undefined, 'typed-scope': 'summary', 'typed-reason': words('') },
};
const end: SlotData = {
  ...{ notice: undefined, child: CHILD, name: ROBIN.name, with: 'p-owen', who: words('Owen Pike') },
  'typed-reason': words(''),
};

/** A child's story, and sharing it with another site. */
export const childStorySamples = (say: Say): Readonly<Record<string, Samples>> => ({
  story: storySamples(say),
  'story-share': {
    normal: share,
    nobody: { ...share, people: [] },
    fullest: {
      ...share,
      notice: say('refused-needs-words'),
      name: longWords(120),
      people: people(20),
      ...{ 'typed-with': 'p-2', 'typed-scope': 'story', 'typed-reason': longWords(1000) },
    },
  },
  'story-share-end': {
    normal: end,
    fullest: {
      ...end,
      notice: say('refused-needs-words'),
      ...{ name: longWords(120), who: longWords(60), 'typed-reason': longWords(1000) },
    },
  },
  'story-message': {
    normal: { ref: REF, record: CHILD, text: say('share-message'), open: 'open' },
    over: { ref: REF, record: CHILD, text: say('share-message-over'), open: undefined },
  },
  children: {
    normal: { shared: [{ child: CHILD, ...ROBIN }], none: undefined, more: undefined, list: undefined },
    none: { shared: [], none: say('children-none'), more: undefined, list: undefined },
    message: { shared: [], none: undefined, more: undefined, list: 'list' },
    fullest: {
      shared: Array.from({ length: 15 }, () => ({
        ...{ child: CHILD, name: longWords(120), facts: longWords(250) },
      })),
      ...{ none: undefined, list: undefined },
      more: say('children-more', { count: 4 }),
    },
  },
});
