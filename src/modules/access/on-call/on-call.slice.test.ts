import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TODAY, type TwoAgencies, twoAgencies } from '#modules/record/testing/two-agencies.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';

let at: TwoAgencies;
let onCall: Seated;
const at18 = `${TODAY}T18:20:00Z`;
const NIGHT = { from: `${TODAY}T22:00:00Z`, to: '2026-10-13T12:00:00Z' };

beforeAll(async () => {
  at = await twoAgencies();
  onCall = await addSeat(at.world.pools.owner, { name: 'Wren Abbott', capacity: 'on-call', agency: 15 });
});
afterAll(() => at.world.stop());

/** A session for the moment the world stands in: those of before idled out long ago. */
const moveTo = async (iso: string) => {
  await at.world.moveTo(iso);
  await at.world.pools.owner.query('update kinfold.session set last_seen_at = now()');
};
const arrange = (who: Seated, body: Record<string, unknown>) =>
  at.ask.post(who, '/api/on-call', { shift: randomUUID(), ...NIGHT, ...body });
const opens = async (who: Seated, chart = at.ours) => (await at.ask.get(who, `/api/charts/${chart}`)).statusCode;

test('without a shift an on-call worker reaches no chart', async () => {
  expect(await opens(onCall)).toBe(404);
});

test('during the shift they reach their agency’s charts and may write; before, after and elsewhere not', async () => {
  const shift = randomUUID();
  const arranged = await arrange(at.supervisor, { shift, seat: onCall.seat });
  expect(arranged.statusCode, arranged.body).toBe(200);
  expect(await opens(onCall)).toBe(404);
  await moveTo('2026-10-13T02:00:00Z');
  expect(await opens(onCall)).toBe(200);
  expect(await opens(onCall, at.theirs)).toBe(404);
  const note = { made: true, withWhom: ['caregiver'], how: 'telephone', on: TODAY, words: 'Called at night.' };
  expect((await at.ask.post(onCall, `/api/charts/${at.ours}/contacts`, note)).statusCode).toBe(200);
  await moveTo('2026-10-13T12:00:00Z');
  expect(await opens(onCall)).toBe(404);
  expect((await at.ask.post(onCall, `/api/charts/${at.ours}/contacts`, note)).statusCode).toBe(404);
  await moveTo(at18);
});

test('one seat has one shift at a time, so that ending it ends what it reached', async () => {
  const worker = await addSeat(at.world.pools.owner, { name: 'Ida Moss', capacity: 'on-call', agency: 15 });
  expect((await arrange(at.supervisor, { seat: worker.seat })).statusCode).toBe(200);
  const twice = await arrange(at.supervisor, { seat: worker.seat, from: `${TODAY}T23:00:00Z` });
  expect(twice.json()).toMatchObject({ status: 422, problems: [{ field: 'from', code: 'on-call-already' }] });
  const after = { seat: worker.seat, from: NIGHT.to, to: '2026-10-13T22:00:00Z' };
  expect((await arrange(at.supervisor, after)).statusCode).toBe(200);
});

test('a care manager who reaches only assigned charts reaches the agency’s during their shift', async () => {
  await at.world.pools.owner.query(`update kinfold.agency set staff_reach = 'assigned' where id = 15`);
  const colleague = await addSeat(at.world.pools.owner, { name: 'Sol Reyes', capacity: 'care-manager', agency: 15 });
  expect(await opens(colleague)).toBe(404);
  await arrange(at.supervisor, { seat: colleague.seat, from: `${TODAY}T18:00:00Z` });
  expect(await opens(colleague)).toBe(200);
  await moveTo('2026-10-13T12:00:00Z');
  expect(await opens(colleague)).toBe(404);
  await moveTo(at18);
  await at.world.pools.owner.query(`update kinfold.agency set staff_reach = 'agency' where id = 15`);
});

test('where care managers reach what is assigned to them, supervisors keep their teams and the rest the agency', async () => {
  const { owner } = at.world.pools;
  await owner.query(`update kinfold.agency set staff_reach = 'assigned' where id = 15`);
  const colleague = await addSeat(owner, { name: 'Kit Lowell', capacity: 'care-manager', agency: 15 });
  expect(await opens(at.careManager)).toBe(200);
  expect(await opens(colleague)).toBe(404);
  expect(await opens(at.supervisor)).toBe(200);
  for (const capacity of ['privacy-officer', 'agency-lead', 'quality', 'pe-coordinator', 'court-liaison'] as const) {
    const who = await addSeat(owner, { name: `The ${capacity}`, capacity, agency: 15 });
    expect(await opens(who), capacity).toBe(200);
    expect(await opens(who, at.theirs), capacity).toBe(404);
  }
  await owner.query(`update kinfold.agency set staff_reach = 'agency' where id = 15`);
});

