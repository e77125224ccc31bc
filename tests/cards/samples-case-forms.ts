import { type SlotData, words } from '../../src/cards/fill.ts';
import { agencies, CASE, longWords, NOW, REF, type Samples, type Say, STEP, WHY } from './sample-parts.ts';
import { DECIDE, DEVICE, PARENTS } from './samples-lead.ts';
import { warnings } from './samples-telling.ts';

const form = { ref: REF, case: CASE, notice: undefined };
const again = (say: Say): SlotData => ({ ...form, notice: say('refused-needs-words') });
const ref = { ref: REF, case: CASE };

const PEOPLE = [
  { title: 'Iris Kay', value: 'p-iris' },
  { title: 'Nadia Marsh', value: 'p-nadia' },
];

/** What those fill in who work a case, and those who say yes or no. */
export const caseFormSamples = (say: Say): Readonly<Record<string, Samples>> => ({
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
      why: WHY.kcsie,
      agencies: agencies(say),
      optional: true,
      skip: `skip:${STEP}`,
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
      notice: say('refused-confirm', {
        steps: `- ${PARENTS} (${WHY.ours('10.1')})\n- ${DEVICE} (${WHY.ours('11.2')})`,
      }),
      arg: '3',
      toConfirm: true,
      elsewhere: 'MyConcern',
      'typed-reason': longWords(3000),
      'typed-line': longWords(200),
      'typed-reference': longWords(300),
    },
  },
  'form-involved': {
    normal: { ...form, people: PEOPLE },
    fullest: { ...again(say), people: PEOPLE, 'typed-person': words('p-nadia') },
  },
  'form-skip': {
    normal: { ...form, arg: STEP, text: DEVICE, why: WHY.section('11.2') },
    fullest: {
      ...again(say),
      arg: STEP,
      text: DEVICE,
      why: WHY.section('11.2'),
      'typed-reason': longWords(2000),
    },
  },
  'form-reopen': { normal: form, fullest: { ...again(say), 'typed-reason': longWords(2000) } },
  'form-step': {
    normal: {
      ...form,
      arg: STEP,
      text: 'Think through the risk to each child in it.',
      why: WHY.nudes,
      optional: false,
      custody: false,
      hasAnswers: false,
      answers: [],
    },
    fullest: {
      ...again(say),
      arg: STEP,
      text: 'Is an adult part of it, or was the child forced, tricked or paid?',
      why: WHY.nudes,
      optional: true,
      skip: `skip:${STEP}`,
      custody: false,
      hasAnswers: true,
      answers: ['Yes', 'No', 'Not sure'].map((title) => ({ title, value: title })),
      'typed-answer': words('Not sure'),
      'typed-note': longWords(3000),
    },
    ask: {
      ...form,
      arg: STEP,
      text: 'Is an adult part of it, or was the child forced, tricked or paid?',
      why: WHY.nudes,
      optional: false,
      custody: false,
      hasAnswers: true,
      answers: ['Yes', 'No', 'Not sure'].map((title) => ({ title, value: title })),
    },
    custody: {
      ...form,
      arg: STEP,
      text: DEVICE,
      why: WHY.section('11.2'),
      optional: false,
      custody: true,
      hasAnswers: false,
      answers: [],
      'typed-answer': words('Iris Kay, in the office safe'),
    },
    'hand-over': {
      ...form,
      arg: STEP,
      text: 'Give the device back. Write down who has it now.',
      why: WHY.section('9.3'),
      optional: false,
      custody: false,
      handOver: true,
      hasAnswers: true,
      answers: ['A parent or carer', 'The police'].map((title) => ({ title, value: title })),
      'typed-who': longWords(2000),
    },
  },
  'form-decide': {
    normal: {
      ...form,
      arg: STEP,
      text: DECIDE,
      why: WHY.section('10.1'),
      answers: ['decide-act', 'decide-no-action', 'decide-wait'].map((name) => ({
        title: say(name),
        value: say(name),
      })),
    },
    fullest: {
      ...again(say),
      optional: true,
      skip: `skip:${STEP}`,
      arg: STEP,
      last: say('step-last', { answer: 'Not yet, because', time: NOW }),
      warnings: warnings(say),
      text: PARENTS,
      why: `${WHY.section('10.1')}; ${WHY.kcsie}`,
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
      why: WHY.section('9.3'),
      who: words('Ada Bell'),
      request: words('The phone can go home with his mother today.'),
      waiting: true,
      standing: say('request-waiting', { title: 'Ask to give a device back' }),
    },
    fullest: {
      ...again(say),
      arg: 'asked.release-device-1@3',
      text: 'Ask to give a device back',
      why: WHY.section('9.3'),
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
      why: WHY.section('9.3'),
      who: words('Ada Bell'),
      request: words('The phone can go home with his mother today.'),
      waiting: false,
      standing: say('request-approved', { title: 'Ask to give a device back' }),
    },
  },
});
