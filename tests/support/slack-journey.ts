import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readRoll } from '../../src/application/people/roll-record.ts';
import type { Store } from '../../src/application/ports.ts';
import { type App, compose } from '../../src/compose.ts';
import type { Config, StoreConfig } from '../../src/config.ts';
import { handClock } from './sample-school.ts';
import { type SlackClient, slackClient } from './slack-client.ts';
import { organisationFolder, type Pack, seedOf } from './slack-school.ts';
import type { Screen } from './slack-screen.ts';
import { startWorkspace, type WorkspaceSeed } from './slack-workspace.ts';

export const SIGNING_SECRET = 'not-a-secret-only-a-test';

/** A Tuesday in term, five past two. */
const START = '2026-11-24T14:05:00.000Z';
const HURRY = 100;

export interface JourneyOptions {
  readonly pack?: Pack;
  readonly channels?: WorkspaceSeed['channels'];
  /** False: `organisation.yaml` binds no Slack channel. */
  readonly bound?: boolean;
  /** Changes the text of `organisation.yaml`: another pack, further contacts. */
  readonly organisation?: (text: string) => string;
  /** Changes or leaves out lines of `people.csv`. */
  readonly people?: (row: string) => string | undefined;
  /** The store; a folder of this journey's own unless told. */
  readonly store?: StoreConfig;
}

/** The store with a count of what the workers hold, so that a test can wait until nothing is left to do. */
function tapped(store: Store) {
  let held = 0;
  let taken = 0;
  const tap: Store = {
    ...store,
    async claim(row, owner, until) {
      held += 1;
      taken += 1;
      const claimed = await store.claim(row, owner, until).catch((fault: unknown) => {
        held -= 1;
        throw fault;
      });
      if (claimed === undefined) held -= 1;
      return claimed;
    },
    settle: (row, settlement) =>
      store.settle(row, settlement).finally(() => {
        held -= 1;
      }),
  };
  return { tap, counts: () => ({ held, taken }) };
}

/** What is typed into text boxes, and long enough to be told from our own words. */
const wordsIn = (screen: Screen, inputs: Readonly<Record<string, string>> = {}): readonly string[] =>
  Object.entries(inputs)
    .filter(([name, text]) => text.length > 5 && screen.input(name).element.type === 'plain_text_input')
    .map(([, text]) => text);

export interface Instance {
  readonly app: App;
  readonly counts: () => { readonly held: number; readonly taken: number };
}

/** A school on Slack: the whole server in production mode, its workspace, its people, and a clock in the hand. */
export async function startSlackJourney(options: JourneyOptions = {}) {
  const { pack = 'one-school' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'signpost-slack-'));
  const workspace = await startWorkspace(seedOf(pack, options.channels));
  const orgDir = organisationFolder(join(folder, 'org'), pack, workspace, options);
  // Its time of day stands still until it is moved; how long something took goes on by itself, or nudges never would,
  // and faster than it is, because everybody gets one on the first day and Slack's limits would be waited for.
  const clock = { ...handClock(START), elapsed: () => performance.now() * HURRY };
  const logged: string[] = [];
  const config: Config = {
    mode: 'production',
    host: '127.0.0.1',
    port: 0,
    orgDir,
    store: options.store ?? { type: 'sqlite', folder: join(folder, 'data') },
    key: { type: 'file', file: join(folder, 'signpost.key'), create: true },
    slack: {
      botToken: workspace.botToken,
      signingSecret: SIGNING_SECRET,
      apiUrl: workspace.apiUrl,
      teams: [workspace.team],
    },
  };
  const instances: Instance[] = [];

  async function start(): Promise<App> {
    const destination = { write: (line: string) => void logged.push(line) };
    const app = await compose(config, { root: process.cwd(), clock, destination });
    const { tap, counts } = tapped(app.deps.store);
    Object.assign(app.deps, { store: tap });
    instances.push({ app, counts });
    // What was taken up before the store had its count: everybody's record.
    while ((await readRoll(app.deps)).roll?.cursor !== undefined) await pause(5);
    return app;
  }

  await start().catch(async (fault: unknown) => {
    await workspace.close();
    rmSync(folder, { recursive: true, force: true });
    throw fault;
  });
  let requests = 0;
  const answers: Promise<string>[] = [];
  const latest = (): App => {
    const app = instances.at(-1)?.app;
    if (app === undefined) throw new Error('No instance of this journey runs');
    return app;
  };
  const typed = new Set<string>();
  /** At the screens, with requests to this instance. */
  const screens = (app: () => App): SlackClient => {
    const client = slackClient(workspace, {
      get eventsUrl() {
        return `${app().url}/slack/events`;
      },
      signingSecret: SIGNING_SECRET,
      // Each request has a second of its own: Slack never signs two alike.
      now: () => {
        requests += 1;
        return Date.parse(clock.now()) + (requests % 250) * 1000;
      },
      onAnswer: (answer) => void answers.push(answer.text()),
    });
    return {
      ...client,
      press(user, where, title, inputs) {
        for (const words of wordsIn(where, inputs)) typed.add(words);
        return client.press(user, where, title, inputs);
      },
      submit(user, form, inputs) {
        for (const words of wordsIn(form, inputs)) typed.add(words);
        return client.submit(user, form, inputs);
      },
    };
  };
  const people = screens(latest);

  const now = () => clock.now();
  const isBusy = async (): Promise<boolean> => {
    const before = instances.map(({ counts }) => counts());
    for (const lane of ['case', 'bulk'] as const) {
      if ((await latest().deps.store.due(now(), lane, 1)).length > 0) return true;
    }
    return instances.some(({ counts }, at) => counts().held > 0 || counts().taken !== before[at]?.taken);
  };

  return {
    workspace,
    clock,
    people,
    screens,
    logged,
    /** Everything that anybody wrote in a text box. */
    typed,
    /** What the bot answered to requests: views come in these too. */
    answers: (): Promise<readonly string[]> => Promise.all(answers),
    app: latest,
    start,
    /** Until nothing is due and nobody holds a row. */
    async settled(): Promise<void> {
      while (await isBusy()) {
        for (const { app } of instances) app.deps.kick();
        await pause(5);
      }
    },
    /** Time passes, and everything that is due by then is done. */
    async wait(by: Temporal.DurationLike): Promise<void> {
      clock.move(by);
      await this.settled();
    },
    /** The process ends and starts again over the same data. */
    async restart(): Promise<void> {
      await instances.pop()?.app.stop();
      await start();
    },
    async close(): Promise<void> {
      people.close();
      for (const { app } of instances) await app.stop();
      await workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type SlackJourney = Awaited<ReturnType<typeof startSlackJourney>>;
