import { type SlotData, words } from '../../src/cards/fill.ts';
import {
  always,
  choices,
  LEAD,
  lines,
  long,
  longWords,
  NOW,
  noticed,
  PHONE,
  people,
  type Samples,
  type Say,
  WHY,
} from './sample-parts.ts';

const child = 'learner';

const childSlots = (n: number, title: string | undefined, typed: SlotData): SlotData => ({
  title,
  nameId: `name-${n}`,
  knownId: `known-${n}`,
  yearId: `year-${n}`,
  describeId: `describe-${n}`,
  partId: `part-${n}`,
  name: undefined,
  known: undefined,
  year: undefined,
  describe: undefined,
  part: 'harmed',
  ...typed,
});
const fullChild = {
  name: longWords(80),
  known: longWords(60),
  year: longWords(40),
  describe: longWords(200),
  part: words('caused'),
};

const who = (say: Say): SlotData => ({
  parts: choices(say, 'part', ['harmed', 'caused', 'saw', 'sibling']),
  answers: choices(say, 'adult', ['no', 'yes', 'unsure', 'self']),
});

const what = (say: Say): SlotData => ({
  abouts: choices(say, 'harm', ['told', 'mark', 'images', 'self-harm', 'home', 'missing']),
  alsos: choices(say, 'harm', [
    ...['online', 'adult-behaviour', 'between-children', 'hate', 'filter', 'message', 'rules', 'feeling'],
  ]),
});

const whatHappened = (say: Say): SlotData => ({
  heards: choices(say, 'form-heard', ['saw', 'child', 'parent', 'other', 'alert', 'both']),
  whens: choices(say, 'form-when', ['exact', 'about', 'over-time']),
  'yes-no': choices(say, 'form-told-lead', ['yes', 'no']),
  'places-list': choices(say, 'place', ['face', 'left-arm', 'right-arm', 'back']),
  today: '2026-11-24',
  needsSeen: true,
});

const guards: readonly SlotData[] = [
  {
    why: `${WHY.floor}; ${WHY.nudes}`,
    lines: lines(
      'Do not look at the image. Do not copy, print, save, share or delete it, or send it to anyone.',
      `Do not ask the ${child} to show it, send it or download it.`,
    ),
  },
  { why: WHY.floor, lines: lines('Do not photograph a mark. Do not move clothing to see more.') },
];

const story = (size: (max: number) => string): SlotData => ({
  seen: words(size(3000)),
  'child-words': words(size(2000)),
  heard: words('child'),
  'told-by': words(size(300)),
  said: words(size(1000)),
  seemed: words(size(300)),
  when: words('exact'),
  date: words('2026-11-23'),
  time: words('12:40'),
  'when-note': words(size(300)),
  where: words(size(300)),
  wants: words(size(1000)),
  opinion: words(size(1000)),
  done: words(size(1000)),
  'told-lead': words('no'),
  places: words('left-arm,back'),
  mark: words(size(300)),
  page: words(size(300)),
  device: words(size(120)),
});

const alertChoices = (say: Say): SlotData => ({
  kinds: choices(say, 'harm', ['filter', 'online', 'self-harm', 'hate', 'message']),
  adults: choices(say, 'adult', ['no', 'yes', 'unsure']),
  today: '2026-11-24',
});

/** The steps of the report, before its last page. */
export const formSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'form-right-now': {
    normal: { ...always, one: true, several: false, dangers: [], sites: [] },
    fullest: {
      ...noticed(say, 'form-mend-danger'),
      one: false,
      several: true,
      dangers: choices(say, 'danger', ['now', 'tonight', 'no', 'unsure']),
      sites: [
        { title: 'Fernhill Primary School', value: 'fernhill' },
        { title: 'Brook Primary School', value: 'brook' },
      ],
      danger: words('tonight'),
      site: words('fernhill'),
    },
  },
  'form-danger': {
    normal: {
      ...always,
      now: true,
      tonight: false,
      phones: [PHONE, { who: 'Police, not an emergency', number: '101' }],
      alone: say('form-alone', { role: 'headteacher' }),
      tellLead: say('form-tell-lead', LEAD),
      tellIndependent: say('form-tell-independent', { role: 'headteacher' }),
      carryOn: say('form-carry-on-now'),
    },
    fullest: {
      ...noticed(say, 'form-mend-choice'),
      now: false,
      tonight: true,
      phones: [PHONE, { who: "Children's social care", number: '01632 960130' }],
      alone: undefined,
      tellLead: say('form-tell-lead', LEAD),
      tellIndependent: say('form-tell-independent', { role: 'chair of governors' }),
      carryOn: say('form-carry-on-tonight'),
      where: longWords(300),
      callback: words('07700 900123'),
    },
    told: {
      ...always,
      alerted: say('form-alerted', { time: NOW }),
      now: true,
      tonight: false,
      phones: [PHONE],
      carryOn: say('form-carry-on-now'),
    },
  },
  'form-who': {
    normal: {
      ...always,
      ...who(say),
      children: [childSlots(1, undefined, {})],
      canAdd: true,
    },
    fullest: {
      ...noticed(say, 'form-mend-child'),
      ...who(say),
      children: Array.from({ length: 8 }, (_, n) =>
        childSlots(n + 1, say('form-another', { child: 'Learner', n: n + 1 }), fullChild),
      ),
      canAdd: false,
      adult: words('unsure'),
    },
  },
  'form-adult': {
    normal: { ...always, unsure: false, people: people(12), namesLabel: say('form-names') },
    fullest: {
      ...noticed(say, 'form-mend-adults'),
      unsure: true,
      people: people(240),
      adults: words('p-2,p-7'),
      namesLabel: say('form-names'),
      names: longWords(300),
    },
    'no-list': { ...always, unsure: false, people: [], namesLabel: say('form-names-only') },
  },
  'form-what': {
    normal: { ...always, ...what(say) },
    fullest: {
      ...noticed(say, 'form-mend-harms'),
      ...what(say),
      about: words('told,mark,images,self-harm,home,missing'),
      also: words('online,adult-behaviour,between-children,hate,filter,message,rules,feeling'),
    },
  },
  'form-what-happened': {
    normal: { ...always, ...whatHappened(say), guards: [], kept: undefined, hasMark: false, hasPage: false },
    fullest: {
      ...noticed(say, 'form-mend-seen'),
      ...whatHappened(say),
      ...story(long),
      guards,
      kept: say('form-kept'),
      hasMark: true,
      hasPage: true,
    },
  },
  'form-origin': {
    normal: { ...always, 'yes-no': choices(say, 'form-told-lead', ['yes', 'no']), today: '2026-11-24' },
    fullest: {
      ...noticed(say, 'form-mend-late'),
      'yes-no': choices(say, 'form-told-lead', ['yes', 'no']),
      today: '2026-11-24',
      'behalf-name': longWords(120),
      'behalf-employer': longWords(300),
      'behalf-read': words('yes'),
      'late-date': words('2026-11-20'),
      'late-time': words('15:10'),
      'late-why': longWords(300),
    },
  },
  'form-alert': {
    normal: { ...always, ...alertChoices(say) },
    fullest: {
      ...noticed(say, 'form-mend-future'),
      ...alertChoices(say),
      seen: longWords(3000),
      page: longWords(300),
      device: longWords(120),
      'name-1': longWords(80),
      date: words('2026-11-24'),
      time: words('14:00'),
      also: words('filter,self-harm'),
      adult: words('unsure'),
      tonight: words('yes'),
    },
  },
});
