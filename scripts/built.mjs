// What a build was made from, so that one of before a `git pull` is noticed.
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = join(dirname(fileURLToPath(import.meta.url)), '..');
const WATCHED = ['src', 'bench', 'seeds', 'package-lock.json', 'vite.config.ts', 'scripts/build.mjs'];
const stampOf = (root) => join(root, 'dist/built');

function newest(path) {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether a source is newer than the last build, or nothing was built. Looks at every source. */
export function isStale(root = here) {
  const stamp = stampOf(root);
  return !isBuilt(root) || Math.max(...WATCHED.map((path) => newest(join(root, path)))) > statSync(stamp).mtimeMs;
}

/** Whether all of it was built here once: server and web application. */
export const isBuilt = (root = here) => existsSync(stampOf(root));

/**
 * Says that what is built now was made from the sources as they were at `since`, when the build began: what somebody
 * changed while it went on may not be in it.
 */
export function markBuilt(root = here, since = new Date()) {
  writeFileSync(stampOf(root), commitOf(root) ?? '');
  utimesSync(stampOf(root), since, since);
}

/**
 * Whether the build is of before the sources were brought up to date. Costs three small files as long as the commit is the
 * one that was built; every source is looked at only where it is another. Always false without sources beside the build.
 */
export function builtBefore(root = here) {
  if (!existsSync(join(root, 'src')) || !isBuilt(root)) return false;
  const built = readFileSync(stampOf(root), 'utf8');
  return built !== (commitOf(root) ?? '') && isStale(root);
}

/** The commit that is checked out, or null where that cannot be told. */
export function commitOf(root = here) {
  try {
    const git = gitFolder(join(root, '.git'));
    const head = readFileSync(join(git, 'HEAD'), 'utf8').trim();
    if (!head.startsWith('ref: ')) return head;
    const ref = head.slice('ref: '.length);
    const common = existsSync(join(git, 'commondir')) ? inside(git, textOf(join(git, 'commondir'))) : git;
    return existsSync(join(common, ref)) ? textOf(join(common, ref)) : packed(join(common, 'packed-refs'), ref);
  } catch {
    return null;
  }
}

const textOf = (path) => readFileSync(path, 'utf8').trim();
const inside = (folder, path) => (isAbsolute(path) ? path : join(folder, path));

/** A work tree beside the clone has a file there that names the folder. */
function gitFolder(path) {
  return statSync(path).isDirectory() ? path : inside(dirname(path), textOf(path).replace(/^gitdir: /, ''));
}

function packed(path, ref) {
  const line = readFileSync(path, 'utf8')
    .split('\n')
    .find((one) => one.endsWith(` ${ref}`));
  return line?.split(' ')[0] ?? null;
}
