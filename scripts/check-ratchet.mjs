// What loosens the types, silences a check or grows too long is counted, and a count may only fall: scripts/ratchet.json
// holds the last ones. `--write` writes lower counts down and never higher ones; who must raise one edits the file, where
// a reader of the change sees it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTest, mustFind, projectFiles, root, textOf } from './sources.mjs';

const FILE = 'scripts/ratchet.json';
/** Lines from which a file is looked at twice (tables of situations are longer); a longer one stands in the ratchet file. */
const longFrom = (file) => (isTest(file) ? 400 : 250);

/** Comments and texts say what they like. */
const codeOnly = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/[^\n]*/g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''");
const count = (text, pattern) => text.match(pattern)?.length ?? 0;

const COUNTS = {
  any: (text) => count(codeOnly(text), /(?:[:<|&,(]\s*|\bas\s+)any\b(?!\s*[\w:(])/g),
  'non-null !': (text) => count(codeOnly(text), /[\w)\]]!(?=[.;,)\]}[])/g),
  'cast through unknown or never': (text) => count(codeOnly(text), /\bas\s+(?:unknown\s+as|never)\b/g),
  'check silenced': (text) =>
    count(text, /biome-ignore|@ts-(?:ignore|expect-error|nocheck)|eslint-disable|knip-ignore/g),
};

const PLANTED = {
  any: 'const a: any = b as any; const c: Map<string, any> = d; // any\nconst many = "as any"; for (const any of all) any();',
  'non-null !': 'a!.b; c[0]!; d()!, "e!"; f !== g; if (!h) i = !j;',
  'cast through unknown or never': 'a as unknown as B; c as never; d as unknown;',
  'check silenced': '// biome-ignore lint: why\n// @ts-expect-error: why',
};
const EXPECTED = { any: 3, 'non-null !': 3, 'cast through unknown or never': 2, 'check silenced': 2 };
for (const [what, text] of Object.entries(PLANTED))
  mustFind(`${what} in: ${text}`, COUNTS[what](text) === EXPECTED[what]);

const files = projectFiles().filter((file) =>
  /^(src|bench|e2e|seeds|scripts|policies)\/.*\.(tsx?|mjs|css)$/.test(file),
);
const texts = new Map(files.map((file) => [file, textOf(file)]).filter(([, text]) => text !== null));
const counted = Object.fromEntries(Object.keys(COUNTS).map((what) => [what, 0]));
const longFiles = {};
const lengths = [];
for (const [file, text] of texts) {
  if (file !== 'scripts/check-ratchet.mjs') for (const [what, of] of Object.entries(COUNTS)) counted[what] += of(text);
  const lines = text.split('\n').length - 1;
  if (!isTest(file)) lengths.push(lines);
  if (lines > longFrom(file)) longFiles[file] = lines;
}

const known = JSON.parse(textOf(FILE) ?? '{"counts":{},"longFiles":{}}');
const first = Object.keys(known.counts).length === 0;
const higher = [
  ...Object.entries(counted).filter(([what, n]) => n > (known.counts[what] ?? 0)),
  ...Object.entries(longFiles).filter(([file, n]) => n > (known.longFiles[file] ?? longFrom(file))),
];
const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
const atMost = (now, last) => Object.fromEntries(Object.entries(now).map(([key, n]) => [key, Math.min(n, last(key))]));
if (process.argv.includes('--write')) {
  const counts = first ? counted : atMost(counted, (what) => known.counts[what] ?? 0);
  const lengthsKept = Object.fromEntries(
    Object.entries(longFiles).filter(([file]) => first || file in known.longFiles),
  );
  const long = sorted(atMost(lengthsKept, (file) => known.longFiles[file] ?? Number.POSITIVE_INFINITY));
  writeFileSync(join(root, FILE), `${JSON.stringify({ counts, longFiles: long }, null, 2)}\n`);
}
if (!first)
  for (const [what, n] of higher)
    console.error(
      `${what}: ${n}, was ${known.counts[what] ?? known.longFiles[what] ?? `at most ${longFrom(what)}`}; look twice`,
    );
lengths.sort((a, b) => a - b);
console.log(
  `${lengths.length} files, median ${lengths[lengths.length >> 1]} lines, ${Object.keys(longFiles).length} long; ` +
    Object.entries(counted)
      .map(([what, n]) => `${what}: ${n}`)
      .join(', '),
);
process.exit(first || higher.length === 0 ? 0 : 1);
