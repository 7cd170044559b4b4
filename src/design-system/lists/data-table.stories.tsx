import { EmptyState } from '#design-system/states/empty-state.tsx';
import type { Story } from '#design-system/story.ts';
import { DayText } from '#design-system/time/day-text.tsx';
import { type Column, DataTable } from './data-table.tsx';

interface Youth {
  readonly name: string;
  readonly age: number;
  readonly careManager: string;
  readonly next: string;
}

const rows: readonly Youth[] = [
  { name: 'Amina R.', age: 14, careManager: 'R. Osei', next: '2026-10-15' },
  { name: 'Jonah T.', age: 9, careManager: 'T. Marsh', next: '2026-10-12' },
  { name: 'Luz V.', age: 11, careManager: 'R. Osei', next: '2026-10-13' },
];

const columns: readonly Column<Youth>[] = [
  { key: 'name', head: 'Youth', cell: (row) => <a href={`#${row.name}`}>{row.name}</a>, sortBy: (row) => row.name },
  { key: 'age', head: 'Age', cell: (row) => row.age, sortBy: (row) => row.age, align: 'end' },
  { key: 'careManager', head: 'Care manager', cell: (row) => row.careManager },
  { key: 'next', head: 'Next owed', cell: (row) => <DayText day={row.next} />, sortBy: (row) => row.next },
];

const common = {
  caption: 'Youth',
  columns,
  rowKey: (row: Youth) => row.name,
  empty: <EmptyState title="No youth yet" />,
};

export const story: Story = {
  name: 'DataTable',
  states: {
    'three of many': () => (
      <DataTable {...common} rows={rows} paging={{ from: 1, to: 3, total: 14, onNext: () => undefined }} />
    ),
    empty: () => <DataTable {...common} rows={[]} />,
  },
};
