import { closedLoop, openLoop, type Post, type Posting, poster } from './load.ts';
import { median, percentile, type Row, round } from './numbers.ts';
import { type Platform, startPlatform } from './platform.ts';
import type { Reporter } from './reporter.ts';
import {
  atTheLastPage,
  bareRound,
  type Ground,
  IN_FLIGHT,
  inSchoolfuls,
  type Measured,
  profiled,
  type Side,
  type SubmitOptions,
  sendTo,
  wholeFlow,
} from './rounds.ts';
import { LEAD } from './school.ts';
import { type Kind, type Served, serve } from './serve.ts';
import { slackReporter } from './slack-reporter.ts';
import { teamsReporter } from './teams-reporter.ts';

const PER_SECOND = 50;

type MakeReporter = (base: string, platform: Platform, post: Post) => Reporter;

const rate = ({ seconds, milliseconds }: Measured): number => milliseconds.length / seconds;
const cpuEach = ({ cpuMs, milliseconds }: Measured): number => cpuMs / milliseconds.length;

const latencies = (all: readonly Measured[]) => {
  const every = all.flatMap(({ milliseconds }) => milliseconds);
  return { 'p50 ms': round(percentile(every, 0.5)), 'p99 ms': round(percentile(every, 0.99)) };
};

async function measure(ground: Ground): Promise<readonly Row[]> {
  const { options, side } = ground;
  const bare: Measured[] = [];
  const alone: Measured[] = [];
  const beside: Measured[] = [];
  const flows: Awaited<ReturnType<typeof wholeFlow>>[] = [];
  const send = sendTo(ground);
  const closed = (postings: readonly Posting[]) => closedLoop(postings, IN_FLIGHT, send);
  // Once for the compiler, then in turns, so that a busy neighbour on this machine meets all of them.
  const pages = await atTheLastPage(ground, Math.min(options.reports, options.school.staff.length));
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
  const share = (timed: readonly Measured[]) => `${Math.round((100 * median(timed.map(rate))) / bareRate)} %`;
  const row = (what: string, timed: readonly Measured[], more: Row = {}): Row => ({
    what: `${side}: ${what}`,
    'a second': round(median(timed.map(rate)), 0),
    'of bare': share(timed),
    'server ms each': round(median(timed.map(cpuEach)), 2),
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
    {
      what: `${side}: final submit at ${PER_SECOND} a second`,
      'server ms each': round(cpuEach(paced), 2),
      ...latencies([paced]),
      aim: 'p99 < 50 ms',
    },
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
    return {
      rows: await measure({ platform, post, signpost, bare, reporter, options, side }),
      started: signpost,
    };
  } finally {
    close();
    await bare.stop();
    await signpost.stop();
    await platform.close();
  }
}
