import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workOnce } from '../../src/application/due-work.ts';
import { intentHandler } from '../../src/application/handle-intent.ts';
import type { Intent, Press } from '../../src/application/intent.ts';
import type { Message } from '../../src/application/messenger.ts';
import type { Store } from '../../src/application/ports.ts';
import type { Card } from '../../src/cards/model.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { openCosmosStore } from '../../src/storage/cosmos/store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { startCosmosServer } from '../support/cosmos-server.ts';
import { sampleSchool } from '../support/sample-school.ts';
import { organisation, sealed } from '../support/stores.ts';
import { answersOf } from './answers.ts';
import { buttonOf, standing } from './card-buttons.ts';
import type { Row } from './numbers.ts';

/** Requests by kind, since it was last asked. */
function counter() {
  let counts: Record<string, number> = {};
  return {
    count: (kind: string) => {
      counts[kind] = (counts[kind] ?? 0) + 1;
    },
    take() {
      const taken = counts;
      counts = {};
      return taken;
    },
  };
}
type Counter = ReturnType<typeof counter>;

/** Each call of the raw store, under the seal: a commit is one transaction, whatever it holds. */
function counted(store: Store<string>, { count }: Counter): Store<string> {
  const as =
    <Given extends readonly unknown[], Found>(kind: string, call: (...given: Given) => Found) =>
    (...given: Given): Found => {
      count(kind);
      return call(...given);
    };
  return {
    ...store,
    read: as('read', store.read),
    commit(change) {
      count(change.type === 'erase' ? 'erase' : 'commit');
      return store.commit(change);
    },
    saveDelivery: as('delivery', store.saveDelivery),
    due: as('look', store.due),
    claim: as('claim', store.claim),
    settle: as('settle', store.settle),
  };
}

function pressOn(card: Card, title: string, inputs: Press['inputs'] = {}): Press {
  const { do: verb, ...data } = buttonOf(card, title).data;
  return { ...data, do: verb, inputs: { ...standing(card), ...inputs } } as Press;
}

type Counts = readonly (readonly [string, Readonly<Record<string, number>>])[];

/** One report from the command to the first decision, and what the store was asked for at each step. */
async function oneReport(store: Store<string>, { take }: Counter): Promise<Counts> {
  const school = await sampleSchool({ store: sealed(store) });
  const handle = intentHandler(school.deps);
  const found: [string, Readonly<Record<string, number>>][] = [];
  const asked = { place: { type: 'private' }, view: true } as const;
  const from = ({ slack = '' }: Person) =>
    ({
      platform: 'slack',
      account: slack,
      address: { platform: 'slack', to: { team: 'T0BENCH', user: slack } },
    }) as const;
  async function step(name: string, intent: Intent): Promise<Card> {
    take();
    const answer = await handle(intent);
    found.push([name, take()]);
    if (answer.type !== 'card') throw new Error(`${name} was answered with ${answer.type}`);
    return answer.card;
  }
  async function work(name: string): Promise<void> {
    take();
    while ((await workOnce(school.deps, 'bench')) > 0);
    found.push([name, take()]);
  }
  const last = (): Message => {
    const posted = school.slack.posted.at(-1);
    if (posted === undefined) throw new Error('No card was delivered');
    return posted.message;
  };
  const [ada, iris] = [school.person('p-ada'), school.person('p-iris')];
  const press = (who: Person, card: Card, title: string, inputs?: Press['inputs']): Intent => ({
    type: 'press',
    press: pressOn(card, title, inputs),
    from: from(who),
    ...asked,
  });
  const { who, what, story } = answersOf(1);
  // Each once before, so that an address is written down and due work of the start is done.
  for (const person of [ada, iris]) await handle({ type: 'say', text: 'help', from: from(person), ...asked });
  await work('');
  found.length = 0;
  const first = await step('report concern', {
    type: 'say',
    text: 'report concern',
    from: from(ada),
    ...asked,
  });
  const second = await step('step 1: right now', press(ada, first, 'Not today'));
  const third = await step('step 2: who', press(ada, second, 'Continue', who));
  const fourth = await step('step 3: what', press(ada, third, 'Continue', what));
  const check = await step('step 4: what happened', press(ada, fourth, 'Continue', story));
  await step('step 5: SEND', press(ada, check, 'Send it'));
  await work('worker: the card to the lead');
  const message = last().card;
  await step('lead: Open', press(iris, message, 'Open'));
  await work('worker: after Open');
  await step('lead: I have this', press(iris, message, 'I have this'));
  await work('worker: after I have this');
  await step('reporter: my reports', { type: 'say', text: 'my reports', from: from(ada), ...asked });
  return found;
}

async function onSqlite(): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-bench-'));
  const counts = counter();
  const store = openSqliteStore({ folder, organisation });
  try {
    return await oneReport(counted(store, counts), counts);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onCosmos(): Promise<Counts> {
  const server = await startCosmosServer();
  const counts = counter();
  // The emulator's own key, the same everywhere; it opens nothing.
  const key = Buffer.alloc(64, 1).toString('base64');
  const account = { endpoint: server.endpoint, key };
  const store = await openCosmosStore({
    account,
    database: 'bench',
    container: 'records',
    organisation,
    onRequest: counts.count,
  });
  try {
    return await oneReport(store, counts);
  } finally {
    await store.close();
    await server.close();
  }
}

const inWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');

const commits = ({ commit = 0, erase = 0 }: Readonly<Record<string, number>>): number => commit + erase;

/** What one report and each action on it ask of the store. */
export async function storeCounts(): Promise<readonly Row[]> {
  const sqlite = await onSqlite();
  const cosmos = new Map(await onCosmos());
  return sqlite.map(([action, counts]) => ({
    action,
    ...(action.startsWith('worker')
      ? {}
      : { commits: commits(counts), aim: action.endsWith('SEND') ? '1' : '<= 1' }),
    SQLite: inWords(counts),
    'Cosmos DB': inWords(cosmos.get(action) ?? {}),
  }));
}
