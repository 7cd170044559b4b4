import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageParam } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { readClauses } from '../contract.ts';
import { type Clause, ClauseCard } from './clause-card.tsx';
import styles from './policy.module.css';
import { CLAUSES, PACKS } from './words.ts';

const has = (clause: Clause, text: string) =>
  [clause.cite, clause.id, clause.title.en, clause.says.en].some((words) => words.toLowerCase().includes(text));

/** The clauses of a pack in words, each with its numbers and who set them. */
export default function ClausesPage() {
  const pack = usePageParam('pack');
  const clauses = useRead(readClauses, { params: { pack } });
  const mayOverride = useMay()('policy.override');
  const [text, setText] = useState('');
  const all = clauses.data?.clauses ?? [];
  const shown = all.filter((clause) => has(clause, text.trim().toLowerCase()));
  return (
    <WithPanel>
      <p className={styles.back}>
        <a href="/app/policy">{CLAUSES.back}</a>
      </p>
      <PageHeader
        title={CLAUSES.rulesOf}
        summary={clauses.data ? CLAUSES.count(shown.length, all.length) : undefined}
      />
      {clauses.isPending ? <LoadingState label={CLAUSES.loading} rows={6} /> : null}
      {clauses.isError ? (
        <FailedState title={PACKS.failed} kept={PACKS.kept} onRetry={() => void clauses.refetch()} />
      ) : null}
      {clauses.data ? (
        <div className={styles.stack}>
          <TextInput
            className={styles.find}
            type="search"
            label={CLAUSES.find}
            description={CLAUSES.findHint}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {shown.length === 0 ? (
            <EmptyState title={CLAUSES.none}>
              <p>{CLAUSES.noneWhy}</p>
            </EmptyState>
          ) : null}
          {shown.map((clause) => (
            <ClauseCard key={clause.id} pack={pack} clause={clause} mayOverride={mayOverride} />
          ))}
        </div>
      ) : null}
    </WithPanel>
  );
}
