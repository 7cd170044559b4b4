import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAPACITIES, type Capacity } from '#modules/access/model.ts';
import { inCommand } from '#modules/record/testing/request-connection.ts';
import { TODAY, type TwoAgencies, twoAgencies } from '#modules/record/testing/two-agencies.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import type { Related } from './contract.ts';
import { KINDS_OF } from './model.ts';

let at: TwoAgencies;

beforeAll(async () => {
  at = await twoAgencies();
});
afterAll(() => at.world.stop());

const seated = (capacity: Capacity, agency = 15, name = 'Wren Abbott') =>
  addSeat(at.world.pools.owner, { name, capacity, agency });
const REASON = { reason: 'The team asked for it at its meeting.' };
const ask = (by: Seated, who: Seated, kind: string, more: object = {}, chart = at.ours) =>
  at.ask.post(by, `/api/charts/${chart}/relations`, { seat: who.seat, kind, from: TODAY, ...REASON, ...more });
const given = async (by: Seated, who: Seated, kind: string, more: object = {}): Promise<string> => {
  const answer = await ask(by, who, kind, more);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ answer: { relation: string } }>().answer.relation;
};
const end = (by: Seated, relation: string, to: string = TODAY) =>
  at.ask.post(by, `/api/charts/${at.ours}/relations/end`, { relation, to, reason: 'The review is over.' });
const youthOf = async (who: Seated) =>
  (await at.ask.get(who, '/api/seat-home')).json<{ youth: { chart: string; relation: string }[] }>().youth;
const opens = async (who: Seated, chart: string) => (await at.ask.get(who, `/api/charts/${chart}`)).statusCode;
const list = async (): Promise<Related[]> =>
  (await at.ask.get(at.supervisor, `/api/charts/${at.ours}/relations`)).json<{ related: Related[] }>().related;
const problem = (answer: { body: string }) => {
  const [first] = (JSON.parse(answer.body) as { problems: { field: string; code: string }[] }).problems;
  return first ? `${first.field} ${first.code}` : null;
};
const addRelative = async (authority: string): Promise<string> => {
  const id = randomUUID();
  const body = { id, name: 'Marta Vargas', relationship: 'mother', authority };
  const answer = await at.ask.post(at.careManager, `/api/charts/${at.ours}/relatives`, body);
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
};

describe('from a day to a day', () => {
  test('a reviewer sees the one chart from the day on, and no other, and not after the end', async () => {
    const reviewer = await seated('reviewer');
    expect(await youthOf(reviewer)).toEqual([]);
    await given(at.careManager, reviewer, 'reviewer', { from: '2026-10-14', to: '2026-10-16' });
    expect(await youthOf(reviewer)).toEqual([]);
    try {
      await at.world.moveTo('2026-10-14T18:20:00Z');
      expect(await youthOf(reviewer)).toMatchObject([{ chart: at.ours, relation: 'reviewer' }]);
      await at.world.moveTo('2026-10-16T18:20:00Z');
      expect(await youthOf(reviewer)).toHaveLength(1);
      await at.world.moveTo('2026-10-17T18:20:00Z');
      expect(await youthOf(reviewer)).toEqual([]);
    } finally {
      await at.world.moveTo(`${TODAY}T18:20:00Z`);
    }
  });

  test('a family support partner of another organization opens this chart and no other; ended today, from that moment none', async () => {
    const { rows } = await at.world.pools.owner.query<{ id: number }>(
      `select id from kinfold.agency where kind = 'fso' order by id limit 1`,
    );
    const partner = await seated('family-support-partner', rows[0]?.id);
    expect(await opens(partner, at.ours)).toBe(404);
    const relation = await given(at.supervisor, partner, 'family-support');
    expect(await opens(partner, at.ours)).toBe(200);
    expect(await opens(partner, at.theirs)).toBe(404);
    expect((await end(at.careManager, relation)).statusCode).toBe(200);
    expect(await opens(partner, at.ours)).toBe(404);
    expect(problem(await end(at.careManager, relation))).toBe('to ended-already');
  });

  test('a day that has passed lets nobody in, and an end can be sooner but not later', async () => {
    const provider = await seated('provider');
    expect(problem(await ask(at.supervisor, provider, 'team-member', { from: '2026-10-11' }))).toBe(
      'from before-today',
    );
    expect(problem(await ask(at.supervisor, provider, 'team-member', { to: '2026-10-11' }))).toBe('to before-it-began');
    const relation = await given(at.supervisor, provider, 'team-member', { to: '2026-10-20' });
    expect(problem(await end(at.supervisor, relation, '2026-10-21'))).toBe('to ends-before-that');
    expect((await end(at.supervisor, relation, '2026-10-14')).statusCode).toBe(200);
    expect(await youthOf(provider)).toHaveLength(1);
    expect((await list()).find((one) => one.relation === relation)).toMatchObject({
      to: '2026-10-14',
      standing: 'now',
    });
  });
});

