import type { Deps } from '../../src/application/deps.ts';
import type { Platform, SendResult } from '../../src/application/messenger.ts';
import type { Store } from '../../src/application/ports.ts';
import { BULK as SLACK } from '../../src/channels/slack/limits.ts';
import { BULK as TEAMS } from '../../src/channels/teams/limits.ts';
import { type Worker, worker } from '../../src/compose/worker.ts';
import { later } from '../../src/domain/time/working-time.ts';
import { atTheForm } from '../support/filled-form.ts';
import { limitedPlatform } from '../support/limited-platform.ts';
import { memoryStore } from '../support/memory-store.ts';
import { nthPerson, seedNudges, slackOf, withMany } from '../support/nudges.ts';
import { sampleSchool } from '../support/sample-school.ts';
import { virtualTime } from '../support/virtual-time.ts';

const START = '2026-11-24T10:05:00.000Z';
const NUDGE = 'Training: something is due.';
const URGENT = 'Safeguarding: urgent, please open now.';
const AT = { serviceUrl: 'http://127.0.0.1', tenant: 't' } as const;

interface Options {
  readonly nudges: number;
  /** What becomes of a message on Slack instead. */
  readonly instead?: (to: string, sleep: (ms: number) => Promise<void>) => Promise<SendResult | undefined>;
  readonly paceless?: true;
  readonly platforms?: readonly Platform[];
}

/** A school with so many nudges due, both platforms with their limits, and as many processes as are started. */
async function storm({ nudges, instead, paceless, platforms }: Options) {
  const time = virtualTime(START);
  const school = await sampleSchool();
  const platform = (name: 'slack' | 'teams', bulk: typeof SLACK) =>
    limitedPlatform({
      platform: name,
      bulk: paceless ? undefined : bulk,
      elapsed: time.clock.elapsed,
      ...(name === 'slack' && instead && { instead: (to: string) => instead(to, time.sleep) }),
    });
  const slack = platform('slack', SLACK);
  const teams = platform('teams', TEAMS);
  const memory = memoryStore();
  const listed = school.deps.keyring.recordId('directory');
  let people: Awaited<ReturnType<Store['read']>>;
  // A directory that is read once, as the sealed store keeps it: a copy for every look would be most of the work here.
  const store: Store = {
    ...memory,
    async read(id, options) {
      if (id !== listed) return memory.read(id, options);
      people ??= await memory.read(id, options);
      return people;
    },
  };
  const directory = withMany(school.directory, school.person('p-ada'), nudges, platforms);
  const bots: Worker[] = [];
  const base: Deps = {
    ...school.deps,
    store,
    clock: time.clock,
    messengers: { slack: slack.messenger, teams: teams.messenger },
    kick: () => {
      for (const bot of bots) bot.kick();
    },
  };
  const numbers = Array.from({ length: nudges }, (_, n) => n);
  await seedNudges(base, directory, numbers, () => time.clock.now(), AT);

  const posted = () => [...slack.posted, ...teams.posted];
  const of = (notification: string) =>
    posted().filter(({ message }) => message.notification.startsWith(notification));
  return {
    time,
    slack,
    teams,
    store,
    log: school.log,
    nudged: () => of(NUDGE),
    urgent: () => of(URGENT),
    refused: () => slack.counts.refused + teams.counts.refused,
    /** Another process over the same store. What it holds is gone when it is killed. */
    start(through: (store: Store) => Store = (same) => same) {
      const bot = worker({ ...base, store: through(time.watched(store)) }, `bot-${bots.length}`, time.rest);
      bots.push(bot);
      bot.start();
      return bot;
    },
    /** Somebody in danger: one tap that the lead is to hear of at once. */
    async alarm(n: number) {
      const reporter = directory.people.find(({ id }) => id === nthPerson(n));
      if (reporter === undefined) throw new Error(`There are fewer people than ${n}`);
      const form = await atTheForm({ ...school, deps: base, directory }, reporter);
      await form.press('In danger now');
      await form.press('Tell the safeguarding lead now');
    },
    isOver: async () => (await store.due(later(time.clock.now(), { hours: 1 }), 'bulk', 1)).length === 0,
  };
}

