import { childIdOf } from '../../src/application/children/child-store.ts';
import { importChildren } from '../../src/application/children/import-children.ts';
import type { Deps } from '../../src/application/deps.ts';
import { startCalendar } from '../../src/application/duties/mornings.ts';
import type { Store } from '../../src/application/ports.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { stateOf } from '../support/concern.ts';
import { memoryStore } from '../support/memory-store.ts';
import { type Organisation, organisationIn } from '../support/organisation.ts';
import { putPeople } from '../support/put-people.ts';
import { NotPossible, sendReport, working } from './acts.ts';
import { type Act, agendaOf, helperOf, isUnsure, workerOf } from './agenda.ts';
import { keptStore } from './kept-store.ts';
import { lookAtAll } from './lists.ts';
import { passingOn } from './passing-on.ts';
import { ACCUSED, DSL, type PlannedConcern, planOf, type Size, WHOLE_TERM } from './plan.ts';
import { CHILDREN_LISTED, PEOPLE, platformOf } from './school.ts';
import { clientsOf } from './screens.ts';
import { truth as newTruth, type TrueCase } from './truth.ts';
import { watcher } from './watch.ts';

export interface Term {
  readonly store?: Store;
  readonly seed: number;
  readonly size?: Size;
  /** Concerns that nobody sends in this world. */
  readonly without?: (planned: PlannedConcern) => boolean;
  /** A fault that is planted, to see that it is found. */
  readonly plant?: (deps: Deps, known: ReadonlyMap<number, TrueCase>) => Deps;
}
const CHANNEL = 'channel-safeguarding-leads';
const HARMS = ['home', 'feeling', 'told', 'mark', 'online', 'between-children', 'adult-behaviour'];

/** What one world has more than the other must not give everything after it another id, and lists another order. */
function idsByMoment(now: () => string): () => string {
  let last = { at: '', nth: 0 };
  return () => {
    const at = now();
    last = { at, nth: last.at === at ? last.nth + 1 : 1 };
    return `id-${at.replace(/\D/g, '')}-${last.nth}`;
  };
}

