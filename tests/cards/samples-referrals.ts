import { type SlotData, words } from '../../src/cards/fill.ts';
import { agencies, CASE, long, longWords, REF, type Samples, type Say, STEP, WHY } from './sample-parts.ts';

const here = { ref: REF, case: CASE, notice: undefined };
const agency = (say: Say, name: string): string => say(`agency-${name}`);

const line = (say: Say, n: number, name: string, standing: string): SlotData => ({
  late: standing === 'referral-late',
  line: say(standing, { agency: agency(say, name), time: 'tomorrow 10:05', outcome: say('outcome-advice') }),
  do: 'referral.open',
  arg: `${n}`,
  title: say('button-referral', { agency: agency(say, name) }),
});

/** What the record says of referrals that nobody answered. */
export const referralLines = (say: Say): readonly SlotData[] => [
  line(say, 0, 'social-care', 'referral-late'),
  line(say, 1, 'lado', 'referral-waits'),
];
const TEXT = [
  "Referral to children's social care",
  'The child\nName: Robin Vale\nBorn: 4 October 2017',
  "What was seen and said\nSeen or heard: A red mark above the left elbow.\nThe child's own words: “It does not hurt.”",
  'What was left out, and why\n- Pictures: we never copy or send any.',
].join('\n\n');

/** Texts for agencies, what they replied, and what comes when they do not. */
export const referralSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'referral-start': {
    normal: { ...here, agencies: agencies(say), children: [], arg: '', back: 'refer' },
    fullest: {
      ...here,
      agencies: agencies(say),
      children: Array.from({ length: 8 }, (_, n) => ({
        title: say('hand-which', { n: n + 1 }),
        name: longWords(80),
        value: `${n}`,
      })),
      'typed-agency': words('social-care'),
      'typed-child': words('0'),
      'typed-consent': words('not-sought'),
      arg: STEP,
      back: STEP,
    },
  },
  'referral-draft': {
    normal: {
      ...here,
      agency: agency(say, 'social-care'),
      page: say('page', { page: 1, pages: 1 }),
      text: words(TEXT),
      next: undefined,
      again: 'social-care~0~~0~',
      back: 'refer',
    },
    fullest: {
      ...here,
      agency: agency(say, 'lado'),
      page: say('page', { page: 2, pages: 9 }),
      text: words(long(2900)),
      next: `lado~0~not-sought~2~${STEP}`,
      again: `lado~0~not-sought~0~${STEP}`,
      back: STEP,
    },
  },
  referral: {
    normal: {
      ...here,
      saved: undefined,
      late: false,
      line: say('referral-waits', { agency: agency(say, 'police'), time: 'tomorrow 10:05' }),
      who: words('Duty desk'),
      when: undefined,
      reference: undefined,
      consent: undefined,
      why: undefined,
      lines: [],
      arg: '0',
      stage: 'Ask for whoever is in charge',
      list: false,
    },
    replied: {
      ...here,
      saved: say('saved'),
      late: false,
      line: say('referral-replied', {
        agency: agency(say, 'police'),
        outcome: say('outcome-accepted'),
        time: 'today 14:05',
      }),
      who: words('Duty desk'),
      when: words('2026-11-24 09:10'),
      reference: words('Log 4411-9'),
      consent: say('consent-asked'),
      why: undefined,
      lines: [{ title: `today 14:05. ${say('outcome-accepted')}.`, text: '', by: words('Iris Kay') }],
      arg: '0',
      stage: undefined,
      list: true,
    },
    fullest: {
      ...here,
      notice: say('refused-already-done'),
      saved: undefined,
      late: true,
      line: say('referral-late', { agency: agency(say, 'social-care'), time: 'yesterday 10:05' }),
      who: longWords(300),
      when: words('2026-11-24 09:10'),
      reference: longWords(300),
      consent: say('consent-not-sought'),
      why: longWords(300),
      lines: Array.from({ length: 10 }, () => ({
        title: '24 November 10:05. Ask for the service manager.',
        text: longWords(300),
        by: words('Iris Kay'),
      })),
      arg: '1',
      stage: "Use the partnership's way to settle it",
      list: true,
    },
  },
  'referral-list': {
    normal: { ...here, referrals: referralLines(say), next: undefined, nobody: false },
    empty: { ...here, referrals: [], next: undefined, nobody: true },
    fullest: {
      ...here,
      referrals: Array.from({ length: 8 }, (_, n) => line(say, n, 'iwf', 'referral-late')),
      next: '1',
      nobody: false,
    },
  },
  'referral-reply': {
    normal: { ...here, agency: agency(say, 'social-care'), arg: '0' },
    fullest: {
      ...here,
      notice: say('refused-needs-words'),
      agency: agency(say, 'lado'),
      arg: '1',
      'typed-outcome': words('more-asked'),
      'typed-text': longWords(2000),
    },
  },
  'referral-further': {
    normal: {
      ...here,
      line: say('referral-late', { agency: agency(say, 'social-care'), time: 'yesterday 10:05' }),
      stage: 'Ask for the team manager',
      text: 'Phone the team manager. Say when you referred, and what you are still worried about.',
      why: WHY.kcsie,
      arg: '0',
    },
    fullest: {
      ...here,
      notice: say('refused-needs-words'),
      line: say('referral-late', { agency: agency(say, 'lado'), time: '24 November 10:05' }),
      stage: "Use the partnership's way to settle it",
      text: "Start the safeguarding partnership's way to settle a disagreement. Its steps are on its website.",
      why: `${WHY.section('11.2')}; ${WHY.kcsie}`,
      arg: '1',
      'typed-who': longWords(300),
      'typed-text': longWords(2000),
    },
  },
});
