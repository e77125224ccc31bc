import { type SlotData, words } from '../../src/cards/fill.ts';
import { always, long, longWords, noticed, PHONE, type Samples, type Say } from './sample-parts.ts';

const children = 'learners';
const row = (say: Say, name: string, text: string, more?: number): SlotData => ({
  title: say(`form-row-${name}`),
  text: words(text),
  more: more === undefined ? undefined : say('form-more', { n: more }),
});

const part = (say: Say, name: string, to: string, rows: readonly SlotData[]): SlotData => ({
  title: say(`form-part-${name}`),
  change: say(`form-change-${name}`),
  to: `form.to.${to}`,
  rows,
});

/** The last page, from the rows of an ordinary report and from the longest. */
export const checkSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'form-check': {
    normal: {
      ...always,
      canSayOrigin: true,
      goesTo: say('form-goes-to', { roles: 'the designated safeguarding lead (DSL)' }),
      itself: [],
      parts: [
        part(say, 'danger', 'right-now', [row(say, 'danger', say('danger-no'))]),
        part(say, 'who', 'who', [
          { title: `${say('part-harmed')}:`, text: words('Robin Vale, 4 Oak') },
          row(say, 'adult', say('adult-no')),
        ]),
        part(say, 'what', 'what', [row(say, 'harms', say('harm-mark'))]),
        part(say, 'what-happened', 'what-happened', [
          row(say, 'seen', 'A red mark above the left elbow.'),
          row(say, 'heard', say('form-heard-saw')),
          row(say, 'when', say('form-when-about')),
        ]),
      ],
      recipients: [],
    },
    fullest: {
      ...noticed(say, 'form-mend-choice'),
      canSayOrigin: false,
      goesTo: say('form-goes-to-other', { roles: 'the headteacher or the chair of the governing body' }),
      itself: [
        {
          text: say('form-itself', {
            role: 'IT lead',
            parts: `${say('technical-page')}, ${say('technical-device')} and ${say('technical-when')}`,
          }),
        },
      ],
      parts: [
        part(say, 'danger', 'right-now', [
          row(say, 'danger', say('danger-now')),
          row(say, 'site', 'Fernhill Primary School'),
          row(say, 'where-now', long(120)),
          row(say, 'callback', '07700 900123'),
        ]),
        part(say, 'who', 'who', [
          ...['harmed', 'caused', 'saw', 'sibling', 'harmed', 'caused', 'saw', 'sibling'].map((name) => ({
            title: `${say(`part-${name}`)}:`,
            text: longWords(120),
            more: say('form-more', { n: 260 }),
          })),
          row(say, 'adult', `${say('adult-yes')}, ${long(120)}`, 1100),
        ]),
        part(say, 'what', 'what', [row(say, 'harms', say('harm-images'))]),
        part(
          say,
          'what-happened',
          'what-happened',
          [
            'seen',
            'heard',
            'when',
            'where',
            'mark',
            'page',
            'device',
            'child-words',
            'said',
            'seemed',
            'wants',
            'opinion',
            'done',
            'told-lead',
          ].map((name) => row(say, name, long(500), 2500)),
        ),
        part(say, 'origin', 'origin', [
          row(say, 'behalf', long(420), 2500),
          row(say, 'late', `2026-11-20, 15:10, ${long(300)}`, 2500),
        ]),
      ],
      recipients: Array.from({ length: 6 }, (_, n) => ({
        title: `Invented Person ${n + 1}, chair of governors`,
        value: `p-${n + 1}`,
      })),
      connected: words('p-2'),
    },
    'to-nobody': {
      ...always,
      canSayOrigin: true,
      goesTo: say('form-goes-nowhere', PHONE),
      itself: [],
      parts: [part(say, 'what', 'what', [row(say, 'harms', say('harm-between-children', { children }))])],
      recipients: [],
    },
  },
});
