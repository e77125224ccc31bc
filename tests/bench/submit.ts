import { closedLoop, openLoop, type Post, type Posting, poster, type Timed } from './load.ts';
import { median, percentile, type Row, round } from './numbers.ts';
import { type Platform, startPlatform } from './platform.ts';
import type { LastPage, Reporter } from './reporter.ts';
import { LEAD, type School } from './school.ts';
import { type Kind, type Served, serve } from './serve.ts';
import { slackReporter } from './slack-reporter.ts';
import { teamsReporter } from './teams-reporter.ts';

const IN_FLIGHT = 32;
const PER_SECOND = 50;

export interface SubmitOptions {
  readonly school: School;
  readonly rounds: number;
  /** Reports a round. */
  readonly reports: number;
  /** Reports at 50 a second. */
  readonly paced: number;
  /** Where profiles of the final submit go. */
  readonly profiles?: string;
}

type Side = 'slack' | 'teams';
type MakeReporter = (base: string, platform: Platform, post: Post) => Reporter;

interface Ground {
  readonly platform: Platform;
  readonly post: Post;
  readonly signpost: Served;
  readonly bare: Served;
  readonly reporter: Reporter;
  readonly options: SubmitOptions;
  readonly side: Side;
}

const rate = ({ seconds, milliseconds }: Timed): number => milliseconds.length / seconds;

/** Everybody at the last page of a form. */
async function atTheLastPage({ reporter, options }: Ground, count: number): Promise<readonly LastPage[]> {
  const pages: LastPage[] = [];
  const people = options.school.staff.slice(0, count).map((person, n) => ({ person, n }));
  await closedLoop(people, IN_FLIGHT, async ({ person, n }) => {
    pages.push(await reporter.toLastPage(person, n));
  });
  return pages;
}

/** As many last pages as asked for, a school full at a time, and what `run` measured of each. */
async function inSchoolfuls(
  ground: Ground,
  count: number,
  isPaused: boolean,
  run: (postings: readonly Posting[]) => Promise<Timed>,
): Promise<Timed> {
  const milliseconds: number[] = [];
  let seconds = 0;
  while (milliseconds.length < count) {
    const some = Math.min(count - milliseconds.length, ground.options.school.staff.length);
    const pages = await atTheLastPage(ground, some);
    await ground.signpost.ask('idle');
    if (isPaused) await ground.signpost.ask('pause');
    const timed = await run(pages.map(({ prepare }) => prepare()));
    milliseconds.push(...timed.milliseconds);
    seconds += timed.seconds;
    await ground.signpost.ask('resume');
    await ground.signpost.ask('idle');
  }
  return { seconds, milliseconds };
}

const sendTo =
  ({ post, reporter }: Ground) =>
  async (posting: Posting): Promise<void> => {
    reporter.saved(await post(posting));
  };

/** The same requests to the bare app: what it answers is a card too, and nothing is kept. */
async function bareRound(ground: Ground, page: LastPage): Promise<Timed> {
  const { url, ...rest } = page.prepare();
  const posting = { ...rest, url: url.replace(ground.signpost.url, ground.bare.url) };
  const items = Array.from({ length: ground.options.reports * 4 }, () => posting);
  return closedLoop(items, IN_FLIGHT, async (each) => {
    const { status, text } = await ground.post(each);
    if (status !== 200 || !text.includes('Saved')) throw new Error(`The bare app answered HTTP ${status}`);
  });
}

async function wholeFlow(ground: Ground): Promise<Timed & { readonly untilCard: readonly number[] }> {
  const { reporter, post, platform, options } = ground;
  const untilCard: number[] = [];
  const count = Math.min(options.reports, options.school.staff.length);
  const people = options.school.staff.slice(0, count).map((person, n) => ({ person, n }));
  const timed = await closedLoop(people, IN_FLIGHT, async ({ person, n }) => {
    const page = await reporter.toLastPage(person, n);
    const from = performance.now();
    await platform.delivered(reporter.saved(await post(page.prepare())));
    untilCard.push(performance.now() - from);
  });
  await ground.signpost.ask('idle');
  return { ...timed, untilCard };
}

