import { type ReactNode, useState } from 'react';
import { classes } from '#design-system/class-names.ts';
import styles from './data-table.module.css';
import { Paging, type PagingProps } from './paging.tsx';
import { type Sort, sorted } from './sorted.ts';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** What to sort by; a column without cannot be sorted. */
  readonly sortBy?: (row: Row) => string | number;
  readonly align?: 'end';
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
    // biome-ignore lint/a11y/noRedundantRoles: the role is lost where the table is laid out as cards
    <th scope="col" role="columnheader" aria-sort={now} className={column.align === 'end' ? styles.end : undefined}>
      {column.sortBy ? (
        <button type="button" className={styles.sort} onClick={() => onSort({ key: column.key, direction: next })}>
          {column.head} <span aria-hidden="true">{now ? mark[now] : ''}</span>
        </button>
      ) : (
        column.head
      )}
    </th>
  );
}

/** Rows and columns: sortable, the head stays in sight, cards on a phone, pages when there are many. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, onSort, paging, empty } = props;
  const [own, setOwn] = useState<Sort>();
  const sort = onSort ? props.sort : own;
  const shown = onSort ? rows : sorted(rows, columns, sort);
  if (rows.length === 0) return empty;
  return (
    <>
      {/* Roles are spelled out because laying a table out as cards would take them away. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table className={styles.table} role="table">
        <caption className="kf-unseen">{caption}</caption>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row">
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort ?? setOwn} />
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup">
          {shown.map((row) => (
            // biome-ignore lint/a11y/noRedundantRoles: see above
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <td
                  key={column.key}
                  // biome-ignore lint/a11y/noRedundantRoles: see above
                  role="cell"
                  data-label={column.head}
                  className={classes(column.align === 'end' && styles.end)}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {paging ? <Paging {...paging} /> : null}
    </>
  );
}
