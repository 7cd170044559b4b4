import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtBefore, commitOf, isStale, markBuilt } from './built.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'kinfold-built-'));
  put('.git/HEAD', 'ref: refs/heads/main\n');
  put('.git/refs/heads/main', 'aaa\n');
  put('src/main.ts', '');
  at('src/main.ts', 1000);
  put('dist/kinfold.mjs', '');
  markBuilt(root);
  at('dist/built', 2000);
});
afterEach(() => rmSync(root, { recursive: true }));

const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
/** Changed so many seconds after the beginning of 1970. */
const at = (file: string, seconds: number) => utimesSync(path.join(root, file), seconds, seconds);

/** Another commit is checked out, and a source with it. */
function pulled(seconds: number): void {
  put('.git/refs/heads/main', 'bbb\n');
  at('src/main.ts', seconds);
}

describe('a build', () => {
  test('of these sources is no news', () => {
    expect([isStale(root), builtBefore(root)]).toEqual([false, false]);
  });

  test('of before a pull is noticed, until it is built anew', () => {
    pulled(3000);
    expect(builtBefore(root)).toBe(true);
    markBuilt(root);
    expect(builtBefore(root)).toBe(false);
  });

  test('of before a change made while it went on is stale', () => {
    markBuilt(root, new Date(2_000_000));
    at('src/main.ts', 2001);
    expect(isStale(root)).toBe(true);
  });

  test('whose sources were only committed since is no news', () => {
    pulled(1000);
    expect(builtBefore(root)).toBe(false);
  });

  test('beside no sources is as it was installed', () => {
    pulled(3000);
    rmSync(path.join(root, 'src'), { recursive: true });
    expect(builtBefore(root)).toBe(false);
  });
});

test('the commit is told from a branch, from packed branches, from none, and from a work tree beside the clone', () => {
  expect(commitOf(root)).toBe('aaa');
  rmSync(path.join(root, '.git/refs/heads/main'));
  put('.git/packed-refs', '# pack-refs\nccc refs/heads/other\nddd refs/heads/main\n');
  expect(commitOf(root)).toBe('ddd');
  put('.git/HEAD', 'eee\n');
  expect(commitOf(root)).toBe('eee');
  put('.git/worktrees/beside/HEAD', 'ref: refs/heads/main\n');
  put('.git/worktrees/beside/commondir', '../..\n');
  put('beside/.git', `gitdir: ${path.join(root, '.git/worktrees/beside')}\n`);
  expect(commitOf(path.join(root, 'beside'))).toBe('ddd');
  expect(commitOf(path.join(root, 'src'))).toBeNull();
});
