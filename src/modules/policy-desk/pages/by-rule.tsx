import { DataTable } from '#design-system/lists/data-table.tsx';
import { OVERRIDE } from './words.ts';

export interface RuleChanges {
  readonly rule: string;
  readonly title: { readonly en: string };
  readonly cite: string;
  readonly changed: Partial<Record<'moved' | 'opened' | 'voided' | 'settled', number | undefined>>;
}

/** How many duties of each rule would change, and how. */
export function ByRule({ rules }: { readonly rules: readonly RuleChanges[] }) {
  const { byRuleColumns: heads } = OVERRIDE;
  return (
    <DataTable
      caption={OVERRIDE.byRule}
      rows={rules}
      rowKey={({ rule }) => rule}
      empty={null}
      columns={[
        { key: 'duty', head: heads.duty, cell: ({ title, cite }) => `${title.en} (${cite})` },
        ...(['moved', 'opened', 'voided', 'settled'] as const).map((change) => ({
          key: change,
          head: heads[change],
          cell: ({ changed }: RuleChanges) => changed[change] ?? 0,
          align: 'end' as const,
        })),
      ]}
    />
  );
}
