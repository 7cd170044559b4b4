import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '#design-system/forms/confirm-dialog.tsx';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { newId } from '#web/staff/data/new-id.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { endOverride } from '../contract.ts';
import type { Clause } from './clause-card.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import styles from './policy.module.css';
import { CLAUSES, OVERRIDE } from './words.ts';

export type Parameter = Clause['parameters'][number];

/** A number, or yes and no, as it is read. */
export function valueWords(value: number | boolean): string {
  if (typeof value === 'boolean') return value ? CLAUSES.yes : CLAUSES.no;
  return String(value);
}

export interface NumbersProps {
  readonly pack: string;
  readonly parameters: readonly Parameter[];
  readonly mayOverride: boolean;
}

/** The numbers of a clause: as written, as in force here, and who set them and why. */
export function Numbers({ pack, parameters, mayOverride }: NumbersProps) {
  const [setting, setSetting] = useState<Parameter | null>(null);
  return (
    <div className={styles.numbers}>
      <DataTable
        caption={CLAUSES.numbers}
        rows={parameters}
        rowKey={(row) => row.key}
        empty={null}
        columns={[
          { key: 'name', head: CLAUSES.number, cell: (row) => row.name },
          { key: 'default', head: CLAUSES.standard, cell: (row) => valueWords(row.default), align: 'end' },
          {
            key: 'value',
            head: CLAUSES.yours,
            cell: (row) => <strong>{valueWords(row.value)}</strong>,
            align: 'end',
          },
          {
            key: 'who',
            head: CLAUSES.who,
            cell: (row) =>
              row.override ? (
                <span>
                  {CLAUSES.by(row.override.by, row.override.from)}: {row.override.reason}
                </span>
              ) : (
                <span className={styles.small}>{CLAUSES.asWritten}</span>
              ),
          },
          ...(mayOverride
            ? [
                {
                  key: 'set',
                  head: CLAUSES.change,
                  cell: (row: Parameter) => (
                    <span className={styles.chips}>
                      <Button variant="default" onClick={() => setSetting(row)} aria-label={OVERRIDE.title(row.name)}>
                        {CLAUSES.set}
                      </Button>
                      {row.override ? <EndOverride pack={pack} override={row.override.id} /> : null}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {setting ? <OverrideDialog pack={pack} parameter={setting} onClose={() => setSetting(null)} /> : null}
    </div>
  );
}

function EndOverride({ pack, override }: { readonly pack: string; readonly override: string }) {
  const [asking, setAsking] = useState(false);
  const [id] = useState(newId);
  const end = useWrite(endOverride, { changes: ['policy', 'duties', 'worklists'], onDone: () => setAsking(false) });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {CLAUSES.end}
      </Button>
      <ConfirmDialog
        open={asking}
        title={OVERRIDE.endTitle}
        confirm={OVERRIDE.endButton}
        busy={end.isPending}
        onConfirm={() => end.mutate({ params: { pack, override }, body: { id } })}
        onClose={() => setAsking(false)}
      >
        {OVERRIDE.endWords}
      </ConfirmDialog>
    </>
  );
}
