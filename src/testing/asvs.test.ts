import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../project-folder.ts';

/** How many requirements each section of ASVS 5.0.0 has, and which of them are of level 3 and so not asked here. */
const SECTIONS: Readonly<Record<string, readonly [number, ...number[]]>> = {
  ...{ '1.1': [2], '1.2': [10, 10], '1.3': [12, 12], '1.4': [3], '1.5': [3, 3] },
  ...{ '2.1': [3], '2.2': [3], '2.3': [5, 5], '2.4': [2, 2] },
  ...{
    '3.1': [1, 1],
    '3.2': [3, 3],
    '3.3': [5, 5],
    '3.4': [8, 7, 8],
    '3.5': [8, 6, 7, 8],
    '3.6': [1, 1],
    '3.7': [5, 3, 4, 5],
  },
  ...{ '4.1': [5, 4, 5], '4.2': [5, 2, 3, 4, 5], '4.3': [2], '4.4': [4] },
  ...{ '5.1': [1], '5.2': [6, 4, 5, 6], '5.3': [3, 3], '5.4': [3] },
  ...{
    '6.1': [3],
    '6.2': [12],
    '6.3': [8, 5, 6, 7, 8],
    '6.4': [6, 5, 6],
    '6.5': [8, 6, 7, 8],
    '6.6': [4, 4],
    '6.7': [2, 1, 2],
    '6.8': [4],
  },
  ...{ '7.1': [3], '7.2': [4], '7.3': [2], '7.4': [5], '7.5': [3, 3], '7.6': [2] },
  ...{ '8.1': [4, 3, 4], '8.2': [4, 4], '8.3': [3, 2, 3], '8.4': [2, 2] },
  ...{ '9.1': [3], '9.2': [4] },
  ...{
    '10.1': [2],
    '10.2': [3, 3],
    '10.3': [5, 5],
    '10.4': [16, 12, 13, 14, 15, 16],
    '10.5': [5],
    '10.6': [2],
    '10.7': [3],
  },
  ...{
    '11.1': [4, 3, 4],
    '11.2': [5, 4, 5],
    '11.3': [5, 4, 5],
    '11.4': [4],
    '11.5': [2, 2],
    '11.6': [2, 2],
    '11.7': [2, 1, 2],
  },
  ...{ '12.1': [5, 4, 5], '12.2': [2], '12.3': [5, 5] },
  ...{ '13.1': [4, 2, 3, 4], '13.2': [6, 6], '13.3': [4, 3, 4], '13.4': [7, 6, 7] },
  ...{ '14.1': [2], '14.2': [8, 5, 6, 7, 8], '14.3': [3] },
  ...{ '15.1': [5, 4, 5], '15.2': [5, 4, 5], '15.3': [7], '15.4': [4, 1, 2, 3, 4] },
  ...{ '16.1': [1], '16.2': [5], '16.3': [4], '16.4': [3], '16.5': [4, 4] },
  ...{ '17.1': [2, 2], '17.2': [8, 5, 6, 7, 8], '17.3': [2] },
};

const ASKED = Object.entries(SECTIONS).flatMap(([section, [most, ...level3]]) =>
  Array.from({ length: most }, (_, n) => n + 1)
    .filter((n) => !level3.includes(n))
    .map((n) => `${section}.${n}`),
);

const rows = readFileSync(join(projectFolder, 'docs/reference/asvs.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split(' | '));
const idsOf = ([ids = '']: readonly string[]) => ids.replace(/^\| /, '').split(', ');

test('every requirement of levels 1 and 2 has one row, and no other has one', () => {
  const named = rows.flatMap(idsOf);
  expect(named.filter((id, at) => named.indexOf(id) !== at)).toEqual([]);
  expect(ASKED.filter((id) => !named.includes(id))).toEqual([]);
  expect(named.filter((id) => !ASKED.includes(id))).toEqual([]);
});

test('every piece of evidence is there', () => {
  const evidence = rows
    .filter((cells) => cells.length === 4)
    .map((cells) => ({
      id: idsOf(cells)[0],
      files: [...(cells[3] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
    }));
  expect(evidence.filter(({ files }) => files.length === 0)).toEqual([]);
  const missing = evidence.flatMap(({ id, files }) =>
    files.filter((file) => !existsSync(join(projectFolder, file))).map((file) => `${id}: ${file}`),
  );
  expect(missing).toEqual([]);
});