/** A whole term of two schools: everything that leaves and everything that anybody sees is looked at as it happens. */
export async function runTerm({ seed, size = WHOLE_TERM, without = () => false, plant, store }: Term) {
  const plan = planOf(seed, size);
  const truth = newTruth();
  const watch = watcher(truth, [DSL, ACCUSED]);
  const held: { org?: Organisation } = {};
  const inner = keptStore(store ?? memoryStore());
  const records = new Set<RecordId>();
  const known = new Map<number, TrueCase>();
  const org = await organisationIn('policies/sample', {
    doctor: (deps) => {
      const own = { ...deps, ids: { random: idsByMoment(deps.clock.now) } };
      return plant === undefined ? own : plant(own, known);
    },
    store: {
      ...inner,
      async commit(change) {
        const result = await inner.commit(change);
        if (result !== 'committed' || change.type === 'erase') return result;
        records.add(change.head.id);
        truth.called(change.head.id, change.head.brief);
        return result;
      },
    },
    directory: PEOPLE,
    start: plan.begins,
    answered: async (person, answer) => watch.answered(held.org, person, answer),
  });
  held.org = org;
  const at = clientsOf(org);
  const work = working(org, at);
  const passing = passingOn(org, work, truth, watch);
  for (const [n, { id }] of PEOPLE.people.entries()) if (platformOf(n) === 'teams') await at(id).join();
  await importChildren(org.deps(), CHILDREN_LISTED);
  await startCalendar(org.deps());
  await org.settle();

  const counts = new Map<string, number>();
  const count = (what: string): void => {
    counts.set(what, (counts.get(what) ?? 0) + 1);
  };
  const notPossible: string[] = [];
  const ticks = HARMS.map((harm) =>
    org.deps().cards.say(`harm-${harm}`, { child: 'pupil', children: 'pupils' }),
  );
  const channels = new Map([[CHANNEL, [] as readonly string[]]]);

  /** A case about a member of staff has the child's own record beside it: kept from everybody from whom the case is kept. */
  function knowBeside(found: TrueCase): void {
    if (found.about !== 'staff' && found.about !== 'head') return;
    const id = org.deps().keyring.recordId(`child|${found.id}`);
    const involved = new Set([
      ...found.involved,
      ...(found.about === 'head'
        ? truth.people().filter((each) => truth.holds(each, 'headteacher', found.site))
        : []),
    ]);
    truth.add(found.planned, id, { reporter: undefined, about: 'child', involved, beside: found });
  }
  async function advanceTo(moment: string): Promise<void> {
    const milliseconds = Date.parse(moment) - Date.parse(org.clock.now());
    if (milliseconds > 0) await org.advance({ milliseconds });
    watch.post(org, ticks, channels);
  }

  async function perform(act: Act, found: TrueCase): Promise<void> {
    const person = workerOf(plan, truth, found, org.clock.now());
    switch (act) {
      case 'link': {
        const child = await childIdOf(org.deps(), String(found.planned.child));
        return work.link(person, found, child, isUnsure(found.planned) ? 'unsure' : 'same');
      }
      case 'take':
      case 'read':
      case 'note':
      case 'decide':
      case 'ask':
      case 'refer':
      case 'reply':
      case 'meet':
      case 'close':
      case 'reopen':
        return work[act](person, found);
      case 'beside': {
        const child = [...truth.cases.values()].find(({ beside }) => beside === found);
        if (child === undefined) throw new NotPossible('it has none');
        return work.take(workerOf(plan, truth, child, org.clock.now()), child);
      }
      case 'answer':
        return work.answer(found);
      case 'task':
        return work.task(person, found, helperOf(found));
      case 'do-task':
        return work.doTask(helperOf(found), found);
      case 'triage':
        return work.triage(person, found, { category: 'cyberbullying', offence: 'no' });
      case 'hand-back': {
        const before = truth.people().filter((each) => truth.mayWork(each, found));
        await work.triage(person, found, { adult: 'no' });
        if ((await stateOf(org, found.id)).plan.route.id !== 'about-a-child')
          throw new NotPossible('it stays with the head');
        for (const each of before) found.knew.add(each);
        found.about = 'child';
        return;
      }
      case 'story':
        await work.story(person, found);
        return;
      case 'share':
      case 'unshare':
      case 'export':
      case 'judge':
        return passing[act](person, found);
    }
  }
  /** One thing that somebody does; what could not be done is counted and looked at by whoever reads the table. */
  async function does(what: string, doing: () => Promise<void>): Promise<void> {
    try {
      await doing();
      count(what);
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message.slice(0, 1200) : String(fault);
      notPossible.push(`${org.clock.now()} ${what}: ${reason}`);
      count(`${what} not possible`);
    }
    await org.settle();
    watch.post(org, ticks, channels);
  }

  const agenda: { readonly at: string; readonly what: string; readonly doing: () => Promise<void> }[] = [
    ...plan.concerns
      .filter((planned) => !without(planned))
      .flatMap((planned) => [
        {
          at: planned.at,
          what: 'report',
          doing: () =>
            sendReport(org, at(planned.reporter), planned, (id) => {
              const found = truth.add(planned, id);
              known.set(planned.index, found);
              knowBeside(found);
            }),
        },
        ...agendaOf(planned).map((due) => ({
          at: due.at,
          what: due.act,
          doing: async () => {
            const found = known.get(due.case);
            if (found === undefined) throw new NotPossible('it was never sent');
            await perform(due.act, found);
          },
        })),
      ]),
    ...plan.absences.map(({ person, at: when, until, to }) => ({
      at: when,
      what: 'away',
      doing: () => work.away(person, until, to),
    })),
    ...plan.drills.map(({ person, at: when }) => ({
      at: when,
      what: 'drill',
      doing: () => work.drill(person),
    })),
    {
      at: plan.leaves.at,
      what: 'leave',
      doing: async () => {
        truth.leaves(plan.leaves.person);
        const people = PEOPLE.people.filter(({ id }) => id !== plan.leaves.person);
        await putPeople(org.deps(), { people });
      },
    },
    ...plan.looks.map((when) => ({
      at: when,
      what: 'look',
      doing: () => lookAtAll(org, truth, watch, at, plan.looks.at(-1) ?? plan.ends),
    })),
  ];
  for (const { at: when, what, doing } of agenda.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    if (when > plan.ends) break;
    await advanceTo(when);
    await does(what, doing);
  }
  await advanceTo(plan.ends);
  return { org, plan, truth, watch, at, counts, notPossible, known, records };
}
export type Ran = Awaited<ReturnType<typeof runTerm>>;
