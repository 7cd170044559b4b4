import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { useGo, usePageParam } from '#web/staff/routing/use-page.ts';
import { assignCareManager, readCaseloads } from '../../contract.ts';
import type { Caseloads } from '../board/teams.ts';
import parts from '../parts.module.css';
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

/** Why a reason is owed, as the server asks for it: instead of somebody who is accountable, or over the ratio. */
function whyAsked(loads: Caseloads, chart: string, chosen: Caseloads['careManagers'][number] | undefined) {
  if (!loads.unassigned.some((youth) => youth.chart === chart)) return 'instead';
  const { families } = loads.ratio;
  return chosen && families > 0 && chosen.charts + 1 > families ? 'over' : null;
}

function ChooseForm({ chart, loads }: { readonly chart: string; readonly loads: Caseloads }) {
  const [identified] = useWriteId();
  const go = useGo();
  const [seat, setSeat] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const assign = useWrite(assignCareManager, {
    changes: ['caseload', 'chart', 'worklists', 'referral'],
    onDone: () => go('/app/caseload'),
  });
  const field = useRef<HTMLTextAreaElement>(null);
  const chosen = loads.careManagers.find((one) => one.seat === seat);
  const why = whyAsked(loads, chart, chosen);
  const lacksWhy = why !== null && reason.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!chosen) return;
    if (lacksWhy) field.current?.focus();
    else assign.mutate({ params: { chart }, body: identified({ seat, reason: reason.trim() || null }) });
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
        ref={field}
        label={why === null ? CHOOSE.whyOptional : CHOOSE.why}
        description={why === null ? CHOOSE.whyHint : CHOOSE.whyHints[why]}
        required={why !== null}
        error={tried && lacksWhy ? CHOOSE.whyNeeded : undefined}
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
