import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccessApp, OTHER_AGENCY, OWN_AGENCY, PASSWORD, type TestPerson } from '../testing/access-app.ts';

let app: AccessApp;
let admin: TestPerson & { token: string };
beforeAll(async () => {
  app = await AccessApp.start();
  admin = await administrator();
});
afterAll(() => app.stop());

async function administrator(agency = OWN_AGENCY) {
  const person = await app.person('administrator', agency);
  const token = await app.signIn(person.email);
  await app.post('/api/session/step-up', { password: PASSWORD }, { token });
  return { ...person, token };
}

const change = (path: string, body: object, by = admin) =>
  app.post(`/api/people/${path}`, { id: randomUUID(), ...body }, by);
const seatOf = async (id: string) =>
  (
    await app.sql<Record<string, unknown>>(
      'select person, capacity, agency, from_day, to_day from kinfold.seat where id = $1',
      [id],
    )
  )[0];

const newSeat = (over: object = {}) => ({ seat: randomUUID(), capacity: 'supervisor', from: '2026-01-01', ...over });

describe('people and seats of one’s agency', () => {
  test('are listed with who supervises and who covers, and nobody from elsewhere', async () => {
    const [worker, supervisor, stranger] = [
      await app.person(),
      await app.person('supervisor'),
      await app.person('supervisor', OTHER_AGENCY),
    ];
    await change('supervisor', { seat: worker.seat, supervisor: supervisor.seat, from: '2026-01-01' });
    const absence = randomUUID();
    await change('absences', {
      absence,
      seat: worker.seat,
      cover: supervisor.seat,
      from: '2030-01-01',
      to: '2030-01-09',
    });
    const { people, agency } = (await app.get('/api/people', admin)).json();
    const listed = people.find((person: { id: string }) => person.id === worker.id);
    expect(agency).toMatchObject({ id: OWN_AGENCY, staffReach: 'agency' });
    expect(listed).toMatchObject({ email: worker.email, disabled: false });
    expect(listed.seats).toMatchObject([
      {
        id: worker.seat,
        capacity: 'care-manager',
        supervisor: supervisor.seat,
        absences: [{ id: absence, cover: supervisor.seat }],
      },
    ]);
    expect(JSON.stringify(people)).not.toContain(stranger.id);
  });

  test('are shown to a supervisor without mail addresses, and to a care manager not at all', async () => {
    const [supervisor, worker] = [await app.person('supervisor'), await app.person()];
    const seen = await app.get('/api/people', { ...supervisor, token: await app.signIn(supervisor.email) });
    expect(seen.statusCode).toBe(200);
    expect(seen.body).not.toContain('@example.org');
    const refused = await app.get('/api/people', { ...worker, token: await app.signIn(worker.email) });
    expect(refused.statusCode).toBe(403);
    expect((await app.trail(worker.id)).at(-1)).toMatchObject({ operation: 'people.read', outcome: 'refused' });
  });

  test('change only after a fresh proof of identity', async () => {
    const other = await app.person('administrator');
    const by = { ...other, token: await app.signIn(other.email) };
    const answer = await change('staff-reach', { base: 1, reach: 'assigned' }, by);
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'step-up-needed']);
  });

  test('change once for each id, and the trail says who did what', async () => {
    const worker = await app.person();
    const body = { id: randomUUID(), person: worker.id, ...newSeat() };
    const [first, again] = [
      await app.post('/api/people/seats', body, admin),
      await app.post('/api/people/seats', body, admin),
    ];
    expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
    const other = await app.post('/api/people/seats', { ...body, capacity: 'quality' }, admin);
    expect([other.statusCode, other.json().code]).toEqual([409, 'id-used-for-another-write']);
    const trail = (await app.trail(admin.id)).filter(({ details }) => details.seat === body.seat);
    expect(trail).toEqual([
      {
        operation: 'people.seat-added',
        outcome: 'done',
        details: { person: worker.id, seat: body.seat, capacity: 'supervisor' },
      },
    ]);
  });
});