test('a shift ended reaches no more from that moment; one called off never does; the roster keeps both', async () => {
  const [running, coming] = [randomUUID(), randomUUID()];
  await arrange(at.supervisor, {
    shift: running,
    seat: onCall.seat,
    from: `${TODAY}T18:00:00Z`,
    to: `${TODAY}T20:00:00Z`,
  });
  const night = { from: '2026-10-14T22:00:00Z', to: '2026-10-15T12:00:00Z' };
  await arrange(at.supervisor, { shift: coming, seat: onCall.seat, ...night });
  expect(await opens(onCall)).toBe(200);
  const shifts = (await at.ask.get(at.careManager, '/api/on-call')).json<{ shifts: { id: string; now: boolean }[] }>();
  expect(shifts.shifts.find(({ id }) => id === running)).toMatchObject({ name: 'Wren Abbott', now: true });
  expect(shifts.shifts.find(({ id }) => id === coming)).toMatchObject({ now: false });
  for (const shift of [running, coming]) {
    expect((await at.ask.post(at.supervisor, '/api/on-call/end', { shift })).statusCode).toBe(200);
    expect((await at.ask.post(at.supervisor, '/api/on-call/end', { shift })).statusCode).toBe(404);
  }
  expect(await opens(onCall)).toBe(404);
  const left = await at.world.pools.owner.query(
    'select count(*)::int as n from kinfold.on_call_shift where id = any ($1)',
    [[running, coming]],
  );
  expect(left.rows[0]?.n).toBe(2);
});

test('who arranges is told whom: the agency’s people whose work is with youths, and the zone its nights are counted in', async () => {
  const read = async (who: Seated) =>
    (await at.ask.get(who, '/api/on-call')).json<{ zone: string; seats: { seat: string; name: string }[] }>();
  const { zone, seats } = await read(at.supervisor);
  expect(zone).toBe('America/New_York');
  expect(seats).toContainEqual({ seat: onCall.seat, name: 'Wren Abbott', capacity: 'on-call', title: null });
  expect(seats.map(({ seat }) => seat)).not.toContain(at.theirCareManager.seat);
  expect((await read(at.careManager)).seats).toEqual([]);
});

test.each([
  ['a care manager', async () => arrange(at.careManager, { seat: onCall.seat }), 403],
  ['for a seat of another agency', async () => arrange(at.supervisor, { seat: at.theirCareManager.seat }), 404],
  ['by another agency', async () => arrange(at.theirSupervisor, { seat: onCall.seat }), 404],
  ['that ends before it begins', async () => arrange(at.supervisor, { seat: onCall.seat, to: NIGHT.from }), 422],
  ['for three weeks', async () => arrange(at.supervisor, { seat: onCall.seat, to: '2026-11-03T00:00:00Z' }), 422],
] as const)('no shift is arranged %s', async (_how, tried, status) => {
  expect((await tried()).statusCode).toBe(status);
});

test('an administrator arranges shifts, but none for a capacity that sees no charts, nor for a seat of their own', async () => {
  const { owner } = at.world.pools;
  const administrator = await addSeat(owner, { name: 'Winston Clarke', capacity: 'administrator', agency: 15 });
  const night = { from: '2026-10-15T22:00:00Z', to: '2026-10-16T12:00:00Z' };
  expect((await arrange(administrator, { seat: onCall.seat, ...night })).statusCode).toBe(200);
  expect((await arrange(administrator, { seat: administrator.seat })).statusCode).toBe(422);
  const second = randomUUID();
  await owner.query(
    `insert into kinfold.seat (id, person, capacity, agency, from_day) values ($1, $2, 'care-manager', 15, '2020-01-01')`,
    [second, administrator.person],
  );
  const own = await arrange(administrator, { seat: second });
  expect([own.statusCode, own.json<{ code: string }>().code]).toEqual([409, 'oneself']);
});
