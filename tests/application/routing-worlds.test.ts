import process from 'node:process';
import { outsidePhones } from '../../src/application/advice/phones.ts';
import { wantedCards } from '../../src/application/case/case-cards.ts';
import type { CaseRecord } from '../../src/application/case/case-store.ts';
import type { Deps } from '../../src/application/deps.ts';
import type { Messenger } from '../../src/application/messenger.ts';
import { reportSituation, routed } from '../../src/application/report/routing.ts';
import { mannedRungs } from '../../src/domain/access.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { decide } from '../../src/domain/case/decide.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import type { Report } from '../../src/domain/case/report.ts';
import type { CaseState } from '../../src/domain/case/state.ts';
import { PersonId, RecordId, SiteId, StepId } from '../../src/domain/ids.ts';
import { withHeldRoles } from '../../src/domain/people/bindings.ts';
import { type Directory, holders, type Person, rolesAt } from '../../src/domain/people/directory.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import { reportOf } from '../support/case-parts.ts';
import { memoryStore } from '../support/memory-store.ts';
import { organisation, type Pack } from '../support/organisation.ts';

const KINDS: readonly Role[] = [
  'staff',
  'dsl',
  'deputy',
  'headteacher',
  'chair-of-governors',
  'senior-leader',
  'it-lead',
  'safeguarding-governor',
];
const REPORTER = PersonId.parse('p-reporter');
const ID = RecordId.parse('0'.repeat(26));
const CHANNEL = 'C-leads';

/** Every group of up to so many people, each with one of the roles. Their order changes nothing. */
function* groups(most: number, from = 0): Generator<readonly Role[]> {
  yield [];
  if (most === 0) return;
  for (const [n, role] of KINDS.entries())
    if (n >= from) for (const rest of groups(most - 1, n)) yield [role, ...rest];
}
/** Nobody, each one, and every two. */
const upToTwo = <Item>(items: readonly Item[]): readonly (readonly Item[])[] => [
  [],
  ...items.map((item) => [item]),
  ...items.flatMap((first, n) => items.slice(n + 1).map((second) => [first, second])),
];

const WAYS: readonly ((people: readonly PersonId[]) => Report)[] = [
  (people) =>
    reportOf({ adult: people.length > 0 ? 'yes' : 'no', adults: people.map((person) => ({ person })) }),
  (people) => reportOf({ connected: [...people] }),
  (people) => reportOf({ adult: 'unsure', connected: [...people] }),
];

interface World {
  readonly deps: Deps;
  readonly site: SiteId;
  readonly directory: Directory;
  readonly report: Report;
  /** Said once more, from the report alone: whoever must learn nothing. */
  readonly isInIt: (person: Person) => boolean;
}

/** Everybody of the safeguarding team sits in the channel, involved or not. */
function depsFor(base: Deps, site: SiteId, directory: Directory): Deps {
  const team = holders(directory, site, [...base.policy.leads, 'senior-leader']);
  const slack: Messenger = {
    platform: 'slack',
    send: async () => ({ type: 'not-sent', code: 'never' }),
    update: async () => ({ type: 'not-sent', code: 'never' }),
    members: async () => team.map(({ slack: account = '' }) => ({ account, guest: false })),
  };
  const sites = base.organisation.sites.map((each) => ({ ...each, channels: { slack: CHANNEL } }));
  return {
    ...base,
    store: memoryStore(),
    messengers: { slack },
    organisation: { ...base.organisation, sites },
  };
}

function* worlds(base: Deps, site: SiteId, most: number): Generator<World> {
  for (const group of groups(most)) {
    const roles = (...held: readonly Role[]) => held.map((role) => ({ role, site }));
    const person = (id: string, ...held: readonly Role[]) =>
      withHeldRoles({ id: PersonId.parse(id), name: id, slack: id, roles: roles(...held) }, base.policy);
    const people = group.map((role, n) => person(`p-${n}`, role));
    const directory = { people: [...people, person(REPORTER, 'staff')] };
    const deps = depsFor(base, site, directory);
    // Two deputies, one of them in it: which one is the same world.
    const alike = (ids: readonly PersonId[]) =>
      ids.map((id) => group[people.findIndex((each) => each.id === id)]).join();
    const sets = new Map(upToTwo(people.map(({ id }) => id)).map((ids) => [alike(ids), ids]));
    for (const involved of sets.values())
      for (const way of WAYS) {
        const report = way(involved);
        const isLead = (each: Person) => rolesAt(each, site).some((role) => base.policy.leads.includes(role));
        const isInIt = (each: Person) =>
          involved.includes(each.id) || (report.adult === 'unsure' && isLead(each));
        yield { deps, site, directory, report, isInIt };
      }
  }
}

function after(deps: Deps, state: CaseState | undefined, command: CaseCommand): CaseState | undefined {
  const decision = decide(command, state, { calendar: deps.calendar });
  return decision.ok ? decision.value.reduce<CaseState | undefined>(evolve, state) : undefined;
}

