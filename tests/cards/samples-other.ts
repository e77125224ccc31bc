import { type SlotData, words } from '../../src/cards/fill.ts';
import { CASE, longWords, PHONE, type Samples, type Say, WHY } from './sample-parts.ts';
import { deskAbove } from './samples-desk.ts';

const organisation = 'Fernhill and Brook Primary Schools';

const routes: SlotData = {
  answers: true,
  organisation,
  duties: true,
  agreements: true,
  lowLevel: true,
  canPaste: true,
  canAsk: true,
  registers: true,
  linked: true,
  glance: true,
  board: true,
  search: true,
  register: true,
  complaints: [{ role: 'Complaints lead', names: words('Invented Person') }],
  desk: true,
  routes: [
    { name: 'Whistleblowing Advice Line', for: 'Your employer is not acting', reach: '0800 028 0285' },
  ],
};

/** What stands apart from a case: help, numbers, nudges, and single lines. */
export const otherSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  help: { normal: { organisation, canPaste: false, complaints: [], routes: [] }, fullest: routes },
  home: {
    normal: { organisation, canPaste: false, complaints: [], routes: [], desk: false, deskLines: [] },
    fullest: {
      ...routes,
      ...deskAbove(say),
      glanceLine: say('glance-late', { n: 3, people: 60, complete: 51 }),
    },
  },
  advice: {
    normal: {
      title: 'a pupil’s phone rings in a lesson',
      dos: [{ text: 'Ask for the phone to be switched off and put away.' }],
      nevers: [{ text: 'Do not look at the screen.' }],
      why: WHY.ours('9.2'),
      phones: [{ reach: PHONE.number, who: PHONE.who }],
    },
  },
  'advice-list': {
    normal: { notice: undefined, choices: [{ title: 'a phone rings', value: 'phone' }] },
    fullest: {
      notice: say('advice-none'),
      choices: Array.from({ length: 40 }, (_, n) => ({
        title: `somebody whom I do not know asks me for a password again, number ${n + 1}`,
        value: `password-${n}`,
      })),
    },
  },
  upload: {
    normal: {
      dos: [{ text: 'If you have already seen the image, say so.' }],
      nevers: [{ text: 'Do not look at the image.' }],
    },
  },
  'not-known': { normal: { organisation } },
  contacts: {
    normal: {
      sites: [
        { name: 'Fernhill Primary School', ...PHONE },
        { name: 'Brook Primary School', number: '01632 960120', who: 'Brook school office' },
      ],
      people: [{ role: 'Designated safeguarding lead (DSL)', names: words('Iris Kay and Owen Pike') }],
      groups: [
        {
          title: say('contacts-local'),
          contacts: [
            { name: "Children's social care", for: 'a child at risk of harm', reach: '01632 960130' },
          ],
        },
        {
          title: say('contacts-national'),
          contacts: [{ name: 'NSPCC helpline', for: 'advice for adults', reach: '0808 800 5000' }],
        },
      ],
    },
    fullest: {
      sites: Array.from({ length: 12 }, (_, n) => ({ name: `Invented Primary School ${n + 1}`, ...PHONE })),
      people: Array.from({ length: 12 }, (_, n) => ({
        role: `Designated safeguarding lead (DSL), Invented Primary School ${n + 1}`,
        names: words('Iris Kay, Owen Pike and Nadia Marsh'),
      })),
      groups: ['contacts-learner', 'contacts-parent', 'contacts-staff', 'contacts-anyone'].map((title) => ({
        title: say(title, { child: 'learner' }),
        contacts: Array.from({ length: 9 }, (_, n) => ({
          name: `Invented helpline ${n + 1}`,
          for: 'reporting child sexual abuse images found online',
          reach: 'https://www.example.org/report/an-image',
        })),
      })),
    },
  },
  'what-to-do': {
    normal: {
      guards: [
        {
          text: 'Do not promise to keep it secret. Say that you must tell someone who can help.',
          why: WHY.floor,
        },
        { text: 'Do not talk about it with anyone else, and do not post it in a chat.', why: WHY.floor },
      ],
    },
  },
  line: {
    normal: { text: say('nothing-here') },
    'in-a-view': { text: say('older-button') },
  },
  'not-saved': {
    normal: {
      text: say('not-saved', PHONE),
      typed: [{ id: 'text', value: words('He said it again this morning.') }],
      do: 'case.note',
      record: CASE,
      arg: '',
    },
    fullest: {
      text: say('not-saved', PHONE),
      typed: ['text', 'present', 'reference'].map((id) => ({ id, value: longWords(3000) })),
      do: 'case.note',
      record: CASE,
      arg: 'note',
    },
  },
});
