import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, desk } from '#modules/youth/testing/held-chart.builder.ts';
import { type TestApp, testApp } from '../../testing/test-app.ts';

// The administrator decided and handed the chart on. What it recorded itself it still sets right; nothing else is its own there.
let world: TestApp;
let at: Desk;
beforeAll(async () => {
  world = await testApp('2026-10-12T18:20:00Z');
  at = await desk(world);
});
afterAll(() => world.stop());

const LETTER = { on: '2026-10-12', means: 'mail', language: 'es' };
const opened = async (chart: string) => (await at.get(at.csa, `/api/charts/${chart}/referral`)).json();
const decisionOf = async (chart: string): Promise<string> => (await opened(chart)).decisions[0].id;
const send = (chart: string, decision: string, who = at.csa) =>
  at.post(who, `/api/charts/${chart}/letters`, { ...LETTER, decision });

describe('the letter of a decision, after the chart went on', () => {
  test('is recorded by the administrator that decided, who is told nothing of what follows there', async () => {
    const chart = await at.heldChart();
    const answer = await send(chart, await decisionOf(chart));
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json().changes).toEqual([]);
    expect((await opened(chart)).letters).toMatchObject([{ on: '2026-10-12', means: 'mail', by: 'Noor Haddad' }]);
    const { rows } = await world.pools.owner.query(
      `select agency, holder from kinfold.fact where chart = $1 and kind = 'referral.letter-sent'`,
      [chart],
    );
    expect(rows).toEqual([{ agency: 100, holder: 15 }]);
  });

  test('recorded wrongly is taken back by the administrator; another entry of the chart is not its to touch', async () => {
    const chart = await at.heldChart();
    const decision = await decisionOf(chart);
    await send(chart, decision);
    const wrong = (fact: Record<string, unknown>) =>
      at.post(at.csa, `/api/charts/${chart}/recorded-wrongly`, { what: { fact }, reason: 'It was never posted.' });
    const { on, ...data } = LETTER;
    const letter = { kind: 'referral.letter-sent', on, data: { decision, ...data } };
    expect((await wrong(letter)).statusCode).toBe(200);
    expect((await opened(chart)).letters).toEqual([]);
    const accepted = await wrong({ kind: 'referral.accepted', on: '2026-10-12', data: {} });
    expect(accepted.statusCode).toBe(404);
  });

  test('is nobody’s to record who did not decide it', async () => {
    const chart = await at.heldChart();
    expect((await send(chart, randomUUID())).statusCode).toBe(404);
    expect((await send(chart, await decisionOf(chart), at.stranger)).statusCode).toBe(404);
  });
});

describe('a link the administrator made', () => {
  test('is undone by it after the chart went on; a link of the agency’s own is not', async () => {
    const [chart, other] = [await at.heldChart(), await at.heldChart()];
    const link = (who: typeof at.csa, kind: string) =>
      at.post(who, `/api/charts/${chart}/links`, { other, kind, reason: 'Same birth day.' });
    const undo = (kind: string) =>
      at.post(at.csa, `/api/charts/${chart}/links/undo`, { other, kind, reason: 'Twins.' });
    // As the administrator linked them while it held the chart.
    await world.pools.owner.query(
      `insert into kinfold.chart_link (chart, agency, holder, programme, other, kind, reason) values ($1, 100, 15, 'nj-cmo', $2, 'same-person', 'As told.')`,
      [chart, other],
    );
    expect((await link(at.supervisor, 'sibling')).statusCode).toBe(200);
    expect((await undo('same-person')).statusCode).toBe(200);
    expect((await undo('sibling')).statusCode).toBe(404);
    const { rows } = await world.pools.owner.query(
      'select kind, undone_at is not null as undone from kinfold.chart_link where chart = $1 order by kind',
      [chart],
    );
    expect(rows).toEqual([
      { kind: 'same-person', undone: true },
      { kind: 'sibling', undone: false },
    ]);
  });
});

test('nothing else opens to the administrator there', async () => {
  const chart = await at.heldChart();
  const tries: [string, Record<string, unknown>][] = [
    ['eligibility', { on: '2026-10-12', outcome: 'not-eligible', reasons: ['age'] }],
    ['assignment', { toAgency: 1, reason: 'Nearer.' }],
    ['links', { other: await at.heldChart(), kind: 'same-person' }],
    ['youth', {}],
    ['facts', { kind: 'missing.started', on: '2026-10-12' }],
  ];
  for (const [path, body] of tries) {
    const { statusCode } = await at.post(at.csa, `/api/charts/${chart}/${path}`, body);
    expect([403, 404, 422], path).toContain(statusCode);
  }
  const alert = await at.post(at.careManager, `/api/charts/${chart}/alerts`, { code: 'safety', words: 'Dog' });
  const row = alert.json().answer.row;
  const wrong = { what: { of: 'alert', row }, reason: 'Not so.' };
  expect((await at.post(at.csa, `/api/charts/${chart}/recorded-wrongly`, wrong)).statusCode).toBe(404);
});