/** From the report to the end of the ladder, with a request, and once more after it was raised again. */
function* statesOf({ deps, site, directory, report }: World): Generator<CaseState> {
  const at = deps.clock.now();
  const by = REPORTER;
  const route = routed(deps, directory, reportSituation(directory, site, report));
  let state = after(deps, undefined, { type: 'ReportConcern', at, by, site, report, content: 'c', ...route });
  const [request] = state?.plan.requests ?? [];
  if (request !== undefined)
    state = after(deps, state, {
      type: 'RequestApproval',
      at,
      by,
      text: 'Please.',
      step: {
        id: StepId.parse('asked.it'),
        procedure: 'asked',
        kind: 'approve',
        text: request.title,
        modality: 'must',
        why: request.why,
        after: [],
        by: request.by,
        reason: request.reason,
      },
    });
  for (const isAgain of [false, true]) {
    if (state === undefined) throw new Error('A command of this story was refused');
    if (isAgain) {
      const rungs = [...state.plan.route.rungs, ...state.plan.independent.map((role) => [role])];
      const plan = { ...state.plan, route: { ...state.plan.route, rungs } };
      const manned = mannedRungs({ ...state, plan }, directory);
      state = after(deps, state, { type: 'RaiseAgain', at, by, reason: 'Again.', rungs, manned });
    }
    while (state !== undefined) {
      yield state;
      if (state.clock === undefined) break;
      const manned = mannedRungs(state, directory);
      state = after(deps, state, { type: 'Escalate', at: state.clock.at, by, manned, because: 'waited' });
    }
  }
}

type CardsFor = typeof wantedCards;

/** What is wrong with who gets a card, in words. */
async function wrongWith(world: World, state: CaseState, cardsFor: CardsFor): Promise<readonly string[]> {
  const { deps, directory, isInIt } = world;
  const snapshot: CaseRecord['snapshot'] = {
    head: { id: ID, version: 1, status: 'open', tokens: [], body: undefined },
    events: [],
    deliveries: [],
  };
  const { cards } = await cardsFor(deps, { id: ID, version: 1, state, snapshot }, directory);
  const members =
    (await deps.messengers.slack?.members({ platform: 'slack', to: { channel: CHANNEL } })) ?? [];
  const readers = (to: Readonly<Record<string, string>>): readonly string[] =>
    to.channel === undefined ? [to.user ?? ''] : members.map(({ account }) => account);
  const mine = /^(reporter|question|phone):/;
  const told = cards.filter((card) => !mine.test(card.for));
  const seenBy = new Set(told.flatMap(({ to }) => readers(to.to)));
  const workers = told.filter((card) => /^(lead|channel):/.test(card.for)).length;
  const numbers = outsidePhones(deps, ['social-care', 'police', ...state.plan.route.outside]);
  const isToldToPhone = cards.some((card) => card.for.startsWith('phone:')) && numbers.length > 0;
  return [
    ...(workers === 0 && !isToldToPhone ? ['nobody has it, and the reporter is not told to phone'] : []),
    ...directory.people
      .filter((person) => isInIt(person) && seenBy.has(person.slack ?? ''))
      .map(({ id }) => `${id} is part of it and has a card`),
  ];
}

async function look(pack: Pack, most: number, cardsFor: CardsFor = wantedCards) {
  const org = await organisation(pack);
  const site = SiteId.parse(pack === 'one-school' ? 'main' : 'north');
  let tried = 0;
  let states = 0;
  let outside = 0;
  for (const world of worlds(org.deps(), site, most)) {
    tried += 1;
    let last: CaseState | undefined;
    for (const state of statesOf(world)) {
      states += 1;
      const wrong = await wrongWith(world, state, cardsFor);
      if (wrong.length > 0)
        return { tried, states, outside, wrong: [...wrong, JSON.stringify(world.directory)] };
      last ??= state;
    }
    if (last?.clock === undefined) outside += 1;
  }
  return { tried, states, outside, wrong: [] };
}

/** Schools of up to so many people; `npm run long` tries those of one more. */
const SIZE = process.env.LONG === '1' ? { people: 4, worlds: 10_305 } : { people: 3, worlds: 2547 };

describe('whoever holds which role, and whoever is part of it', () => {
  it.each(['one-school', 'two-schools'] as const)(
    'somebody who is not gets a card, or the reporter gets numbers: %s',
    async (pack) => {
      const { tried, states, outside, wrong } = await look(pack, SIZE.people);
      process.stdout.write(
        `Routing (${pack}): ${tried} worlds, ${states} states of cases; in ${outside} only somebody outside is left.\n`,
      );
      expect(wrong).toEqual([]);
      // Every group of so many people, up to two of them involved, three ways to say so.
      expect(tried).toBe(SIZE.worlds);
      expect(outside).toBeGreaterThan(0);
      expect(outside).toBeLessThan(tried);
    },
  );
});

describe('this test can fail', () => {
  it('when cards are made as if nobody were part of it', async () => {
    const blind: CardsFor = (deps, record, directory) => {
      const { report, ...rest } = record.state;
      const plan = { ...rest.plan, leads: [], route: { ...rest.plan.route, exclude: [] } };
      const state = { ...rest, plan, ...(report && { report: { ...report, adults: [], connected: [] } }) };
      return wantedCards(deps, { ...record, state }, directory);
    };
    expect((await look('one-school', 2, blind)).wrong.join()).toContain('is part of it and has a card');
  });

  it('when the last card to the reporter is forgotten', async () => {
    const silent: CardsFor = async (deps, record, directory) => {
      const wanted = await wantedCards(deps, record, directory);
      return { ...wanted, cards: wanted.cards.filter((card) => !card.for.startsWith('phone:')) };
    };
    expect((await look('one-school', 1, silent)).wrong.join()).toContain('nobody has it');
  });
});