describe('a seat', () => {
  test('gets another capacity as a new seat, and keeps what it was', async () => {
    const worker = await app.person();
    const next = randomUUID();
    expect(
      (await change('seats/capacity', { seat: worker.seat, next, capacity: 'supervisor', from: '2026-03-01' })).json(),
    ).toEqual({ chartsLeft: 0 });
    expect(await seatOf(worker.seat)).toMatchObject({ capacity: 'care-manager', to_day: '2026-02-28' });
    expect(await seatOf(next)).toMatchObject({
      person: worker.id,
      capacity: 'supervisor',
      from_day: '2026-03-01',
      to_day: null,
    });
  });

  test('that has ended can no longer be acted in', async () => {
    const other = await administrator();
    await app.sql('update kinfold.seat set to_day = current_date - 2 where id = $1', [other.seat]);
    const answer = await app.get('/api/people', other);
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'not-your-seat']);
  });

  test.each(['csa-coordinator', 'clinical-care-manager', 'statewide', 'targeted-case-manager'])(
    'as %s is not a CMO’s to give',
    async (capacity) => {
      const worker = await app.person();
      const answer = await change('seats', { person: worker.id, ...newSeat({ capacity }) });
      expect(answer.json().problems).toEqual([{ field: 'capacity', code: 'not-in-this-agency' }]);
    },
  );

  test('cannot be given to oneself, nor taken', async () => {
    expect((await change('seats', { person: admin.id, ...newSeat() })).json().code).toBe('oneself');
    expect((await change('seats/end', { seat: admin.seat, to: '2026-12-31' })).json().code).toBe('oneself');
  });

  test('does not end before it began', async () => {
    const worker = await app.person();
    const answer = await change('seats/end', { seat: worker.seat, to: '2019-12-31' });
    expect(answer.json().problems).toEqual([{ field: 'to', code: 'before-it-began' }]);
  });
});

describe('supervision and cover', () => {
  test('a seat has one supervisor at a time', async () => {
    const [worker, first, second] = [
      await app.person(),
      await app.person('supervisor'),
      await app.person('supervisor'),
    ];
    await change('supervisor', { seat: worker.seat, supervisor: first.seat, from: '2026-01-01' });
    await change('supervisor', { seat: worker.seat, supervisor: second.seat, from: '2026-02-01' });
    const rows = await app.sql('select supervisor, to_day from kinfold.supervision where seat = $1 order by from_day', [
      worker.seat,
    ]);
    expect(rows).toEqual([
      { supervisor: first.seat, to_day: '2026-01-31' },
      { supervisor: second.seat, to_day: null },
    ]);
  });

  test('cover is arranged by a supervisor too, does not overlap, and can be shortened or taken back', async () => {
    const [worker, supervisor, cover] = [await app.person(), await app.person('supervisor'), await app.person()];
    const by = { ...supervisor, token: await app.signIn(supervisor.email) };
    const absence = randomUUID();
    const asked = { absence, seat: worker.seat, cover: cover.seat, from: '2026-07-01', to: '2026-07-14' };
    expect((await change('absences', asked, by)).statusCode).toBe(200);
    const again = await change(
      'absences',
      { ...asked, absence: randomUUID(), from: '2026-07-14', to: '2026-07-20' },
      by,
    );
    expect(again.json().problems).toEqual([{ field: 'from', code: 'overlaps' }]);
    expect((await change('absences/end', { absence, to: '2026-07-10' }, by)).statusCode).toBe(200);
    expect((await change('absences/end', { absence, to: '2026-07-12' }, by)).statusCode).toBe(422);
    expect((await change('absences/end', { absence, to: '2026-06-30' }, by)).statusCode).toBe(200);
    expect(await app.sql('select 1 from kinfold.absence where id = $1', [absence])).toEqual([]);
  });

  test('only somebody who opens charts can cover, and only such a seat is covered', async () => {
    const [worker, officer] = [await app.person(), await app.person('privacy-officer')];
    const days = { from: '2026-07-01', to: '2026-07-14' };
    const covers = (seat: string, cover: string) => change('absences', { absence: randomUUID(), seat, cover, ...days });
    expect((await covers(worker.seat, officer.seat)).json().problems).toEqual([
      { field: 'cover', code: 'cannot-cover' },
    ]);
    expect((await covers(officer.seat, worker.seat)).json().problems).toEqual([
      { field: 'seat', code: 'answers-for-no-charts' },
    ]);
  });
});

