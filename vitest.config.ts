import { defineConfig } from 'vitest/config';

/**
 * Three kinds of tests: rules (pure, instant), slices (real router and real PostgreSQL), journeys (a real browser).
 * `npm test` runs them all; `npx vitest --project rules` is the quick loop. Rules and slices share the modules of their
 * worker (`isolate: false`): loading the program anew for every file took longer than its tests. So no test may change what
 * a module or the process keeps; what a file changes is in a database or a program of its own.
 */
const report = process.env['KINFOLD_TEST_REPORT'];

/**
 * On a machine nobody sits at, what starts servers, programs and browsers has a second try; what needed it is named at the end,
 * to be looked into. Rules have none: they depend on nothing but themselves.
 */
const retry = process.env['CI'] ? 1 : 0;

/** Slices that bring a server of their own or none: on another PostgreSQL they would only say the same again. */
const WITHOUT_THE_RUNS_SERVER =
  process.env['KINFOLD_TEST_POSTGRES'] === '15'
    ? ['src/platform/{pdf,mail}/**', 'src/platform/database/embedded/**', 'src/modules/record/kill/**']
    : [];

export default defineConfig({
  test: {
    ...(report
      ? { reporters: ['default', 'json', './scripts/second-try.mjs'], outputFile: { json: report } }
      : { reporters: ['default', './scripts/second-try.mjs'] }),
    projects: [
      {
        test: {
          name: 'rules',
          sequence: { groupOrder: 0 },
          isolate: false,
          maxWorkers: 2,
          include: [
            'src/**/*.test.ts',
            'policies/**/*.test.ts',
            'scripts/**/*.test.ts',
            'seeds/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          exclude: ['**/*.slice.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'slices',
          retry,
          sequence: { groupOrder: 1 },
          include: ['src/**/*.slice.test.ts', 'seeds/**/*.slice.test.ts'],
          exclude: ['**/node_modules/**', ...WITHOUT_THE_RUNS_SERVER],
          globalSetup: ['src/platform/database/testing/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          pool: 'forks',
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journeys',
          retry,
          sequence: { groupOrder: 2 },
          include: ['e2e/**/*.journey.ts'],
          globalSetup: ['e2e/harness/program.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          pool: 'forks',
          // Each worker has a program of its own; a program that runs already takes one journey at a time.
          maxWorkers: process.env['KINFOLD_JOURNEYS_AT'] ? 1 : 2,
        },
      },
    ],
  },
});
