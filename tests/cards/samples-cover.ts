import { words } from '../../src/cards/fill.ts';
import { CASE, LEAD, longWords, PHONE, people, REF, type Samples, type Say } from './sample-parts.ts';

const UNTIL = '27 November 12:00';

const chosen = (say: Say, count: number) => [
  { title: say('hand-nobody'), value: 'nobody' },
  ...people(count),
];

const turns = (say: Say, count: number) =>
  [1, 2, 3, 4, 5].flatMap((day) =>
    (['morning', 'afternoon'] as const).map((half) => ({
      id: `turn-${day}-${half}`,
      label: `${say(`weekday-${day}`)}, ${say(`half-${half}`)}`,
      people: [{ title: say('rota-nobody'), value: 'nobody' }, ...people(count)],
      value: 'nobody',
    })),
  );

/** Another id for each case of one card. */
const caseOf = (n: number): string => `${CASE.slice(0, -1)}${n}`;

/** Being away, handing over, and the rota. */
export const coverSamples = (say: Say): Readonly<Record<string, Samples>> => {
  const spell = say('away-from-now', { until: UNTIL });
  const form = {
    notice: undefined,
    isAway: false,
    asks: false,
    people: [],
    'typed-whom': 'me',
    'typed-from': '2026-11-24',
    'typed-begins': 'day',
    'typed-until': '2026-11-27',
    'typed-ends': 'morning',
  };
  const cases = {
    notice: undefined,
    arg: '2026-11-24T10:05:00.000Z|2026-11-27T12:00:00.000Z',
    text: say('hand-away', { spell }),
    isAway: true,
    cases: [{ ref: REF, name: words('Robin Vale') }],
    more: undefined,
    people: chosen(say, 2),
    'typed-to': 'nobody',
    'typed-note': words(''),
    canPart: false,
  };
  const each = {
    toId: `to-${CASE}`,
    noteId: `note-${CASE}`,
    ref: REF,
    name: words('Robin Vale'),
    people: chosen(say, 2),
    'typed-to': 'nobody',
  };
  const handed = {
    ref: REF,
    case: CASE,
    line: say('lead-handed', { role: 'deputy lead', time: '24 November 14:05' }),
    urgent: false,
    canTake: true,
    again: false,
  };
  return {
    away: {
      normal: form,
      fullest: {
        ...form,
        notice: say('away-too-long'),
        isAway: true,
        asks: true,
        people: [{ title: say('away-me'), value: 'me' }, ...people(40)],
      },
    },
    'away-cases': {
      normal: cases,
      fullest: {
        ...cases,
        notice: say('hand-note'),
        cases: Array.from({ length: 20 }, (_, n) => ({
          case: caseOf(n % 10),
          ref: REF,
          name: longWords(41),
        })),
        more: say('hand-more', { n: 12 }),
        people: chosen(say, 14),
        'typed-note': longWords(1000),
        canPart: true,
      },
    },
    'away-each': {
      normal: { ...cases, cases: [{ ...each, 'typed-note': words('') }] },
      fullest: {
        ...cases,
        notice: say('hand-note'),
        cases: Array.from({ length: 4 }, (_, n) => ({
          ...each,
          toId: `to-${caseOf(n)}`,
          noteId: `note-${caseOf(n)}`,
          name: longWords(41),
          people: chosen(say, 14),
          'typed-note': longWords(1000),
        })),
      },
    },
    'away-done': {
      normal: {
        who: undefined,
        text: say('away-saved', { spell }),
        lines: [{ text: say('hand-done', { n: 3 }) }, { text: say('hand-left-one') }],
        canReturn: true,
      },
      other: {
        who: words('Invented Person'),
        text: say('away-saved-other', { spell }),
        lines: [{ text: say('away-other-told') }],
        canReturn: false,
      },
    },
    'away-message': {
      normal: { text: say('away-told', { ...LEAD, until: UNTIL }), canReturn: true },
      over: { text: say('away-told-over'), canReturn: false },
    },
    'cover-message': {
      normal: { text: say('cover-missing', { site: 'Fernhill Primary School' }) },
      over: { text: say('cover-again', { site: 'Fernhill Primary School' }) },
    },
    'hand-over-message': { normal: { n: 3 } },
    'handed-message': { normal: handed, urgent: { ...handed, urgent: true, again: true } },
    rota: {
      normal: {
        notice: undefined,
        saved: undefined,
        site: 'Fernhill Primary School',
        arg: 'fernhill|k7Q4md2XH8rv5W3t',
        turns: turns(say, 2),
        others: [],
      },
      fullest: {
        notice: say('rota-changed'),
        saved: say('rota-saved'),
        site: 'Fernhill Primary School',
        arg: 'fernhill|k7Q4md2XH8rv5W3t',
        turns: turns(say, 14),
        others: [{ arg: 'brook', title: say('rota-of', { site: 'Brook Primary School' }) }],
      },
    },
    'rota-now': {
      normal: {
        sites: [
          {
            name: 'Fernhill Primary School',
            people: [{ name: words('Invented Person'), role: ' Safeguarding lead' }],
            none: undefined,
            phones: [PHONE],
            away: [],
          },
        ],
        canSet: false,
        canGo: false,
      },
      shut: {
        sites: [
          {
            name: 'Fernhill Primary School',
            people: [],
            none: say('on-shut', { time: 'tomorrow 08:00' }),
            phones: [{ number: '01632 960199', who: 'Trust duty phone' }, PHONE],
            away: [{ name: words('Invented Person'), until: ` ${say('on-away', { until: UNTIL })}` }],
          },
        ],
        canSet: true,
        canGo: true,
      },
    },
  };
};
