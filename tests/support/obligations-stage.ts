import process from 'node:process';
import type { Answer } from '../../src/application/intent.ts';
import type { Platform } from '../../src/application/messenger.ts';
import type { Store } from '../../src/application/ports.ts';
import type { Card } from '../../src/cards/model.ts';
import { memoryStore } from './memory-store.ts';
import { type Client, type Options, organisationIn } from './organisation.ts';
import type { Sent } from './post-office.ts';

/** The same store, with the type of every event that it wrote. */
function watched(inner: Store, written: string[]): Store {
  return {
    ...inner,
    async commit(change) {
      const result = await inner.commit(change);
      if (result === 'committed' && change.type === 'write')
        written.push(...change.events.map(({ body }) => String(Object(body).type)));
      return result;
    },
  };
}

/** An organisation on its pack, its people at their clients, and what each of them was ever shown. */
export async function stageOf(folder: string, options: Options = {}) {
  const written: string[] = [];
  const looks = { before: 0 };
  const shown = new Map<string, Answer[]>();
  const effects = new Map<string, readonly string[]>();
  const clients = new Map<string, Client>();

  const org = await organisationIn(folder, {
    policies: process.env.OBLIGATIONS_POLICIES ?? 'policies',
    ...options,
    store: watched(options.store ?? memoryStore(), written),
    async answered(person, answer) {
      shown.set(person, [...(shown.get(person) ?? []), answer]);
      effects.set(person, written.slice(looks.before));
      await settle();
    },
  });
  async function settle(): Promise<void> {
    await org.settle();
    looks.before = written.length;
  }

  const inbox = (person: string): readonly Sent[] =>
    org
      .boxesOf(person)
      .flatMap((box) => org.post.box(box))
      .toSorted((a, b) => a.at.localeCompare(b.at));
  const answers = (person: string): readonly Answer[] => shown.get(person) ?? [];

  return {
    org,
    settle,
    /** Lets time pass, and everything happen at its own moment. */
    async advance(by: Temporal.DurationLike): Promise<void> {
      await org.advance(by);
      looks.before = written.length;
    },
    /** One client for each person and platform: what they have open stays open. */
    at(person: string, platform: Platform = 'slack'): Client {
      const key = `${person}|${platform}`;
      const client = clients.get(key) ?? org.at(person, platform);
      clients.set(key, client);
      return client;
    },
    inbox,
    answers,
    /** The types of the events that their last press wrote. */
    effects: (person: string): readonly string[] => effects.get(person) ?? [],
    /** What stands before somebody: the view they have open, and their newest message. */
    before(person: string): readonly Card[] {
      const open = answers(person).at(-1);
      const message = inbox(person).at(-1)?.message.card;
      return [
        ...(open === undefined || open.type === 'nothing' ? [] : [open.card]),
        ...(message === undefined ? [] : [message]),
      ];
    },
  };
}

export type Stage = Awaited<ReturnType<typeof stageOf>>;
