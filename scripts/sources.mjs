// What the checks read: the project's files, their imports, and the text people see.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Files of the project, as the repository knows them, also those not added yet. */
export function projectFiles() {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);
}

/** The text of a file, or null when it was deleted and not yet forgotten. */
export function textOf(file) {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return null;
  }
}

/** Tests, their builders and stories: they may know everything, and nothing of the program knows them. */
export const isTest = (file) =>
  /\.(test|slice\.test|journey|builder|stories|program)\.tsx?$/.test(file) ||
  /(^|\/)(testing|matrix|kill|fixtures|harness)\//.test(file);

const IMPORT = /(?:^|[\s;}])(?:import|export)\s+(type\s)?(?:[^'";()]*?\sfrom\s*)?'([^']+)'|\bimport\(\s*'([^']+)'/g;

/** Every import of a source text: static, for its effect, dynamic, or passed on. `type`: it leaves nothing behind at run time. */
export function importsOf(text) {
  return [...text.matchAll(IMPORT)].map((match) => ({
    name: match[2] ?? match[3] ?? '',
    type: match[1] !== undefined,
  }));
}

/** Ends the process when a check does not find what was planted for it: a check that cannot fail says nothing. */
export function mustFind(what, found) {
  if (found) return;
  console.error(`the check itself is broken: it does not see ${what}`);
  process.exit(2);
}
