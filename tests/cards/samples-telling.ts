import { type SlotData, words } from '../../src/cards/fill.ts';
import {
  CASE,
  lines,
  longWords,
  NOW,
  PHONE,
  REF,
  type Samples,
  type Say,
  STEP,
  WHY,
} from './sample-parts.ts';

const TELL_IT = 'Tell the technical lead which page got through, so that they can close it.';
const TELL_PARENTS = 'Tell the parents. Write down whom you told, how and when, and what was said.';

const step: SlotData = {
  ref: REF,
  case: CASE,
  notice: undefined,
  arg: STEP,
  text: TELL_IT,
  why: WHY.section('7.2.2'),
  optional: false,
  warnings: [],
  nobody: undefined,
};
const skip = { optional: true, skip: `skip:${STEP}` };

/** What stands on the form before parents are told. */
export const warnings = (say: Say): readonly SlotData[] =>
  lines(
    say('warn-police'),
    'Do not tell parents if a child at home could be hurt because of it.',
    'Honour-based abuse, FGM or forced marriage: ask the police or social care before anyone tells a parent.',
    say('warn-parents'),
  );

/** What leads fill in who tell others, and what those others see. */
export const tellingSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'form-inform': {
    normal: {
      ...step,
      readers: words('Ivo Stone'),
      send: say('tell-send-role', { roles: 'technical lead' }),
      self: `self:${STEP}`,
      'typed-text': words('bad.example/page\nTablet 12\n2026-11-24 09:50'),
    },
    fullest: {
      ...step,
      ...skip,
      notice: say('refused-needs-words'),
      readers: longWords(300),
      send: say('tell-send-roles'),
      self: `self:${STEP}`,
      'typed-text': longWords(3000),
    },
  },
  'form-contact': {
    normal: { ...step, text: TELL_PARENTS },
    fullest: {
      ...step,
      ...skip,
      text: TELL_PARENTS,
      child: words('Robin Vale'),
      notice: say('refused-needs-words'),
      warnings: warnings(say),
      'typed-answer': longWords(300),
      'typed-date': words('2026-11-24'),
      'typed-time': words('14:20'),
      'typed-note': longWords(2900),
    },
    'nobody-here': {
      ...step,
      notice: say('refused-nobody-to-tell'),
      nobody: `${say('tell-nobody')} ${say('tell-nobody-ask', { role: 'headteacher' })}`,
      'typed-note': words('Please close the page for everyone.'),
    },
    'nobody-at-all': {
      ...step,
      nobody: `${say('tell-nobody')} ${say('tell-nobody-phone', PHONE)}`,
    },
    'only-yourself': { ...step, nobody: say('tell-yourself') },
  },
  told: {
    normal: {
      ref: REF,
      case: CASE,
      arg: '0',
      from: say('told-from', { role: 'safeguarding lead', time: NOW }),
      text: words('Please close bad.example/page for everyone.'),
      answers: [],
    },
    fullest: {
      ref: REF,
      case: CASE,
      arg: '0',
      notice: say('refused-needs-words'),
      saved: say('told-sent'),
      from: say('told-from-report', { time: NOW }),
      text: longWords(3000),
      answers: Array.from({ length: 3 }, () => ({
        title: say('told-yours', { time: NOW }),
        text: longWords(500),
      })),
      'typed-text': longWords(2000),
    },
  },
  'told-message': {
    normal: { ref: REF, case: CASE, arg: '0', line: say('told-new') },
    answered: { ref: REF, case: CASE, arg: '0', line: say('told-answered') },
  },
});