async function profiled<Result>(ground: Ground, name: string, run: () => Promise<Result>): Promise<Result> {
  const { profiles } = ground.options;
  if (profiles === undefined) return run();
  await ground.signpost.ask('profile');
  const result = await run();
  await ground.signpost.ask('profile', `${profiles}/${ground.side}-${name}.cpuprofile`);
  return result;
}

const latencies = (all: readonly Timed[]) => {
  const every = all.flatMap(({ milliseconds }) => milliseconds);
  return { 'p50 ms': round(percentile(every, 0.5)), 'p99 ms': round(percentile(every, 0.99)) };
};

async function measure(ground: Ground): Promise<readonly Row[]> {
  const { options, side } = ground;
  const bare: Timed[] = [];
  const alone: Timed[] = [];
  const beside: Timed[] = [];
  const flows: Awaited<ReturnType<typeof wholeFlow>>[] = [];
  const send = sendTo(ground);
  const closed = (postings: readonly Posting[]) => closedLoop(postings, IN_FLIGHT, send);
  // Once for the compiler, then in turns, so that a busy neighbour on this machine meets all of them.
  const pages = await atTheLastPage(ground, options.school.staff.length);
  await closed(pages.map(({ prepare }) => prepare()));
  await ground.signpost.ask('idle');
  const [page] = pages;
  if (page === undefined) throw new Error('The bench school has no staff');
  await bareRound(ground, page);
  for (let n = 1; n <= options.rounds; n += 1) {
    bare.push(await bareRound(ground, page));
    const submits = (postings: readonly Posting[]) => profiled(ground, `submit-${n}`, () => closed(postings));
    alone.push(await inSchoolfuls(ground, options.reports, true, submits));
    beside.push(await inSchoolfuls(ground, options.reports, false, closed));
    flows.push(await profiled(ground, `flow-${n}`, () => wholeFlow(ground)));
  }
  const paced = await inSchoolfuls(ground, options.paced, false, (postings) =>
    openLoop(postings, PER_SECOND, send),
  );
  const bareRate = median(bare.map(rate));
  const share = (timed: readonly Timed[]) => `${Math.round((100 * median(timed.map(rate))) / bareRate)} %`;
  const row = (what: string, timed: readonly Timed[], more: Row = {}): Row => ({
    what: `${side}: ${what}`,
    'a second': round(median(timed.map(rate)), 0),
    'of bare': share(timed),
    ...latencies(timed),
    ...more,
  });
  const untilCard = flows.flatMap((flow) => flow.untilCard);
  return [
    row(side === 'slack' ? 'bare Bolt, one submit' : 'bare botbuilder, one press', bare),
    row('final submit alone', alone, { aim: '>= 50 %' }),
    row('final submit, cards going out meanwhile', beside),
    row('whole flow to the delivered card', flows, {
      'submit to card p50': round(median(untilCard)),
      'submit to card p99': round(percentile(untilCard, 0.99)),
    }),
    { what: `${side}: final submit at ${PER_SECOND} a second`, ...latencies([paced]), aim: 'p99 < 50 ms' },
  ];
}

const SIDES: Readonly<Record<Side, { bare: Kind; signpost: Kind; reporter: MakeReporter }>> = {
  slack: { bare: 'bolt', signpost: 'signpost-slack', reporter: slackReporter },
  teams: { bare: 'botbuilder', signpost: 'signpost-teams', reporter: teamsReporter },
};

/** A platform's side of the comparison: two servers, each in its own process, and this one that presses the buttons. */
export async function submits(
  side: Side,
  options: SubmitOptions,
): Promise<{ readonly rows: readonly Row[]; readonly started: Served }> {
  const platform = await startPlatform();
  const { post, close } = poster(IN_FLIGHT * 2);
  const { orgDir, keyFile, freshData } = options.school;
  const at = { slackApi: platform.slackApi, school: { orgDir, keyFile, data: freshData() } };
  const signpost = await serve(SIDES[side].signpost, at);
  const bare = await serve(SIDES[side].bare, at);
  const reporter = SIDES[side].reporter(signpost.url, platform, post);
  try {
    await reporter.meet(LEAD);
    await signpost.ask('idle');
    return { rows: await measure({ platform, post, signpost, bare, reporter, options, side }), started: signpost };
  } finally {
    close();
    await bare.stop();
    await signpost.stop();
    await platform.close();
  }
}
