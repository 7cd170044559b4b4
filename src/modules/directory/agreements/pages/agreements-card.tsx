import { Button } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { type Agreement, readAgreements } from '../contract.ts';
import { AgreementRow } from './agreement-row.tsx';
import styles from './agreements.module.css';
import type { Form } from './asked.ts';
import { type Organization, recordForm } from './forms.ts';
import { SaidForm } from './said-form.tsx';
import { AGREEMENTS } from './words.ts';

interface AgreementsCardProps {
  /** Organizations of the directory an agreement may be with. */
  readonly organizations: readonly Organization[];
  readonly onWhy: (agreement: Agreement) => void;
}

/** The agreements of one's own organization. */
export function AgreementsCard({ organizations, onWhy }: AgreementsCardProps) {
  const may = useMay();
  const read = useRead(readAgreements, {});
  const [form, setForm] = useState<Form | null>(null);
  const say = may('agreement.record') ? setForm : null;
  return (
    <Card
      id="agreements"
      title={AGREEMENTS.title}
      hint={AGREEMENTS.hint}
      aside={
        say && read.data ? (
          <Button size="xs" onClick={() => say(recordForm(read.data.today, organizations))}>
            {AGREEMENTS.record}
          </Button>
        ) : null
      }
    >
      {read.isPending ? <LoadingState label={AGREEMENTS.loading} rows={3} /> : null}
      {read.isError ? (
        <FailedState title={AGREEMENTS.failed} kept={AGREEMENTS.kept} onRetry={() => void read.refetch()} />
      ) : null}
      {read.data?.agreements.length === 0 ? <p className={styles.small}>{AGREEMENTS.none}</p> : null}
      <ul className={styles.list}>
        {read.data?.agreements.map((agreement) => (
          <AgreementRow
            key={agreement.id}
            agreement={agreement}
            today={read.data.today}
            say={say}
            onWhy={() => onWhy(agreement)}
          />
        ))}
      </ul>
      {form ? <SaidForm form={form} onClose={() => setForm(null)} /> : null}
    </Card>
  );
}
