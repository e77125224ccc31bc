import { type SlotData, words } from '../../src/cards/fill.ts';
import {
  choices,
  LEAD,
  lines,
  long,
  longWords,
  NOW,
  PHONE,
  people,
  type Samples,
  type Say,
  SUBMISSION,
} from './sample-parts.ts';

const child = 'learner';
const children = 'learners';

const always = { arg: SUBMISSION, child, problem: undefined, alerted: undefined };
/** Both lines on top: what is to be mended, and who was told. */
const noticed = (say: Say, line: string): SlotData => ({
  ...always,
  problem: say('form-mend', { what: say(line, { child }) }),
  alerted: say('form-told', {
    roles: 'the designated safeguarding lead (DSL)',
    time: NOW,
    by: '14:10',
    ...PHONE,
  }),
});

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
  answers: choices(say, 'adult', ['no', 'yes', 'unsure']),
});

const what = (say: Say): SlotData => ({
  abouts: choices(say, 'harm', ['told', 'mark', 'images', 'self-harm', 'home', 'missing']),
  alsos: choices(say, 'harm', ['online', 'adult-behaviour', 'between-children', 'hate', 'filter', 'feeling']),
});

const whatHappened = (say: Say): SlotData => ({
  heards: choices(say, 'form-heard', ['saw', 'told', 'both']),
  whens: choices(say, 'form-when', ['exact', 'about', 'over-time']),
  'yes-no': choices(say, 'form-told-lead', ['yes', 'no']),
  'places-list': choices(say, 'place', ['face', 'left-arm', 'right-arm', 'back']),
  today: '2026-11-24',
  needsSeen: true,
});

const guards: readonly SlotData[] = [
  {
    why: 'floor; 11.2',
    lines: lines(
      'Do not look at the image. Do not copy, print, save, share or delete it, or send it to anyone.',
      `Do not ask the ${child} to show it, send it or download it.`,
    ),
  },
  { why: 'floor', lines: lines('Do not photograph a mark. Do not move clothing to see more.') },
];

const story = (size: (max: number) => string): SlotData => ({
  seen: words(size(3000)),
  'child-words': words(size(2000)),
  heard: words('told'),
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
      also: words('online,adult-behaviour,between-children,hate,filter,feeling'),
    },
  },
  'form-what-happened': {
    normal: { ...always, ...whatHappened(say), guards: [], kept: undefined, hasMark: false },
    fullest: {
      ...noticed(say, 'form-mend-seen'),
      ...whatHappened(say),
      ...story(long),
      guards,
      kept: say('form-kept'),
      hasMark: true,
    },
  },
});

const row = (say: Say, name: string, text: string, more?: number): SlotData => ({
  title: say(`form-row-${name}`),
  text: words(text),
  more: more === undefined ? undefined : say('form-more', { n: more }),
});

const part = (say: Say, name: string, to: string, rows: readonly SlotData[]): SlotData => ({
  title: say(`form-part-${name}`),
  change: say(`form-change-${name}`),
  to: `form.to.${to}`,
  rows,
});

/** The last page, from the rows of an ordinary report and from the longest. */
export const checkSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'form-check': {
    normal: {
      ...always,
      goesTo: say('form-goes-to', { roles: 'the designated safeguarding lead (DSL)' }),
      parts: [
        part(say, 'danger', 'right-now', [row(say, 'danger', say('danger-no'))]),
        part(say, 'who', 'who', [
          { title: `${say('part-harmed')}:`, text: words('Robin Vale, 4 Oak') },
          row(say, 'adult', say('adult-no')),
        ]),
        part(say, 'what', 'what', [row(say, 'harms', say('harm-mark'))]),
        part(say, 'what-happened', 'what-happened', [
          row(say, 'seen', 'A red mark above the left elbow.'),
          row(say, 'heard', say('form-heard-saw')),
          row(say, 'when', say('form-when-about')),
        ]),
      ],
      recipients: [],
    },
    fullest: {
      ...noticed(say, 'form-mend-choice'),
      goesTo: say('form-goes-to-other', { roles: 'the headteacher or the chair of the governing body' }),
      parts: [
        part(say, 'danger', 'right-now', [
          row(say, 'danger', say('danger-now')),
          row(say, 'site', 'Fernhill Primary School'),
          row(say, 'where-now', long(120)),
          row(say, 'callback', '07700 900123'),
        ]),
        part(say, 'who', 'who', [
          ...['harmed', 'caused', 'saw', 'sibling', 'harmed', 'caused', 'saw', 'sibling'].map((name) => ({
            title: `${say(`part-${name}`)}:`,
            text: longWords(120),
            more: say('form-more', { n: 260 }),
          })),
          row(say, 'adult', `${say('adult-yes')}, ${long(120)}`, 1100),
        ]),
        part(say, 'what', 'what', [row(say, 'harms', say('harm-images'))]),
        part(
          say,
          'what-happened',
          'what-happened',
          [
            'seen',
            'heard',
            'when',
            'where',
            'mark',
            'child-words',
            'said',
            'seemed',
            'wants',
            'opinion',
            'done',
            'told-lead',
          ].map((name) => row(say, name, long(500), 2500)),
        ),
      ],
      recipients: Array.from({ length: 6 }, (_, n) => ({
        title: `Invented Person ${n + 1}, chair of governors`,
        value: `p-${n + 1}`,
      })),
      connected: words('p-2'),
    },
    'to-nobody': {
      ...always,
      goesTo: say('form-goes-nowhere', PHONE),
      parts: [part(say, 'what', 'what', [row(say, 'harms', say('harm-between-children', { children }))])],
      recipients: [],
    },
  },
});
