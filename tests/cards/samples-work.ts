import { type SlotData, words } from '../../src/cards/fill.ts';
import { CASE, choices, lines, longWords, NOW, people, REF, type Samples, type Say } from './sample-parts.ts';

const ref = { ref: REF, case: CASE };
const form = { ...ref, notice: undefined };

const decisions = (say: Say) =>
  choices(say, 'decision', ['no-referral', 'no-further-action', 'keep-watching', 'early-help', 'other']);
const meetings = (say: Say) =>
  choices(say, 'meeting', ['strategy', 'conference', 'core-group', 'review', 'family', 'other']);

const meeting = (say: Say, text = words('Room 2 · The nurse'), note?: string): SlotData => ({
  title: say('work-meeting', { kind: say('meeting-strategy'), time: '26 November 14:00' }),
  text,
  note,
  button: say('work-how'),
  arg: 'meeting-held:0',
});
const task = (
  say: Say,
  text = words('Ben Orchard: Meet him at the gate.'),
  parts: SlotData = {},
): SlotData => ({
  title: say('work-task', { day: '26 November 2026' }),
  text,
  button: say('work-settle'),
  arg: 'task-done:0',
  ...parts,
});

/** What stands on the record of meetings and tasks. */
export const workOnRecord = (say: Say): SlotData => ({
  work: [
    task(say, longWords(81), { said: longWords(81), note: say('work-task-late') }),
    meeting(say),
    task(say, undefined, {
      said: words('Ben Orchard: Done.'),
      note: say('work-task-done'),
      button: undefined,
    }),
  ],
  moreWork: say('work-more', { count: 2 }),
});

/** What leads write of their own work, and what a colleague sees of it. */
export const workSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'form-note': {
    normal: form,
    fullest: {
      ...form,
      notice: say('problem-future'),
      'typed-kind': words('meeting'),
      'typed-text': longWords(3000),
      'typed-opinion': longWords(3000),
      'typed-date': words('2026-11-24'),
      'typed-time': words('14:20'),
      'typed-present': longWords(300),
    },
  },
  'form-decision': {
    normal: { ...form, kinds: decisions(say) },
    fullest: {
      ...form,
      notice: say('refused-needs-words'),
      kinds: decisions(say),
      stillAsked: say('decision-still-refer'),
      'typed-what': words('no-referral'),
      'typed-reason': longWords(3000),
    },
  },
  'form-meeting': {
    normal: { ...form, kinds: meetings(say) },
    fullest: {
      ...form,
      notice: say('problem-past'),
      kinds: meetings(say),
      'typed-kind': words('core-group'),
      'typed-date': words('2026-11-24'),
      'typed-time': words('14:20'),
      'typed-where': longWords(300),
      'typed-who': longWords(300),
    },
  },
  'form-meeting-held': {
    normal: { ...form, arg: '0', meeting: meeting(say).title },
    fullest: {
      ...form,
      notice: say('problem-choose'),
      arg: '0',
      meeting: meeting(say).title,
      'typed-held': words('no'),
      'typed-text': longWords(3000),
    },
  },
  'form-task': {
    normal: { ...form, people: people(12), today: '2026-11-24' },
    fullest: {
      ...form,
      notice: say('problem-who'),
      people: [...people(99), { title: say('person-away', { name: 'Invented Person 100' }), value: 'p-100' }],
      today: '2026-11-24',
      'typed-to': words('p-7'),
      'typed-text': longWords(500),
      'typed-due': words('2026-11-26'),
    },
  },
  'form-task-done': {
    normal: {
      ...form,
      arg: '0',
      who: words('Ben Orchard'),
      task: words('Meet him at the gate.'),
      until: '26 November 2026',
    },
    fullest: {
      ...form,
      notice: say('refused-changed-meanwhile'),
      arg: '0',
      who: words('Ben Orchard'),
      task: longWords(500),
      until: '26 November 2026',
      'typed-text': longWords(2000),
    },
  },
  'record-add': { normal: ref },
  'record-work': {
    normal: { ...ref, items: [meeting(say), task(say)] },
    fullest: {
      ...ref,
      items: [
        meeting(say, longWords(301), say('work-meeting-over')),
        ...Array.from({ length: 6 }, () =>
          task(say, longWords(301), { said: longWords(301), note: say('work-task-gone') }),
        ),
        task(say, longWords(301), { said: longWords(301), note: say('work-task-done'), button: undefined }),
      ],
    },
  },
  'task-message': {
    normal: { ...ref, arg: '0', line: say('task-new') },
    again: { ...ref, arg: '0', line: say('task-again') },
    answered: { ...ref, arg: '0', line: say('task-answered') },
  },
  'meeting-message': { normal: { ...ref, line: say('meeting-how') } },
  task: {
    normal: {
      ...form,
      arg: '0',
      from: say('task-from', { role: 'safeguarding lead', time: NOW }),
      until: say('task-until', { day: '26 November 2026' }),
      text: words('Please meet him at the gate on Thursday.'),
      answers: [],
      open: true,
    },
    fullest: {
      ...form,
      notice: say('task-why'),
      arg: '0',
      from: say('task-from', { role: 'safeguarding lead', time: NOW }),
      until: say('task-until', { day: '26 November 2026' }),
      text: longWords(500),
      answers: lines('1', '2', '3').map(() => ({
        title: say('told-yours', { time: NOW }),
        text: longWords(301),
      })),
      open: true,
      'typed-text': longWords(2000),
    },
    answered: {
      ...form,
      saved: say('told-sent'),
      arg: '0',
      from: say('task-from', { role: 'safeguarding lead', time: NOW }),
      until: say('task-until', { day: '26 November 2026' }),
      text: words('Please meet him at the gate on Thursday.'),
      answers: [{ title: say('told-yours', { time: NOW }), text: words('He came alone.') }],
      open: false,
    },
  },
});
