import { expect, test } from 'vitest';
import { medianChart } from '../testing/median-chart.ts';
import { fact } from '../testing/small-pack.ts';
import { chronicle, Entry, firstOnOrAfter } from './chronicle.ts';

const facts = medianChart();
const kinds = new Map([...new Set(facts.map(({ kind }) => kind))].map((kind, id) => [kind, id]));
const seqs = (all: typeof facts) => chronicle(all, kinds).byKind.map((entries) => entries.map((one) => one.fact.seq));

test.each([
  ['backwards', facts.toReversed()],
  ['the second half first', [...facts.slice(60), ...facts.slice(0, 60)]],
  ['one very late', [...facts.slice(1), ...facts.slice(0, 1)]],
])('a long history handed over %s is put in the order of events', (_how, all) => {
  expect(seqs(all)).toEqual(seqs(facts));
});

test('entries of a list begin at a day, or after it', () => {
  const entries = ['2026-09-01', '2026-09-05', '2026-09-05', '2026-09-09'].map(
    (on, index) => new Entry(fact(index + 1, on, 'contact.made'), 0, index + 1, [], false),
  );
  const days = [-1, 0, 1, 4, 5, 8, 9].map((after) => (entries[0]?.on ?? 0) + after);
  expect(days.map((day) => firstOnOrAfter(entries, day as Entry['on']))).toEqual([0, 0, 1, 1, 3, 3, 4]);
  expect(firstOnOrAfter(entries, Number.NEGATIVE_INFINITY as Entry['on'])).toBe(0);
});
