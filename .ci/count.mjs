// The slowest files, what failed, and the closing line of .ci/run, from Vitest's reports. Arguments: how many parts did not
// go well, then the reports. A part that did not go well counts as failed even when no test says so: it may never have
// come to one.
import { existsSync, readFileSync } from 'node:fs';

const [wrong, ...files] = process.argv.slice(2);
const reports = files.filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const sum = (of) => reports.reduce((all, report) => all + of(report), 0);

const inProject = (file) => file.replace(`${process.cwd()}/`, '');
// As much of a message as says what was wrong; a page's whole text would push the rest out.
const beginning = (message) => `  ${message.slice(0, 1500).replaceAll('\n', '\n  ')}`;

const slowest = reports
  .flatMap(({ testResults }) => testResults.map(({ name, startTime, endTime }) => [name, (endTime - startTime) / 1000]))
  .sort(([, a], [, b]) => b - a)
  .slice(0, 12);
for (const [name, seconds] of slowest) console.log(`${seconds.toFixed(0).padStart(5)} s  ${inProject(name)}`);

// Named here once more: of a long log often only the end is kept.
for (const { name, status, message, assertionResults } of reports.flatMap(({ testResults }) => testResults)) {
  const wrongHere = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && wrongHere.length === 0) console.log(`failed: ${inProject(name)}\n${beginning(message)}`);
  for (const { fullName, failureMessages } of wrongHere)
    console.log(`failed: ${inProject(name)}: ${fullName}\n${failureMessages.map(beginning).join('\n')}`);
}

for (const file of files.map((report) => `${report}.second-try`).filter((late) => existsSync(late)))
  process.stdout.write(readFileSync(file, 'utf8'));

const passed = sum((report) => report.numPassedTests);
const skipped = sum((report) => report.numPendingTests + report.numTodoTests);
const failed = Math.max(
  sum((report) => report.numFailedTests),
  Number(wrong),
  passed === 0 ? 1 : 0,
);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
