import { startCalendar } from '../../src/application/duties/mornings.ts';
import { importPeople } from '../../src/application/import-people.ts';
import type { Answer, Press } from '../../src/application/intent.ts';
import type { Platform } from '../../src/application/messenger.ts';
import { recordOf } from '../../src/application/people/store.ts';
import { PersonId, SiteId } from '../../src/domain/ids.ts';
import { Person } from '../../src/domain/people/directory.ts';
import type { Agreement } from '../../src/domain/policy/agreement.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import { SelfAudit, Training } from '../../src/domain/policy/training.ts';
import { textsOf } from './check-card.ts';
import { duty } from './duties.ts';
import { loadedOnce } from './loaded-once.ts';
import { memoryStore } from './memory-store.ts';
import { type Client, type Options, type Organisation, organisation } from './organisation.ts';
import { buttonsOf } from './press.ts';
import { signed } from './transcript.ts';

type Typed = Readonly<Record<string, string>>;

/** What people wrote, or what a record says of them: none of it belongs where it is not asked for. */
export const SECRETS = {
  ...{ certificate: 'CERT-QUAIL', south: 'CERT-SOUTH', learned: 'OWL LORE', comment: 'HERON COMMENT' },
  ...{ need: 'LARK NEED', said: 'WREN SAID', relation: 'PLOVER FAMILY', tool: 'FINCH TOOL' },
  ...{ child: 'Robin Vale', visitor: 'Vesper Guest', evidence: 'STORK EVIDENCE', wrong: 'SWIFT REASON' },
} as const;

const TRAINING = [
  Training.parse({
    ...{ id: 'refresher', name: 'Safeguarding refresher', roles: ['staff'], every: 'P12M', minutes: 40 },
    ...{ refresher: true, source: 'section 11' },
  }),
  Training.parse({
    ...{ id: 'course', name: 'Course with a certificate', roles: ['staff'], every: 'P24M', minutes: 360 },
    ...{ certificate: true, verify: ['dsl'], source: 'section 11' },
  }),
];
const AUDIT = SelfAudit.parse({
  ...{ id: 'self-check', name: 'What I know', roles: ['staff'], every: 'P12M', source: 'Appendix 3' },
  questions: [{ id: 'wishes', text: 'Is there something to learn?', need: 'yes', topic: SECRETS.need }],
});

const gated = (agreement: Agreement): Agreement =>
  agreement.id === 'staff-aup' ? { ...agreement, gate: { tell: ['it-lead'], what: 'accounts' } } : agreement;

const at = (site: string, ...roles: readonly Role[]): Person['roles'] =>
  roles.map((role) => ({ role, site: SiteId.parse(site) }));
const somebody = (id: string, name: string, nth: number, roles: Person['roles'], more: object = {}): Person =>
  Person.parse({ id, name, slack: `U0000000${nth}`, teams: `${id}@teams.example`, roles, ...more });

/** Beside those of the fixture: every other kind of person. */
const MORE: readonly Person[] = [
  somebody('p-gita', 'Gita Moor', 60, at('south', 'governor')),
  somebody('p-gus', 'Gus Field', 61, at('north', 'governor')),
  somebody('p-moss', 'Moss Grey', 62, at('north', 'staff'), { manager: 'p-ben', trained: '2025-09-01' }),
  Person.parse({ id: 'p-noah', name: 'Noah Silt', roles: at('north', 'staff'), manager: 'p-ben' }),
  somebody('p-lee', 'Lee Gone', 63, at('north', 'dsl', 'staff'), { left: '2026-11-01' }),
  somebody('p-nia', 'Nia Soon', 64, at('north', 'dsl', 'staff'), { started: '2027-01-04' }),
];

/** An organisation of two sites with everybody, on a policy that asks for everything. */
export async function everybody(
  options: Options = {},
  change: (people: Person[]) => Person[] = (all) => all,
) {
  const { directory } = await loadedOnce('tests/fixtures/two-schools');
  const people = change([...directory.people, ...MORE]);
  const store = options.store ?? memoryStore();
  const commits = { n: 0 };
  const { commit } = store;
  store.commit = (what) => {
    commits.n += 1;
    return commit.call(store, what);
  };
  const org = await organisation('two-schools', {
    ...options,
    store,
    directory: { ...directory, people },
    doctor: (deps) => ({
      ...deps,
      policy: {
        ...deps.policy,
        training: [...TRAINING],
        audits: [AUDIT],
        agreements: deps.policy.agreements.map(gated),
        review: { ...deps.policy.review, due: null },
        duties: [
          duty({ evidence: true, tell: ['safeguarding-governor'], onNo: 'it-lead', ...CHECK }),
          duty({
            id: 'own',
            title: 'Check of one’s own device',
            owner: 'staff',
            each: true,
            first: '2026-11-20',
          }),
        ],
      },
    }),
  });
  const clients = new Map<string, Client>();
  /** The same client each time: what somebody has open stays open. */
  const at = (id: string, platform: Platform = 'slack'): Client => {
    const known = clients.get(`${platform} ${id}`) ?? org.at(id, platform);
    clients.set(`${platform} ${id}`, known);
    return known;
  };
  for (const person of people) if (org.boxesOf(person.id)[1] !== '') await org.at(person.id).join();
  await startCalendar(org.deps());
  await org.settle();
  return Object.assign({ ...org, at }, { commits, people: people.map(({ id }) => String(id)) });
}
const CHECK = { checklist: [{ id: 'iwf', text: 'Is the list blocked?' }] };

export type Everybody = Awaited<ReturnType<typeof everybody>>;

export const mine = (org: Organisation, id: string): string => recordOf(org.deps(), PersonId.parse(id));

let pressed = 0;
/** A press as the server's own button makes it. */
export function act(
  org: Organisation,
  person: string,
  data: { readonly do: string; readonly record?: string; readonly arg?: string },
  typed: Typed = {},
  view = true,
): Promise<Answer> {
  pressed += 1;
  return org.at(person).send(signed(data, typed, `press-${pressed}`), view);
}

/** The words of an answer, without those on buttons only. */
export const wordsOf = (answer: Answer): string =>
  answer.type === 'nothing' ? '' : textsOf(answer.card).join('\n');

/** Every button that anybody was shown so far, once for each verb, record and argument. */
export function shownButtons(org: Organisation): readonly Press[] {
  const all = [...org.drawn.keys()].flatMap((card) => buttonsOf(card)).map(({ data }) => data);
  const found = new Map(all.map((data) => [[data.do, data.record, data.arg].join('|'), data]));
  return [...found.values()].map(({ do: verb, record, arg }) =>
    signed({ do: verb, record, arg }, {}, 'somebody-elses'),
  );
}

/** A role more for somebody, as an import asks for it: it waits for a second person. */
export async function gains(org: Everybody, id: string, roles: Person['roles'], by = 'p-ivo'): Promise<void> {
  const people = org.directory.people
    .filter(({ left }) => left === undefined)
    .map((person) => (person.id === id ? { ...person, roles: [...person.roles, ...roles] } : person));
  await importPeople(org.deps(), people, PersonId.parse(by));
  await org.settle();
}
export { at as rolesFor };
