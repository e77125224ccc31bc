import { closedLoop, type Post, type Posting, type Timed } from './load.ts';
import type { Platform } from './platform.ts';
import type { LastPage, Reporter } from './reporter.ts';
import type { School } from './school.ts';
import type { Served } from './serve.ts';

export const IN_FLIGHT = 32;
/** So that a bare round lasts long enough to be measured. */
const BARE_TIMES = 4;

export interface SubmitOptions {
  readonly school: School;
  readonly rounds: number;
  /** Reports a round. */
  readonly reports: number;
  /** Reports at 50 a second. */
  readonly paced: number;
  /** Folder for processor profiles of the server: one a round of submits, one a round of whole flows. */
  readonly profiles?: string;
}

export type Side = 'slack' | 'teams';

/** Two servers under test, the platform that both call, and somebody who reports. */
export interface Ground {
  readonly platform: Platform;
  readonly post: Post;
  readonly signpost: Served;
  readonly bare: Served;
  readonly reporter: Reporter;
  readonly options: SubmitOptions;
  readonly side: Side;
}

export interface Measured extends Timed {
  /** Processor time of the server meanwhile: a busy neighbour on the machine changes it least. */
  readonly cpuMs: number;
}

/** Everybody at the last page of a form. */
export async function atTheLastPage(
  { reporter, options }: Ground,
  count: number,
): Promise<readonly LastPage[]> {
  const pages: LastPage[] = [];
  const people = options.school.staff.slice(0, count).map((person, n) => ({ person, n }));
  await closedLoop(people, IN_FLIGHT, async ({ person, n }) => {
    pages.push(await reporter.toLastPage(person, n));
  });
  return pages;
}

async function withCpu(served: Served, run: () => Promise<Timed>): Promise<Measured> {
  const before = await served.ask('cpu');
  const timed = await run();
  return { ...timed, cpuMs: (await served.ask('cpu')) - before };
}

/** As many last pages as asked for, a school full at a time, and what `run` measured of each. */
export async function inSchoolfuls(
  ground: Ground,
  count: number,
  isPaused: boolean,
  run: (postings: readonly Posting[]) => Promise<Timed>,
): Promise<Measured> {
  const milliseconds: number[] = [];
  let seconds = 0;
  let cpuMs = 0;
  while (milliseconds.length < count) {
    const some = Math.min(count - milliseconds.length, ground.options.school.staff.length);
    const pages = await atTheLastPage(ground, some);
    await ground.signpost.ask('idle');
    if (isPaused) await ground.signpost.ask('pause');
    const postings = pages.map(({ prepare }) => prepare());
    const timed = await withCpu(ground.signpost, () => run(postings));
    milliseconds.push(...timed.milliseconds);
    seconds += timed.seconds;
    cpuMs += timed.cpuMs;
    await ground.signpost.ask('resume');
    await ground.signpost.ask('idle');
  }
  return { seconds, milliseconds, cpuMs };
}

export const sendTo =
  ({ post, reporter }: Ground) =>
  async (posting: Posting): Promise<void> => {
    reporter.saved(await post(posting));
  };

/** The same requests to the bare app: what it answers is a card too, and nothing is kept. */
export async function bareRound(ground: Ground, page: LastPage): Promise<Measured> {
  const { url, ...rest } = page.prepare();
  const posting = { ...rest, url: url.replace(ground.signpost.url, ground.bare.url) };
  const items = Array.from({ length: ground.options.reports * BARE_TIMES }, () => posting);
  const send = async (each: Posting) => {
    const { status, text } = await ground.post(each);
    if (status !== 200 || !text.includes('Saved')) throw new Error(`The bare app answered HTTP ${status}`);
  };
  return withCpu(ground.bare, () => closedLoop(items, IN_FLIGHT, send));
}

export async function wholeFlow(
  ground: Ground,
): Promise<Measured & { readonly untilCard: readonly number[] }> {
  const { reporter, post, platform, options } = ground;
  const untilCard: number[] = [];
  const count = Math.min(options.reports, options.school.staff.length);
  const people = options.school.staff.slice(0, count).map((person, n) => ({ person, n }));
  const report = async ({ person, n }: (typeof people)[number]) => {
    const page = await reporter.toLastPage(person, n);
    const from = performance.now();
    await platform.delivered(reporter.saved(await post(page.prepare())));
    untilCard.push(performance.now() - from);
  };
  const timed = await withCpu(ground.signpost, () => closedLoop(people, IN_FLIGHT, report));
  await ground.signpost.ask('idle');
  return { ...timed, untilCard };
}

export async function profiled<Result>(
  ground: Ground,
  name: string,
  run: () => Promise<Result>,
): Promise<Result> {
  const { profiles } = ground.options;
  if (profiles === undefined) return run();
  await ground.signpost.ask('profile');
  const result = await run();
  await ground.signpost.ask('profile', `${profiles}/${ground.side}-${name}.cpuprofile`);
  return result;
}
