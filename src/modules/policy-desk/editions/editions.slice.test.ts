import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { loadCalendar, loadPack, type Pack } from '#modules/policy/index.ts';
import { entered } from '#modules/record/testing/request-connection.ts';
import { type TwoAgencies, twoAgencies } from '#modules/record/testing/two-agencies.builder.ts';
import { addAgencies, addSeat } from '#modules/record/testing/world.builder.ts';
import { hashesOf } from './edition.ts';
import { recordEditions } from './record-editions.ts';

// A youth enrolled on 12 October 2026 at 14:20 in New Jersey, when the program started for the first time.
let at: TwoAgencies;
beforeAll(async () => {
  at = await twoAgencies();
  await addAgencies(at.world.pools.owner);
});
afterAll(() => at.world.stop());

type Change = (text: string) => string;

/** The rules as somebody might write them next: the pack's files, or its calendar, with some text changed. */
function rewritten(changePack: Change, changeCalendar: Change = (text) => text): PolicyShelf {
  const { calendars, kinds } = at.world.shelf;
  const pack = packOf(at.world.shelf);
  const changed = calendars.map(({ sourceText }) =>
    loadCalendar({ path: 'calendar', text: changeCalendar(sourceText) }),
  );
  const read = changed.flatMap((one) => (one.ok ? [one.value] : []));
  const next = loadPack(
    pack.files.map(({ path, text }) => ({ path, text: changePack(text) })),
    kinds.all,
    read.map(({ id }) => id),
  );
  if (!next.ok) throw new Error(JSON.stringify(next.error));
  return new PolicyShelf([next.value], read, kinds);
}
const twentyDays: Change = (text) =>
  text.replace('days: { is: 30, source: "njcmo.org', 'days: { is: 20, source: "njcmo.org');
const version =
  (name: string): Change =>
  (text) =>
    text.replace(/^version: .*$/m, `version: "${name}"`);
const closed: Change = (text) => text.replace('closed:\n', 'closed:\n  2026-10-14: A day of mourning\n');

const next = () => rewritten(version('2026.3'));
function packOf({ packs }: PolicyShelf): Pack {
  const [pack] = packs;
  if (!pack) throw new Error('no pack');
  return pack;
}

const record = (shelf: PolicyShelf, from: string) => recordEditions(at.world.pools.owner, shelf, Date.parse(from));
const editions = async () => (await at.world.pools.owner.query('select * from kinfold.pack_edition order by id')).rows;
const ask = (query: string, who = at.careManager) => at.ask.get(who, `/api/charts/${at.ours}/policy?${query}`);
async function known(knownAt: string) {
  const answer = await ask(`knownAt=${knownAt}`);
  expect(answer.statusCode, answer.body).toBe(200);
  const { duties, ...rest } = answer.json();
  const plan = duties.find(({ rule }: { rule: string }) => rule === 'nj.first-isp');
  return { ...rest, due: plan?.due };
}

