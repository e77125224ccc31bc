import { join } from 'node:path';
import type { Deps } from '../../src/application/deps.ts';
import { seedDirectory } from '../../src/application/directory.ts';
import { workOnce } from '../../src/application/due-work.ts';
import { intentHandler } from '../../src/application/handle-intent.ts';
import type { Answer, Intent, Press } from '../../src/application/intent.ts';
import type { Address, Platform } from '../../src/application/messenger.ts';
import type { Log, Store } from '../../src/application/ports.ts';
import { stamper } from '../../src/application/sign.ts';
import { cardsFrom } from '../../src/cards/catalog.ts';
import type { Card } from '../../src/cards/model.ts';
import { documents } from '../../src/documents/documents.ts';
import type { Instant } from '../../src/domain/ids.ts';
import { calendarOf } from '../../src/domain/organisation.ts';
import type { Directory, Person } from '../../src/domain/people/directory.ts';
import { loadCards } from '../../src/storage/files/load-cards.ts';
import { capturedLog } from './captured-log.ts';
import { textsOf } from './check-card.ts';
import { loadedOnce } from './loaded-once.ts';
import { memoryStore } from './memory-store.ts';
import { postOffice, type Sent } from './post-office.ts';
import { buttonsOf, press } from './press.ts';
import { handClock } from './sample-school.ts';
import { testKeyring } from './stores.ts';

/** In `one-school` the headteacher is the safeguarding lead; `two-schools` share a policy and some people. */
export type Pack = 'one-school' | 'two-schools';
type Typed = Readonly<Record<string, string>>;

const DOCUMENTS = loadCards(join(process.cwd(), 'cards'));

/** A Tuesday in term, five past ten. */
const START = '2026-11-24T10:05:00.000Z';
/** A worker that never comes to rest is a fault of its own. */
const MOST_LOOKS = 500;

export interface Options {
  readonly store?: Store;
  readonly log?: Log;
  readonly platforms?: readonly Platform[];
  readonly directory?: Directory;
  readonly start?: string;
  /** Something in place of a part of the deps, made anew at each start. */
  readonly doctor?: (deps: Deps) => Deps;
  /** The folder of packs. */
  readonly policies?: string;
  /** Looks at every answer before the person acts on it. */
  readonly answered?: (person: string, answer: Answer) => Promise<void>;
}

/** An organisation of the fixtures. */
export const organisation = (pack: Pack, options: Options = {}) =>
  organisationIn(`tests/fixtures/${pack}`, options);

