import { type SlotData, words } from '../../src/cards/fill.ts';
import { CASE, lines, longWords, type Samples, type Say, WHY } from './sample-parts.ts';

const NAME = words('Invented Person');
const SITES = 'Fernhill Primary School';
const LONG_NAME = 'Child protection course for safeguarding leads and their deputies';

const row = (say: Say, late: number): SlotData => ({
  title: 'Safeguarding and online safety refresher',
  text: say(late === 0 ? 'glance-row' : 'glance-row-late', { done: 52, asked: 60, late, percent: 86 }),
  trend: say('glance-trend-up', { before: 41 }),
});
const late = (say: Say): SlotData => ({
  name: NAME,
  what: ` Safeguarding and online safety refresher. ${say('glance-days', { n: 53 })}`,
});
const counts: SlotData = {
  notice: undefined,
  sites: SITES,
  date: '24 November 2026',
  hasLate: false,
  late: [],
  more: undefined,
  toCheck: undefined,
  canRemind: false,
  canKeep: false,
  audits: false,
  missing: [],
};
const check: SlotData = {
  record: CASE,
  arg: 'p-iris training:refresher 2026-11-03',
  name: NAME,
  what: 'Safeguarding refresher, done on 3 November 2026.',
  certificate: words('SR 2026/1147'),
};
const session = (say: Say): SlotData => ({
  problem: undefined,
  training: 'refresher',
  name: 'Safeguarding and online safety refresher',
  hasTopics: true,
  topics: Array.from({ length: 9 }, (_, n) => ({
    title: `A topic that it covers, number ${n + 1}`,
    value: `t-${n}`,
  })),
  needs: say('session-needs', { topics: 'passwords and AI' }),
  asked: 60,
  'typed-date': words('2026-11-24'),
  today: '2026-11-24',
  'typed-names': words('Invented Person\nAnother Person'),
  'typed-topics': 't-0',
  'typed-who': 'listed',
});
const question = (n: number, typed: number): SlotData => ({
  id: `q-${n}`,
  cId: `c-${n}`,
  text: 'Do you know what to do when a pupil tells you about something that happened online?',
  value: words(n % 2 === 0 ? 'yes' : ''),
  typed: typed === 0 ? words('') : longWords(typed),
});

/** How training and agreements stand, what is checked, sessions and self-checks. */
export const complianceSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  compliance: {
    normal: {
      ...counts,
      first: say('glance-late', { n: 3, people: 60, complete: 51 }),
      hasLate: true,
      late: Array.from({ length: 3 }, () => late(say)),
      toCheck: say('glance-to-check', { n: 2 }),
      canRemind: true,
      canKeep: true,
      audits: true,
      rows: [row(say, 3), row(say, 0)],
    },
    counts: { ...counts, first: say('glance-none-late', { people: 60, complete: 58 }), rows: [row(say, 0)] },
    fullest: {
      ...counts,
      notice: say('glance-reminded', { n: 48 }),
      first: say('glance-late', { n: 48, people: 350, complete: 300 }),
      hasLate: true,
      late: Array.from({ length: 12 }, () => ({
        name: longWords(60),
        what: ` ${LONG_NAME}, ${LONG_NAME} and ${LONG_NAME}. ${say('glance-days', { n: 153 })}`,
      })),
      more: say('glance-more', { n: 36 }),
      toCheck: say('glance-to-check', { n: 12 }),
      canRemind: true,
      canKeep: true,
      audits: true,
      rows: Array.from({ length: 14 }, () => ({ ...row(say, 12), title: LONG_NAME })),
      missing: lines(say('glance-missing', { name: 'Acceptable use agreement for staff' })),
    },
  },
  'compliance-message': { normal: { text: say('digest-late', { n: 3 }) } },
  'compliance-link': { normal: { url: 'https://signpost.example/files/abc' } },
  'to-check': {
    normal: {
      notice: undefined,
      none: false,
      checks: [check],
      notMine: [{ record: CASE, arg: 'p-iris training:refresher', name: NAME, what: LONG_NAME }],
    },
    nothing: { notice: say('check-saved'), none: true, checks: [], notMine: [] },
    fullest: {
      notice: say('check-saved'),
      none: false,
      checks: Array.from({ length: 8 }, () => ({
        ...check,
        name: longWords(60),
        certificate: longWords(100),
      })),
      notMine: Array.from({ length: 8 }, () => ({
        record: CASE,
        arg: 'p-iris training:refresher',
        name: longWords(60),
        what: LONG_NAME,
      })),
    },
  },
  'form-wrong': {
    normal: { notice: undefined, record: CASE, arg: 'p-iris training:refresher 2026-11-03' },
    problem: { notice: say('check-no-reason'), record: CASE, arg: 'p-iris training:refresher 2026-11-03' },
  },
  needs: {
    normal: {
      notice: undefined,
      audits: [
        {
          name: 'What I know about online safety',
          audit: 'self-audit',
          answered: say('needs-answered', { n: 41, all: 60 }),
          none: false,
          hasSaid: true,
          said: Array.from({ length: 8 }, () => ({ by: NAME, comment: longWords(300) })),
          needs: [
            { topic: 'Passwords: 3. ', who: words('Invented Person, Another Person and One More') },
            { topic: 'AI: 1. ', who: NAME },
          ],
        },
      ],
    },
    nobody: {
      notice: say('needs-launched', { n: 60 }),
      audits: [
        {
          name: 'What I know about online safety',
          audit: 'self-audit',
          answered: say('needs-answered', { n: 0, all: 60 }),
          none: true,
          hasSaid: false,
          said: [],
          needs: [],
        },
      ],
    },
  },
  'session-pick': {
    normal: {
      none: false,
      trainings: Array.from({ length: 6 }, (_, n) => ({ id: `t-${n}`, name: LONG_NAME })),
    },
    none: { none: true, trainings: [] },
  },
  'form-session': {
    normal: { ...session(say), hasTopics: false, topics: [], needs: undefined, 'typed-names': words('') },
    fullest: { ...session(say), problem: say('session-unknown', { n: 3 }), 'typed-names': longWords(3000) },
  },
  'session-saved': {
    normal: {
      text: say('session-saved', { n: 52, name: 'Safeguarding refresher' }),
      others: undefined,
      hasMissing: false,
      missing: [],
    },
    missing: {
      text: say('session-saved', { n: 52, name: 'Safeguarding refresher' }),
      others: say('session-others', { n: 2 }),
      hasMissing: true,
      missing: lines('Filtering and monitoring', 'Bullying online'),
    },
  },
  'form-audit': {
    normal: {
      problem: undefined,
      name: 'What I know about online safety',
      audit: 'self-audit',
      questions: Array.from({ length: 3 }, (_, n) => question(n, 0)),
      why: WHY.section('Appendix 3'),
    },
    fullest: {
      problem: say('audit-unanswered'),
      name: 'What I know about online safety',
      audit: 'self-audit',
      questions: Array.from({ length: 10 }, (_, n) => question(n, 300)),
      why: WHY.section('Appendix 3'),
    },
  },
  'audit-saved': {
    normal: { name: 'What I know about online safety', leads: [], phones: [] },
    leads: {
      name: 'What I know about online safety',
      leads: [{ names: words('Iris Kay and Owen Pike'), role: 'Designated safeguarding lead (DSL)' }],
      phones: [{ label: 'Fernhill school office', number: '01632 960110' }],
    },
  },
});