describe('as known at an instant, by the rules of then', () => {
  test('what the program starts with is recorded whole, once', async () => {
    const [first, ...more] = await editions();
    expect(more).toEqual([]);
    const [pack] = at.world.shelf.packs;
    expect(first).toMatchObject({ pack: 'nj-cmo', programme: 'nj-cmo', version: pack?.version, files: pack?.files });
    expect(first.calendar).toBe(at.world.shelf.calendars.find(({ id }) => id === pack?.calendar)?.sourceText);
    expect(await record(at.world.shelf, '2026-10-12T19:00:00Z')).toBe(0);
    expect(await known('2026-10-12T18:30:00Z')).toMatchObject({
      due: '2026-11-11',
      hashes: { pack: first.hash, calendars: first.calendar_hash },
      edition: { recordedAt: '2026-10-12T18:20:00.000000Z', early: false, newest: true },
    });
  });

  test('before anything was recorded it is the first there is, and says so', async () => {
    expect(await known('2026-10-01T12:00:00Z')).toMatchObject({ facts: [], edition: { early: true, newest: true } });
  });

  test('a number that changed with the rules counts from then on, and not before', async () => {
    await at.world.moveTo('2026-10-20T14:00:00Z');
    expect(
      await record(
        rewritten((text) => version('2026.2')(twentyDays(text))),
        '2026-10-20T14:00:00Z',
      ),
    ).toBe(1);
    const [first, second] = await editions();
    expect(await known('2026-10-20T14:00:00Z')).toMatchObject({
      due: '2026-11-01',
      version: '2026.2',
      hashes: { pack: second.hash },
      edition: { recordedAt: '2026-10-20T14:00:00.000000Z', early: false, newest: true },
    });
    expect(await known('2026-10-20T13:59:59Z')).toMatchObject({
      due: '2026-11-11',
      hashes: { pack: first.hash },
      edition: { recordedAt: '2026-10-12T18:20:00.000000Z', newest: false },
    });
  });

  test('an agency’s own number counts with an older edition too, and one that it has no parameter for is left out', async () => {
    const { owner } = at.world.pools;
    for (const parameter of ['nj.first-isp/days', 'nj.first-isp/weeks'])
      await owner.query(
        `insert into kinfold.parameter_override (id, agency, programme, pack, parameter, value, reason, from_day, by_seat, recorded_at)
         values (gen_random_uuid(), 15, 'nj-cmo', 'nj-cmo', $1, '10', 'Agreed', '2026-10-13', $2, '2026-10-13T12:00:00Z')`,
        [parameter, at.supervisor.seat],
      );
    expect(await known('2026-10-14T12:00:00Z')).toMatchObject({ due: '2026-10-22' });
    expect(await known('2026-10-20T15:00:00Z')).toMatchObject({ due: '2026-10-22', version: '2026.2' });
    await owner.query('delete from kinfold.parameter_override');
  });

  test('a calendar that changed makes an edition of its own', async () => {
    expect(
      await record(
        rewritten((text) => version('2026.2')(twentyDays(text)), closed),
        '2026-10-21T14:00:00Z',
      ),
    ).toBe(1);
    const [, second, third] = await editions();
    expect([third.hash === second.hash, third.calendar_hash === second.calendar_hash]).toEqual([true, false]);
    expect((await known('2026-10-21T15:00:00Z')).hashes.calendars).toBe(third.calendar_hash);
    expect((await known('2026-10-21T13:00:00Z')).hashes.calendars).toBe(second.calendar_hash);
  });

  test('rules that come back are in force again from then on', async () => {
    expect(await record(at.world.shelf, '2026-10-22T14:00:00Z')).toBe(1);
    const [first, , , fourth] = await editions();
    expect([fourth.hash, fourth.calendar_hash]).toEqual([first.hash, first.calendar_hash]);
    expect(await known('2026-10-22T15:00:00Z')).toMatchObject({ due: '2026-11-11', edition: { newest: true } });
    expect(await known('2026-10-21T13:00:00Z')).toMatchObject({ due: '2026-11-01', edition: { newest: false } });
  });

  test('a program that starts while another records the same new rules waits, and records nothing', async () => {
    const { host, port, user, password, database } = at.world.pools.owner.options;
    const first = new pg.Client({ host, port, user, password, database } as pg.ClientConfig);
    await first.connect();
    try {
      await first.query('begin');
      await first.query(
        `insert into kinfold.pack_edition (programme, pack, version, hash, calendar_hash, files, calendar, engine, recorded_at)
         select programme, pack, '2026.3', $1, calendar_hash, $2, calendar, engine, '2026-10-23T14:00:00Z' from kinfold.pack_edition where id = 1`,
        [hashesOf(next(), packOf(next())).hash, JSON.stringify(packOf(next()).files)],
      );
      const second = record(next(), '2026-10-23T14:00:01Z');
      const waiting = vi.waitFor(async () => {
        const { rowCount } = await first.query('select from pg_locks where not granted');
        expect(rowCount).toBe(1);
      }, 20_000);
      await Promise.race([second, waiting]);
      await first.query('commit');
      expect(await second).toBe(0);
    } finally {
      await first.end();
    }
  });

  test('a clock put back does not put an edition before the one it took the place of', async () => {
    expect(await record(rewritten(version('2026.4')), '2026-10-01T00:00:00Z')).toBe(1);
    expect(await known('2026-10-23T14:00:00Z')).toMatchObject({ version: '2026.4', edition: { newest: true } });
    expect(await known('2026-10-23T13:59:59Z')).toMatchObject({ edition: { newest: false } });
  });

  test('rules this program cannot read any more are refused in words, and only for their time', async () => {
    await at.world.pools.owner.query(
      `insert into kinfold.pack_edition (programme, pack, version, hash, calendar_hash, files, calendar, engine, recorded_at)
       select programme, pack, 'of another language', repeat('a', 64), calendar_hash, '[{"path": "pack.json", "text": "rules = none"}]', calendar, engine,
         '2026-10-24T14:00:00Z' from kinfold.pack_edition where id = 1`,
    );
    const refused = await ask('knownAt=2026-10-24T15:00:00Z');
    expect([refused.statusCode, refused.json()]).toEqual([
      409,
      expect.objectContaining({
        code: 'rules-not-readable',
        edition: { version: 'of another language', hash: 'a'.repeat(64), recordedAt: '2026-10-24T14:00:00.000000Z' },
      }),
    ]);
    expect(await known('2026-10-24T13:00:00Z')).toMatchObject({ version: '2026.4' });
  });
});

test('the page of the rules lists the editions, the newest first', async () => {
  const [pack] = (await at.ask.get(at.careManager, '/api/policies')).json().packs;
  const shown = pack.editions.map(({ version: name, recordedAt }: { version: string; recordedAt: string }) => [
    name,
    recordedAt.slice(0, 10),
  ]);
  expect(shown.slice(0, 3)).toEqual([
    ['of another language', '2026-10-24'],
    ['2026.4', '2026-10-23'],
    ['2026.3', '2026-10-23'],
  ]);
  expect(shown.at(-1)).toEqual([at.world.shelf.packs[0]?.version, '2026-10-12']);
});

describe('who may do what with editions', () => {
  const count = 'select id from kinfold.pack_edition';
  test('staff of the programme read them, those of another none, and nobody changes them', async () => {
    const elsewhere = await addSeat(at.world.pools.owner, { name: 'Pat Roe', capacity: 'tcm-supervisor', agency: 901 });
    const all = (await editions()).length;
    await entered(at.world.pools, 'staff', at.careManager, async ({ run, tried }) => {
      expect(await run(count)).toHaveLength(all);
      for (const change of [
        `update kinfold.pack_edition set version = 'x'`,
        'delete from kinfold.pack_edition',
        `insert into kinfold.pack_edition (programme, pack, version, hash, calendar_hash, files, calendar, engine, recorded_at)
         select programme, pack, version, repeat('b', 64), calendar_hash, files, calendar, engine, recorded_at from kinfold.pack_edition`,
      ])
        expect(await tried(change), change).toBe('42501');
    });
    await entered(at.world.pools, 'staff', elsewhere, async ({ run }) => expect(await run(count)).toEqual([]));
  });

  test.each([`update kinfold.pack_edition set recorded_at = now()`, 'delete from kinfold.pack_edition'])(
    'not even the program itself: %s',
    async (change) => {
      await expect(at.world.pools.owner.query(change)).rejects.toMatchObject({ code: '42501' });
    },
  );
});
