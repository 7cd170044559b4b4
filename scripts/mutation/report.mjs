// What a run found, kept beside the caches so that the next may ask only about what went unnoticed.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, textOf } from '../sources.mjs';

const reports = join(root, '.cache', 'mutation');
/** A run of some files of a folder is kept beside the run of all of it. */
const placeOf = (name) => {
  const [folder, ...places] = name.split(' ');
  const part = places.length === 0 ? '' : `-${createHash('sha256').update(places.join()).digest('hex').slice(0, 8)}`;
  return join(reports, `${folder.replaceAll('/', '-')}${part}.json`);
};
const hashOf = (file) =>
  createHash('sha256')
    .update(textOf(file) ?? '')
    .digest('hex');

/** The last run of a folder; null when there was none, or its sources have changed since. */
export function lastRun(folder) {
  try {
    const run = JSON.parse(readFileSync(placeOf(folder), 'utf8'));
    return Object.entries(run.sources).every(([file, hash]) => hashOf(file) === hash) ? run : null;
  } catch {
    return null;
  }
}

export function keepRun(folder, files, changes, unnoticed) {
  mkdirSync(reports, { recursive: true });
  const sources = Object.fromEntries(files.map((file) => [file, hashOf(file)]));
  writeFileSync(placeOf(folder), JSON.stringify({ sources, changes, unnoticed }));
}

/** Names one change among all. */
export const keyOf = ({ file, location: { start, end }, replacement }) =>
  `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${replacement}`;

/** Where, what stood there, what stood there instead. */
export function lineOf({ file, location: { start, end }, replacement, status }) {
  const lines = (textOf(file) ?? '').split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, end.column - 1);
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  const short = (text) => text.replaceAll(/\s+/g, ' ').slice(0, 90);
  const unseen = status === 'NoCoverage' ? ' (no test comes here)' : '';
  return `${file}:${start.line}:${start.column}${unseen} ${short(lines.join(' '))} => ${short(replacement)}`;
}
