import { type SlotData, words } from '../../src/cards/fill.ts';
import { CASE, longWords, REF, type Samples, type Say } from './sample-parts.ts';

const CHILD = 'r0b1n000000000000000000000';
const here = { ref: REF, case: CASE, notice: undefined };
const ROBIN = words('Robin Vale, “Rob”, 4 Oak, born 4 October 2017');

/** What the record says of the register, in each of its states. */
export const registerLines = (say: Say): readonly SlotData[] => [
  {
    who: words('Robin Vale:'),
    line: say('register-ask'),
    known: '',
    ...{ do: 'child.match', arg: '0', title: say('button-match') },
  },
  {
    who: words('Rob Vail:'),
    line: say('register-linked'),
    known: ROBIN,
    ...{ do: 'child.wrong', arg: '1', title: say('button-wrong-child') },
  },
];
const more = (say: Say): readonly SlotData[] => [
  {
    who: words('About eight, red coat:'),
    line: say('register-unsure'),
    known: '',
    ...{ do: 'child.match', arg: '2', title: say('button-match-again') },
  },
  {
    who: longWords(120),
    line: say('register-strike'),
    known: longWords(200),
    ...{ do: 'child.strike', arg: '3', title: say('button-strike') },
  },
  { who: longWords(120), line: say('register-strike'), known: longWords(200), do: '', arg: '', title: '' },
];
/** Many children stand on a page of their own. */
export const registerOfMany = (say: Say): readonly SlotData[] => [
  {
    ...{ who: '', known: '', line: say('register-some', { linked: 2, count: 5 }) },
    ...{ do: 'child.who', arg: '', title: say('button-who') },
  },
];

const matches = (say: Say): readonly SlotData[] => [
  {
    ...{ name: words('Robin Vale'), facts: words(', “Rob”, 4 Oak, born 4 October 2017') },
    ...{ why: `${say('match-nickname')} ${say('match-same-year')}`, arg: `0@${CHILD}`, child: CHILD },
  },
  {
    ...{ name: words('يوسف الحداد'), facts: words(', “Yusuf”, 3 Ash, born 2 February 2018') },
    ...{ why: say('match-twin'), arg: `0@${CHILD}`, child: CHILD },
  },
];
const longMatches = (say: Say): readonly SlotData[] =>
  Array.from({ length: 8 }, () => ({
    ...{ name: longWords(120), facts: longWords(200) },
    ...{ why: `${say('match-order')} ${say('match-part')} ${say('match-other-year')}` },
    ...{ arg: `0@${CHILD}`, child: CHILD },
  }));

const EDIT = {
  ...{ child: CHILD, name: words('Robin Vale'), notice: undefined },
  ...{ 'typed-known': words('Rob'), 'typed-group': words('4 Oak'), 'typed-plan': words('none') },
  ...{ 'typed-care': words('no'), 'typed-contact': words(''), 'typed-parents': words('Petra Vale') },
  'typed-worker': words(''),
  own: false,
};

/** The register: who is who, whether that was wrong, and what it says of a child. */
export const childrenSamples = (say: Say): Readonly<Record<string, Samples>> => ({
  'child-who': {
    normal: { ref: REF, case: CASE, saved: undefined, register: registerLines(say) },
    fullest: {
      ref: REF,
      case: CASE,
      saved: say('child-linked'),
      register: [...registerLines(say), ...more(say)],
    },
  },
  'child-match': {
    normal: {
      ...here,
      place: '0',
      written: words('Rob Vail, Year 4'),
      matches: matches(say),
      'typed-name': words(''),
    },
    nobody: {
      ...here,
      place: '0',
      written: words('about eight, red coat'),
      matches: [],
      none: say('match-none'),
      'typed-name': words('Robin'),
    },
    fullest: {
      ...here,
      notice: say('refused-linked-already'),
      place: '7',
      written: longWords(400),
      matches: longMatches(say),
      more: say('match-more', { count: 40 }),
      'typed-name': longWords(120),
    },
  },
  'child-wrong': {
    normal: { ...here, arg: `0@${CHILD}`, known: ROBIN, 'typed-reason': words('') },
    fullest: {
      ...here,
      notice: say('refused-needs-words'),
      arg: `0@${CHILD}`,
      known: longWords(300),
      'typed-reason': longWords(2000),
    },
  },
  'strike-message': { normal: { ...here, line: '' } },
  'child-strike': {
    normal: {
      ...here,
      arg: '0',
      known: ROBIN,
      written: words('Rob Vail, Year 4'),
      asker: words('Iris Kay'),
      reason: words('It is the other Rob, in 4 Ash.'),
      readers: words('Nadia Marsh'),
      openers: words('Iris Kay, Nadia Marsh'),
      'typed-reason': words(''),
      mayWork: true,
    },
    fullest: {
      ...here,
      notice: say('refused-needs-words'),
      arg: '0',
      known: longWords(300),
      written: longWords(400),
      asker: longWords(60),
      reason: longWords(2000),
      readers: longWords(600),
      openers: longWords(600),
      'typed-reason': longWords(2000),
      mayWork: true,
    },
  },
  register: {
    normal: { matches: [], 'typed-name': words(''), 'typed-year': words('') },
    nobody: {
      matches: [],
      none: say('match-none'),
      'typed-name': words('Robin Vane'),
      'typed-year': words('4'),
    },
    fullest: {
      matches: longMatches(say),
      more: say('match-more', { count: 40 }),
      'typed-name': longWords(120),
      'typed-year': longWords(60),
    },
  },
  'child-entry': {
    normal: {
      ...{ saved: undefined, child: CHILD },
      ...{ name: words('Robin Vale'), facts: words(', “Rob”, 4 Oak, born 4 October 2017') },
      lines: [
        { title: say('entry-group'), text: words('4 Oak') },
        { title: say('entry-plan'), text: words(say('plan-none')) },
      ],
    },
    fullest: {
      ...{ saved: say('child-changed'), child: CHILD },
      ...{ name: longWords(120), facts: longWords(250) },
      lines: [
        ...['known-as', 'group', 'born', 'sites', 'number', 'plan', 'care'],
        ...['contact', 'parents', 'worker', 'siblings', 'placing', 'commissioner'],
      ].map((name) => ({ title: say(`entry-${name}`), text: longWords(1000) })),
    },
  },
  'child-edit': {
    normal: EDIT,
    fullest: {
      ...EDIT,
      notice: say('child-too-long'),
      name: longWords(120),
      own: true,
      'typed-name': longWords(120),
      'typed-born': words('2017-10-04'),
      'typed-known': longWords(120),
      'typed-group': longWords(60),
      'typed-plan': words('child-protection'),
      'typed-care': words('was'),
      'typed-contact': longWords(2000),
      'typed-parents': longWords(2000),
      'typed-worker': longWords(300),
    },
  },
});