describe('who is let in, and by whom', () => {
  test.each([
    ['reviewer', 'team-member'],
    ['provider', 'reviewer'],
    ['caregiver', 'self'],
    ['natural-support', 'guardian'],
    ['care-manager', 'family-support'],
  ] as const)('a %s is not related as %s', async (capacity, kind) => {
    const who = await seated(capacity);
    expect(problem(await ask(at.supervisor, who, kind, { authority: randomUUID() }))).toBe('kind not-for-this-seat');
  });

  test('what a capacity may be is the same in the program and in the database', async () => {
    for (const capacity of CAPACITIES) {
      const { rows } = await at.world.pools.owner.query('select kinfold.relation_kinds($1) as kinds', [capacity]);
      expect(rows, capacity).toEqual([{ kinds: KINDS_OF[capacity] ?? [] }]);
    }
  });

  test('an administrator or quality seat is nobody’s team member, and another organization’s family no one to find', async () => {
    expect(problem(await ask(at.supervisor, await seated('quality'), 'team-member'))).toBe('seat no-such-seat');
    const theirs = await seated('caregiver', 1, 'Ines Theirs');
    const ours = await seated('caregiver', 15, 'Ines Ours');
    expect(problem(await ask(at.supervisor, theirs, 'guardian', { authority: randomUUID() }))).toBe(
      'seat no-such-seat',
    );
    const found = await at.ask.post(at.supervisor, `/api/charts/${at.ours}/relations/find`, {
      id: undefined,
      text: 'ines',
    });
    expect(found.json()).toEqual({ found: [expect.objectContaining({ seat: ours.seat, kinds: ['guardian'] })] });
  });

  test('another organization’s chart is not found, by whatever hand', async () => {
    const reviewer = await seated('reviewer');
    expect((await ask(at.supervisor, reviewer, 'reviewer', {}, at.theirs)).statusCode).toBe(404);
    expect((await at.ask.get(at.supervisor, `/api/charts/${at.theirs}/relations`)).statusCode).toBe(404);
    expect((await ask(at.supervisor, reviewer, 'reviewer', {}, randomUUID())).statusCode).toBe(404);
    const other = await given(at.supervisor, reviewer, 'reviewer');
    const byThem = { relation: other, to: TODAY, ...REASON };
    expect((await at.ask.post(at.theirSupervisor, `/api/charts/${at.theirs}/relations/end`, byThem)).statusCode).toBe(
      404,
    );
  });

  test('a care manager who does not answer for the chart lets nobody in, and nobody lets themselves in', async () => {
    const colleague = await seated('care-manager');
    const reviewer = await seated('reviewer');
    expect((await ask(colleague, reviewer, 'reviewer')).statusCode).toBe(403);
    const offered = async (who: Seated) =>
      (await at.ask.get(who, `/api/charts/${at.ours}/relations`)).json<{ mayGive: boolean }>().mayGive;
    expect([await offered(at.careManager), await offered(at.supervisor), await offered(colleague)]).toEqual([
      true,
      true,
      false,
    ]);
    const seat = randomUUID();
    await at.world.pools.owner.query(
      `insert into kinfold.seat (id, person, capacity, agency, from_day) values ($1, $2, 'natural-support', 15, '2020-01-01')`,
      [seat, at.supervisor.person],
    );
    expect(problem(await ask(at.supervisor, { ...at.supervisor, seat }, 'team-member'))).toBe('seat oneself');
    expect((await ask(await seated('administrator'), reviewer, 'reviewer')).statusCode).toBe(403);
  });

  test('row security asks again: whose hand, a kind that fits, a reason, an authority, and nothing twice or after its end', async () => {
    const [reviewer, caregiver] = [await seated('reviewer'), await seated('caregiver')];
    const relation = await given(at.careManager, await seated('provider'), 'team-member');
    const add = `insert into kinfold.relationship (chart, agency, holder, programme, id, seat, kind, from_day, reason, given_by)
      values ($1, 15, 15, 'nj-cmo', gen_random_uuid(), $2, $3, '${TODAY}', $4, coalesce($5, (kinfold.scope_actor() ->> 'seat')::uuid))`;
    await inCommand(at.world.pools, 'staff', at.careManager, at.ours, async ({ tried, run }) => {
      const adds = (seat: string, kind: string, reason: string | null = 'Agreed.', by: string | null = null) =>
        tried(add, [at.ours, seat, kind, reason, by]);
      expect(await adds(reviewer.seat, 'team-member')).toBe('42501');
      expect(await adds(reviewer.seat, 'reviewer', null)).toBe('42501');
      expect(await adds(reviewer.seat, 'reviewer', 'Agreed.', at.supervisor.seat)).toBe('42501');
      expect(await adds(at.careManager.seat, 'team-member')).toBe('42501');
      expect(await adds(caregiver.seat, 'guardian')).toBe('42501');
      expect(await adds(reviewer.seat, 'reviewer')).toBe('done');
      expect(await adds(reviewer.seat, 'reviewer')).toBe('23505');
      const ends = (more: string) =>
        tried(`update kinfold.relationship set ended_at = now() ${more} where id = $1`, [relation]);
      expect(await ends('')).toBe('42501');
      expect(await ends(`, end_reason = 'Agreed.', ended_by = '${at.supervisor.seat}'`)).toBe('42501');
      expect(await ends(`, end_reason = 'Agreed.', ended_by = '${at.careManager.seat}'`)).toBe('done');
      const again = `update kinfold.relationship set end_reason = 'Another.' where id = $1 returning id`;
      expect(await run(again, [relation])).toEqual([]);
      for (const lists of ['who_may_see', 'seats_to_relate'])
        expect(await tried(`select * from kinfold.${lists}($1)`, [at.theirs]), lists).toBe('KF404');
    });
  });

  test('the care manager is not ended here', async () => {
    const row = await at.world.pools.owner.query<{ id: string }>(
      `select id from kinfold.relationship where chart = $1 and kind = 'accountable' and to_day is null`,
      [at.ours],
    );
    expect((await end(at.supervisor, row.rows[0]?.id ?? '')).statusCode).toBe(404);
  });
});

