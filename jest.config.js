/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
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
