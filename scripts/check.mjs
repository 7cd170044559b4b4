// The static checks: types, lint and format, boundaries, circles, what may only fall, words that must not appear, exact
// versions, dead code, the schema dump. Names of checks as arguments run only those.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = process.execPath;
const CHECKS = [
  ['types of the server', node, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.server.json']],
  ['types of the browser', node, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.web.json']],
  ['lint and format', node, ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  ['boundaries', node, ['scripts/check-boundaries.mjs']],
  ['circles', node, ['scripts/check-cycles.mjs']],
  ['ratchet', node, ['scripts/check-ratchet.mjs']],
  ['words', node, ['scripts/check-words.mjs']],
  ['packages', node, ['scripts/check-packages.mjs']],
  ['dead code', node, ['node_modules/knip/bin/knip.js', '--no-progress']],
  ['schema dump', node, ['scripts/check-schema.mjs']],
];

const wanted = process.argv.slice(2);
let failed = 0;
for (const [name, command, args] of CHECKS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  const well = done.status === 0;
  console.log(`${well ? 'well  ' : 'WRONG '} ${name}`);
  if (!well) {
    failed += 1;
    console.log(`${done.stdout}${done.stderr}`.trim().split('\n').slice(0, 60).join('\n'));
  }
}
process.exit(failed === 0 ? 0 : 1);
