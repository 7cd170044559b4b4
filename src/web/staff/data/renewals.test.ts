import { expect, it } from 'vitest';
import { stepUp, unlockSession } from '#modules/access/contract.ts';
import { Renewals, renews } from './renewals.ts';

/** A request whose answer the test gives; `order` says what left when. */
function asked(order: string[], name: string) {
  let answer: (value: string) => void = () => undefined;
  let fail: (why: Error) => void = () => undefined;
  const given = new Promise<string>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  const ask = () => {
    order.push(name);
    return given;
  };
  return { ask, answer: () => answer(name), fail: () => fail(new Error(name)) };
}

/** Everything that can go on without another answer has gone on. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const never = () => new Promise<void>(() => undefined);

it('knows what brings another token', () => {
  expect([stepUp.path, unlockSession.path].map(renews)).toEqual([true, true]);
  expect(renews('/api/session')).toBe(false);
});

it('asks in the same turn while no proof is under way', () => {
  const order: string[] = [];
  void new Renewals(never).pass(asked(order, 'draft').ask);
  expect(order).toEqual(['draft']);
});

it('sends a proof only when what was on its way has arrived, however it went', async () => {
  const order: string[] = [];
  const renewals = new Renewals(never);
  const [counts, draft, proof] = [asked(order, 'counts'), asked(order, 'draft'), asked(order, 'proof')];
  const going = [renewals.pass(counts.ask), renewals.pass(draft.ask).catch(() => 'lost')];
  void renewals.renew(proof.ask);
  counts.answer();
  await settled();
  expect(order).toEqual(['counts', 'draft']);
  draft.fail();
  await settled();
  expect(order).toEqual(['counts', 'draft', 'proof']);
  expect(await Promise.all(going)).toEqual(['counts', 'lost']);
});

it.each(['answer', 'fail'] as const)(
  'what is asked during a proof waits for it, whatever comes of it: %s',
  async (end) => {
    const order: string[] = [];
    const renewals = new Renewals(never);
    const [proof, list] = [asked(order, 'proof'), asked(order, 'list')];
    const proved = renewals.renew(proof.ask).catch(() => 'refused');
    const listed = renewals.pass(list.ask);
    await settled();
    expect(order).toEqual(['proof']);
    proof[end]();
    list.answer();
    expect(await Promise.all([proved, listed])).toEqual([end === 'answer' ? 'proof' : 'refused', 'list']);
  },
);

it('one proof follows another', async () => {
  const order: string[] = [];
  const renewals = new Renewals(never);
  const [first, second] = [asked(order, 'first'), asked(order, 'second')];
  void renewals.renew(first.ask);
  void renewals.renew(second.ask);
  await settled();
  expect(order).toEqual(['first']);
  first.answer();
  await settled();
  expect(order).toEqual(['first', 'second']);
});

it('does not wait for ever for a large file', async () => {
  const order: string[] = [];
  const renewals = new Renewals(() => Promise.resolve());
  void renewals.pass(asked(order, 'file').ask);
  void renewals.renew(asked(order, 'proof').ask);
  await settled();
  expect(order).toEqual(['file', 'proof']);
});
