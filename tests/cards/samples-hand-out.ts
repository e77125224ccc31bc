import { words } from '../../src/cards/fill.ts';
import { CASE, choices, longWords, NOW, REF, type Samples, type Say } from './sample-parts.ts';

const READERS = ['school', 'social-care', 'police', 'parent', 'subject', 'court', 'other'];

/** Handing out a file, and passing it on to the next school. */
export const handOutSamples = (say: Say): Readonly<Record<string, Samples>> => {
  const readers = choices(say, 'hand-reader', READERS);
  const ofCase = { ref: REF, record: CASE, case: CASE, child: undefined, readers };
  const ofChild = { ...ofCase, case: undefined, child: CASE };
  const url = 'https://signpost.example/files/AbCdEf123456';
  const check = {
    arg: 'chronology|parent',
    reader: say('hand-reader-parent'),
    leave: 'children,reporters,adults',
  };
  const typed = { 'typed-who': words(''), 'typed-names': words(''), 'typed-about': '0' };
  const line = (name: string, text: string) => ({ title: say(`transfer-line-${name}`), text: words(text) });
  const form = (step: string, day: boolean, second: boolean) => ({
    ref: REF,
    record: CASE,
    step,
    title: say(`transfer-step-${step}`),
    text: say(`transfer-text-${step}`),
    day: day ? say(`transfer-day-${step}`) : undefined,
    first: say(`transfer-first-${step}`),
    second: second ? say(`transfer-second-${step}`) : undefined,
    'typed-on': '2026-11-24',
    'typed-first': words(''),
    'typed-second': words(''),
  });
  const file = { ref: REF, record: CASE, name: words('Robin Vale') };
  return {
    'form-hand-out': { normal: ofCase, child: ofChild },
    'form-hand-check': {
      normal: { ...ofCase, ...check, ...typed, children: [] },
      child: { ...ofChild, ...check, ...typed, children: [] },
      fullest: {
        ...ofCase,
        ...check,
        notice: say('hand-needs-who'),
        children: Array.from({ length: 8 }, (_, n) => ({
          value: `${n}`,
          title: say('hand-which', { n: n + 1 }),
          name: longWords(120),
        })),
        'typed-who': longWords(300),
        'typed-names': longWords(600),
        'typed-about': '1',
      },
    },
    'hand-link': { normal: { ...ofCase, url, count: 1 }, child: { ...ofChild, url, count: 7 } },
    'child-transfer': {
      normal: {
        ...file,
        lines: [],
        next: say('transfer-next-leaving'),
        step: say('transfer-step-leaving'),
        stepArg: 'leaving',
      },
      fullest: {
        ...file,
        notice: say('refused-not-confirmed'),
        saved: say('saved'),
        lines: [
          line('received', 'Elm School, 2025-09-03, Two folders'),
          line('elsewhere', 'The grey cabinet, Papers until 2024'),
          line('leaving', '2026-11-24, Oakmead School'),
          line('school', 'Their lead'),
          { ...line('sent', ''), text: longWords(1300) },
        ],
        next: say('transfer-next-receipt'),
        due: say('transfer-due', { time: NOW }),
        step: say('transfer-step-receipt'),
        stepArg: 'receipt',
      },
    },
    'form-transfer': {
      normal: form('leaving', true, false),
      fullest: {
        ...form('received', true, true),
        notice: say('refused-needs-words'),
        'typed-first': longWords(300),
        'typed-second': longWords(1000),
      },
    },
    transfers: {
      normal: {
        rows: Array.from({ length: 20 }, () => ({
          record: CASE,
          ref: REF,
          line: say('transfer-due', { time: NOW }),
        })),
        more: say('transfers-more', { count: 3 }),
      },
    },
    'child-due-message': {
      normal: { ref: REF, record: CASE, text: say('transfer-chase-receipt'), open: 'open' },
      over: { ref: REF, record: CASE, text: say('transfer-chase-over'), open: undefined },
    },
  };
};
