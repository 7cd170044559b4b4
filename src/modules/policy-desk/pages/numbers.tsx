import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '#design-system/forms/confirm-dialog.tsx';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { shortDay } from '#design-system/time/day-words.ts';
import { day } from '#shared/calendar-day.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { endOverride } from '../contract.ts';
import type { Clause } from './clause-card.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import styles from './policy.module.css';
import { WhatIf } from './what-if.tsx';
import { CLAUSES, OVERRIDE } from './words.ts';

export type Parameter = Clause['parameters'][number];

/** A number, or yes and no, as it is read. */
export function valueWords(value: number | boolean): string {
  if (typeof value === 'boolean') return value ? CLAUSES.yes : CLAUSES.no;
  return String(value);
}

export interface NumbersProps {
  /** Of which clause, since many have a number called “days”. */
  readonly clause: string;
  readonly pack: string;
  readonly parameters: readonly Parameter[];
  readonly mayOverride: boolean;
}

/** The numbers of a clause: as written, as in force here, and who set them and why. */
export function Numbers({ clause, pack, parameters, mayOverride }: NumbersProps) {
  const nameOf = ({ name }: Parameter) => `${clause}: ${name}`;
  const [setting, setSetting] = useState<Parameter | null>(null);
  return (
    <div className={styles.numbers} lang="en">
      <DataTable
        caption={CLAUSES.numbers}
        rows={parameters}
        rowKey={(row) => row.key}
        empty={null}
        columns={[
          {
            key: 'name',
            head: CLAUSES.number,
            cell: (row) => (
              <span className={styles.cell}>
                {row.name}
                <span className={styles.small}>
                  {CLAUSES.numberFrom(
                    row.source,
                    (CLAUSES.confidences[row.confidence] ?? row.confidence).toLowerCase(),
                  )}
                </span>
              </span>
            ),
          },
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
                  {CLAUSES.by(row.override.by, shortDay(day(row.override.from)))}: {row.override.reason}
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
                    <span className={styles.buttons}>
                      <Button
                        variant="default"
                        size="xs"
                        onClick={() => setSetting(row)}
                        aria-label={OVERRIDE.title(nameOf(row))}
                      >
                        {CLAUSES.set}
                      </Button>
                      {row.override ? (
                        <EndOverride
                          key={row.override.id}
                          pack={pack}
                          name={nameOf(row)}
                          parameter={row.key}
                          override={row.override.id}
                        />
                      ) : null}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {setting ? (
        <OverrideDialog pack={pack} name={nameOf(setting)} parameter={setting} onClose={() => setSetting(null)} />
      ) : null}
    </div>
  );
}

interface EndOverrideProps {
  readonly pack: string;
  readonly name: string;
  /** The number's key. */
  readonly parameter: string;
  readonly override: string;
}

function EndOverride({ pack, name, parameter, override }: EndOverrideProps) {
  const [asking, setAsking] = useState(false);
  const [identified] = useWriteId();
  const end = useWrite(endOverride, { changes: ['policy', 'duties', 'worklists'], onDone: () => setAsking(false) });
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)} aria-label={CLAUSES.reset(name)}>
        {CLAUSES.end}
      </Button>
      <ConfirmDialog
        open={asking}
        title={OVERRIDE.endTitle}
        confirm={OVERRIDE.endButton}
        busy={end.isPending}
        onConfirm={() => end.mutate({ params: { pack, override }, body: identified({}) })}
        onClose={() => setAsking(false)}
      >
        <p>{OVERRIDE.endWords}</p>
        <WhatIf pack={pack} parameter={parameter} value={null} />
        <WriteFailed error={end.error} />
      </ConfirmDialog>
    </>
  );
}
