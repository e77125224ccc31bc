import { type SlotData, words } from '../../src/cards/fill.ts';
import { CASE, long, longWords, type Samples, type Say, WHY } from './sample-parts.ts';

const REFRESHER = { name: 'safeguarding refresher', date: '31 October 2026', minutes: 40 };
const TOPICS = 'using the internet safely, bullying online and filtering';
const NAME = words('Invented Person');

const NO_BUTTONS = {
  ...{ canDo: false, canSign: false, canAnswer: false, canBook: false, isOne: false },
  ...{ canOpen: false, canLater: false, canLeave: false, thing: '', key: '' },
};
const NOTHING = {
  ...{ record: CASE, notice: undefined, booked: undefined, late: undefined, missing: undefined },
  ...{ topics: undefined, interval: undefined, why: undefined },
  ...NO_BUTTONS,
};
const due = (say: Say): SlotData => ({
  ...NOTHING,
  text: say('my-due', REFRESHER),
  why: WHY.section('11'),
  thing: 'refresher',
  key: 'training:refresher',
  canDo: true,
  canBook: true,
  isOne: true,
  canLater: true,
});
const several = (say: Say): SlotData => ({
  ...NOTHING,
  text: say('my-several-late', { count: 3, date: REFRESHER.date }),
  canLater: true,
  canOpen: true,
});
const item = (say: Say): SlotData => ({
  ...due(say),
  name: 'Safeguarding and online safety refresher',
  line: say('my-day-late', REFRESHER),
  late: say('my-manager-will', { date: '15 November 2026' }),
  topics: say('my-topics', { topics: TOPICS }),
  canLater: true,
  canLeave: true,
});
const full = (say: Say): SlotData => ({
  ...item(say),
  booked: say('my-booked', { date: '3 December 2026' }),
  missing: say('my-missing', { topics: TOPICS }),
  interval: say('duty-interval', { every: say('my-academic-year'), organisation: 'Fernhill and Brook' }),
});
const done = (say: Say): SlotData => ({
  ...NOTHING,
  name: 'Course for safeguarding leads',
  line: say('my-done-next', { date: '1 October 2025', next: '1 October 2027' }),
  why: WHY.section('11'),
});
const form = {
  ...{
    record: CASE,
    thing: 'refresher',
    name: 'Safeguarding and online safety refresher',
    notice: undefined,
  },
  ...{ needsCertificate: false, mayHaveCertificate: true, hasTopics: true, why: WHY.section('11') },
  topics: [
    { title: 'using the internet safely', value: 'safe-use' },
    { title: 'filtering and monitoring: what is expected, and who does what', value: 'filtering' },
  ],
  'typed-date': words('2026-11-20'),
  'typed-certificate': words(''),
  'typed-topics': words('safe-use,filtering'),
};

/** What somebody is asked to learn, and what they learned besides. */
export const trainingSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'training-message': {
    normal: due(say),
    late: {
      ...due(say),
      text: say('my-late', REFRESHER),
      late: say('my-manager-will', { date: '15 November 2026' }),
    },
    booked: { ...full(say), notice: say('my-noted-booked') },
    sign: {
      ...due(say),
      text: say('my-sign-due', { name: 'Acceptable use agreement for staff', date: '5 December 2026' }),
      ...{ canDo: false, canBook: false, canSign: true, thing: 'staff-aup', key: 'agreement:staff-aup' },
    },
    answer: {
      ...due(say),
      text: say('my-answer-due', { name: 'Training needs', date: '5 December 2026' }),
      ...{ canDo: false, canBook: false, canAnswer: true, thing: 'self-audit', key: 'audit:self-audit' },
    },
    several: several(say),
    done: { ...NOTHING, text: say('my-none'), notice: say('my-noted') },
  },
  'team-message': {
    normal: {
      record: CASE,
      late: say('my-team-late', { count: 2 }),
      unreached: undefined,
      none: false,
      open: true,
    },
    fullest: {
      ...{ record: CASE, none: false, open: true, late: say('my-told-late-one') },
      unreached: say('my-team-unreached', { count: 3 }),
    },
    done: { record: CASE, late: undefined, unreached: undefined, none: true, open: false },
  },
  'my-team': {
    normal: {
      people: [
        {
          ...{ name: NAME, unreached: false },
          things: [{ thing: 'Safeguarding refresher', line: say('my-day-late', REFRESHER) }],
        },
        {
          ...{ name: NAME, unreached: true },
          things: [{ thing: 'Course for safeguarding leads', line: say('my-day-due', REFRESHER) }],
        },
      ],
    },
  },
  'my-training': {
    normal: {
      ...{ record: CASE, notice: undefined, none: false, hasLearned: false, learned: [] },
      items: [item(say), { ...done(say), canSign: true }, { ...done(say), canAnswer: true }, done(say)],
    },
    fullest: {
      ...{ record: CASE, notice: say('my-noted-part'), none: false, hasLearned: true },
      items: Array.from({ length: 10 }, () => full(say)),
      learned: Array.from({ length: 6 }, () => ({
        date: '20 November 2026: ',
        what: words(long(300)),
        certificate: words(long(100)),
      })),
    },
    none: { record: CASE, notice: undefined, none: true, hasLearned: false, learned: [], items: [] },
  },
  'form-training': {
    normal: form,
    refused: {
      ...form,
      ...{ notice: say('my-no-certificate'), needsCertificate: true, mayHaveCertificate: false },
      'typed-certificate': longWords(100),
    },
  },
  'form-booked': {
    normal: {
      record: CASE,
      key: 'training:refresher',
      name: form.name,
      notice: undefined,
      'typed-date': words(''),
    },
    refused: {
      ...{ record: CASE, key: 'training:refresher', name: form.name, notice: say('my-past') },
      'typed-date': words('2026-11-20'),
    },
  },
  'form-learned': {
    normal: {
      ...{ record: CASE, notice: undefined, 'typed-what': words(''), 'typed-certificate': words('') },
      'typed-date': words('2026-11-24'),
    },
    refused: {
      ...{ record: CASE, notice: say('my-future'), 'typed-what': longWords(300) },
      ...{ 'typed-certificate': longWords(100), 'typed-date': words('2027-11-24') },
    },
  },
});