describe('while the yes to care management is taken back', () => {
  const elsewhere = async (): Promise<number | undefined> => {
    const { rows } = await at.world.pools.owner.query<{ id: number }>(
      `select id from kinfold.agency where kind = 'fso' limit 1`,
    );
    return rows[0]?.id;
  };
  const saysNo = { on: TODAY, by: 'Marta Vargas', authority: 'parent' };
  const saysYes = { on: TODAY, givenBy: 'Marta Vargas', authority: 'parent', method: 'spoken', language: 'Spanish' };
  const consent = async (path: string, body: object) => {
    const answer = await at.ask.post(at.careManager, `/api/charts/${at.ours}/${path}`, { ...body });
    expect(answer.statusCode, answer.body).toBe(200);
  };
  beforeAll(() => consent('consents/taken-back', saysNo));
  afterAll(() => consent('consents', saysYes));

  test.each([
    ['a family support partner of another organization', 'family-support-partner', 'family-support', 'elsewhere'],
    ['a family support partner who sits here', 'family-support-partner', 'team-member', 'here'],
    ['a provider', 'provider', 'team-member', 'here'],
    ['somebody the family knows', 'natural-support', 'team-member', 'here'],
    ['a reviewer', 'reviewer', 'reviewer', 'here'],
    ['the court liaison of another organization', 'court-liaison', 'court-liaison', 'elsewhere'],
  ] as const)('%s is not let in', async (_, capacity, kind, where) => {
    const agency = where === 'here' ? 15 : await elsewhere();
    const answer = await ask(at.supervisor, await seated(capacity, agency), kind);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'consent-taken-back']);
  });

  test.each([
    ['a colleague', 'care-manager', 'team-member'],
    ['whoever is on call', 'on-call', 'team-member'],
    ['the court liaison of this organization', 'court-liaison', 'court-liaison'],
    ['the youth', 'youth', 'self'],
  ] as const)('%s is', async (_, capacity, kind) => {
    await given(at.supervisor, await seated(capacity), kind);
  });

  test('so is a guardian, who can say yes again', async () => {
    await given(at.supervisor, await seated('caregiver'), 'guardian', { authority: await addRelative('parent') });
  });
});

