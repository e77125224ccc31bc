import { readRound } from '../../src/application/duties/store.ts';
import type { Press } from '../../src/application/intent.ts';
import { readRequest } from '../../src/application/requests/store.ts';
import { RecordId } from '../../src/domain/ids.ts';
import { type Everybody, mine } from './people-access.ts';

type People = readonly string[];

/** Written by hand from the directory: who leads, or answers for it, at each of the two sites. */
const NORTH: People = ['p-iris', 'p-nadia', 'p-owen', 'p-vera', 'p-tom'];
const SOUTH: People = ['p-owen', 'p-lena', 'p-hugh', 'p-tom'];
const LEADS: People = [...NORTH, ...SOUTH];
const COUNTS: People = ['p-rosa', 'p-greta', 'p-gita', 'p-gus'];
/** With a role of staff: everybody but the board. */
const STAFF: People = [
  ...[
    'p-iris',
    'p-nadia',
    'p-owen',
    'p-rosa',
    'p-vera',
    'p-hugh',
    'p-lena',
    'p-ivo',
    'p-ada',
    'p-ben',
    'p-cleo',
  ],
  ...['p-finn', 'p-jo', 'p-sami', 'p-moss'],
];
const STAFF_SOUTH: People = ['p-owen', 'p-rosa', 'p-hugh', 'p-lena', 'p-ivo', 'p-finn', 'p-sami'];
const HEADS: People = ['p-vera', 'p-hugh'];
const SIGNING: People = ['p-iris', 'p-nadia', 'p-owen', 'p-lena', 'p-vera', 'p-hugh', 'p-rosa'];
const BOARD: People = ['p-iris', 'p-owen', 'p-tom', 'p-greta', 'p-vera', 'p-hugh', 'p-gita', 'p-gus'];
const SEE_OFFICIAL: People = ['p-vera', 'p-hugh', 'p-rosa', 'p-iris', 'p-owen'];
/** Leads, whoever reviews the policy with them, and the governor who hears of it. */
const REVIEWS: People = [...LEADS, 'p-greta', 'p-rosa'];
const BY_REGISTER: Readonly<Record<string, People>> = {
  relations: HEADS,
  tools: STAFF,
  accounts: SEE_OFFICIAL,
  pictures: SEE_OFFICIAL,
};

/** Words that somebody types, and to whom they answer something of the people side. */
export const WORDS: Readonly<Record<string, People>> = {
  compliance: [...LEADS, ...COUNTS],
  session: LEADS,
  'record a session': LEADS,
  'board report': BOARD,
  'report to the board': BOARD,
  people: LEADS,
  accounts: ['p-ivo'],
  families: STAFF,
  'record a signature': STAFF,
  reviews: REVIEWS,
  registers: STAFF,
  relations: HEADS,
  'declared relations': HEADS,
  'permitted tools': STAFF,
  'official accounts': SEE_OFFICIAL,
  'allowed pictures': SEE_OFFICIAL,
  'technical change': [...LEADS, 'p-rosa', 'p-ivo'],
};

/** Everybody gets an answer about themselves, and about nobody else. */
export const OWN_WORDS = ['training', 'my training', 'agreements', 'visitors', 'what is due', 'my requests'];

const BY_VERB: Readonly<Record<string, People>> = {
  'glance.open': [...LEADS, ...COUNTS],
  'glance.hide': [...LEADS, ...COUNTS],
  'agree.coverage': [...LEADS, ...COUNTS],
  'agree.who': SIGNING,
  ...Object.fromEntries(['families', 'family', 'record', 'recorded'].map((each) => [`agree.${each}`, STAFF])),
  'agree.accounts': ['p-ivo'],
  'agree.file': ['p-ivo'],
  'board.open': BOARD,
  'board.draft': BOARD,
  'people.open': LEADS,
  'review.technical': [...LEADS, 'p-rosa', 'p-ivo'],
  ...Object.fromEntries(['open', 'list', 'hide'].map((each) => [`review.${each}`, REVIEWS])),
  'audit.open': STAFF,
  'audit.save': STAFF,
};
/** Of nobody’s record: a form or a list of one’s own. */
const ANYBODYS = ['agree.mine', 'agree.visitors', 'agree.visitor', 'agree.expect'];
const SAID_OF_SOMEBODY = ['right', 'wrong', 'refuse', 'gone', 'theirs'].map((each) => `glance.${each}`);
/** The lead of the site checks a certificate; that of the only lead there, whoever else leads. */
const CHECKS: Readonly<Record<string, People>> = {
  'p-ada': ['p-iris'],
  'p-finn': ['p-owen'],
  'p-iris': NORTH.filter((each) => each !== 'p-iris'),
};
const FOLLOWS = ['review.remind', 'review.date', 'review.set', 'duty.view'];

