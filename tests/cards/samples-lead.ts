import { type SlotData, words } from '../../src/cards/fill.ts';
import {
  agencies,
  CASE,
  LEAD,
  lines,
  long,
  longWords,
  NOW,
  REF,
  type Samples,
  type Say,
  STEP,
} from './sample-parts.ts';

const form = { ref: REF, case: CASE, notice: undefined };
const again = (say: Say): SlotData => ({ ...form, notice: say('refused-needs-words') });
const ref = { ref: REF, case: CASE };

const step = (say: Say, kind: string, text: string, modality: string, locked?: string): SlotData => ({
  text,
  binding: say(`modality-${modality}`),
  why: '10.1; kcsie-2026 part one',
  case: CASE,
  do: kind === 'approve' ? 'approval.open' : 'case.form',
  step: STEP,
  title: say(`button-${kind}`),
  locked: locked === undefined ? undefined : say('step-locked', { first: locked }),
  ready: locked === undefined,
});

const REPORT = [
  'seen',
  'child-words',
  'heard',
  'said',
  'seemed',
  'when',
  'where',
  'mark',
  'wants',
  'opinion',
  'done',
  'told-lead',
] as const;
const told = (say: Say, name: string, text: string): SlotData => ({
  title: say(`report-${name}`),
  text: words(text),
});

const people = (say: Say): readonly SlotData[] => [
  { who: words('Robin Vale, “Rob”, 4 Oak'), part: say('part-harmed') },
  { who: words('Invented Person 2'), part: say('part-adult') },
];

const DECIDE = 'Decide what happens next, and write down why.';
const PARENTS = 'Decide whether to tell the parents, and when. Not if that could put the child at risk.';
const DEVICE = 'Lock the device away, unopened. Write down who holds it.';

const record = (say: Say): SlotData => ({
  ...form,
  line: say('lead-new', { time: '24 November 14:05' }),
  urgent: undefined,
  people: people(say),
  reporter: words('Ada Bell'),
  reported: NOW,
  alertOnly: false,
  steps: [step(say, 'decide', DECIDE, 'must'), step(say, 'decide', PARENTS, 'must')],
  more: undefined,
  moreTitle: say('steps-more', { count: 0 }),
  rules: lines('Nobody photographs the mark. Nobody moves clothing to see more.'),
  report: [told(say, 'seen', 'A red mark above the left elbow.'), told(say, 'heard', say('heard-saw'))],
  canTake: true,
  canWork: true,
  isClosed: false,
  copy: say('copy-here'),
  leftOut: undefined,
});

const recordSamples = (say: Say): Samples => ({
  normal: record(say),
  fullest: {
    ...record(say),
    notice: say('refused-steps-left', { count: 9, steps: `- ${DECIDE} (10.1)\n- ${PARENTS} (10.1)` }),
    urgent: say('urgency-now'),
    callback: words('07700 900123'),
    where: longWords(300),
    people: Array.from({ length: 8 }, () => ({ who: longWords(200), part: say('part-caused') })),
    steps: [
      step(say, 'custody', DEVICE, 'must'),
      step(say, 'refer', "Call children's social care, or write down why not.", 'consider'),
      step(say, 'ask', 'Is an adult part of it, or was the child forced, tricked or paid?', 'must'),
      step(say, 'approve', 'A named role agrees that it may be deleted.', 'should'),
      step(say, 'do', 'Delete it, with somebody beside you.', 'may', 'A named role agrees.'),
    ],
    more: '5',
    moreTitle: say('steps-more', { count: 3 }),
    rules: lines(
      ...Array.from({ length: 6 }, () => 'Nobody looks at the image, copies it, saves it or sends it.'),
    ),
    report: REPORT.map((name) => told(say, name, long(700))),
    copy: say('copy-for', { system: 'MyConcern' }),
    leftOut: say('left-out', { count: 2 }),
  },
  alert: {
    ...record(say),
    people: [],
    urgent: say('urgency-now'),
    callback: words('07700 900123'),
    where: words('The small hall'),
    alertOnly: true,
    report: [],
  },
  closed: {
    ...record(say),
    line: say('lead-closed', { time: '27 November 15:40' }),
    saved: say('saved'),
    steps: [],
    canTake: false,
    canWork: false,
    isClosed: true,
  },
});

const entry = (say: Say, did: string, text?: string): SlotData => ({
  title: say(`did-${did}`),
  when: NOW,
  who: words('Iris Kay'),
  text: text === undefined ? undefined : words(text),
  size: 0,
});