test('once somebody says yes again others are let in, and what was shared before stayed', async () => {
  const [before, after] = [await seated('reviewer'), await seated('reviewer')];
  await given(at.supervisor, before, 'reviewer');
  const path = `/api/charts/${at.ours}/consents`;
  const said = { on: TODAY, authority: 'parent' };
  const no = await at.ask.post(at.careManager, `${path}/taken-back`, { ...said, by: 'Marta Vargas' });
  expect(no.statusCode, no.body).toBe(200);
  expect(await youthOf(before)).toHaveLength(1);
  const yes = { ...said, givenBy: 'Marta Vargas', method: 'spoken', language: 'Spanish' };
  expect((await at.ask.post(at.careManager, path, yes)).statusCode).toBe(200);
  await given(at.supervisor, after, 'reviewer');
});

describe('what stays', () => {
  test('twice is once, with the same id or another', async () => {
    const reviewer = await seated('reviewer');
    const id = randomUUID();
    await given(at.careManager, reviewer, 'reviewer', { id });
    await given(at.careManager, reviewer, 'reviewer', { id });
    expect(problem(await ask(at.careManager, reviewer, 'reviewer', { from: '2026-10-20' }))).toBe(
      'kind related-already',
    );
    const { rows } = await at.world.pools.owner.query('select id from kinfold.relationship where seat = $1', [
      reviewer.seat,
    ]);
    expect(rows).toEqual([{ id }]);
  });

  test('the list says who gave it and why, and who ended it; the trail has both, in codes', async () => {
    const reviewer = await seated('reviewer', 15, 'Orla Finch');
    const relation = await given(at.careManager, reviewer, 'reviewer');
    await end(at.supervisor, relation);
    expect((await list()).find((one) => one.relation === relation)).toMatchObject({
      name: 'Orla Finch',
      capacity: 'reviewer',
      standing: 'over',
      givenBy: 'Ruth Osei',
      reason: REASON.reason,
      endedBy: 'Dana Whitfield',
      endReason: 'The review is over.',
    });
    const { rows } = await at.world.pools.owner.query<{ operation: string; details: Record<string, unknown> }>(
      `select operation, details from kinfold.audit_event where chart = $1 and operation like 'chart.relation-%'
         and details ->> 'seat' = $2 order by at`,
      [at.ours, reviewer.seat],
    );
    expect(rows.map(({ operation }) => operation)).toEqual(['chart.relation-given', 'chart.relation-ended']);
    expect(JSON.stringify(rows)).not.toContain('asked for it');
  });

  test('the care manager is in the list, with who named them', async () => {
    expect((await list()).find(({ kind }) => kind === 'accountable')).toMatchObject({
      name: 'Ruth Osei',
      givenBy: 'Dana Whitfield',
      standing: 'now',
    });
  });
});

describe('a guardian', () => {
  test('sees the chart on the authority of somebody in it, confirmed', async () => {
    const caregiver = await seated('caregiver');
    const unconfirmed = await addRelative('none-confirmed');
    const asked = (authority?: string) => ask(at.careManager, caregiver, 'guardian', authority ? { authority } : {});
    expect(problem(await asked())).toBe('authority missing');
    expect(problem(await asked(randomUUID()))).toBe('authority no-such-relative');
    expect(problem(await asked(unconfirmed))).toBe('authority authority-not-confirmed');
    const relation = await given(at.careManager, caregiver, 'guardian', { authority: await addRelative('parent') });
    const shown = (await list()).find((one) => one.relation === relation);
    expect(shown).toMatchObject({ authority: 'Marta Vargas', lookAgain: null });
  });

  test('is one to look at again when the youth turns 18', async () => {
    const relation = await given(at.careManager, await seated('caregiver'), 'guardian', {
      authority: await addRelative('parent'),
    });
    const born = (day: string) =>
      at.world.pools.owner.query('update kinfold.youth set born = $2 where chart = $1', [at.ours, day]);
    const look = async () => (await list()).find((one) => one.relation === relation)?.lookAgain;
    await born('2008-10-13');
    expect(await look()).toBeNull();
    await born('2008-10-12');
    expect(await look()).toBe('rights-passed');
  });
});
