import { type ReactNode, useState } from 'react';
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
    // biome-ignore lint/a11y/noRedundantRoles: the role is lost where the table is laid out as a list
    <th scope="col" role="columnheader" aria-sort={now} className={column.align === 'end' ? styles.end : undefined}>
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

/** Rows and columns: sortable, the head stays in sight, a list on a phone, pages when there are many. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, onSort, paging, empty } = props;
  const [own, setOwn] = useState<Sort>();
  const sort = onSort ? props.sort : own;
  const shown = onSort ? rows : sorted(rows, columns, sort);
  if (rows.length === 0) return empty;
  const lead = columns.find((column) => column.phone === 'lead') ?? columns[0];
  const onPhone = (column: Column<Row>) => (column === lead ? styles.lead : column.phone === 'bare' && styles.bare);
  return (
    <>
      {rows.length > 1 ? <SortBy columns={columns} sort={sort} onSort={onSort ?? setOwn} /> : null}
      {/* Roles are spelled out because laying a table out as a list would take them away. */}
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
                  className={classes(column.align === 'end' && styles.end, onPhone(column))}
                >
                  <div className={styles.value}>{column.cell(row)}</div>
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
