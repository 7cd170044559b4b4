import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entered, inCommand, type RequestConnection } from './testing/request-connection.ts';
import { TODAY, type TwoAgencies, twoAgencies } from './testing/two-agencies.builder.ts';
import { addSeat, type Seated } from './testing/world.builder.ts';

// Rows of their own making and changes of their own, by somebody who runs SQL inside a command of their own chart.
let at: TwoAgencies;
let note: string;
beforeAll(async () => {
  at = await twoAgencies();
  const signed = await at.ask.post(at.careManager, `/api/charts/${at.ours}/contacts`, {
    ...{ made: true, withWhom: ['youth'], how: 'video', on: TODAY, words: 'Spoke.' },
  });
  note = signed.json<{ answer: { contact: string } }>().answer.contact;
});
afterAll(() => at.world.stop());

const REFUSED = '42501';
const onOurs = <T>(work: (connection: RequestConnection) => Promise<T>) =>
  inCommand(at.world.pools, 'staff', at.careManager, at.ours, work);

describe('labels', () => {
  test.each([
    'chart',
    'youth',
    'relative',
    'contact_point',
    'coverage',
    'contact',
    'enrolment',
    'consent',
    'relationship',
    'referral',
    'name_key',
    'fact',
    'duty',
    'court_order',
    'fhir_resource',
    'earlier_version',
    'emergency_access',
  ])('of a row of %s are not changed', async (table) => {
    const labels = ['agency', 'holder', 'programme', 'category'];
    const has = await at.world.pools.owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'kinfold' and table_name = $1`,
      [table],
    );
    const there = new Set(has.rows.map(({ name }) => name));
    await onOurs(async ({ tried }) => {
      for (const label of [...labels, 'chart'].filter((one) => there.has(one))) {
        expect(await tried(`update kinfold.${table} set ${label} = ${label}`), label).toBe(REFUSED);
      }
    });
  });

  const ADD: Readonly<Record<string, string>> = {
    relative: `insert into kinfold.relative (chart, agency, holder, programme, category, id, name, relationship, from_day)
      values ($1, $2, $3, $4, 'general', gen_random_uuid(), 'X', 'aunt', '${TODAY}')`,
    alert: `insert into kinfold.alert (chart, agency, holder, programme, category, id, code, words, from_day)
      values ($1, $2, $3, $4, 'general', gen_random_uuid(), 'other', 'X', '${TODAY}')`,
    identifier: `insert into kinfold.identifier (chart, agency, holder, programme, kind, value, from_day) values ($1, $2, $3, $4, 'other', 'x', '${TODAY}')`,
    court_order: `insert into kinfold.court_order (chart, agency, holder, programme, id, relative, kind, from_day)
      select $1, $2, $3, $4, gen_random_uuid(), r.id, 'no-contact', '${TODAY}' from kinfold.relative r where r.chart = '%ours%' limit 1`,
    referral: `insert into kinfold.referral (chart, agency, holder, programme, id, source, received_at, registered_by, domains, consent, as_registered)
      values ($1, $2, $3, $4, gen_random_uuid(), 'x', now(), (kinfold.scope_actor() ->> 'seat')::uuid, '{}', '{}', '{}')`,
    fhir_resource: `insert into kinfold.fhir_resource (type, id, client, chart, agency, holder, programme, resource, at)
      values ('Patient', gen_random_uuid(), gen_random_uuid(), $1, $2, $3, $4, '{}', now())`,
  };
  test.each(Object.keys(ADD))('a new row of %s carries its chart’s and the writer’s own', async (table) => {
    await onOurs(async ({ tried }) => {
      const add = (chart: string, agency: number, holder: number, programme: string) =>
        tried((ADD[table] ?? '').replace('%ours%', at.ours), [chart, agency, holder, programme]);
      expect(await add(at.theirs, 15, 1, 'nj-cmo'), 'another’s chart').toBe(REFUSED);
      expect(await add(at.ours, 1, 15, 'nj-cmo'), 'recorded by another').toBe(REFUSED);
      expect(await add(at.ours, 15, 1, 'nj-cmo'), 'held by another').toBe(REFUSED);
      expect(await add(at.ours, 15, 15, 'pa-tcm'), 'of another programme').toBe(REFUSED);
      // The same row rightly labelled is taken (a partner's resource must also be of a partner there is).
      expect(await add(at.ours, 15, 15, 'nj-cmo'), 'right').toBe(table === 'fhir_resource' ? '23503' : 'done');
    });
  });

  test('facts and duties are added by nobody, rows are deleted by nobody', async () => {
    await onOurs(async ({ tried }) => {
      expect(
        await tried(
          `insert into kinfold.fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day)
           values ($1, 999, now(), 15, 15, 'nj-cmo', 'general', 'contact.made', '${TODAY}')`,
          [at.ours],
        ),
      ).toBe(REFUSED);
      for (const table of ['fact', 'duty', 'contact', 'relationship', 'youth', 'chart', 'audit_event'])
        expect(await tried(`delete from kinfold.${table}`), table).toBe(REFUSED);
    });
  });

  test('another’s rows are not changed from within one’s own command', async () => {
    await onOurs(async ({ run }) => {
      const changed = await run<{ chart: string }>(
        `update kinfold.relative set name = name where true returning chart`,
      );
      expect(new Set(changed.map(({ chart }) => chart))).toEqual(new Set([at.ours]));
    });
  });
});

describe('in another’s name', () => {
  test('nobody signs a note', async () => {
    const sign = `insert into kinfold.contact (chart, agency, holder, programme, id, made, with_whom, how, on_day, words, signed_by)
      values ($1, 15, 15, 'nj-cmo', gen_random_uuid(), true, '{youth}', 'video', '${TODAY}', 'X', $2)`;
    await onOurs(async ({ tried }) => {
      expect(await tried(sign, [at.ours, at.supervisor.seat])).toBe(REFUSED);
      expect(await tried(sign, [at.ours, at.careManager.seat])).toBe('done');
    });
  });

  const DECIDE = `insert into kinfold.duty_decision (chart, agency, holder, programme, id, duty, kind, to_seat, by_seat)
    values ($1, 15, 15, 'nj-cmo', gen_random_uuid(), 'x', 'delegated', $2, $3)`;
  test('nobody decides about a duty, nor hands it to a seat of another agency', async () => {
    await onOurs(async ({ tried }) => {
      expect(await tried(DECIDE, [at.ours, at.supervisor.seat, at.supervisor.seat])).toBe(REFUSED);
      expect(await tried(DECIDE, [at.ours, at.theirCareManager.seat, at.careManager.seat])).toBe(REFUSED);
      expect(await tried(DECIDE, [at.ours, at.supervisor.seat, at.careManager.seat])).toBe('done');
    });
  });

  test('nobody makes a seat of another agency accountable', async () => {
    const relate = `insert into kinfold.relationship (chart, agency, holder, programme, id, seat, kind, from_day)
      values ($1, 15, 15, 'nj-cmo', gen_random_uuid(), $2, $3, '${TODAY}')`;
    await onOurs(async ({ tried }) => {
      expect(await tried(relate, [at.ours, at.theirCareManager.seat, 'cover'])).toBe(REFUSED);
      expect(await tried(relate, [at.ours, at.theirCareManager.seat, 'on-call'])).toBe(REFUSED);
      expect(await tried(relate, [at.ours, at.supervisor.seat, 'cover'])).toBe('done');
    });
  });

  test('nobody decides eligibility, settles a task or answers an offer', async () => {
    await at.world.pools.owner.query(
      `insert into kinfold.review_task (chart, agency, holder, programme, id, code) select id, 15, 15, programme, gen_random_uuid(), 'no-consent' from kinfold.chart where id = $1`,
      [at.ours],
    );
    await inCommand(at.world.pools, 'staff', at.supervisor, at.ours, async ({ tried, run }) => {
      const decide = `insert into kinfold.eligibility_decision (chart, agency, holder, programme, id, decided_on, outcome, reasons, by_seat)
        values ($1, 15, 15, 'nj-cmo', gen_random_uuid(), '${TODAY}', 'eligible', '{x}', $2)`;
      expect(await tried(decide, [at.ours, at.csa.seat])).toBe(REFUSED);
      const settle = 'update kinfold.review_task set settled_at = now(), settled_by = $1 where settled_at is null';
      expect(await tried(settle, [at.careManager.seat])).toBe(REFUSED);
      expect(await tried(settle, [at.supervisor.seat])).toBe('done');
      // An offer that was answered is not answered again.
      const again = await run(
        `update kinfold.referral_assignment set state = 'returned' where chart = $1 returning id`,
        [at.ours],
      );
      expect(again).toEqual([]);
    });
  });
});

describe('a withdrawn note', () => {
  test('stays withdrawn: nobody can change what says so, nor see it, nor amend it', async () => {
    const reason = 'It belongs to another youth.';
    const done = await at.ask.post(at.careManager, `/api/charts/${at.ours}/contacts/${note}/withdrawal`, { reason });
    expect(done.statusCode, done.body).toBe(200);
    await onOurs(async ({ tried, run }) => {
      expect(await tried('update kinfold.contact set withdrawn_at = null')).toBe(REFUSED);
      expect(await tried('update kinfold.contact set withdrawn_by = null, withdrawn_reason = null')).toBe(REFUSED);
      expect(await tried('update kinfold.contact set words = words')).toBe(REFUSED);
      expect(await run('select id from kinfold.contact where id = $1', [note])).toEqual([]);
      expect(await tried('select * from kinfold.withdrawn_notes($1)', [at.ours])).toBe('KF403');
    });
    const amended = await at.ask.post(at.careManager, `/api/charts/${at.ours}/contacts/${note}/amendment`, {
      ...{ made: true, withWhom: ['youth'], how: 'video', on: TODAY, words: 'Spoke after all.', reason },
    });
    expect(amended.statusCode).toBe(404);
    const fact = await at.ask.post(at.careManager, `/api/charts/${at.ours}/facts`, {
      ...{ kind: 'contact.made', on: TODAY, data: { contact: note, with: ['youth'], how: 'video', topics: [] } },
    });
    expect(fact.statusCode).toBe(422);
  });
});

describe('what belongs to an agency and no chart', () => {
  test('an imported file’s cells and text, progress rows and numbers of another agency are not there', async () => {
    const batch = randomUUID();
    const { owner } = at.world.pools;
    await owner.query(
      `insert into kinfold.import_batch (id, agency, programme, file_name, file_digest, rows) values ($1, 1, 'nj-cmo', 'x', '', 1)`,
      [batch],
    );
    await owner.query(
      `insert into kinfold.import_row (batch, row, agency, programme, outcome, cells) values ($1, 1, 1, 'nj-cmo', 'unreadable', '{"name":"X"}')`,
      [batch],
    );
    await owner.query(`insert into kinfold.import_batch_file (batch, agency, text) values ($1, 1, 'X')`, [batch]);
    await owner.query(
      `insert into kinfold.parameter_override (id, agency, programme, pack, parameter, value, reason, from_day, by_seat)
       values (gen_random_uuid(), 1, 'nj-cmo', 'nj-cmo', 'x', '1', 'x', '${TODAY}', $1)`,
      [at.theirSupervisor.seat],
    );
    const lead = await addSeat(owner, { name: 'Ola Brandt', capacity: 'agency-lead', agency: 15 });
    for (const who of [at.supervisor, lead]) {
      await entered(at.world.pools, 'staff', who, async ({ run, tried }) => {
        for (const table of ['import_batch', 'import_row', 'import_batch_file', 'parameter_override', 'job_row'])
          expect(await run(`select * from kinfold.${table}`), table).toEqual([]);
        expect(await run(`update kinfold.import_row set cells = null returning batch`)).toEqual([]);
        const override = `insert into kinfold.parameter_override (id, agency, programme, pack, parameter, value, reason, from_day, by_seat)
          values (gen_random_uuid(), $1, 'nj-cmo', 'nj-cmo', 'x', '1', 'x', '${TODAY}', $2)`;
        expect(await tried(override, [1, who.seat])).toBe(REFUSED);
        expect(await tried(override, [15, at.careManager.seat])).toBe(REFUSED);
        expect(await tried(override, [15, who.seat])).toBe(who === lead ? 'done' : REFUSED);
      });
    }
    const administrator = await addSeat(owner, { name: 'Winston Clarke', capacity: 'administrator', agency: 1 });
    await entered(at.world.pools, 'staff', administrator, async ({ run }) => {
      expect(await run('select cells from kinfold.import_row'), 'an administrator reads no cells').toEqual([]);
      expect(await run('select id from kinfold.chart')).toEqual([]);
    });
  });

  test('the roster is not written with a request role’s own hands', async () => {
    await onOurs(async ({ tried }) => {
      const shift = `insert into kinfold.on_call_shift (id, agency, seat, from_at, to_at, made_by)
        values (gen_random_uuid(), 15, $1, now(), now() + interval '1 hour', $1)`;
      expect(await tried(shift, [at.careManager.seat])).toBe(REFUSED);
      expect(await tried('update kinfold.on_call_shift set to_at = to_at')).toBe(REFUSED);
      expect(await tried(`update kinfold.agency set staff_reach = 'agency'`)).toBe(REFUSED);
      expect(await tried(`update kinfold.capacity set categories = '{}'`)).toBe(REFUSED);
      expect(await tried(`update kinfold.seat set capacity = 'privacy-officer'`)).toBe(REFUSED);
      expect(await tried(`insert into kinfold.job_name values ('x')`)).toBe(REFUSED);
    });
  });
});

describe('people outside the agency', () => {
  const related = async (capacity: Parameters<typeof addSeat>[1]['capacity'], kind: string): Promise<Seated> => {
    const who = await addSeat(at.world.pools.owner, { name: `The ${capacity}`, capacity, agency: 15 });
    await at.world.pools.owner.query(
      `insert into kinfold.relationship (chart, agency, holder, programme, id, seat, kind, from_day)
       select id, agency, holder, programme, gen_random_uuid(), $2, $3, '${TODAY}' from kinfold.chart where id = $1`,
      [at.ours, who.seat, kind],
    );
    return who;
  };

  test.each([
    ['caregiver', 'guardian'],
    ['youth', 'self'],
    ['family-support-partner', 'family-support'],
  ] as const)('a %s knows the names around their own chart and no other seat', async (capacity, kind) => {
    await addSeat(at.world.pools.owner, { name: 'Nobody of theirs', capacity: 'care-manager', agency: 15 });
    const who = await related(capacity, kind);
    await entered(at.world.pools, 'person', who, async ({ run, tried }) => {
      const seen = (await run<{ name: string }>('select name from kinfold.seat_holder')).map(({ name }) => name);
      expect(seen).toContain('Ruth Osei');
      expect(seen).not.toContain('Nobody of theirs');
      expect(seen).not.toContain('Marisol Vega');
      expect(await tried('select * from kinfold.seat')).toBe(REFUSED);
      expect(await tried('select * from kinfold.person')).toBe(REFUSED);
      expect(await run('select id from kinfold.chart')).toEqual([{ id: at.ours }]);
    });
  });

  const CLOSED = ['court_order', 'consent', 'alert', 'duty_decision', 'duty', 'fact', 'contact', 'school'];
  const OUT_OF_SIGHT = ['identifier', 'coverage', 'referral', 'review_task', 'eligibility_decision', 'earlier_version'];

  test('a family support partner sees a family that asked for one, and of it only who is who and what is shared', async () => {
    const { owner } = at.world.pools;
    await owner.query(
      `insert into kinfold.alert (chart, agency, holder, programme, category, id, code, words, from_day)
       select id, 15, 15, programme, 'general', gen_random_uuid(), 'other', 'X', '${TODAY}' from kinfold.chart where id = $1`,
      [at.ours],
    );
    const partner = await related('family-support-partner', 'family-support');
    await entered(at.world.pools, 'person', partner, async ({ run, tried }) => {
      for (const table of CLOSED) expect(await run(`select 1 from kinfold.${table}`), table).toEqual([]);
      for (const table of OUT_OF_SIGHT)
        expect(await tried(`select 1 / count(*) from kinfold.${table}`), table).toMatch(/^(22012|42501)$/);
      expect(await run('select legal_first from kinfold.youth')).toHaveLength(1);
      expect(await run('select value from kinfold.contact_point')).toEqual([]);
    });
    await owner.query(
      `update kinfold.contact_point set share_with = '{team}' where chart = $1 and kind = 'telephone'`,
      [at.ours],
    );
    await entered(at.world.pools, 'person', partner, async ({ run }) => {
      expect(await run('select kind from kinfold.contact_point')).toEqual([{ kind: 'telephone' }]);
    });
    const opened = await at.ask.get(partner, `/api/charts/${at.ours}`);
    expect(opened.statusCode).toBe(200);
    expect(opened.json()).toMatchObject({ owed: [], marks: [], identifiers: [], school: [] });
    expect((await at.ask.get(partner, `/api/charts/${at.ours}/family`)).statusCode).toBe(403);
    expect((await at.ask.get(partner, `/api/charts/${at.ours}/face-sheet.pdf`)).statusCode).toBe(403);
    expect((await at.ask.get(partner, `/api/charts/${at.theirs}`)).statusCode).toBe(404);
  });

  test('once the family says they no longer want one, nothing is left', async () => {
    const partner = await related('family-support-partner', 'family-support');
    await at.world.pools.owner.query(`update kinfold.relationship set ended_at = now() where seat = $1`, [
      partner.seat,
    ]);
    expect((await at.ask.get(partner, `/api/charts/${at.ours}`)).statusCode).toBe(404);
  });

  test('the family itself reads its own consents and alerts', async () => {
    const caregiver = await related('caregiver', 'guardian');
    await entered(at.world.pools, 'person', caregiver, async ({ run }) => {
      expect((await run('select 1 from kinfold.consent')).length).toBeGreaterThan(0);
      expect((await run('select 1 from kinfold.alert')).length).toBeGreaterThan(0);
    });
  });
});