/** A whole organisation on a real pack, with both platforms, and a clock that moves when it is told to. */
export async function organisationIn(folder: string, options: Options = {}) {
  const { organisation: school, policy, directory: listed } = await loadedOnce(folder, options.policies);
  const directory = options.directory ?? listed;
  const clock = handClock(options.start ?? START);
  const post = postOffice(clock.now);
  const store = options.store ?? memoryStore();
  const log = capturedLog();
  const ids = { minted: 0 };
  /** Every card that anybody was shown, with the name of its document. */
  const drawn = new Map<Card, string>();

  function boot(): Deps {
    const random = () => {
      ids.minted += 1;
      return `id-${String(ids.minted).padStart(6, '0')}`;
    };
    const cards = cardsFrom(DOCUMENTS, stamper(testKeyring, { random }));
    const platforms = options.platforms ?? ['teams', 'slack'];
    const deps: Deps = {
      store,
      keyring: testKeyring,
      clock,
      ids: { random },
      log: options.log ?? log,
      policy,
      organisation: school,
      calendar: calendarOf(school),
      cards: {
        ...cards,
        show: (name, data) => {
          const card = cards.show(name, data);
          drawn.set(card, name);
          return card;
        },
      },
      messengers: {
        ...(platforms.includes('teams') && { teams: post.messengers.teams }),
        ...(platforms.includes('slack') && { slack: post.messengers.slack }),
      },
      documents,
      publicUrl: () => 'http://127.0.0.1:3978',
      kick: () => {},
    };
    return options.doctor?.(deps) ?? deps;
  }
  const running = { deps: boot() };
  await seedDirectory(running.deps, directory);

  /** Does all that is due now. */
  async function settle(): Promise<void> {
    for (let look = 0; look < MOST_LOOKS; look += 1)
      if ((await workOnce(running.deps, 'worker')) === 0) return;
    throw new Error(`After ${MOST_LOOKS} looks something is still due now`);
  }
  const earliest = async (until: Instant): Promise<Instant | undefined> => {
    const rows = await Promise.all((['case', 'bulk'] as const).map((lane) => store.due(until, lane, 1)));
    return rows
      .flat()
      .map(({ at }) => at)
      .sort()[0];
  };
  /** Lets time pass, and everything happen at its own moment. */
  async function advance(by: Temporal.DurationLike): Promise<void> {
    const end = handClock(clock.now());
    end.move(by);
    await settle();
    for (let next = await earliest(end.now()); next !== undefined; next = await earliest(end.now())) {
      clock.move({ milliseconds: Math.max(0, Date.parse(next) - Date.parse(clock.now())) });
      await settle();
    }
    clock.move({ milliseconds: Date.parse(end.now()) - Date.parse(clock.now()) });
  }

  const personOf = (id: string): Person => {
    const found = directory.people.find((each) => each.id === id);
    if (found === undefined) throw new Error(`Nobody of ${folder} is called ${id}`);
    return found;
  };
  const boxesOf = (id: string): readonly string[] => [`chat-${id}`, personOf(id).slack ?? ''];

  /** Somebody at their client: reads what they got, and presses what stands there. */
  function at(id: string, platform: Platform = 'slack') {
    const person = personOf(id);
    const box = platform === 'teams' ? `chat-${id}` : (person.slack ?? '');
    const address: Address =
      platform === 'teams'
        ? { platform, to: { conversation: box, serviceUrl: 'http://127.0.0.1', tenant: 't' } }
        : { platform, to: { user: box } };
    const from = { platform, account: person[platform] ?? '', address };
    const place = { type: 'private' } as const;
    let seen: Answer = { type: 'nothing' };
    const ask = async (intent: Intent) => {
      seen = await intentHandler(running.deps)(intent);
      await options.answered?.(id, seen);
      return seen;
    };
    const view = (): Card | undefined => (seen.type === 'nothing' ? undefined : seen.card);
    const offers = (card: Card, title: string) => buttonsOf(card).some((button) => button.title === title);
    const client = {
      person,
      answer: () => seen,
      inbox: () => post.box(box),
      card: (): Card => {
        const card = view() ?? post.box(box).at(-1)?.message.card;
        if (card === undefined) throw new Error(`${id} sees nothing on ${platform}`);
        return card;
      },
      texts: () => textsOf(client.card()).join('\n'),
      titles: () => buttonsOf(client.card()).map(({ title }) => title),
      join: () => ask({ type: 'installed', from, place }),
      home: () => ask({ type: 'home', from }),
      say: (text: string) => ask({ type: 'say', text, from, place, view: true }),
      send: (pressed: Press, sees = true) => ask({ type: 'press', press: pressed, from, place, view: sees }),
      /** The button with these words: in what is open, else in the newest message that has it. */
      async press(title: string, typed: Typed = {}) {
        const open = view();
        const cards = [...(open === undefined ? [] : [open]), ...post.box(box).map(newest).reverse()];
        const card = cards.find((each) => offers(each, title));
        if (card === undefined)
          throw new Error(`${id} has no "${title}", but: ${cards.map((each) => textsOf(each)).join(' | ')}`);
        await client.send(press(card, title, typed));
        return client;
      },
    };
    return client;
  }

  return {
    policy,
    directory,
    clock,
    post,
    store,
    log,
    drawn,
    deps: () => running.deps,
    /** As after a crash: only what is in the store, and on the platforms, is left. */
    restart: () => {
      running.deps = boot();
    },
    settle,
    advance,
    at,
    boxesOf,
    /** The leads' channel, as Teams has it, with these people in it. */
    async bindChannel(members: readonly string[]) {
      const conversation = 'channel-safeguarding-leads';
      post.members.set(
        conversation,
        members.map((id) => ({ account: personOf(id).teams ?? '', guest: false })),
      );
      const channel: Address = { platform: 'teams', to: { conversation, serviceUrl: 'http://127.0.0.1' } };
      await intentHandler(running.deps)({ type: 'installed', place: { type: 'shared', channel } });
      return conversation;
    },
  };
}
const newest = ({ message }: Sent): Card => message.card;

export type Organisation = Awaited<ReturnType<typeof organisation>>;
export type Client = ReturnType<Organisation['at']>;
