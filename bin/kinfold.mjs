#!/usr/bin/env node
// The command-line tool. Builds the program first when that has not been done; one that runs is not taken its files away,
// so a build of before a `git pull` is only named.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// The mark of a whole build: what was interrupted, or built for development alone, has no web application.
if (!existsSync(join(root, 'dist/built'))) {
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
if (existsSync(join(root, 'src'))) {
  const { builtBefore } = await import('../scripts/built.mjs');
  if (builtBefore(root))
    process.stderr.write('kinfold: This was built before the sources changed; `npm run build` brings it up to date.\n');
}
await import(join(root, 'dist/kinfold.mjs'));
