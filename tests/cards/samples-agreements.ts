import { type SlotData, words } from '../../src/cards/fill.ts';
import { CASE, longWords, type Samples, type Say, WHY } from './sample-parts.ts';

const HASH = '3f9a12bc';
const STAFF = 'Acceptable use: staff, governors and volunteers';
const CLAUSES = [
  'I use the school’s systems and devices for my work, and for nothing else.',
  'I keep my passwords to myself, and log off when I leave.',
  'I know that the school’s systems are filtered and monitored.',
];
const day = '24 November 2026';

const text = (say: Say, more: SlotData = {}): SlotData => ({
  name: STAFF,
  version: say('agree-version', { version: 2, hash: '3F9A-12BC' }),
  pages: undefined,
  clauses: CLAUSES.map((each) => ({ text: each, why: undefined })),
  why: undefined,
  asks: true,
  url: undefined,
  where: undefined,
  notice: undefined,
  ...{ record: CASE, next: undefined },
  ...more,
});
const withheld = (say: Say) =>
  say('agree-withheld-under-development', {
    name: 'Acceptable use: visitors',
    part: say('agree-appendix', { number: '2' }),
    roles: 'visitors',
  });

const own = (say: Say): SlotData => ({
  notice: undefined,
  line: say('agree-one', { count: 1 }),
  open: [{ name: STAFF, line: say('agree-due', { date: day }), record: CASE, arg: 'staff-aup' }],
  ifNeeded: [],
  signed: [],
  ...{ coverage: false, families: false, visitors: false, accounts: false },
});
const signedLine = (say: Say, version: number) => ({
  name: STAFF,
  text: say('agree-signed', { date: day, role: 'member of staff', version, hash: '3F9A-12BC' }),
  record: CASE,
  again: version === 2 ? 'staff-aup' : undefined,
});

const reading = (say: Say): SlotData =>
  text(say, {
    standing: undefined,
    promise: say('agree-promise-acceptable-use'),
    who: words('Ada Bell, member of staff.'),
    comment: false,
    'typed-comment': words(''),
    arg: 'staff-aup:0',
    sign: `staff-aup:${HASH}`,
    button: say('agree-button-acceptable-use'),
  });

const line = (say: Say, population: string, signed: number, asked: number, of?: string) => ({
  text: [
    say('agree-count', {
      who: say(`agree-population-${population}`, { children: 'pupils', board: 'governing board' }),
      ...{ signed, asked, percent: Math.floor((signed / asked) * 100) },
    }),
    ...(of === undefined ? [] : [say(`agree-count-of-${of}`)]),
  ].join(' '),
});

const covered = (say: Say) => [
  {
    name: STAFF,
    refusal: undefined,
    lines: [line(say, 'staff', 11, 12), line(say, 'volunteers', 1, 2), line(say, 'board', 3, 3)],
    who: 'staff-aup:0',
  },
  {
    name: 'Acceptable use: pupils and parents',
    refusal: undefined,
    lines: [line(say, 'students', 180, 210, 'roll'), line(say, 'parents', 150, 210, 'roll')],
    who: undefined,
  },
  {
    name: 'Acceptable use: visitors',
    refusal: withheld(say),
    lines: [{ text: say('agree-not-available') }],
    who: undefined,
  },
];

const SITES = [
  { title: 'Fernhill Primary School', value: 'fernhill' },
  { title: 'Brook Primary School', value: 'brook' },
];
const SIGNERS = ['child', 'parent', 'class'] as const;

const familyForm = (say: Say): SlotData => ({
  ...{ name: 'Acceptable use: pupils and parents', notice: undefined, child: 'pupil' },
  version: say('agree-version', { version: 1, hash: '3F9A-12BC' }),
  arg: `pupil-aup:${HASH}`,
  manySites: false,
  sites: [],
  'typed-site': words(''),
  asClass: false,
  signers: SIGNERS.slice(0, 2).map((who) => ({
    value: who,
    title: say(`agree-of-${who}`, { child: 'pupil' }),
  })),
  'typed-signer': words(''),
  'typed-child': words(''),
  'typed-class': words(''),
  'typed-children': words(''),
  today: '2026-11-24',
  on: words('2026-11-24'),
  alike: undefined,
});

const visitor = (say: Say, pending: boolean): SlotData => ({
  name: words('Invented Visitor'),
  host: words('Ada Bell'),
  day,
  line: say(pending ? 'visit-pending' : 'visit-cleared'),
  record: CASE,
  open: pending,
});
const visit = (say: Say): SlotData =>
  text(say, {
    visitor: words('Invented Visitor'),
    arg: 'visitor-aup:0',
    sign: `visitor-aup:${HASH}`,
  });

