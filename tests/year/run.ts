import { startGate } from '../../src/application/agreements/wake-gate.ts';
import type { Deps } from '../../src/application/deps.ts';
import { startCalendar } from '../../src/application/duties/mornings.ts';
import { importPeople } from '../../src/application/import-people.ts';
import { PersonId } from '../../src/domain/ids.ts';
import { calendarOf } from '../../src/domain/organisation.ts';
import type { Directory } from '../../src/domain/people/directory.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { organisationIn } from '../support/organisation.ts';
import { acting } from './acts.ts';
import { answering } from './answering.ts';
import { cardsSent, type SentCard } from './cards-sent.ts';
import { clientsOf } from './clients.ts';
import { plannedOf } from './plan.ts';
import { inThisYear, isOpenOn, PEOPLE, platformOf, YEAR, ZONE } from './school.ts';

/** What a planted fault may change. */
export interface Planted {
  readonly deps?: (deps: Deps) => Deps;
  readonly directory?: Directory;
  /** Acts that the bot never hears of. */
  readonly unheard?: readonly string[];
}

export interface Done {
  readonly person: string;
  /** "training:yearly-update" */
  readonly key: string;
  readonly at: string;
}

/** A task of a day: what it is for the count, and who does it. */
export interface Task {
  readonly what: string;
  readonly doing: () => Promise<void>;
}

/** Mail is read and things are done at this time of a working day. */
const TIME = '15:00';

/** What is sent at one moment has no order of its own. */
const orderOf = ({ at, person, document, texts, record }: SentCard): string =>
  [at, person, document, texts[0], record].join(' ');
const inOrder = (a: SentCard, b: SentCard): number => (orderOf(a) < orderOf(b) ? -1 : 1);

/** A school year, day by day, of which everything that is sent is kept. */
export async function runYear(last: string = YEAR.last, planted: Planted = {}) {
  const now: { policy: (policy: Policy) => Policy } = { policy: (policy) => policy };
  const org = await organisationIn('policies/sample', {
    directory: planted.directory ?? PEOPLE,
    start: instantAt(YEAR.first, '07:30'),
    doctor: (deps) => {
      const organisation = inThisYear(deps.organisation);
      const policy = now.policy(deps.policy);
      const own = { ...deps, organisation, calendar: calendarOf(organisation), policy };
      return planted.deps?.(own) ?? own;
    },
  });
  const at = clientsOf(org);
  const acts = acting(org, at);
  const start = async (): Promise<void> => {
    await startCalendar(org.deps());
    await startGate(org.deps());
    await org.settle();
  };
  for (const { id } of PEOPLE.people) if (platformOf(id) === 'teams') await at(id).join();
  await start();

  const done: Done[] = [];
  const counts = new Map<string, number>();
  const tasks = new Map<string, Task[]>();
  let today: string = YEAR.first;
  const plan = (day: string, what: string, doing: Task['doing']): void => {
    (tasks.get(day) ?? tasks.set(day, []).get(day))?.push({ what, doing });
  };
  const world = {
    org,
    at,
    acts,
    plan,
    today: () => today,
    did: (person: string, keys: readonly string[]): void => {
      done.push(...keys.map((key) => ({ person, key, at: org.clock.now() })));
    },
    /** Started anew, with another policy where one is given. */
    async restart(change?: (policy: Policy) => Policy): Promise<void> {
      now.policy = change ?? now.policy;
      org.restart();
      await start();
    },
    async people(by: string, people: Directory['people']): Promise<void> {
      const imported = await importPeople(org.deps(), people, PersonId.parse(by));
      if (!imported.ok) throw new Error(`Not imported: ${JSON.stringify(imported.refusal)}`);
    },
  };
  const answer = answering(world);
  plannedOf(world);
  let looked = 0;
  for (
    let date = Temporal.PlainDate.from(YEAR.first);
    date.toString() <= last;
    date = date.add({ days: 1 })
  ) {
    today = date.toString();
    if (!isOpenOn(today)) continue;
    await advanceTo(instantAt(today, TIME));
    const sent = cardsSent(org);
    for (const card of sent.slice(looked).toSorted(inOrder)) answer(card);
    looked = sent.length;
    for (const { what, doing } of tasks.get(today) ?? []) {
      if (planted.unheard?.includes(what) !== true) await doing();
      counts.set(what, (counts.get(what) ?? 0) + 1);
      await org.settle();
    }
  }
  await advanceTo(instantAt(last, '23:00'));

  async function advanceTo(moment: string): Promise<void> {
    const milliseconds = Date.parse(moment) - Date.parse(org.clock.now());
    if (milliseconds > 0) await org.advance({ milliseconds });
  }
  const cards: readonly SentCard[] = cardsSent(org);
  return { org, cards, done, counts };
}
export type Ran = Awaited<ReturnType<typeof runYear>>;

/** What those who plan and answer need of the year. */
export interface World {
  readonly org: Awaited<ReturnType<typeof organisationIn>>;
  readonly at: ReturnType<typeof clientsOf>;
  readonly acts: ReturnType<typeof acting>;
  readonly plan: (day: string, what: string, doing: Task['doing']) => void;
  readonly today: () => string;
  readonly did: (person: string, keys: readonly string[]) => void;
  readonly restart: (change?: (policy: Policy) => Policy) => Promise<void>;
  readonly people: (by: string, people: Directory['people']) => Promise<void>;
}

function instantAt(day: string, plainTime: string): string {
  const local = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime });
  return local.toInstant().toString({ fractionalSecondDigits: 3 });
}
