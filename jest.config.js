import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

// Longer than a change should wait for: `npm run long`. Each of these journeys has a twin on Slack that always runs.
const LONGER = process.env.LONG === '1' ? [] : ['/tests/journeys/more/'];

// What the test files of one run share: tests/support/loaded-once.ts.
const run = mkdtempSync(join(tmpdir(), 'signpost-run-'));
process.env.TEST_RUN_FOLDER = run;
process.on('exit', () => rmSync(run, { recursive: true, force: true }));

/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...LONGER],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  moduleNameMapper: { '^adaptivecards$': 'adaptivecards/dist/adaptivecards.js' },
  testTimeout: 60_000,
  // Journeys wait for browsers more than they compute: two at a time on two cores.
  maxWorkers: 2,
  // Each test file leaves its modules behind in the worker: a worker that has grown is slow, and a new one is not.
  workerIdleMemoryLimit: '1GB',
};