/**
 * A store that is gone from the nth write on, as for a process that was killed there: nothing more gets in or out. That
 * write itself may have been done, and nobody is left to hear of it.
 */
function killedAt(nth: number, isDone: boolean) {
  let writes = 0;
  const gone = new Promise<never>(() => undefined);
  const wasKilled = () => writes >= nth;
  return {
    wasKilled,
    through: (store: Store): Store => {
      const write =
        <Given extends readonly unknown[], Found>(call: (...given: Given) => Promise<Found>) =>
        (...given: Given): Promise<Found> => {
          writes += 1;
          if (writes === nth && isDone) return call(...given).then(() => gone);
          return wasKilled() ? gone : call(...given);
        };
      return {
        ...store,
        claim: write(store.claim),
        settle: write(store.settle),
        commit: write(store.commit),
        saveDelivery: write(store.saveDelivery),
      };
    },
  };
}

const most = (posted: readonly { readonly at: number }[], ms: number): number =>
  Math.max(
    0,
    ...posted.map(({ at }) => posted.filter((other) => other.at >= at && other.at < at + ms).length),
  );

describe('many nudges at once', () => {
  it('all go, each once, within what the platforms take', async () => {
    const here = await storm({ nudges: 240, platforms: ['slack', 'slack', 'slack', 'teams'] });
    here.start();
    await here.time.until(() => here.nudged().length >= 240);
    expect(new Set(here.nudged().map(({ to }) => to)).size).toBe(240);
    expect(here.refused()).toBe(0);
    expect(most(here.slack.posted, 60_000)).toBeLessThanOrEqual(SLACK.sends + 8);
    expect(most(here.teams.posted, 1_000)).toBeLessThanOrEqual(TEAMS.sends / 60 + 8);
  });

  it('would be refused without a pace: the platforms of this test count', async () => {
    const here = await storm({ nudges: 310, platforms: ['slack'], paceless: true });
    here.start();
    await here.time.until(() => here.refused() > 0);
  });

  it('share the limit between two processes', async () => {
    const here = await storm({ nudges: 200, platforms: ['slack'] });
    here.start();
    here.start();
    await here.time.until(() => here.nudged().length >= 200);
    expect(most(here.slack.posted, 60_000)).toBeLessThanOrEqual(SLACK.sends + 8);
    expect(new Set(here.nudged().map(({ to }) => to)).size).toBe(200);
  });

  it('go on with the next process, as soon as the first has stopped', async () => {
    const here = await storm({ nudges: 100 });
    const first = here.start();
    await here.time.until(() => here.nudged().length >= 40);
    await first.stop();
    const [stopped, at] = [here.nudged().length, here.time.clock.elapsed()];
    here.start();
    await here.time.until(() => here.nudged().length > stopped);
    expect(here.time.clock.elapsed() - at).toBeLessThanOrEqual(1_000);
    await here.time.until(() => here.nudged().length >= 100);
    expect(new Set(here.nudged().map(({ to }) => to)).size).toBe(100);
  });

  // The first eight go together; later each write of one nudge comes alone.
  const writes = [2, 9, 17, 25, 101, 102, 103, 104];
  it.each(writes.flatMap((nth) => [true, false].map((isDone) => [nth, isDone] as const)))(
    'come to nobody twice when the process is killed at write %i (done: %s)',
    async (nth, isDone) => {
      const here = await storm({ nudges: 60 });
      const { through, wasKilled } = killedAt(nth, isDone);
      const killed = here.start(through);
      await here.time.until(wasKilled);
      void killed.stop();
      here.start();
      await here.time.until(here.isOver);
      const to = here.nudged().map((each) => each.to);
      expect(new Set(to).size).toBe(to.length);
      expect(to.length).toBeGreaterThanOrEqual(60 - 8);
    },
  );

  it('are not repeated where nobody knows whether one arrived, and are sent again where it did not leave', async () => {
    const ended = new Set<string>();
    const first = (to: string, result: SendResult) => {
      if (ended.has(to)) return undefined;
      ended.add(to);
      return result;
    };
    const here = await storm({
      nudges: 20,
      async instead(to) {
        if (to === slackOf(2)) return { type: 'ambiguous', code: 'http-500' };
        if (to === slackOf(4)) return first(to, { type: 'not-sent', code: 'ENOTFOUND' });
        return undefined;
      },
    });
    here.start();
    await here.time.until(here.isOver);
    const to = here.slack.posted.map((each) => each.to);
    expect(to).not.toContain(slackOf(2));
    expect(to).toContain(slackOf(4));
    expect(here.nudged()).toHaveLength(19);
    expect(here.log.lines.filter(({ code }) => code === 'ambiguous')).toHaveLength(1);
  });
});

