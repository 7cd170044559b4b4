import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#platform/database/migrate.ts';
import { emptyDatabase, type TestDatabase } from '#platform/database/testing/test-database.ts';

// What was one free text each becomes a list, and nothing that was said is lost: the migration on data from before it.
const MIGRATIONS = fileURLToPath(new URL('../../../db/migrations', import.meta.url));
const THIS = 27;
const numberOf = (file: string) => Number(file.slice(0, 4));

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await emptyDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'kinfold-languages-'));
  await bring((number) => number < THIS);
  await owner(
    `insert into kinfold.agency (id, programme, kind, name, short_name, source, confidence) values (15, 'nj-cmo', 'cmo', 'One', 'One', 'test', 'seen')`,
  );
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const owner = (text: string, values: unknown[] = []) => database.pools.owner.query(text, values);
/** Applies the migrations of these numbers. */
async function bring(wanted: (number: number) => boolean): Promise<void> {
  for (const file of (await readdir(MIGRATIONS)).filter((one) => wanted(numberOf(one))))
    await cp(path.join(MIGRATIONS, file), path.join(folder, file));
  await migrate(database.pools.owner, folder);
}

const LABELS = `15, 15, 'nj-cmo'`;
async function youth(speaks: string, reads: string | null): Promise<string> {
  const chart = randomUUID();
  await owner(
    `insert into kinfold.chart (id, agency, holder, programme, opened_on) values ($1, ${LABELS}, '2026-10-12')`,
    [chart],
  );
  await owner(
    `insert into kinfold.youth (chart, agency, holder, programme, legal_first, legal_last, speaks, reads) values ($1, ${LABELS}, 'Luz', 'Vargas', $2, $3)`,
    [chart, speaks, reads],
  );
  return chart;
}

/** "es:SRTL": a code or words, and the first letters of what is said of it. */
const brief = (list: { code: string | null; words: string | null; [flag: string]: unknown }[]) =>
  list.map(
    (one) =>
      `${one.code ?? `"${one.words}"`}:${['speaks', 'reads', 'talk', 'letters']
        .filter((flag) => one[flag])
        .map((flag) => flag[0])
        .join('')}`,
  );

test('known names become codes, others stay as they were written, in every row and earlier version', async () => {
  const said: [string, string | null, string[]][] = [
    ['Spanish', 'Spanish', ['es:srtl']],
    [' spanish ', null, ['es:st']],
    ['Spanish', 'English', ['es:st', 'en:rl']],
    ['Spanish and English', 'English, Spanish', ['es:srt', 'en:srl']],
    ['Portuguese/Mam', null, ['"Portuguese/Mam":st']],
    ['ASL; English', 'English', ['ase:st', 'en:srl']],
    ['Mam', 'none, it is not written', ['"Mam":st', '"none, it is not written":rl']],
    ['Not known', null, []],
    ['Chinese (traditional)', null, ['zh-Hant:st']],
  ];
  const charts = await Promise.all(said.map(([speaks, reads]) => youth(speaks, reads)));
  const [first] = charts;
  await owner(`update kinfold.youth set speaks = 'Mam', revision = 2 where chart = $1`, [first]);
  await owner(
    `insert into kinfold.relative (chart, id, agency, holder, programme, name, relationship, speaks, from_day)
     values ($1, $2, ${LABELS}, 'Rosa', 'mother', 'Haitian Creole', '2026-10-12'), ($1, $3, ${LABELS}, 'Leo', 'uncle', null, '2026-10-12')`,
    [first, randomUUID(), randomUUID()],
  );
  await bring((number) => number >= THIS);
  const rows = await owner('select chart, languages from kinfold.youth');
  const of = new Map(rows.rows.map((row) => [row['chart'], brief(row['languages'])]));
  expect(charts.slice(1).map((chart) => of.get(chart))).toEqual(said.slice(1).map(([, , list]) => list));
  expect(of.get(first)).toEqual(['"Mam":st', 'es:rl']);
  const earlier = await owner(`select was from kinfold.earlier_version where chart = $1`, [first]);
  expect(earlier.rows.map(({ was }) => [was.speaks, brief(was.languages)])).toEqual([['Spanish', ['es:srtl']]]);
  const relatives = await owner('select name, languages, interpreter from kinfold.relative order by name');
  expect(relatives.rows.map((row) => [row['name'], brief(row['languages'])])).toEqual([
    ['Leo', []],
    ['Rosa', ['ht:st']],
  ]);
});
