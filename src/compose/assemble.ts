import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Deps } from '../application/deps.ts';
import { knownDirectory, todayOf } from '../application/directory.ts';
import type { Messenger, Platform } from '../application/messenger.ts';
import type { Clock, Store } from '../application/ports.ts';
import { stamper } from '../application/sign.ts';
import { cardsFrom } from '../cards/catalog.ts';
import type { Config } from '../config.ts';
import { documents } from '../documents/documents.ts';
import { calendarOf } from '../domain/organisation.ts';
import type { Directory, Person } from '../domain/people/directory.ts';
import type { Policy } from '../domain/policy/pack.ts';
import { instantOf } from '../domain/time/working-time.ts';
import { createLogger, type Logger, type LoggerOptions } from '../logging/logger.ts';
import { loadCards } from '../storage/files/load-cards.ts';
import { accountsFor } from './accounts.ts';
import { openStore } from './open-store.ts';
import { loadOrganisationFiles, loadOrganisationPeople } from './organisation.ts';

export interface Surroundings extends LoggerOptions {
  /** The checkout: where `cards/` and `policies/` are. */
  readonly root: string;
  /** Tests turn it; otherwise it is the machine's. */
  readonly clock?: Clock;
  /** For the operator: what is wrong with a changed policy file, as lines. */
  readonly tell?: (text: string) => void;
}

export interface Assembled {
  readonly deps: Deps;
  /** From now on this policy is the one; open cases keep what they were opened under. */
  readonly usePolicy: (policy: Policy) => void;
  /** The same object as in `deps`, for whoever builds the channels. */
  readonly messengers: Partial<Record<Platform, Messenger>>;
  readonly log: Logger;
  readonly raw: Store<string>;
  /** What `people.csv` makes of an empty store; this one may hold another. */
  readonly directory: Directory;
  /** Everybody whom `people.csv` lists now. */
  readonly listed: readonly Person[];
  readonly warnings: readonly string[];
}

const machineClock: Clock = {
  now: () => instantOf(Temporal.Now.instant()),
  elapsed: () => performance.now(),
};

/** Everything the use cases need, without a channel and without the loop: a server adds those, a command does not. */
export async function assemble(
  config: Config,
  { root, clock = machineClock, ...logging }: Surroundings,
  kick: () => void,
  publicUrl: () => string | undefined,
): Promise<Assembled> {
  const log = createLogger(logging);
  const { organisation, policy, warnings } = await loadOrganisationFiles(
    config.orgDir,
    join(root, 'policies'),
  );
  let current = policy;
  const { store, keyring, raw } = await openStore(config, organisation.id, log);
  const ids = { random: () => randomBytes(16).toString('base64url') };
  const messengers: Partial<Record<Platform, Messenger>> = {};
  const deps: Deps = {
    store,
    keyring,
    clock,
    ids,
    log,
    get policy() {
      return current;
    },
    organisation,
    calendar: calendarOf(organisation),
    cards: cardsFrom(loadCards(join(root, 'cards')), stamper(keyring, ids)),
    documents,
    accounts: accountsFor(config, clock),
    messengers,
    kick,
    publicUrl,
  };
  const usePolicy = (next: Policy) => {
    current = next;
  };
  try {
    const {
      listed,
      directory,
      warnings: ofPeople,
    } = await loadOrganisationPeople(config.orgDir, {
      organisation,
      policy,
      today: todayOf(deps),
      known: await knownDirectory(deps),
      idFor: (email, n) => `p-${keyring.recordId(`person|${email}|${n}`).slice(0, 12)}`,
    });
    return {
      deps,
      usePolicy,
      messengers,
      log,
      raw,
      directory,
      listed,
      warnings: [...ofPeople, ...warnings],
    };
  } catch (fault) {
    await raw.close();
    throw fault;
  }
}
