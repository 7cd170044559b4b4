import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useGo, usePageParam } from '#web/staff/routing/use-page.ts';
import { assignCareManager, readCaseloads } from '../../contract.ts';
import type { Caseloads } from '../board/teams.ts';
import parts from '../parts.module.css';
import { useWriteId } from '../use-write-id.ts';
import { BOARD, CHOOSE } from '../words.ts';
import { WriteFailed } from '../write-failed.tsx';
import { CareManagerOptions } from './care-manager-options.tsx';

/** One youth gets an accountable care manager, with everybody's load in sight. */
export default function ChoosePage() {
  const chart = usePageParam('chart');
  const loads = useRead(readCaseloads, {});
  const name = loads.data?.unassigned.find((youth) => youth.chart === chart)?.name;
  return (
    <WithPanel>
      <p className={parts.back}>
        <a href="/app/caseload">{CHOOSE.back}</a>
      </p>
      <PageHeader title={CHOOSE.title} summary={name} />
      {loads.isPending ? <LoadingState label={BOARD.loading} /> : null}
      {loads.isError ? (
        <FailedState title={BOARD.failed} kept={BOARD.kept} onRetry={() => void loads.refetch()} />
      ) : null}
      {loads.data ? <ChooseForm chart={chart} loads={loads.data} /> : null}
    </WithPanel>
  );
}

function ChooseForm({ chart, loads }: { readonly chart: string; readonly loads: Caseloads }) {
  const id = useWriteId();
  const go = useGo();
  const [seat, setSeat] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const assign = useWrite(assignCareManager, {
    changes: ['caseload', 'chart', 'worklists', 'referral'],
    onDone: () => go('/app/caseload'),
  });
  const chosen = loads.careManagers.find((one) => one.seat === seat);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen) assign.mutate({ params: { chart }, body: { id, seat, reason: reason.trim() || null } });
  };
  return (
    <form className={parts.form} onSubmit={submit} noValidate>
      <p className={parts.small}>{CHOOSE.hint}</p>
      <CareManagerOptions
        loads={loads}
        value={seat}
        onChange={setSeat}
        error={tried && !chosen ? CHOOSE.whichNeeded : undefined}
      />
      <Textarea
        label={CHOOSE.why}
        description={CHOOSE.whyHint}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={2000}
        rows={2}
      />
      <WriteFailed error={assign.error} />
      <div className={parts.choices}>
        <Button type="submit" loading={assign.isPending}>
          {chosen ? CHOOSE.saveName(chosen.name) : CHOOSE.save}
        </Button>
      </div>
    </form>
  );
}
