import { expect, it } from 'vitest';
import { sorted } from './sorted.ts';

const rows = [
  { name: 'Priya', age: 6 },
  { name: 'amina', age: 14 },
  { name: 'Luz', age: 11 },
];
const columns = [
  { key: 'name', sortBy: (row: (typeof rows)[number]) => row.name },
  { key: 'age', sortBy: (row: (typeof rows)[number]) => row.age },
  { key: 'note' },
];
const names = (key: string, direction: 'ascending' | 'descending') =>
  sorted(rows, columns, { key, direction }).map((row) => row.name);

it('sorts words without regard to capitals', () =>
  expect(names('name', 'ascending')).toEqual(['amina', 'Luz', 'Priya']));
it('sorts numbers as numbers, both ways', () => expect(names('age', 'descending')).toEqual(['amina', 'Luz', 'Priya']));
it('leaves the order alone for a column that cannot be sorted', () =>
  expect(names('note', 'ascending')).toEqual(['Priya', 'amina', 'Luz']));
