// Changes the pure rules one small thing at a time (a `<` into a `<=`, a condition into `true`) and says which changes no
// test notices; docs/reference/mutation.md says how to read that. Works on a copy. Folders or files as arguments run only
// those, and `again` only what went unnoticed last time:
//   npm run mutate src/modules/policy/compile again
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { AREAS } from './mutation/areas.mjs';
import { keepRun, keyOf, lastRun, lineOf } from './mutation/report.mjs';
import { projectFiles, root, textOf } from './sources.mjs';

const wanted = process.argv.slice(2).map((one) => one.replace(/\/$/, ''));
const again = wanted.includes('again');
const places = wanted.filter((one) => one !== 'again');
const isWanted = (file) => places.length === 0 || places.some((one) => file.startsWith(one));
const all = projectFiles().filter((file) => textOf(file) !== null);
const chosen = AREAS.map((area) => ({ ...area, mine: area.filesAmong(all).filter(isWanted) })).filter(
  ({ mine }) => mine.length > 0,
);
if (chosen.length === 0) {
  console.error(`Nothing is changed there. There are: ${AREAS.map(({ folder }) => folder).join(', ')}`);
  process.exit(1);
}

/** What the tests read, in a folder of its own that goes again. */
function copied() {
  const copy = mkdtempSync(join(tmpdir(), 'kinfold-mutation-'));
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
  for (const file of all.filter((one) => !one.startsWith('docs/pictures/'))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

const copy = copied();
process.chdir(copy);

/** Every change of these files, or of these places of them, and what became of it. */
async function changesOf(mutate, tests, kept) {
  const results = await new Stryker({
    mutate,
    rules: { tests, kept },
    testRunner: 'rules',
    plugins: [join(root, 'scripts/mutation/rules-runner.mjs')],
    coverageAnalysis: 'perTest',
    inPlace: true,
    concurrency: 1,
    ignorePatterns: ['node_modules'],
    reporters: ['progress-append-only'],
    logLevel: 'warn',
    warnings: { unknownOptions: false },
    // An endless loop is counted out long before; this is for a machine that does much else.
    timeoutMS: 60_000,
  }).runMutationTest();
  return results
    .filter(({ status }) => status !== 'Ignored')
    .map(({ fileName, location, replacement, status }) => ({
      file: relative(copy, fileName),
      location,
      replacement,
      status,
    }));
}

const wentUnnoticed = ({ status }) => status === 'Survived' || status === 'NoCoverage';
const placeOf = ({ file, location: { start, end } }) =>
  `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;

for (const { folder, mine, testsAmong, kept } of chosen) {
  const began = performance.now();
  const name = places.length === 0 ? folder : [folder, ...places].join(' ');
  const last = again ? lastRun(name) : null;
  if (again && last === null)
    console.log(`${folder}: its sources have changed since, or it never ran; all of it runs.`);
  if (last?.unnoticed.length === 0) continue;
  const found = await changesOf(last ? [...new Set(last.unnoticed.map(placeOf))] : mine, testsAmong(all), kept);
  const before = last && new Set(last.unnoticed.map(keyOf));
  const unnoticed = found.filter((one) => wentUnnoticed(one) && (before === null || before.has(keyOf(one))));
  const changes = last?.changes ?? found.length;
  const lines = unnoticed.map(lineOf).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  for (const line of lines) console.log(line);
  const noticed = changes - unnoticed.length;
  const score = ((100 * noticed) / changes).toFixed(1);
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(`${folder}: ${noticed} of ${changes} changes noticed, ${score} %, in ${minutes} minutes`);
  keepRun(name, mine, changes, unnoticed);
}
