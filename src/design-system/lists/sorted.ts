/** By which column, and which way. */
export interface Sort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

interface Sortable<Row> {
  readonly key: string;
  readonly sortBy?: (row: Row) => string | number;
}

const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), undefined, { numeric: true });

/** The rows in the order asked for; equal rows keep the order they came in. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
  sort: Sort | undefined,
): readonly Row[] {
  const by = columns.find((column) => column.key === sort?.key)?.sortBy;
  if (!by || !sort) return rows;
  const way = sort.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => way * compare(by(a), by(b)));
}
