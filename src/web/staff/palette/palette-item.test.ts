import { expect, it } from 'vitest';
import { matching } from './palette-item.ts';

const items = ['Today', 'People & seats', 'Directory', 'Tía Elena'].map((label) => ({ id: label, label, href: '/' }));

it.each([
  ['', ['Today', 'People & seats', 'Directory', 'Tía Elena']],
  ['t', ['Today', 'Tía Elena']],
  ['seat', ['People & seats']],
  ['tia e', ['Tía Elena']],
  ['ory', []],
])('"%s" finds %j', (typed, found) => {
  expect(matching(items, typed).map((item) => item.label)).toEqual(found);
});
