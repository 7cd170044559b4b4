import { afterAll, beforeAll, expect, test } from 'vitest';
import { TODAY, type TwoAgencies, twoAgencies } from './testing/two-agencies.builder.ts';

// The database itself keeps words out of facts, whoever writes them.
let at: TwoAgencies;
beforeAll(async () => {
  at = await twoAgencies();
});
afterAll(() => at.world.stop());

async function recorded(data: unknown): Promise<string> {
  const client = await at.world.pools.owner.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into kinfold.fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day, data)
       values ($1, 9999, now(), 15, 15, 'nj-cmo', 'general', 'contact.made', $2, $3)`,
      [at.ours, TODAY, JSON.stringify(data)],
    );
    return 'kept';
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const LONG = 'a'.repeat(120);

test.each([
  ['codes, days and references', { how: 'telephone', with: ['caregiver', 'youth'], on: TODAY, 'face.minutes': 45 }],
  ['nothing', {}],
  ['numbers, yes and no, and nothing said', { n: -1.5e3, yes: true, no: false, none: null, list: [[], {}] }],
  ['a code of 120 characters', { code: LONG }],
  ['much of it', { codes: Array.from({ length: 40 }, (_, n) => `code-${n}`) }],
])('%s is kept', async (_, data) => expect(await recorded(data)).toBe('kept'));

test.each([
  ['a word with a space', { how: 'by telephone' }],
  ['a name in a list', { with: ['caregiver', 'Ana María'] }],
  ['punctuation that JSON has too', { how: 'a,b' }],
  ['braces', { how: '{}' }],
  ['a quoted quote', { how: 'say "x"' }],
  ['a line end', { how: 'a\nb' }],
  ['an empty text', { how: '' }],
  ['words as a key', { 'two words': 1 }],
  ['an empty key', { '': 1 }],
  ['a text longer than codes are', { code: `${LONG}a` }],
  ['one word deep in much', { codes: [...Array.from({ length: 40 }, (_, n) => `code-${n}`), { x: ['two words'] }] }],
])('%s is refused', async (_, data) => expect(await recorded(data)).toBe('fact_codes_only'));
