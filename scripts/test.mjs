// Runs every test: rules, slices on a real PostgreSQL, journeys in a real browser. With KINFOLD_TEST_POSTGRES=15 the
// slices run on the system's PostgreSQL 15 instead of the embedded one. Arguments go to Vitest.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const browser =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const chosen = process.argv.slice(2);
if (chosen.length === 0 && !browser) {
  console.error('The journeys need a browser and none was found. Install it with: apt-get install -y chromium');
  process.exit(1);
}

function run(command, args, env = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

run(process.execPath, ['scripts/build.mjs', '--if-stale']);
run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...chosen], {
  CHROMIUM: browser ?? '',
  KINFOLD_ROOT: root,
});
