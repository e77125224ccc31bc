import { type SlotData, words } from '../../src/cards/fill.ts';
import { CASE, lines, longWords, NOW, PHONE, REF, type Samples, type Say, WHY } from './sample-parts.ts';

const TITLE = 'Ask for a filter bypass';
/** Of all boxes, in one script or another. */
const MAX = 1000;
const FIELDS = [
  ['page', 'Which site or page?'],
  ['purpose', 'What will you teach with it?'],
  ['class', 'For which class?'],
  ['ticket', 'The number in the ticket system'],
] as const;

const text = (id: string, label: string, more: SlotData = {}): SlotData => ({
  ...{ id: `field-${id}`, label, isText: true, isDate: false, needed: true, value: undefined },
  ...{ isChoice: false, isColleague: false, choices: [] },
  ...more,
});
const day = (value?: string): SlotData => ({
  ...{ id: 'field-until', label: 'Until when?', isText: false, isDate: true, needed: true },
  ...{ isChoice: false, isColleague: false, choices: [] },
  value: value === undefined ? undefined : words(value),
});

const choice = (label: string, kind: 'isChoice' | 'isColleague', titles: readonly string[]): SlotData => ({
  ...{ id: `field-${kind}`, label, isText: false, isDate: false, isChoice: false, isColleague: false },
  ...{ needed: true, value: undefined, choices: titles.map((title) => ({ title, value: title })) },
  [kind]: true,
});

const form = (say: Say) => ({
  arg: 'filter-bypass:Hb0vZ4nqT2mXw8LkRr5yQA',
  notice: undefined,
  title: TITLE,
  dos: lines('Ask in the ticket system first. Write its number here.'),
  nevers: lines('Do not go around the filter before somebody has said yes.'),
  why: WHY.section('3.5'),
  manySites: false,
  sites: [],
  'typed-site': words(''),
  fields: [...FIELDS.map(([id, label]) => text(id, label)), day()],
  again: false,
  send: say('ask-send'),
});
const FILLED = [
  { label: 'Which site or page? ', text: words('A page on whales, with a film of four minutes.') },
  { label: 'For which class? ', text: words('5B') },
  { label: 'Until when? ', text: '4 December 2026' },
];
const fullest = [
  ...FIELDS.map(([, label]) => ({ label: `${label} `, text: longWords(MAX) })),
  { label: 'Until when? ', text: '4 December 2026' },
];
const own = (say: Say) => ({
  ...{ ref: REF, record: CASE, title: TITLE, saved: NOW, why: WHY.section('3.5'), filled: FILLED },
  ...{ notice: undefined, by: undefined, answer: undefined },
  line: say('ask-waiting', { roles: 'the ICT manager' }),
  lacking: [],
  wait: `${say('ask-hears', { time: 'tomorrow 08:00' })} ${say('ask-wait', { time: '30 November 08:00', ...PHONE })}`,
});
const ANSWERED = { by: words('Invented Person, today 14:20'), answer: words('For the science week.') };
const date = '4 December 2026';
const asked = (say: Say) => ({
  ...{ ref: REF, record: CASE, title: TITLE, who: words(`Ada Bell, ${NOW}`), site: undefined },
  ...{ filled: FILLED, why: WHY.section('3.5'), notice: undefined, standing: undefined },
  ...{ by: undefined, answer: undefined, approves: true, does: false, over: false },
  lacking: [],
  reasonLabel: say('ask-reason-on-decline'),
  'typed-reason': words(''),
  'typed-done': words(''),
});

const lacking = (say: Say): readonly SlotData[] => [
  {
    text: `${say('lacking-for', { text: 'No consent is recorded.' })} `,
    names: words('Alex Reed, 5B and Noor Hale, 5C'),
  },
];

