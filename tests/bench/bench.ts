import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { table } from './numbers.ts';
import { benchSchool } from './school.ts';
import { submits } from './submit.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    staff: { type: 'string', default: '200' },
    profiles: { type: 'string' },
  },
});
const school = benchSchool(Number(values.staff));
const options = { school, rounds: values.quick ? 1 : 3, reports: 200, paced: 200, ...(values.profiles && { profiles: values.profiles }) };
process.stdout.write(`load ${loadavg()}\n`);
for (const side of ['slack', 'teams'] as const) {
  const { rows } = await submits(side, options);
  process.stdout.write(table(side, rows));
}
school.remove();
