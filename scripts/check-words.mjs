// What must not stand in the sources: unfinished work, loosened types, clocks outside the clock, machine paths, and words
// New Jersey does not use for people.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);

const code = /\.(ts|tsx|mjs|sql|css)$/;
const screen = /(pages|public|web|design-system)\/.*\.(ts|tsx)$/;
const RULES = [
  { in: code, not: /^scripts\/check-words/, find: /\b(TODO|FIXME|XXX)\b/, says: 'unfinished work' },
  { in: /\.tsx?$/, find: /\bas any\b(?!\s+\w)|: any[;,)\]=]|@ts-ignore|@ts-expect-error/, says: 'a loosened type' },
  {
    in: /^src\/.*\.tsx?$/,
    not: /platform\/clock|\.test\.|testing\/|web\/|design-system\/|pages\//,
    find: /\bDate\.now\(\)|new Date\(\)/,
    says: 'a clock outside platform/clock',
  },
  {
    in: /\.(ts|tsx|mjs|sql|md|yaml)$/,
    not: /^scripts\/check-words/,
    find: /\/(root|home\/\w+|tmp\/bash_jobs)\b/,
    says: 'a path of one machine',
  },
  {
    in: screen,
    not: /\.test\./,
    find: />[^<{]*\b(client|placement|runaway|non-compliant|terminated)\b[^<{]*</i,
    says: 'a word New Jersey does not use',
  },
];

let found = 0;
for (const file of files) {
  let text = null;
  for (const rule of RULES) {
    if (!rule.in.test(file) || rule.not?.test(file)) continue;
    try {
      text ??= readFileSync(join(root, file), 'utf8');
    } catch {
      break;
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (!rule.find.test(line)) continue;
      found += 1;
      console.error(`${file}:${index + 1}: ${rule.says}`);
    }
  }
}
process.exit(found === 0 ? 0 : 1);
