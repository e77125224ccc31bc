import { type SlotData, words } from '../../src/cards/fill.ts';
import {
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
  WHY,
} from './sample-parts.ts';
import { registerLines, registerOfMany } from './samples-children.ts';
import { referralLines } from './samples-referrals.ts';
import { thresholdLine } from './samples-staff.ts';
import { storyLead, storyLeads } from './samples-story.ts';
import { workOnRecord } from './samples-work.ts';

const form = { ref: REF, case: CASE, notice: undefined };
const ref = { ref: REF, case: CASE };

const step = (say: Say, kind: string, text: string, modality: string, locked?: string): SlotData => ({
  text,
  binding: say(`modality-${modality}`),
  why: `${WHY.ours('10.1')}; ${WHY.kcsie}`,
  case: CASE,
  do: kind === 'approve' ? 'approval.open' : 'case.form',
  step: STEP,
  title: kind === 'inform' ? say('tell-role', { roles: 'headteacher' }) : say(`button-${kind}`),
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

export const DECIDE = 'Decide what happens next, and write down why.';
export const PARENTS =
  'Decide whether to tell the parents, and when. Not if that could put the child at risk.';
export const DEVICE = 'Lock the device away, unopened. Write down who holds it.';

const record = (say: Say): SlotData => ({
  ...form,
  line: say('lead-new', { time: '24 November 14:05' }),
  urgent: undefined,
  people: people(say),
  register: registerLines(say).slice(0, 1),
  referrals: [],
  story: storyLead(say),
  reporter: words('Ada Bell'),
  reported: NOW,
  alertOnly: false,
  steps: [step(say, 'decide', DECIDE, 'must'), step(say, 'decide', PARENTS, 'must')],
  more: undefined,
  also: [],
  moreTitle: say('steps-more', { count: 0 }),
  about: undefined,
  told: [],
  rules: lines('Nobody photographs the mark. Nobody moves clothing to see more.'),
  report: [told(say, 'seen', 'A red mark above the left elbow.'), told(say, 'heard', say('heard-saw'))],
  canTake: true,
  canWork: true,
  canAsk: true,
  isClosed: false,
  copy: say('copy-here'),
  leftOut: undefined,
});

const recordSamples = (say: Say): Samples => ({
  normal: record(say),
  fullest: {
    ...record(say),
    notice: say('refused-steps-left', {
      count: 9,
      steps: `- ${DECIDE} (${WHY.ours('10.1')})\n- ${PARENTS} (${WHY.ours('10.1')})`,
    }),
    urgent: say('urgency-now'),
    callback: words('07700 900123'),
    where: longWords(300),
    people: Array.from({ length: 8 }, () => ({ who: longWords(200), part: say('part-caused') })),
    register: registerLines(say).slice(1),
    story: storyLead(say),
    steps: [
      { ...step(say, 'custody', DEVICE, 'must'), late: say('step-late', { time: 'yesterday 16:05' }) },
      step(say, 'refer', "Call children's social care, or write down why not.", 'consider'),
      {
        ...step(say, 'decide', PARENTS, 'must'),
        due: say('step-due', { time: 'today 16:05' }),
        last: say('step-last', { answer: 'Not yet, because', time: NOW }),
      },
      {
        ...step(say, 'do', 'Make a plan of support for this child.', 'must'),
        child: longWords(80),
        goesWith: `${say('link-goes-with', { titles: 'Behaviour policy and Anti-bullying policy' })} ${say('link-missing', { titles: 'Anti-bullying policy' })}`,
        links: [
          {
            open: say('link-open', { title: 'Behaviour policy' }),
            url: 'https://school.example/behaviour',
          },
        ],
      },
      step(say, 'approve', 'A named role agrees that it may be deleted.', 'should'),
      step(say, 'do', 'Delete it, with somebody beside you.', 'may', 'A named role agrees.'),
    ],
    about: say('record-about-adult'),
    also: [step(say, 'inform', 'Tell the headteacher. You choose what they read.', 'may')],
    told: [
      {
        title: say('told-with-report', { roles: 'technical lead', time: NOW }),
        text: words('bad.example/page, Tablet 12, 2026-11-24 09:50'),
        nobody: say('told-nobody-now'),
        answers: [],
      },
      {
        title: say('told-by-lead', { roles: 'headteacher', time: NOW }),
        text: longWords(120),
        answers: [
          { title: say('told-answer', { time: NOW }), who: words('Vera Wynn'), text: longWords(120) },
        ],
      },
    ],
    more: '5',
    moreTitle: say('steps-more', { count: 3 }),
    back: true,
    beside: { ref: 'Q2W3-ER4T', case: CASE },
    rules: lines(
      ...Array.from({ length: 6 }, () => 'Nobody looks at the image, copies it, saves it or sends it.'),
    ),
    report: REPORT.map((name) => told(say, name, long(520))),
    copy: say('copy-for', { system: 'MyConcern' }),
    leftOut: say('left-out', { count: 2 }),
  },
  busy: { ...record(say), ...workOnRecord(say) },
  handed: {
    ...record(say),
    line: say('lead-handed', { role: 'deputy lead', time: '24 November 14:05' }),
    handedBy: say('handed-by', LEAD),
    handedNote: longWords(401),
  },
  waits: {
    ...record(say),
    register: registerOfMany(say),
    referrals: referralLines(say),
    story: storyLeads(say),
    steps: [
      { ...step(say, 'do', 'Make a plan of support for this child.', 'must'), child: words('Robin Vale') },
      {
        ...step(say, 'approve', 'A named role agrees that it may be deleted.', 'must'),
        waits: say('approval-waits', { role: 'headteacher' }),
        ready: false,
      },
      {
        ...step(say, 'approve', 'Somebody else agrees.', 'must'),
        waits: say('approval-waits-other', { role: 'safeguarding lead' }),
        ready: false,
      },
      {
        ...step(say, 'approve', 'Nobody can agree.', 'must'),
        waits: say('approval-nobody', { number: '01632 960100', who: 'the office' }),
        ready: false,
      },
    ],
  },
  judged: {
    ...record(say),
    about: say('record-about-adult'),
    register: [thresholdLine(say)],
  },
  alert: {
    ...record(say),
    story: [],
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
  'record-people': {
    normal: { ...ref, notice: undefined, saved: undefined, people: people(say) },
    fullest: {
      ...ref,
      notice: say('refused-owned-by-another'),
      saved: say('taken'),
      people: Array.from({ length: 20 }, () => ({ who: longWords(200), part: say('part-caused') })),
    },
  },
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
      attempts: [],
    },
    fullest: {
      ...ref,
      page: say('page', { page: 2, pages: 3 }),
      entries: [entry(say, 'meeting', long(2900)), entry(say, 'CaseClosed')],
      attempts: [
        { text: say('attempts-before', { count: 2 }) },
        ...Array.from({ length: 10 }, () => ({ text: say('attempt', { role: 'colleague', time: NOW }) })),
      ],
      previous: '0',
      next: '2',
    },
  },
  copy: {
    normal: {
      ...ref,
      page: say('page', { page: 1, pages: 1 }),
      text: words('1. 24 November 2026 at 14:05, Ada Bell: Reported\nSeen or heard: A red mark.'),
      copied: say('copied-to', { system: 'MyConcern' }),
    },
    fullest: { ...ref, page: say('page', { page: 2, pages: 3 }), text: longWords(2900), next: '2' },
  },
});