describe('an administrator of one agency', () => {
  const reaches: readonly [string, string, (other: TestPerson, mine: TestPerson) => object][] = [
    ['end a seat', 'seats/end', ({ seat }) => ({ seat, to: '2026-12-31' })],
    [
      'change a capacity',
      'seats/capacity',
      ({ seat }) => ({ seat, next: randomUUID(), capacity: 'supervisor', from: '2026-03-01' }),
    ],
    ['add a seat to a person', 'seats', ({ id }) => ({ person: id, ...newSeat() })],
    ['make a link for a person', 'new-link', ({ id }) => ({ person: id })],
    ['shut a person out', 'standing', ({ id }) => ({ person: id, disabled: true })],
    ['set who supervises', 'supervisor', ({ seat }, mine) => ({ seat, supervisor: mine.seat, from: '2026-01-01' })],
    [
      'make somebody a supervisor',
      'supervisor',
      ({ seat }, mine) => ({ seat: mine.seat, supervisor: seat, from: '2026-01-01' }),
    ],
    [
      'arrange cover for',
      'absences',
      ({ seat }, mine) => ({ absence: randomUUID(), seat, cover: mine.seat, from: '2026-01-01', to: '2026-01-02' }),
    ],
    [
      'arrange cover by',
      'absences',
      ({ seat }, mine) => ({
        absence: randomUUID(),
        seat: mine.seat,
        cover: seat,
        from: '2026-01-01',
        to: '2026-01-02',
      }),
    ],
  ];

  test.each(reaches)('cannot %s of another', async (_name, path, body) => {
    const [other, mine] = [await app.person('care-manager', OTHER_AGENCY), await app.person()];
    const answer = await change(path, body(other, mine));
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found']);
    expect(await seatOf(other.seat)).toMatchObject({ capacity: 'care-manager', agency: OTHER_AGENCY, to_day: null });
  });

  test('changes only their own agency’s reach', async () => {
    await change('staff-reach', { base: 1, reach: 'assigned' });
    const rows = await app.sql('select staff_reach from kinfold.agency where id = any ($1) order by id', [
      [OWN_AGENCY, OTHER_AGENCY],
    ]);
    expect(rows).toEqual([{ staff_reach: 'assigned' }, { staff_reach: 'agency' }]);
    await change('staff-reach', { base: 2, reach: 'agency' });
  });

  test('cannot let in or shut out somebody who has a seat elsewhere too', async () => {
    const both = await app.person();
    await app.sql(
      `insert into kinfold.seat (id, person, capacity, agency, from_day) values ($1, $2, 'quality', $3, '2026-01-01')`,
      [randomUUID(), both.id, OTHER_AGENCY],
    );
    expect((await change('new-link', { person: both.id })).json().code).toBe('seats-elsewhere');
    expect((await change('standing', { person: both.id, disabled: true })).json().code).toBe('seats-elsewhere');
  });

  test('can, of somebody who came from elsewhere and has nothing there any more; the agency they left cannot', async () => {
    const came = await app.person('care-manager', OTHER_AGENCY);
    const former = await administrator(OTHER_AGENCY);
    await app.sql(`update kinfold.seat set to_day = '2026-02-28' where id = $1`, [came.seat]);
    const shutOut = (by: typeof admin, disabled = true) => change('standing', { person: came.id, disabled }, by);
    expect((await shutOut(former)).statusCode).toBe(200);
    expect((await shutOut(former, false)).statusCode).toBe(200);
    await app.sql(
      `insert into kinfold.seat (id, person, capacity, agency, from_day) values ($1, $2, 'quality', $3, '2026-03-01')`,
      [randomUUID(), came.id, OWN_AGENCY],
    );
    expect((await shutOut(former)).json().code).toBe('seats-elsewhere');
    expect((await shutOut(admin)).statusCode).toBe(200);
    await app.sql(`update kinfold.seat set to_day = '2026-03-31' where person = $1 and agency = $2`, [
      came.id,
      OWN_AGENCY,
    ]);
    for (const by of [former, admin]) expect((await shutOut(by, false)).json().code).toBe('seats-elsewhere');
  });

  test('cannot act from another’s seat', async () => {
    const other = await administrator(OTHER_AGENCY);
    expect((await app.get('/api/people', { token: admin.token, seat: other.seat })).json().code).toBe('not-your-seat');
    const [refused] = await app.sql(
      `select person, seat, agency, outcome from kinfold.audit_event order by id desc limit 1`,
    );
    expect(refused).toEqual({ person: admin.id, seat: null, agency: null, outcome: 'refused' });
  });
});

test('somebody shut out is out at once, everywhere, until let in again', async () => {
  const worker = await app.person();
  const token = await app.signIn(worker.email);
  await change('standing', { person: worker.id, disabled: true });
  expect((await app.get('/api/session', { token })).statusCode).toBe(401);
  expect((await app.post('/api/session', { email: worker.email, password: PASSWORD })).statusCode).toBe(401);
  await change('standing', { person: worker.id, disabled: false });
  expect((await app.get('/api/session', { token })).statusCode).toBe(401);
  expect((await app.post('/api/session', { email: worker.email, password: PASSWORD })).statusCode).toBe(200);
});
