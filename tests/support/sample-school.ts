import { join } from 'node:path';
import type { Deps } from '../../src/application/deps.ts';
import { seedDirectory } from '../../src/application/directory.ts';
import type { Message, Messenger, Platform } from '../../src/application/messenger.ts';
import type { Store } from '../../src/application/ports.ts';
import { stamper } from '../../src/application/sign.ts';
import { cardsFrom } from '../../src/cards/catalog.ts';
import { documents } from '../../src/documents/documents.ts';
import { Instant, PersonId } from '../../src/domain/ids.ts';
import { calendarOf } from '../../src/domain/organisation.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { later } from '../../src/domain/time/working-time.ts';
import { loadCards } from '../../src/storage/files/load-cards.ts';
import { capturedLog } from './captured-log.ts';
import { loadedOnce } from './loaded-once.ts';
import { memoryStore } from './memory-store.ts';
import { testKeyring } from './stores.ts';

const DOCUMENTS = loadCards(join(process.cwd(), 'cards'));
// Never the same twice, also after a restart over the same store.
let minted = 0;
const mint = (): string => {
  minted += 1;
  return `id-${minted}`;
};

/** A clock that stands still until it is moved. */
export function handClock(start: string) {
  let now = Instant.parse(start);
  return {
    now: () => now,
    elapsed: () => 0,
    move: (by: Temporal.DurationLike) => {
      now = later(now, by);
    },
  };
}

interface Posted {
  readonly to: string;
  readonly messageId: string;
  readonly message: Message;
}

/** A messenger that keeps what it was given: `posted` once each, `shown` as it stands after updates. */
export function keptMessenger(platform: Platform) {
  const posted: Posted[] = [];
  const shown = new Map<string, Posted>();
  const messenger: Messenger = {
    platform,
    async send(address, message) {
      const messageId = `m-${posted.length + 1}`;
      const post = { to: Object.values(address.to).join('|'), messageId, message };
      posted.push(post);
      shown.set(messageId, post);
      return { type: 'sent', messageId, address };
    },
    async update(address, messageId, message) {
      if (!shown.has(messageId)) return { type: 'card-gone' };
      shown.set(messageId, { to: Object.values(address.to).join('|'), messageId, message });
      return { type: 'updated' };
    },
    members: async () => [],
  };
  return { messenger, posted, shown };
}

interface Options {
  readonly store?: Store;
  readonly clock?: ReturnType<typeof handClock>;
  /** Of the organisation; without it the sample. */
  readonly folder?: string;
}

/** The sample organisation with its real policy and cards, a store in memory and a clock in the hand. */
export async function sampleSchool(options: Options = {}) {
  const { organisation, policy, directory } = await loadedOnce(options.folder ?? 'policies/sample');
  // A Tuesday in term, five past two.
  const clock = options.clock ?? handClock('2026-11-24T14:05:00.000Z');
  const teams = keptMessenger('teams');
  const slack = keptMessenger('slack');
  const ids = { random: mint };
  const log = capturedLog();
  const deps: Deps = {
    store: options.store ?? memoryStore(),
    keyring: testKeyring,
    clock,
    ids,
    log,
    policy,
    organisation,
    calendar: calendarOf(organisation),
    cards: cardsFrom(DOCUMENTS, stamper(testKeyring, ids)),
    messengers: { teams: teams.messenger, slack: slack.messenger },
    documents,
    publicUrl: () => 'http://127.0.0.1:3978',
    kick: () => {},
  };
  await seedDirectory(deps, directory);
  const person = (id: string): Person => {
    const found = directory.people.find((each) => each.id === PersonId.parse(id));
    if (found === undefined) throw new Error(`Nobody here is called ${id}`);
    return found;
  };
  return { deps, directory, policy, clock, log, teams, slack, person };
}
export type SampleSchool = Awaited<ReturnType<typeof sampleSchool>>;
