import { describe, expect, it } from 'vitest';
import { type Copy, DraftKeeper, type DraftState, type Sent } from './draft-keeper.ts';

/** A draft whose time, server and browser are moved by hand. */
function bench() {
  const states: DraftState[] = [];
  const sent: { value: string; base: number }[] = [];
  /** What rests in the browser; null when nothing does. */
  const rests: { now: { value: string; base: number } | null } = { now: null };
  let due: { run: () => void; after: number } | null = null;
  let answer: 'takes' | 'is unreachable' | 'has other words' = 'takes';
  const copy: Copy<string> = {
    keep: async (value, base) => {
      rests.now = { value, base };
    },
    remove: async () => {
      rests.now = null;
    },
  };
  const options = {
    save: async (value: string, base: number): Promise<Sent> => {
      if (answer === 'is unreachable') throw new Error('unreachable');
      sent.push({ value, base });
      return answer === 'takes' ? { base: base + 1 } : { base: 7, undecided: true };
    },
    onState: (state: DraftState) => states.push(state),
    later: (run: () => void, after: number) => {
      const mine = { run, after };
      due = mine;
      return () => {
        if (due === mine) due = null;
      };
    },
    copy,
  };
  const settled = () => new Promise<void>((done) => setTimeout(done, 0));
  const pass = async () => {
    const now = due;
    due = null;
    now?.run();
    await settled();
    return now?.after;
  };
  return {
    keeper: new DraftKeeper<string>(options),
    another: () => new DraftKeeper<string>({ ...options, copy: { keep: async () => {}, remove: async () => {} } }),
    states,
    sent,
    rests,
    pass,
    settled,
    server: (does: typeof answer) => {
      answer = does;
    },
    words: () => sent.map(({ value }) => value),
  };
}

describe('a draft', () => {
  it('is sent after a pause, once, with the last words', async () => {
    const { keeper, words, states, pass } = bench();
    keeper.write('Visit');
    keeper.write('Visit with Rosa');
    await pass();
    expect(words()).toEqual(['Visit with Rosa']);
    expect(states.at(-1)).toBe('saved');
  });

  it('is kept and tried again, ever more slowly, while the server cannot be reached', async () => {
    const { keeper, words, states, pass, server } = bench();
    server('is unreachable');
    keeper.write('Visit');
    await pass();
    expect(states.at(-1)).toBe('offline');
    expect(await pass()).toBe(2_000);
    expect(await pass()).toBe(4_000);
    server('takes');
    await pass();
    expect(words()).toEqual(['Visit']);
    expect(states.at(-1)).toBe('saved');
  });

  it('sends the newer words too when they were written during a save, on what that save made', async () => {
    const { keeper, sent, pass } = bench();
    keeper.buildOn(3);
    keeper.write('one');
    const saving = keeper.flush();
    keeper.write('two');
    await saving;
    await pass();
    expect(sent).toEqual([
      { value: 'one', base: 3 },
      { value: 'two', base: 4 },
    ]);
  });

  it('is not sent again once forgotten', async () => {
    const { keeper, sent, pass } = bench();
    keeper.write('Visit');
    keeper.forget();
    await pass();
    expect(sent).toEqual([]);
  });
});

describe('its copy in the browser', () => {
  it('is there before the words are sent, says what they build on, and goes once they have arrived', async () => {
    const { keeper, rests, pass, settled } = bench();
    keeper.buildOn(3);
    keeper.write('Visit');
    await settled();
    expect(rests.now).toEqual({ value: 'Visit', base: 3 });
    await pass();
    expect(rests.now).toBeNull();
  });

  it('stays, with the last words, while the server cannot be reached', async () => {
    const { keeper, rests, pass, settled, server } = bench();
    server('is unreachable');
    keeper.write('Visit');
    await pass();
    keeper.write('Visit with Rosa');
    await pass();
    await settled();
    expect(rests.now).toEqual({ value: 'Visit with Rosa', base: 0 });
  });

  it('builds on the save that went before it, when words were written during that', async () => {
    const { keeper, rests, settled } = bench();
    keeper.write('one');
    const saving = keeper.flush();
    keeper.write('two');
    await saving;
    await settled();
    expect(rests.now).toEqual({ value: 'two', base: 1 });
  });

  it('goes when the draft is forgotten', async () => {
    const { keeper, rests, settled, pass, server } = bench();
    server('is unreachable');
    keeper.write('Visit');
    await pass();
    keeper.forget();
    await settled();
    expect(rests.now).toBeNull();
  });

  it('stays as it was written while its writer has not chosen between it and other words', async () => {
    const { keeper, rests, states, words, pass, server } = bench();
    keeper.buildOn(3);
    server('has other words');
    keeper.write('mine');
    await pass();
    expect(rests.now).toEqual({ value: 'mine', base: 3 });
    expect(states.at(-1)).toBe('unsaved');
    await keeper.flush();
    expect(words()).toEqual(['mine']);
  });
});

describe('words that met other words', () => {
  it('are not sent over them, also when more was written before the answer came', async () => {
    const { keeper, rests, words, pass, settled, server } = bench();
    server('has other words');
    keeper.write('mine');
    const saving = keeper.flush();
    keeper.write('mine, and more');
    await saving;
    await pass();
    await settled();
    expect(words()).toEqual(['mine']);
    expect(rests.now).toEqual({ value: 'mine, and more', base: 0 });
  });

  it('build on them once their writer has chosen', async () => {
    const { keeper, sent, rests, pass, settled, server } = bench();
    server('has other words');
    keeper.write('mine');
    await pass();
    server('takes');
    keeper.write('both');
    await pass();
    await settled();
    expect(sent.at(-1)).toEqual({ value: 'both', base: 7 });
    expect(rests.now).toBeNull();
  });
});

describe('a form that was left and opened again', () => {
  it('takes over what has not arrived, with its copy; the former sends no more', async () => {
    const { keeper, another, sent, rests, pass, settled, server } = bench();
    keeper.buildOn(2);
    server('is unreachable');
    keeper.write('Visit');
    await pass();
    const unsent = keeper.handOver();
    expect(unsent).toMatchObject({ value: 'Visit', base: 2 });
    const next = another();
    if (unsent) next.resume(unsent);
    server('takes');
    await keeper.flush();
    expect(sent).toEqual([]);
    await pass();
    await settled();
    expect(sent).toEqual([{ value: 'Visit', base: 2 }]);
    expect(rests.now).toBeNull();
  });

  it('takes over nothing when everything has arrived', async () => {
    const { keeper, pass } = bench();
    keeper.write('Visit');
    await pass();
    expect(keeper.handOver()).toBeNull();
  });
});