describe('a platform that asks for a pause', () => {
  it('gets one from every nudge, and none from an alert', async () => {
    let asked = false;
    const here = await storm({
      nudges: 60,
      async instead(to) {
        if (asked || !to.startsWith('U9')) return undefined;
        asked = true;
        return { type: 'throttled', retryAfterMs: 60_000 };
      },
    });
    here.start();
    await here.time.until(() => asked);
    const before = here.nudged().length;
    const at = here.time.clock.elapsed();
    await here.alarm(1);
    await here.time.until(() => here.urgent().length > 0);
    expect(here.time.clock.elapsed()).toBe(at);
    await here.time.until(() => here.time.clock.elapsed() >= at + 59_000);
    // Those that were on their way when it asked.
    expect(here.nudged().length - before).toBeLessThanOrEqual(8);
    await here.time.until(here.isOver);
    expect(here.nudged()).toHaveLength(60);
  });
});

describe('an alert that is refused', () => {
  it('stops the nudges, and goes as soon as it may', async () => {
    let asked = false;
    const here = await storm({
      nudges: 60,
      async instead(to) {
        if (asked || to.startsWith('U9')) return undefined;
        asked = true;
        return { type: 'throttled', retryAfterMs: 60_000 };
      },
    });
    here.start();
    await here.time.until(() => here.nudged().length >= 20);
    await here.alarm(1);
    await here.time.until(() => asked);
    const [at, before] = [here.time.clock.elapsed(), here.nudged().length];
    await here.time.until(() => here.urgent().length > 0);
    expect(here.time.clock.elapsed() - at).toBeLessThanOrEqual(61_000);
    expect(here.nudged().length - before).toBeLessThanOrEqual(8);
    await here.time.until(here.isOver);
    expect(here.nudged()).toHaveLength(60);
  });
});

describe('an urgent alert', () => {
  it('goes at once while nudges hang', async () => {
    const here = await storm({
      nudges: 60,
      async instead(to, sleep) {
        if (!to.startsWith('U9')) return undefined;
        await sleep(30_000);
        return { type: 'ambiguous', code: 'no-answer' };
      },
    });
    here.start();
    await here.time.until(() => here.time.clock.elapsed() >= 5_000);
    const at = here.time.clock.elapsed();
    await here.alarm(1);
    await here.time.until(() => here.urgent().length > 0);
    expect(here.time.clock.elapsed()).toBe(at);
  });

  it('goes at once in the middle of them, and is not refused', async () => {
    const here = await storm({ nudges: 150 });
    here.start();
    await here.time.until(() => here.nudged().length >= 50);
    const at = here.time.clock.elapsed();
    for (let n = 1; n <= 20; n += 1) await here.alarm(n);
    await here.time.until(() => here.urgent().length >= 20);
    expect(here.time.clock.elapsed()).toBe(at);
    expect(here.refused()).toBe(0);
    await here.time.until(here.isOver);
    expect(here.nudged()).toHaveLength(150);
  });
});
