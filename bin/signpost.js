#!/usr/bin/env node
// The commands need Node 26. `npm ci` brings it as a package, so whatever Node runs this file hands over to that one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const node26 = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
const commands = fileURLToPath(new URL('../src/cli/signpost.ts', import.meta.url));

if (existsSync(node26)) {
  const { status } = spawnSync(node26, [commands, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  process.stderr.write(
    'Node 26 is missing from node_modules: run "npm ci" in the folder of Signpost first.\n',
  );
  process.exitCode = 1;
}
