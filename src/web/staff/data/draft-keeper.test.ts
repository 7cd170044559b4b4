import { describe, expect, it } from 'vitest';
import { DraftKeeper, type DraftState } from './draft-keeper.ts';

/** A draft whose time and server are moved by hand. */
function bench() {
  const states: DraftState[] = [];
  const sent: string[] = [];
  let due: { run: () => void; after: number } | null = null;
  let reachable = true;
  const keeper = new DraftKeeper<string>({
    save: async (value) => {
      if (!reachable) throw new Error('unreachable');
      sent.push(value);
    },
    onState: (state) => states.push(state),
    later: (run, after) => {
      due = { run, after };
      return () => {
        due = null;
      };
    },
  });
  const pass = async () => {
    const now = due;
    due = null;
    now?.run();
    await new Promise<void>((done) => setTimeout(done, 0));
    return now?.after;
  };
  return { keeper, states, sent, pass, reach: (can: boolean) => (reachable = can) };
}

describe('a draft', () => {
  it('is sent after a pause, once, with the last words', async () => {
    const { keeper, sent, states, pass } = bench();
    keeper.write('Visit');
    keeper.write('Visit with Rosa');
    await pass();
    expect(sent).toEqual(['Visit with Rosa']);
    expect(states.at(-1)).toBe('saved');
  });

  it('is kept and tried again, ever more slowly, while the server cannot be reached', async () => {
    const { keeper, sent, states, pass, reach } = bench();
    reach(false);
    keeper.write('Visit');
    await pass();
    expect(states.at(-1)).toBe('offline');
    expect(await pass()).toBe(2_000);
    expect(await pass()).toBe(4_000);
    reach(true);
    await pass();
    expect(sent).toEqual(['Visit']);
    expect(states.at(-1)).toBe('saved');
  });

  it('sends the newer words too when they were written during a save', async () => {
    const { keeper, sent, pass } = bench();
    keeper.write('one');
    const saving = keeper.flush();
    keeper.write('two');
    await saving;
    await pass();
    expect(sent).toEqual(['one', 'two']);
  });

  it('is not sent again once forgotten', async () => {
    const { keeper, sent, pass } = bench();
    keeper.write('Visit');
    keeper.forget();
    await pass();
    expect(sent).toEqual([]);
  });
});
