import { describe, expect, it } from 'vitest';
import type { InUse } from './in-use.ts';
import { type FoundWords, Keeping, type KeptWords, UNREADABLE_MS } from './keeping.ts';
import type { KeptRow, KeptRows } from './kept-rows.ts';
import { ownKeyFrom } from './sealing.ts';

const keyOf = (letter: string) => ownKeyFrom(btoa(letter.repeat(32)));
const RUTH = await keyOf('r');
const THEO = await keyOf('t');

const WORDS: KeptWords = { draft: 'note/11aa', base: 3, body: { words: 'Unmistakable heron at the window' } };

/** One browser, whose rows and locks all its windows share. */
function browser() {
  const kept = new Map<string, KeptRow>();
  const locks = new Set<string>();
  let now = Date.parse('2026-10-12T18:20:00Z');
  const rows: KeptRows = {
    put: async (row) => void kept.set(row.id, row),
    get: async (id) => kept.get(id),
    all: async () => [...kept.values()],
    remove: async (id) => void kept.delete(id),
  };
  const inUse: InUse = {
    take: async (id) => (locks.has(id) ? null : locks.add(id) && (() => void locks.delete(id))),
  };
  return {
    kept,
    later: (ms: number) => {
      now += ms;
    },
    /** All windows closed, without a word. */
    crashes: () => locks.clear(),
    window: (key: CryptoKey, seat = 'seat-1', ownSeats = [seat]) =>
      new Keeping({ key, seat, ownSeats, rows, inUse, now: () => now }),
  };
}

async function foundBy(keeping: Keeping, how: 'arrived' | 'stays' = 'stays'): Promise<FoundWords[]> {
  const found: FoundWords[] = [];
  await keeping.each(async (one) => {
    found.push(one);
    return how;
  });
  return found;
}

describe('words kept in a browser', () => {
  it('say nothing to whoever looks into it, and are sealed anew each time', async () => {
    const { kept, window } = browser();
    const ruth = window(RUTH);
    await ruth.keep('a', WORDS);
    const [first] = kept.values();
    const text = `${JSON.stringify(first)} ${new TextDecoder('latin1').decode(first?.sealed)}`;
    for (const told of ['heron', 'note', '11aa']) expect(text).not.toContain(told);
    await ruth.keep('a', WORDS);
    expect(kept.size).toBe(1);
    expect(kept.get('a')?.iv).not.toEqual(first?.iv);
  });

  it('have a key that nothing on the page can read out', async () => {
    expect(RUTH.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', RUTH)).rejects.toThrow();
  });

  it('are found after a crash, and gone once they have arrived', async () => {
    const { kept, crashes, window } = browser();
    await window(RUTH).keep('a', WORDS);
    crashes();
    expect(await foundBy(window(RUTH), 'arrived')).toMatchObject([{ id: 'a', ...WORDS }]);
    expect(kept.size).toBe(0);
  });

  it('stay when they could not be sent', async () => {
    const { kept, crashes, window } = browser();
    await window(RUTH).keep('a', WORDS);
    crashes();
    expect(await foundBy(window(RUTH))).toHaveLength(1);
    expect(await foundBy(window(RUTH))).toHaveLength(1);
    expect(kept.size).toBe(1);
  });

  it('of a window that is open are left to it', async () => {
    const { window } = browser();
    await window(RUTH).keep('a', WORDS);
    expect(await foundBy(window(RUTH))).toEqual([]);
    expect(await window(RUTH).claim('a')).toBeNull();
  });

  it('that a form takes up are its own from then on', async () => {
    const { crashes, window } = browser();
    await window(RUTH).keep('a', WORDS);
    crashes();
    const form = window(RUTH);
    expect(await form.claim('a')).toEqual(WORDS);
    expect(await foundBy(form)).toEqual([]);
    expect(await foundBy(window(RUTH))).toEqual([]);
    await form.remove('a');
    expect(await form.claim('a')).toBeNull();
  });

  it('of another seat of the same person wait until that seat is taken', async () => {
    const { crashes, window } = browser();
    await window(RUTH, 'seat-2').keep('a', WORDS);
    crashes();
    const first = window(RUTH, 'seat-1', ['seat-1', 'seat-2']);
    expect(await foundBy(first, 'arrived')).toEqual([]);
    expect(await first.each(async () => 'arrived')).toBe(1);
    expect(await foundBy(window(RUTH, 'seat-2', ['seat-1', 'seat-2']))).toHaveLength(1);
  });

  it('do not open under another seat, id or day than they were sealed with', async () => {
    const { kept, crashes, window } = browser();
    await window(RUTH).keep('a', WORDS);
    crashes();
    const [row] = kept.values();
    if (!row) throw new Error('nothing was kept');
    for (const other of [{ seat: 'seat-2' }, { id: 'b' }, { keptAt: row.keptAt + 1 }]) {
      kept.clear();
      const moved = { ...row, ...other };
      kept.set(moved.id, moved);
      expect(await foundBy(window(RUTH, moved.seat)), JSON.stringify(other)).toEqual([]);
    }
  });
});

describe('words that no key opens', () => {
  it('of one’s own seat go after a month: the installation has another secret', async () => {
    const { kept, crashes, later, window } = browser();
    await window(THEO).keep('a', WORDS);
    crashes();
    later(UNREADABLE_MS);
    expect(await foundBy(window(RUTH))).toEqual([]);
    expect(kept.size).toBe(1);
    later(1);
    await foundBy(window(RUTH));
    expect(kept.size).toBe(0);
  });

  it('of somebody else stay untouched, however old', async () => {
    const { kept, crashes, later, window } = browser();
    await window(THEO, 'seat-9').keep('a', WORDS);
    crashes();
    later(UNREADABLE_MS * 20);
    expect(await foundBy(window(RUTH), 'arrived')).toEqual([]);
    expect(kept.size).toBe(1);
    expect(await foundBy(window(THEO, 'seat-9'), 'arrived')).toHaveLength(1);
  });

  it('do not keep one’s own from coming back: those that open do, however old', async () => {
    const { crashes, later, window } = browser();
    await window(THEO).keep('a', WORDS);
    await window(RUTH).keep('b', WORDS);
    crashes();
    later(UNREADABLE_MS * 2);
    expect(await foundBy(window(RUTH), 'arrived')).toMatchObject([{ id: 'b' }]);
  });
});
