import { type SlotData, words } from '../../src/cards/fill.ts';
import {
  CASE,
  LEAD,
  lines,
  longWords,
  PHONE,
  REF,
  type Samples,
  type Say,
  SUBMISSION,
  WHY,
} from './sample-parts.ts';

const lead = 'the designated safeguarding lead (DSL)';
const NO_IMAGE = 'Do not search if there may be a nude image on it. Stop at once if you see one.';
const NEVERS = lines(
  NO_IMAGE,
  'Nothing on it is deleted. The device stays closed until the police have it or have said no.',
);
const ASK = 'Could there be a nude or indecent image of a child on it?';
const answers = (...titles: readonly string[]): readonly SlotData[] =>
  titles.map((title) => ({ title, value: title }));

const boxes = (nth: number): SlotData =>
  Object.fromEntries(
    ['answer', 'who', 'place', 'because', 'note'].map((box) => [`${box}Id`, `${box}-${nth}`]),
  );

const step = (say: Say): SlotData => ({
  ...boxes(3),
  ref: REF,
  case: CASE,
  notice: undefined,
  saved: undefined,
  rules: lines(NO_IMAGE),
  arg: 'device-search.image@3',
  text: ASK,
  why: WHY.nudes,
  answerLabel: say('spot-answer'),
  choices: answers('Yes', 'No', 'Not sure'),
  custody: false,
  hasNote: true,
  noteLabel: say('spot-note'),
  noteNeeded: false,
  optional: false,
});

const typed: SlotData = {
  'typed-answer': words('Not sure'),
  'typed-who': longWords(300),
  'typed-place': longWords(300),
  'typed-because': longWords(300),
  'typed-note': longWords(2000),
};
const waits = [{ text: 'Agree to the search.', why: WHY.ours('6.3') }];

const LEXICON = { child: 'pupil', setting: 'school' };

/** What whoever searches a device is shown, and whoever may not. */
export const spotSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'spot-start': {
    normal: { ...LEXICON, arg: SUBMISSION, notice: undefined, lead, sites: [] },
    fullest: {
      ...LEXICON,
      arg: SUBMISSION,
      notice: say('refused-needs-words'),
      lead,
      sites: [
        { title: 'Fernhill Primary School', value: 'fernhill' },
        { title: 'Brook Primary School', value: 'brook' },
      ],
      'typed-site': words('brook'),
      'typed-owner': words('child'),
      'typed-device': longWords(120),
      'typed-whose': longWords(120),
      'typed-where': longWords(300),
      'typed-others': longWords(300),
    },
  },
  'spot-refused': {
    normal: {
      may: say('spot-may', {
        roles: 'The headteacher or the member of staff whom the headteacher authorised',
      }),
      why: WHY.ours('6.3'),
      lead,
      dos: lines('If you have already seen the image, say so. You are not in trouble for saying so.'),
      nevers: lines('Do not ask the child to show it, send it or download it.'),
    },
    nobody: { may: say('spot-may-nobody'), why: undefined, lead, dos: [], nevers: [] },
  },
  'spot-adult': {
    normal: {
      rule: "Do not search a colleague's own device. The power to search children does not reach it.",
      why: WHY.floor,
      dos: lines('If you have the device, take it straight to the person this goes to. Do not take it home.'),
      nevers: lines('Do not speak to the adult about it, and do not warn anyone.'),
    },
    nowhere: { rule: undefined, why: undefined, dos: [], nevers: [] },
  },
  'spot-step': {
    normal: step(say),
    fullest: {
      ...step(say),
      ...typed,
      notice: say('refused-not-offered-custody', {
        answers: 'A parent or carer · The child · The police',
        why: WHY.ours('6.3'),
      }),
      saved: say('saved'),
      rules: [...NEVERS, ...NEVERS],
      text: 'Give the device back. Write down who has it now.',
      answerLabel: say('spot-answer-custody'),
      choices: answers('A parent or carer', 'The child', 'The police'),
      custody: true,
      hasNote: false,
      optional: true,
    },
    record: {
      ...step(say),
      ...typed,
      arg: 'device-search.result@7',
      text: 'Write down who searched, who was there, and what was found.',
      choices: [],
      noteLabel: say('spot-note-record'),
      noteNeeded: true,
    },
  },
  'spot-wait': {
    normal: {
      ref: REF,
      case: CASE,
      notice: undefined,
      rules: lines(NO_IMAGE),
      line: say('spot-waits', { roles: 'the headteacher or the deputy safeguarding lead' }),
      waits,
    },
    fullest: {
      ref: REF,
      case: CASE,
      notice: say('refused-already-done'),
      rules: NEVERS,
      line: say('spot-waits-deletion', { roles: lead }),
      waits: [...waits, ...waits],
    },
    lead: {
      ref: REF,
      case: CASE,
      notice: undefined,
      rules: [],
      line: say('spot-waits-lead', { lead }),
      waits: [],
    },
  },
  'spot-stop': {
    normal: {
      ref: REF,
      case: CASE,
      lead,
      saved: say('spot-stopped-saved'),
      ...PHONE,
      why: `${WHY.floor}; ${WHY.nudes}; ${WHY.ours('6.3')}`,
    },
  },
  'spot-done': {
    normal: {
      ref: REF,
      case: CASE,
      notice: undefined,
      rules: NEVERS,
      line: say('reporter-owned', LEAD),
      phone: say('receipt-phone', { ...PHONE, time: '14:35' }),
      contacts: [
        { name: "Children's social care", number: '01632 960130' },
        { name: 'Police, not an emergency', number: '101' },
      ],
    },
    declined: {
      ref: REF,
      case: CASE,
      notice: say('spot-declined', { roles: 'The headteacher' }),
      rules: [],
      line: say('reporter-waiting'),
      phone: say('spot-phone', PHONE),
      contacts: [],
    },
  },
  'spot-message': {
    normal: { ref: REF, case: CASE, line: say('spot-going') },
    waits: { ref: REF, case: CASE, line: say('spot-going-waits') },
    declined: { ref: REF, case: CASE, line: say('spot-there-is-an-answer') },
  },
});
