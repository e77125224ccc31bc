import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { parseArgs } from 'node:util';

// The simulated term with other seeds, lists read every Friday, and the pair of worlds for the whole term.
// npm run term -- [--seeds 2,3,4]

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '2,3,4' } } });
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', 'tests/term'];
const { status } = spawnSync(process.execPath, jest, {
  stdio: 'inherit',
  env: { ...process.env, TERM_SEEDS: values.seeds },
});
process.exitCode = status ?? 1;
