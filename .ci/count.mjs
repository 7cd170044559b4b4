// The slowest files and the closing line of .ci/run, from Vitest's reports. Arguments: how many parts did not go well, then
// the reports. A part that did not go well counts as failed even when no test says so: it may never have come to one.
import { existsSync, readFileSync } from 'node:fs';

const [wrong, ...files] = process.argv.slice(2);
const reports = files.filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const sum = (of) => reports.reduce((all, report) => all + of(report), 0);

const slowest = reports
  .flatMap(({ testResults }) => testResults.map(({ name, startTime, endTime }) => [name, (endTime - startTime) / 1000]))
  .sort(([, a], [, b]) => b - a)
  .slice(0, 12);
for (const [name, seconds] of slowest)
  console.log(`${seconds.toFixed(0).padStart(5)} s  ${name.replace(`${process.cwd()}/`, '')}`);

const passed = sum((report) => report.numPassedTests);
const skipped = sum((report) => report.numPendingTests + report.numTodoTests);
const failed = Math.max(
  sum((report) => report.numFailedTests),
  Number(wrong),
  passed === 0 ? 1 : 0,
);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
