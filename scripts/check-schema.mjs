// Whether db/schema.sql is the dump of what the migrations make. `--write` brings it up to date.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const done = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'slices', 'src/testing/schema.slice.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(process.argv.includes('--write') ? { KINFOLD_WRITE_SCHEMA: 'yes' } : {}),
      KINFOLD_TEST_REPORT: '',
    },
  },
);
process.exit(done.status ?? 1);