/** What those see who work a case. */
export const leadSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'lead-message': {
    normal: {
      ...ref,
      line: say('lead-new', { time: '24 November 14:05' }),
      urgent: false,
      canTake: true,
      again: false,
    },
    fullest: {
      ...ref,
      line: say('lead-opened', { ...LEAD, time: '24 November 14:11' }),
      urgent: true,
      canTake: true,
      again: true,
    },
    taken: {
      ...ref,
      line: say('lead-owned-added', LEAD),
      urgent: false,
      canTake: false,
      again: false,
    },
  },
  'oversight-message': {
    normal: { ...ref, line: say('oversight-unanswered') },
    answered: { ...ref, line: say('oversight-answered') },
  },
  'record-people': { normal: { ...ref, people: people(say) } },
  record: recordSamples(say),
  history: {
    normal: {
      ...ref,
      page: say('page', { page: 1, pages: 1 }),
      entries: [
        entry(say, 'ConcernReported', `${say('report-seen')} A red mark above the left elbow.`),
        entry(say, 'RecordOpened'),
        entry(say, 'CaseTaken'),
      ],
    },
    fullest: {
      ...ref,
      page: say('page', { page: 2, pages: 3 }),
      entries: [entry(say, 'meeting', long(2900)), entry(say, 'CaseClosed')],
      previous: '0',
      next: '2',
    },
  },
  copy: {
    normal: {
      ...ref,
      page: say('page', { page: 1, pages: 1 }),
      text: words('24 November 2026 at 14:05, Ada Bell: Reported\nSeen or heard: A red mark.'),
    },
    fullest: { ...ref, page: say('page', { page: 2, pages: 3 }), text: longWords(2900), next: '2' },
  },
  'form-note': {
    normal: form,
    fullest: {
      ...again(say),
      'typed-kind': words('meeting'),
      'typed-text': longWords(3000),
      'typed-date': words('2026-11-24'),
      'typed-time': words('14:20'),
      'typed-present': longWords(300),
    },
  },
  'form-ask': { normal: form, fullest: { ...again(say), 'typed-question': longWords(1000) } },
  'form-refer': {
    normal: { ...form, arg: '', agencies: agencies(say) },
    fullest: {
      ...again(say),
      arg: STEP,
      text: "Call children's social care, or write down why not.",
      why: 'kcsie-2026 part one',
      agencies: agencies(say),
      'typed-agency': words('police'),
      'typed-who': longWords(300),
      'typed-date': words('2026-11-24'),
      'typed-time': words('14:20'),
      'typed-reference': longWords(300),
    },
  },
  'form-triage': {
    normal: {
      ...form,
      hasAdult: false,
      categories: [
        { title: 'A nude or semi-nude image (Conduct)', value: 'nudes' },
        { title: 'Hate (Content)', value: 'hate' },
      ],
    },
    fullest: {
      ...form,
      notice: say('refused-changed-meanwhile'),
      hasAdult: true,
      categories: Array.from({ length: 20 }, (_, n) => ({
        title: `Sexual violence and sexual harassment, kind ${n + 1} (Conduct)`,
        value: `kind-${n + 1}`,
      })),
      'typed-category': words('kind-2,kind-9'),
      'typed-offence': words('unsure'),
      'typed-adult': words('same'),
    },
  },
  'form-close': {
    normal: { ...form, arg: '3', elsewhere: undefined },
    fullest: {
      ...form,
      notice: say('refused-confirm', { steps: `- ${PARENTS} (10.1)\n- ${DEVICE} (11.2)` }),
      arg: '3',
      elsewhere: 'MyConcern',
      'typed-reason': longWords(3000),
      'typed-line': longWords(200),
      'typed-reference': longWords(300),
    },
  },
  'form-reopen': { normal: form, fullest: { ...again(say), 'typed-reason': longWords(2000) } },
  'form-step': {
    normal: {
      ...form,
      arg: STEP,
      text: 'Think through the risk to each child in it.',
      why: 'ukcis-nudes-2024',
      optional: false,
      needsAnswer: true,
      custody: false,
      hasAnswers: false,
      answers: [],
    },
    fullest: {
      ...again(say),
      arg: STEP,
      text: 'Is an adult part of it, or was the child forced, tricked or paid?',
      why: 'ukcis-nudes-2024',
      optional: true,
      needsAnswer: false,
      custody: false,
      hasAnswers: true,
      answers: ['Yes', 'No', 'Not sure'].map((title) => ({ title, value: title })),
      'typed-answer': words('Not sure'),
      'typed-note': longWords(3000),
      'typed-reason': longWords(2000),
    },
    ask: {
      ...form,
      arg: STEP,
      text: 'Is an adult part of it, or was the child forced, tricked or paid?',
      why: 'ukcis-nudes-2024',
      optional: false,
      needsAnswer: true,
      custody: false,
      hasAnswers: true,
      answers: ['Yes', 'No', 'Not sure'].map((title) => ({ title, value: title })),
    },
    custody: {
      ...form,
      arg: STEP,
      text: DEVICE,
      why: '11.2',
      optional: false,
      needsAnswer: true,
      custody: true,
      hasAnswers: false,
      answers: [],
      'typed-answer': words('Iris Kay, in the office safe'),
    },
  },
  'form-decide': {
    normal: {
      ...form,
      arg: STEP,
      text: DECIDE,
      why: '10.1',
      answers: ['decide-act', 'decide-no-action', 'decide-wait'].map((name) => ({
        title: say(name),
        value: say(name),
      })),
    },
    fullest: {
      ...again(say),
      arg: STEP,
      text: PARENTS,
      why: '10.1; kcsie-2026 part one',
      answers: ['parents-yes', 'parents-not-yet', 'parents-no'].map((name) => ({
        title: say(name),
        value: say(name),
      })),
      'typed-answer': words(say('parents-not-yet')),
      'typed-reason': longWords(3000),
    },
  },
  'approval-message': { normal: { ...ref, line: 'asked.release-device-1' } },
  approval: {
    normal: {
      ...form,
      arg: 'asked.release-device-1@3',
      text: 'Ask to give a device back',
      why: '9.3',
      who: words('Ada Bell'),
      request: words('The phone can go home with his mother today.'),
      waiting: true,
      standing: say('request-waiting', { title: 'Ask to give a device back' }),
    },
    fullest: {
      ...again(say),
      arg: 'asked.release-device-1@3',
      text: 'Ask to give a device back',
      why: '9.3',
      mayWork: true,
      who: longWords(80),
      request: longWords(2000),
      waiting: true,
      standing: say('request-waiting', { title: 'Ask to give a device back' }),
      'typed-reason': longWords(2000),
    },
    answered: {
      ...form,
      arg: 'asked.release-device-1@4',
      text: 'Ask to give a device back',
      why: '9.3',
      who: words('Ada Bell'),
      request: words('The phone can go home with his mother today.'),
      waiting: false,
      standing: say('request-approved', { title: 'Ask to give a device back' }),
    },
  },
});