const AREAS = [
  'person',
  'training',
  'agree',
  'audit',
  'glance',
  'session',
  'board',
  'kept',
  'duty',
  'review',
  'people',
];
export const isOurs = ({ do: verb }: Press): boolean => AREAS.includes(verb.split('.')[0] ?? '');

/** Buttons that only show something: whoever may press them can do so as often as they like. */
export const OPENS =
  /(open|list|hide|view|form|who|why|check|wrong|needs|table|pick|coverage|recorded|families|team|book|learn|roles|ask|mend|get)$|^person.done$/;

async function ofRound(org: Everybody, { do: verb, record }: Press): Promise<People> {
  const id = RecordId.safeParse(record);
  const round = id.success ? (await readRound(org.deps(), id.data))?.round : undefined;
  if (round === undefined) return [];
  const [site, other] = round.sites;
  const follows = other !== undefined ? LEADS : site === 'north' ? NORTH : SOUTH;
  const owners =
    round.about !== undefined
      ? [String(round.about)]
      : other !== undefined
        ? ['p-iris', 'p-owen', 'p-rosa']
        : [site === 'north' ? 'p-iris' : 'p-owen'];
  const told = round.about === undefined ? ['p-greta'] : [];
  if (verb === 'duty.mend' || verb === 'duty.right') return ['p-ivo'];
  if (verb === 'review.remind') return [...follows, ...told].filter((each) => !owners.includes(each));
  return FOLLOWS.includes(verb) ? [...owners, ...follows, ...told] : owners;
}

async function ofEntry(org: Everybody, { do: verb, record, arg = '' }: Press): Promise<People> {
  if (verb !== 'kept.open' && verb !== 'kept.end') return BY_REGISTER[arg.split(':')[0] ?? ''] ?? [];
  const id = RecordId.safeParse(record);
  const state = id.success ? (await readRequest(org.deps(), id.data))?.state : undefined;
  if (state?.form.keep?.register === 'relations') return state.site === 'north' ? ['p-vera'] : ['p-hugh'];
  return state?.site === 'south' ? STAFF_SOUTH : [];
}

/** Whom this button answers anything but that there is nothing: by the rules, not by the code. */
export async function mayPress(org: Everybody, press: Press): Promise<People> {
  const { do: verb, record, arg = '' } = press;
  const [area] = verb.split('.');
  if (ANYBODYS.includes(verb) || area === 'training') return org.people;
  if (BY_VERB[verb] !== undefined) return BY_VERB[verb];
  if (area === 'duty' || area === 'review') return ofRound(org, press);
  if (area === 'kept') return ofEntry(org, press);
  if (verb.startsWith('agree.visit') || verb === 'agree.cleared') return ['p-ada'];
  if (area === 'person' || area === 'agree') return org.people.filter((each) => mine(org, each) === record);
  if (SAID_OF_SOMEBODY.includes(verb)) {
    const about = org.directory.people.find(({ id }) => id === arg.split(' ')[0]);
    if (/right|wrong|refuse/.test(verb)) return CHECKS[String(about?.id)] ?? [];
    const sites = about?.roles.map(({ site }) => String(site)) ?? [];
    return [...(sites.includes('north') ? NORTH : []), ...(sites.includes('south') ? SOUTH : [])];
  }
  if (area === 'glance' || area === 'session') return LEADS;
  if (area === 'board') return ['p-iris'];
  // Whoever asks for a role, or is to have it, says no yes to it.
  return NORTH;
}
