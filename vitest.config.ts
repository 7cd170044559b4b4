import { defineConfig } from 'vitest/config';

/**
 * Three kinds of tests: rules (pure, instant), slices (real router and real PostgreSQL), journeys (a real browser).
 * `npm test` runs them all; `npx vitest --project rules` is the quick loop.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['src/**/*.test.ts', 'policies/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['src/**/*.slice.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'slices',
          include: ['src/**/*.slice.test.ts'],
          globalSetup: ['src/platform/database/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks',
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['e2e/**/*.journey.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
