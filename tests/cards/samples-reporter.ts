import { type SlotData, words } from '../../src/cards/fill.ts';
import {
  agencies,
  CASE,
  LEAD,
  lines,
  long,
  longWords,
  NOW,
  PHONE,
  REF,
  type Samples,
  type Say,
  SUBMISSION,
  WHY,
} from './sample-parts.ts';

const form = { ref: REF, case: CASE, notice: undefined };
const again = (say: Say): SlotData => ({ ...form, notice: say('refused-needs-words') });
const draft = { arg: SUBMISSION, problem: undefined, alerted: undefined };

const NEVERS = lines(
  'Do not promise to keep it secret. Say that you must tell someone who can help.',
  'Do not investigate. Do not suggest answers, do not ask why, and do not go back to ask more.',
  'Do not talk about it with anyone else, and do not post it in a chat.',
  'Do not send a picture, a video or a file. We will never ask for one.',
);
const DOS = lines("You may call children's social care or the police yourself, at any time.");
const NUMBERS = [
  { name: "Children's social care", number: '01632 960130' },
  { name: 'Police, not an emergency', number: '101' },
];

const receipt = (say: Say): SlotData => ({
  case: CASE,
  ref: REF,
  notice: undefined,
  time: NOW,
  way: say('receipt-way', { roles: 'the designated safeguarding lead (DSL)' }),
  phone: say('receipt-phone', { ...PHONE, time: '14:35' }),
  dosTitle: say('receipt-dos'),
  dos: DOS,
  neversTitle: say('receipt-nevers'),
  nevers: NEVERS,
  outside: undefined,
  contacts: NUMBERS,
});

const advice = (say: Say): string =>
  say('outside-advice', { contacts: 'NSPCC Whistleblowing Advice Line, 0800 028 0285' });

const view = (say: Say): SlotData => ({
  ...form,
  saved: NOW,
  line: say('reporter-waiting'),
  thanks: undefined,
  question: undefined,
  canAdd: true,
  dos: DOS,
  nevers: NEVERS,
  requests: [],
  asked: [],
  contacts: [{ name: 'NSPCC helpline', reach: '0808 800 5000' }],
  phone: PHONE.number,
  phoneWho: PHONE.who,
});

/** What somebody sees who has a report under way, and what they see of it afterwards. */
export const reporterSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'form-message': {
    normal: { arg: SUBMISSION, again: false, until: 'Tuesday 1 December' },
    again: { arg: SUBMISSION, again: true, until: 'Tuesday 1 December' },
  },
  'form-resume': {
    normal: { ...draft, time: NOW },
    fullest: {
      ...draft,
      problem: say('form-older'),
      alerted: say('form-alerted', { time: NOW }),
      time: 'yesterday 16:20',
    },
  },
  'form-throw-away': {
    normal: draft,
    alerted: { ...draft, alerted: say('form-alerted', { time: NOW }) },
  },
  'form-ended': {
    normal: { text: say('form-thrown-away') },
    gone: { text: say('form-gone') },
  },
  'form-failed': { normal: { arg: SUBMISSION, problem: say('form-not-saved', PHONE) } },
  receipt: {
    normal: receipt(say),
    fullest: {
      ...receipt(say),
      notice: say('receipt-sent'),
      way: say('receipt-way-other'),
      dos: [...DOS, ...lines('Call 999 now. Stay with the child if it is safe.', long(300))],
      nevers: [...NEVERS, ...NEVERS, ...NEVERS],
      outside: advice(say),
      contacts: [
        ...NUMBERS,
        ...NUMBERS,
        { name: 'NSPCC whistleblowing advice line', number: '0800 028 0285' },
      ],
    },
    'to-nobody': {
      ...receipt(say),
      way: say('receipt-way-nobody'),
      phone: say('receipt-phone-now', PHONE),
      dos: [],
      nevers: [],
      contacts: [],
    },
  },
  'form-why': {
    normal: {
      case: CASE,
      route: say('why-route', { roles: 'the designated safeguarding lead (DSL)', why: WHY.section('10.1') }),
      reasons: [...DOS, ...NEVERS].map((each) => ({ ...each, why: `${WHY.floor}; ${WHY.kcsie}` })),
    },
    other: { case: CASE, route: say('why-route-other', { why: WHY.section('10.2') }), reasons: [] },
  },
  'reporter-message': {
    normal: { ref: REF, case: CASE, line: say('reporter-waiting') },
    closed: { ref: REF, case: CASE, line: say('reporter-closed') },
  },
  'question-message': { normal: { ref: REF, case: CASE, line: '' } },
  'phone-message': { normal: { ref: REF, case: CASE, line: say('phone-yourself', PHONE) } },
  'reporter-view': {
    normal: view(say),
    self: { ...view(say), canAdd: false, asked: [] },
    searching: { ...view(say), search: true, dos: [], nevers: lines('Do not look for images.') },
    fullest: {
      ...view(say),
      notice: say('saved'),
      line: say('reporter-closed'),
      outside: advice(say),
      thanks: words('Thank you. Keep watching, come and see me.'),
      question: longWords(1000),
      requests: [
        { case: CASE, request: 'release-device', title: 'Ask to give a device back' },
        { case: CASE, request: 'delete-image', title: 'Ask to delete something' },
      ],
      asked: lines(
        say('request-waiting', { title: 'Ask to give a device back' }),
        say('request-refused', { title: 'Ask to delete something' }),
      ),
    },
  },
  'my-reports': {
    normal: { reports: [{ ref: REF, case: CASE, saved: NOW, line: say('reporter-waiting') }] },
    fullest: {
      reports: Array.from({ length: 10 }, (_, n) => ({
        ref: `K7Q${n}-MD2X`,
        case: `${CASE.slice(0, 3)}${n}${CASE.slice(4)}`,
        saved: 'Monday 23 November 16:20',
        line: say('reporter-opened', { ...LEAD, time: '24 November 08:10' }),
      })),
    },
  },
  'form-add': {
    normal: { ...form, question: undefined },
    fullest: { ...again(say), question: longWords(1000), 'typed-text': longWords(3000) },
  },
  'form-raise': { normal: form, fullest: { ...again(say), 'typed-reason': longWords(3000) } },
  'form-own-call': {
    normal: { ...form, agencies: agencies(say) },
    fullest: {
      ...again(say),
      agencies: agencies(say),
      'typed-agency': words('social-care'),
      'typed-who': longWords(300),
      'typed-date': words('2026-11-24'),
      'typed-time': words('14:20'),
      'typed-reference': longWords(300),
    },
  },
  'form-request': {
    normal: {
      ...form,
      request: 'release-device',
      title: 'Ask to give a device back',
      prompt: 'Which device is it, and why can it go back?',
      why: undefined,
    },
    fullest: {
      ...again(say),
      request: 'release-device',
      title: 'Ask to give a device back',
      prompt: 'Which device is it, and why can it go back?',
      why: WHY.section('9.3'),
      'typed-text': longWords(2000),
    },
  },
});