/** What is read and signed: by people, by families, by visitors; and whose accounts wait for it. */
export const agreementSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'agreements-message': { normal: { text: say('agree-one', { count: 1 }), do: 'agree.mine' } },
  agreements: {
    normal: own(say),
    fullest: {
      ...own(say),
      notice: say('agree-saved'),
      ifNeeded: [
        { name: 'Official social media: whoever writes there', record: CASE, arg: 'social-media-aup' },
      ],
      signed: [signedLine(say, 2), signedLine(say, 1)],
      ...{ coverage: true, families: true, visitors: true, accounts: true },
    },
  },
  agreement: {
    normal: reading(say),
    fullest: {
      ...reading(say),
      ...{ notice: say('agree-other-text'), pages: say('agree-page', { n: 2, of: 2 }) },
      clauses: Array.from({ length: 14 }, (_, n) => ({
        text: `${CLAUSES[n % CLAUSES.length]} ${CLAUSES[(n + 1) % CLAUSES.length]}`,
        why: WHY.ours('7; Appendix 2'),
      })),
      ...{ url: 'https://fernhill.example/policies/online-safety' },
      ...{ why: WHY.section('7'), asks: false, comment: true, 'typed-comment': longWords(1000) },
    },
    signed: {
      ...reading(say),
      ...{ standing: say('agree-done', { date: day }), promise: undefined, who: undefined, sign: undefined },
      ...{ pages: say('agree-page', { n: 1, of: 2 }), next: 'staff-aup:1', where: say('agree-where') },
    },
  },
  'agreement-coverage': { normal: { sites: 'Fernhill Primary School', agreements: covered(say) } },
  'agreement-who': {
    normal: {
      name: STAFF,
      line: say('agree-outstanding', { count: 2 }),
      people: [{ name: words('Ada Bell') }, { name: words('Ben Orchard') }],
      next: undefined,
      comments: [],
    },
    fullest: {
      name: STAFF,
      line: say('agree-outstanding', { count: 30 }),
      people: Array.from({ length: 15 }, (_, n) => ({ name: words(`Invented Person ${n + 1}`) })),
      next: 'staff-aup:1',
      comments: Array.from({ length: 3 }, () => ({
        who: words(`Ada Bell, ${day}: `),
        text: longWords(1000),
      })),
    },
  },
  families: {
    normal: {
      notice: undefined,
      agreements: [
        {
          name: 'Acceptable use: pupils and parents',
          refusal: undefined,
          lines: [line(say, 'students', 2, 2, 'recorded'), line(say, 'parents', 1, 2, 'recorded')],
          waiting: [
            {
              name: words('Invented Child, 5B'),
              line: say('agree-waits-for', { who: say('agree-of-parent', { child: 'pupil' }) }),
            },
          ],
          why: WHY.section('7'),
          form: 'pupil-aup',
          recorded: 'pupil-aup:0',
        },
      ],
    },
    withheld: {
      notice: say('agree-recorded', { date: day }),
      agreements: [
        {
          ...{ name: 'Acceptable use: visitors', refusal: withheld(say), lines: [], waiting: [] },
          ...{ why: WHY.section('7'), form: undefined, recorded: undefined },
        },
      ],
    },
  },
  'families-recorded': {
    normal: {
      name: 'Acceptable use: pupils and parents',
      families: Array.from({ length: 15 }, (_, n) => ({
        name: words(`Invented Child ${n + 1}, 5B`),
        line: say('agree-signed-by', { who: say('agree-of-parent', { child: 'pupil' }), date: day }),
      })),
      next: 'pupil-aup:1',
    },
  },
  'form-family': {
    normal: familyForm(say),
    fullest: {
      ...familyForm(say),
      notice: say('form-mend', { what: say('agree-mend-alike') }),
      ...{ manySites: true, sites: SITES, 'typed-site': words('brook'), asClass: true },
      signers: SIGNERS.map((who) => ({ value: who, title: say(`agree-of-${who}`, { child: 'pupil' }) })),
      'typed-signer': words('child'),
      'typed-child': longWords(80),
      'typed-class': longWords(30),
      'typed-children': words('28'),
      alike: say('agree-alike'),
    },
  },
  visitors: {
    normal: { notice: undefined, refusals: [], line: say('visit-nobody'), visitors: [] },
    fullest: {
      notice: say('visit-saved'),
      refusals: [{ text: withheld(say) }],
      line: say('visit-count', { count: 2 }),
      visitors: [visitor(say, true), visitor(say, false)],
    },
  },
  'form-visitor': {
    normal: {
      ...{ notice: undefined, arg: 'visit-1', manySites: false, sites: [], 'typed-site': words('') },
      ...{ 'typed-visitor': words(''), today: '2026-11-24', day: words('2026-11-24') },
    },
    fullest: {
      notice: say('form-mend', { what: say('visit-mend-past') }),
      ...{ arg: 'visit-1', manySites: true, sites: SITES, 'typed-site': words('brook') },
      ...{ 'typed-visitor': longWords(80), today: '2026-11-24', day: words('2026-11-25') },
    },
  },
  visit: {
    normal: visit(say),
    fullest: {
      ...visit(say),
      ...{ notice: say('agree-other-text'), pages: say('agree-page', { n: 1, of: 2 }) },
      clauses: CLAUSES.map((each) => ({ text: each, why: WHY.ours('9.4') })),
      ...{ why: WHY.section('9.4'), asks: false, sign: undefined, next: 'visitor-aup:1' },
      url: 'https://fernhill.example/policies/online-safety',
    },
  },
  accounts: {
    normal: {
      line: say('gate-count', { count: 2 }),
      refusals: [],
      held: ['Ada Bell', 'Ben Orchard'].map((name) => ({
        name: words(name),
        what: say('gate-what', { name: STAFF, what: 'school accounts' }),
      })),
      ...{ more: undefined, file: true, url: undefined },
    },
    fullest: {
      line: say('gate-count', { count: 31 }),
      refusals: [{ text: withheld(say) }],
      held: Array.from({ length: 30 }, (_, n) => ({
        name: words(`Invented Person ${n + 1}`),
        what: say('gate-what', { name: STAFF, what: 'school accounts' }),
      })),
      more: say('gate-more', { count: 1 }),
      ...{ file: false, url: 'https://signpost.example/files/AbCdEf123456' },
    },
  },
});
