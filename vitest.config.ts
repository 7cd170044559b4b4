import { defineConfig } from 'vitest/config';

/**
 * Three kinds of tests: rules (pure, instant), slices (real router and real PostgreSQL), journeys (a real browser).
 * `npm test` runs them all; `npx vitest --project rules` is the quick loop.
 */
const report = process.env['KINFOLD_TEST_REPORT'];

/** Slices that bring a server of their own or none: on another PostgreSQL they would only say the same again. */
const WITHOUT_THE_RUNS_SERVER =
  process.env['KINFOLD_TEST_POSTGRES'] === '15'
    ? ['src/platform/{pdf,mail}/**', 'src/platform/database/embedded/**', 'src/modules/record/kill/**']
    : [];

export default defineConfig({
  test: {
    ...(report ? { reporters: ['default', 'json'], outputFile: { json: report } } : {}),
    projects: [
      {
        test: {
          name: 'rules',
          sequence: { groupOrder: 0 },
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
          sequence: { groupOrder: 1 },
          include: ['src/**/*.slice.test.ts', 'seeds/**/*.slice.test.ts'],
          exclude: ['**/node_modules/**', ...WITHOUT_THE_RUNS_SERVER],
          globalSetup: ['src/platform/database/testing/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          pool: 'forks',
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journeys',
          sequence: { groupOrder: 2 },
          include: ['e2e/**/*.journey.ts'],
          globalSetup: ['e2e/harness/program.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
