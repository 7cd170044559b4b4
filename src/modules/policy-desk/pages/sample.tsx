import { DataTable } from '#design-system/lists/data-table.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import styles from './policy.module.css';
import { OVERRIDE } from './words.ts';

export interface Change {
  readonly chart: string;
  readonly number: number;
  readonly rule: string;
  readonly title: { readonly en: string };
  readonly change: string;
  readonly before: string | null;
  readonly after: string | null;
}

const Day = ({ day }: { readonly day: string | null }) => (day === null ? OVERRIDE.none : <DayText day={day} />);

/** The first changes by name, each leading to its chart. */
export function Sample({ changes }: { readonly changes: readonly Change[] }) {
  const { sampleColumns } = OVERRIDE;
  return (
    <details className={styles.more}>
      <summary>{OVERRIDE.sample}</summary>
      <p className={styles.small}>{OVERRIDE.sampleHint(changes.length)}</p>
      <DataTable
        caption={OVERRIDE.sample}
        rows={changes}
        rowKey={({ chart, rule, before, after }) => `${chart} ${rule} ${before} ${after}`}
        empty={null}
        columns={[
          {
            key: 'chart',
            head: sampleColumns.chart,
            cell: ({ chart, number }) => (
              <a href={`/app/youth/${chart}`} target="_blank" rel="noreferrer">
                {OVERRIDE.number(number)}
              </a>
            ),
          },
          { key: 'rule', head: sampleColumns.rule, cell: ({ title }) => title.en },
          { key: 'before', head: sampleColumns.before, cell: ({ before }) => <Day day={before} /> },
          { key: 'after', head: sampleColumns.after, cell: ({ after }) => <Day day={after} /> },
        ]}
      />
    </details>
  );
}
