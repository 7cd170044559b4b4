import { Button } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { Said } from '#modules/duties/pages/said.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { listRedactions } from '../../contract.ts';
import styles from '../audit.module.css';
import { AuditFrame } from '../audit-frame.tsx';
import { sayInstant } from '../say-instant.ts';
import { AskDialog, ConfirmRedactionDialog } from './redaction-dialogs.tsx';
import { REDACTIONS } from './words.ts';

export type Redaction = AnswerOf<typeof listRedactions>['redactions'][number];

/** Redactions asked for and confirmed, by two people. */
export default function RedactionsPage() {
  const list = useRead(listRedactions, {});
  const mayRedact = useMay()('audit.redact');
  const [open, setOpen] = useState<'ask' | Redaction | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const done = (words: string) => {
    setOpen(null);
    setSaid(words);
  };
  const begin = (what: 'ask' | Redaction) => {
    setSaid(null);
    setOpen(what);
  };
  const close = () => setOpen(null);
  return (
    <AuditFrame
      title={REDACTIONS.title}
      hint={REDACTIONS.hint}
      current="/app/audit/redactions"
      actions={mayRedact ? <Button onClick={() => begin('ask')}>{REDACTIONS.ask}</Button> : null}
    >
      <Said said={said === null ? null : { words: said }} />
      {list.isPending ? <LoadingState label={REDACTIONS.loading} /> : null}
      {list.isError && !list.data ? (
        <FailedState title={REDACTIONS.failed} kept={REDACTIONS.kept} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data ? <Rows rows={list.data.redactions} onConfirm={mayRedact ? begin : undefined} /> : null}
      {open === 'ask' ? <AskDialog onDone={() => done(REDACTIONS.asked)} onClose={close} /> : null}
      {open !== null && open !== 'ask' ? (
        <ConfirmRedactionDialog redaction={open} onDone={() => done(REDACTIONS.confirmed)} onClose={close} />
      ) : null}
    </AuditFrame>
  );
}

interface RowsProps {
  readonly rows: readonly Redaction[];
  readonly onConfirm: ((redaction: Redaction) => void) | undefined;
}

function Rows({ rows, onConfirm }: RowsProps) {
  const { columns } = REDACTIONS;
  return (
    <DataTable
      caption={REDACTIONS.title}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={REDACTIONS.none}>
          <p>{REDACTIONS.noneWhy}</p>
        </EmptyState>
      }
      columns={[
        { key: 'row', head: columns.row, cell: ({ event }) => event, sortBy: ({ event }) => event, align: 'end' },
        { key: 'order', head: columns.order, cell: ({ courtOrder }) => courtOrder },
        { key: 'reason', head: columns.reason, cell: ({ reason }) => <span className={styles.words}>{reason}</span> },
        {
          key: 'asked',
          head: columns.asked,
          cell: ({ requestedBy, requestedAt }) => REDACTIONS.by(requestedBy, sayInstant(requestedAt)),
          sortBy: ({ requestedAt }) => requestedAt,
        },
        {
          key: 'confirmed',
          head: columns.confirmed,
          cell: (row) => {
            if (row.confirmedAt !== null) return REDACTIONS.by(row.confirmedBy, sayInstant(row.confirmedAt));
            if (!row.mayConfirm || !onConfirm) return <span className={styles.small}>{REDACTIONS.waits}</span>;
            return (
              <Button variant="default" size="xs" onClick={() => onConfirm(row)}>
                {REDACTIONS.confirm}
              </Button>
            );
          },
        },
      ]}
    />
  );
}
