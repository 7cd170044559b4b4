import { memo, type ReactNode, useDeferredValue, useState } from 'react';
import { classes } from '#design-system/class-names.ts';
import styles from './data-table.module.css';
import { FilterSelect } from './filter-select.tsx';
import { Paging, type PagingProps } from './paging.tsx';
import { type Sort, sorted } from './sorted.ts';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** What to sort by; a column without cannot be sorted. */
  readonly sortBy?: (row: Row) => string | number;
  readonly align?: 'end';
  /**
   * On a phone, where a row is a short text: `lead` says whom or what it is about and stands first (without one, the
   * first column does); `bare` needs no heading before it, such as a button or a chip.
   */
  readonly phone?: 'lead' | 'bare';
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Given, the server sorts and `rows` come sorted; left out, the rows shown are sorted here. */
  readonly sort?: Sort | undefined;
  readonly onSort?: ((sort: Sort) => void) | undefined;
  readonly paging?: PagingProps | undefined;
  /** Shown in place of the rows when there are none. */
  readonly empty: ReactNode;
}

/** What each part is, said aloud: laid out as a list on a phone, a table is no table any more to a screen reader. */
const PART = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

const direction = (sort: Sort | undefined, key: string) => (sort?.key === key ? sort.direction : undefined);

function Head<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}) {
  const now = direction(sort, column.key);
  const next = now === 'ascending' ? 'descending' : 'ascending';
  const mark = { ascending: '▲', descending: '▼' };
  return (
    <th scope="col" {...PART.head} aria-sort={now} className={column.align === 'end' ? styles.end : undefined}>
      {column.sortBy ? (
        <>
          <button type="button" className={styles.sort} onClick={() => onSort({ key: column.key, direction: next })}>
            {column.head} <span aria-hidden="true">{now ? mark[now] : ''}</span>
          </button>
          <span className={styles.headWord}>{column.head}</span>
        </>
      ) : (
        column.head
      )}
    </th>
  );
}

/** Stands in for the heads on a phone, where there is no room for them. */
function SortBy<Row>({
  columns,
  sort,
  onSort,
}: {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}) {
  const sortable = columns.filter((column) => column.sortBy);
  if (sortable.length === 0) return null;
  const usual = sort ? [] : [{ value: '', label: 'Sort by…' }];
  const choices = sortable.flatMap(({ key, head }) => [
    { value: `${key} ascending`, label: `${head} ▲` },
    { value: `${key} descending`, label: `${head} ▼` },
  ]);
  return (
    <div className={styles.sortBy}>
      <FilterSelect
        label="Sort by"
        choices={[...usual, ...choices]}
        value={sort ? `${sort.key} ${sort.direction}` : ''}
        onChange={(chosen) => {
          const [key = '', way] = chosen.split(' ');
          onSort({ key, direction: way === 'descending' ? 'descending' : 'ascending' });
        }}
      />
    </div>
  );
}

interface TableRowProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}

function PlainRow<Row>({ row, columns }: TableRowProps<Row>) {
  const lead = columns.find((column) => column.phone === 'lead') ?? columns[0];
  const onPhone = (column: Column<Row>) => (column === lead ? styles.lead : column.phone === 'bare' && styles.bare);
  return (
    <tr {...PART.row}>
      {columns.map((column) => (
        <td
          key={column.key}
          {...PART.cell}
          data-label={column.head}
          className={classes(column.align === 'end' && styles.end, onPhone(column))}
        >
          <div className={styles.value}>{column.cell(row)}</div>
        </td>
      ))}
    </tr>
  );
}

/** Sorting moves the rows and draws none of them again. */
const TableRow = memo(PlainRow) as typeof PlainRow;

/** As many rows as fill a tall screen are drawn first, the others right after. */
const IN_SIGHT = 40;

/** Rows and columns: sortable, the head stays in sight, a list on a phone, pages when there are many. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, onSort, paging, empty } = props;
  const [own, setOwn] = useState<Sort>();
  const sort = onSort ? props.sort : own;
  const shown = onSort ? rows : sorted(rows, columns, sort);
  const drawn = useDeferredValue(shown.length, IN_SIGHT);
  if (rows.length === 0) return empty;
  return (
    <>
      {rows.length > 1 ? <SortBy columns={columns} sort={sort} onSort={onSort ?? setOwn} /> : null}
      <table className={styles.table} {...PART.table}>
        <caption className="kf-unseen">{caption}</caption>
        <thead {...PART.group}>
          <tr {...PART.row}>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort ?? setOwn} />
            ))}
          </tr>
        </thead>
        <tbody {...PART.group}>
          {shown.slice(0, drawn).map((row) => (
            <TableRow key={rowKey(row)} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      {paging ? <Paging {...paging} /> : null}
    </>
  );
}