/** What staff ask for or pass on: the list, the form, and both ends of a request. */
export const requestSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'ask-list': {
    normal: {
      forms: [
        { form: 'filter-bypass', title: TITLE, short: true, long: false },
        { form: 'lost', title: 'Pass on a lost or stolen device', short: true, long: false },
      ],
    },
    fullest: {
      forms: Array.from({ length: 12 }, (_, n) => ({
        ...{ form: `form-${n}`, title: `Ask to take pictures of learners on a trip with a phone, ${n}` },
        ...{ short: n % 2 === 0, long: n % 2 !== 0 },
        ...(n % 2 === 0 && { title: `Ask to take pictures on a trip, ${n}` }),
      })),
    },
  },
  'ask-form': {
    normal: form(say),
    again: {
      ...form(say),
      notice: say('form-mend', { what: say('ask-mend-same') }),
      title: 'Write down what parents agreed to',
      ...{ again: true, send: say('ask-write') },
      fields: [
        text('pupil', say('ask-hint-child', { label: 'Which pupil?' }), { value: words('Robin Vale, 5B') }),
        choice('May the pupil be in pictures and films?', 'isChoice', ['Yes', 'No', 'Not asked yet']),
        choice('Who took the form?', 'isColleague', ['Jo Kemp', 'Vera Wynn']),
      ],
    },
    fullest: {
      ...form(say),
      notice: say('form-mend', { what: say('ask-mend-past') }),
      dos: lines('Ask in the ticket system first.', 'Write its number here.', 'Say until when you need it.'),
      manySites: true,
      sites: [
        { title: 'Fernhill Primary School', value: 'fernhill' },
        { title: 'Brook Primary School', value: 'brook' },
      ],
      'typed-site': words('brook'),
      fields: [...FIELDS.map(([id, label]) => text(id, label, { value: longWords(MAX) })), day('2026-12-04')],
    },
  },
  'ask-view': {
    normal: { ...own(say), notice: say('ask-saved') },
    answered: { ...own(say), line: say('ask-approved'), wait: undefined, ...ANSWERED },
    fullest: {
      ...own(say),
      ...{ line: say('ask-ended', { date }), wait: undefined, filled: fullest },
      ...{ by: ANSWERED.by, answer: longWords(1000) },
    },
    nobody: { ...own(say), line: say('ask-nobody', PHONE), wait: undefined },
    lacking: { ...own(say), lacking: lacking(say) },
  },
  'ask-mine': {
    normal: {
      requests: [
        { ref: REF, record: CASE, title: TITLE, saved: NOW, line: say('ask-approved') },
        {
          ...{ ref: REF, record: CASE, title: 'Pass on a lost or stolen device', saved: NOW },
          line: say('ask-waiting', { roles: 'the ICT manager and the headteacher' }),
        },
      ],
    },
  },
  'ask-news-message': {
    normal: { ref: REF, record: CASE, line: say('ask-approved') },
    nobody: { ref: REF, record: CASE, line: say('ask-nobody', PHONE) },
    lapsed: { ref: REF, record: CASE, line: say('ask-lapsed', { date }) },
  },
  'asked-message': {
    normal: { ref: REF, record: CASE, text: say('asked-approve'), over: false },
    task: { ref: REF, record: CASE, text: say('asked-do'), over: false },
    over: { ref: REF, record: CASE, text: say('asked-over', { date }), over: true },
  },
  asked: {
    normal: asked(say),
    lacking: { ...asked(say), notice: say('refused-lacking'), lacking: lacking(say) },
    task: { ...asked(say), title: 'Pass on a lost or stolen device', approves: false, does: true },
    over: { ...asked(say), approves: false, over: true, standing: say('ask-over', { date }), ...ANSWERED },
    answered: { ...asked(say), approves: false, standing: say('ask-declined'), ...ANSWERED },
    fullest: {
      ...asked(say),
      ...{ notice: say('refused-needs-words'), site: 'Fernhill Primary School', filled: fullest },
      'typed-reason': longWords(1000),
    },
  },
});
