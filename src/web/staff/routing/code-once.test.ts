import { describe, expect, it } from 'vitest';
import { CodeOnce } from './code-once.ts';

const counted = (answers: readonly (() => Promise<string>)[]) => {
  const state = { asked: 0 };
  const once = new CodeOnce(() => {
    const answer = answers[state.asked];
    state.asked += 1;
    return answer ? answer() : Promise.reject(new Error('asked too often'));
  });
  return { once, state };
};
const here = () => Promise.resolve('code');
const gone = () => Promise.reject(new Error('no connection'));

describe('code that is fetched when it is wanted', () => {
  it('is not there before, and there afterwards', async () => {
    const { once } = counted([here]);
    expect(once.code).toBeNull();
    expect(await once.fetch()).toBe('code');
    expect(once.code).toBe('code');
  });

  it('is fetched once, however many ask', async () => {
    const { once, state } = counted([here]);
    await Promise.all([once.fetch(), once.fetch()]);
    await once.fetch();
    expect(state.asked).toBe(1);
  });

  it('is fetched anew after it could not be', async () => {
    const { once, state } = counted([gone, here]);
    await expect(once.fetch()).rejects.toThrow('no connection');
    expect(once.code).toBeNull();
    expect(await once.fetch()).toBe('code');
    expect(state.asked).toBe(2);
  });
});
