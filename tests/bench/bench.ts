import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { cardCosts } from './card-costs.ts';
import { deskCosts } from './desk.ts';
import { documentCosts } from './documents.ts';
import { listCosts } from './lists.ts';
import { matchingCosts, namesOfRegister } from './matching.ts';
import { type Row, round, table } from './numbers.ts';
import { passCosts } from './pass.ts';
import { policyCosts } from './policies.ts';
import { registerCosts } from './register.ts';
import { benchSchool } from './school.ts';
import { startUps } from './start-up.ts';
import { storeCounts } from './store-counts.ts';
import { alertCosts, stormCosts } from './storm.ts';
import { storyCosts } from './story.ts';
import { submits } from './submit.ts';

// What the bot costs, beside what a bare bot costs on the same machine. Prints and never judges: aims stand beside numbers.
// Numbers of a run with --profiles are not for comparing: the profiler costs time of its own.
// npm run bench -- [--quick] [--json] [--only matching,policies,documents,submit,counts,cards,lists,desk,story,start,pass,storm] [--staff 200] [--profiles FOLDER]

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: {
      type: 'string',
      default: 'matching,policies,documents,start,cards,lists,desk,story,counts,submit',
    },
    staff: { type: 'string', default: '200' },
    profiles: { type: 'string' },
  },
});
const { quick, json, profiles } = values;
const parts = values.only.split(',');
const results: Record<string, readonly Row[]> = {};

function tell(title: string, rows: readonly Row[]): void {
  results[title] = rows;
  if (!json) process.stdout.write(table(title, rows));
}

const load = () =>
  loadavg()
    .map((each) => round(each, 1))
    .join(' ');
const school = benchSchool(Number(values.staff));
const machine = {
  what: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`,
  'load before': load(),
  staff: school.staff.length,
};
try {
  tell('Machine', [machine]);
  if (parts.includes('matching')) {
    tell('Same child as …?', await matchingCosts(5_000, quick ? 20 : 60));
    tell('The same, with the register read', await registerCosts(namesOfRegister(quick ? 500 : 5_000)));
  }
  if (parts.includes('policies'))
    tell('Route and procedure of a report', await policyCosts(quick ? 20 : 100));
  if (parts.includes('documents')) tell('Files to hand out', await documentCosts(quick ? 1 : 5));
  if (parts.includes('start')) tell('Start-up', await startUps(school, quick ? 1 : 3));
  if (parts.includes('cards')) tell('Cards, slowest ten', cardCosts(quick ? 50 : 300));
  if (parts.includes('lists'))
    tell('Lists of sealed cases', await listCosts(quick ? 1_000 : 10_000, quick ? 1 : 5));
  if (parts.includes('desk'))
    tell('Today and the list of cases', await deskCosts(quick ? 1_000 : 10_000, quick ? 1 : 5));
  if (parts.includes('story'))
    tell("A child's story", await storyCosts(quick ? 1_000 : 10_000, 40, quick ? 1 : 5));
  if (parts.includes('counts')) tell('Requests to the store', await storeCounts());
  if (parts.includes('pass'))
    tell('A pass over what is due', passCosts(quick ? [200, 2_000] : [1_000, 100_000], quick ? 20 : 100));
  // Half an hour of work; only when it is asked for.
  if (parts.includes('storm')) {
    const size = quick ? { nudges: 1_000, alerts: 20 } : { nudges: 20_000, alerts: 200 };
    tell('An urgent alert, from its commit to the platform', await alertCosts(size));
    tell(`${size.nudges} nudges at once, the bot killed on the way`, await stormCosts(size));
  }
  if (parts.includes('submit')) {
    const people = school.staff.length;
    const options = {
      school,
      rounds: quick ? 1 : 3,
      reports: quick ? Math.min(100, people) : 2 * people,
      paced: quick ? Math.min(100, people) : 4 * people,
      ...(profiles !== undefined && { profiles }),
    };
    for (const side of ['slack', 'teams'] as const) {
      const { rows, started } = await submits(side, options);
      tell(`Reports over ${side}, 32 in flight, sealed and synced, median of ${options.rounds}`, rows);
      const composed = {
        'compose ms': round(started.composeMs, 0),
        'RSS MB': round(started.rss / 2 ** 20, 0),
      };
      tell(`Start of the ${side} server under test`, [{ what: `compose alone (${side})`, ...composed }]);
    }
  }
  if (json) process.stdout.write(`${JSON.stringify({ ...results, 'load after': load() }, undefined, 2)}\n`);
  else process.stdout.write(`\nLoad after: ${load()}\n`);
} finally {
  school.remove();
}
