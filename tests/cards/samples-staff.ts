import { type SlotData, words } from '../../src/cards/fill.ts';
import { CASE, choices, longWords, NOW, REF, type Samples, type Say, WHY } from './sample-parts.ts';

const CONCERN = '10w1eve100000000000000000a'.slice(0, 26);

const threshold = (say: Say): SlotData => ({
  ...{ ref: REF, case: CASE, notice: undefined, quiet: say('threshold-quiet'), standing: undefined },
  rules: [
    {
      text: 'Nobody interviews or tells the adult, and nobody investigates, until the LADO has advised.',
      why: WHY.kcsie,
    },
  ],
  people: [{ who: words('Ben Orchard:'), earlier: say('low-level-none-before') }],
  adults: [],
  chosen: words('p-ben'),
  limbs: choices(say, 'limb', ['harmed', 'offence', 'risk', 'unsuitable']),
  ticked: words(''),
  outcomes: choices(say, 'threshold', ['met', 'not-met', 'unsure']),
  outcome: words(''),
  askeds: choices(say, 'lado', ['yes', 'no']),
  asked: words(''),
});

const concern = (say: Say): SlotData => ({
  ...{ id: CONCERN, ref: REF, case: CASE, notice: undefined, saved: undefined, date: '3 November 2026' },
  who: words('Ben Orchard'),
  count: say('low-level-count-1', { why: WHY.kcsie }),
  raised: undefined,
  context: words('He gave a lift to one learner, after a match, without asking.'),
  done: words('It was talked through. He will ask the next time.'),
  by: words('Vera Wynn'),
  at: NOW,
  canRaise: true,
  canOpen: true,
});

const about = (say: Say, n: number): SlotData => ({
  who: longWords(120),
  count: say('low-level-year', { count: n, all: 8 }),
  dates: '3 November 2026, 12 October 2026 and 4 September 2026',
  pattern: say('low-level-count-3', { why: WHY.kcsie }),
  concerns: Array.from({ length: 5 }, () => ({
    record: CONCERN,
    title: say('low-level-open', { date: '30 September 2026' }),
  })),
});

/** What the record of a worry about an adult says of the threshold. */
export const thresholdLine = (say: Say): SlotData => ({
  ...{
    who: say('threshold-title'),
    known: '',
    do: 'threshold.open',
    arg: '',
    title: say('button-threshold'),
  },
  line: `${say('threshold-quiet')} ${say('threshold-not-judged')}`,
});

/** The harm threshold of a worry about an adult, and what is kept below it. */
export const staffSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  threshold: {
    normal: threshold(say),
    fullest: {
      ...threshold(say),
      notice: say('refused-limbs-differ'),
      standing: say('threshold-standing', { outcome: `${say('threshold-unsure')}.`, time: NOW }),
      rules: Array.from({ length: 4 }, () => ({
        text: 'Nobody speaks to the adult about it before it is decided if the LADO is called.',
        why: WHY.kcsie,
      })),
      people: Array.from({ length: 10 }, () => ({
        who: longWords(80),
        earlier: say('low-level-before', { count: 3 }),
      })),
      adults: Array.from({ length: 10 }, (_, n) => ({ value: `p-${n}`, title: 'Bartholomew Featherstone' })),
      chosen: words('p-1,p-2'),
      ...{ ticked: words('harmed,risk'), outcome: words('met'), asked: words('yes') },
      ...{ 'typed-reason': longWords(2000), 'typed-done': longWords(2000), 'typed-advice': longWords(1000) },
      ...{ 'typed-date': words('2026-11-23'), 'typed-time': words('15:30') },
    },
  },
  'low-level': {
    normal: {
      ...{ children: 'learners', none: undefined, back: false },
      people: [
        {
          who: words('Ben Orchard'),
          count: say('low-level-year', { count: 1, all: 1 }),
          dates: '3 November 2026',
          pattern: say('low-level-count-1', { why: WHY.kcsie }),
          concerns: [{ record: CONCERN, title: say('low-level-open', { date: '3 November 2026' }) }],
        },
      ],
    },
    none: { children: 'learners', none: say('low-level-none'), people: [], back: false },
    fullest: {
      ...{ children: 'learners', none: undefined, next: '2', back: true },
      people: Array.from({ length: 8 }, (_, n) => about(say, n + 1)),
    },
  },
  'low-level-one': {
    normal: concern(say),
    fullest: {
      ...concern(say),
      notice: say('refused-needs-words'),
      count: say('low-level-count-more', { n: 11, why: WHY.kcsie }),
      context: longWords(2000),
      done: longWords(2000),
      'typed-reason': longWords(2000),
    },
    raised: {
      ...concern(say),
      saved: say('low-level-raised-saved'),
      count: undefined,
      raised: say('low-level-raised', { time: NOW }),
      canRaise: false,
      canOpen: false,
    },
  },
  'low-level-message': { normal: { text: say('low-level-alone') } },
});
