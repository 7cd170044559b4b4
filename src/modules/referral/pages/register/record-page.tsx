import { useState } from 'react';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { systemClock } from '#platform/clock/clock.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { todayHere } from '#web/staff/here.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { recordReferral } from '../../contract.ts';
import type { FormValues } from './form-values.ts';
import { FORM, WRONG } from './form-words.ts';
import { instantHere } from './instant-here.ts';
import { madeNumber } from './made-number.ts';
import { ReferralForm } from './referral-form.tsx';
import { RowSaid } from './row-said.tsx';
import { DocumentSection } from './sections.tsx';
import { checkForm, type Wrong } from './to-draft.ts';
import { useReferralDraft } from './use-referral-draft.ts';
import { useRowToMend } from './use-row-to-mend.ts';

/** What the document must say besides the referral; nothing wrong means it does. */
function wrongDocument(values: FormValues, assignedAt: string | null): Wrong {
  const future = assignedAt !== null && Date.parse(assignedAt) > systemClock.now();
  return {
    ...(values.document.trim() === '' ? { document: WRONG.document } : {}),
    ...(values.decidedOn === '' || values.decidedOn > todayHere() ? { decidedOn: WRONG.decidedOn } : {}),
    ...(assignedAt === null || values.assignedHour === '' ? { assignedOn: WRONG.assignedOn } : {}),
    ...(future ? { assignedOn: WRONG.assignedFuture } : {}),
  };
}

/** A care management organization records what the administrator decided and sent: with day and document. */
export default function RecordPage() {
  const [id] = useState(newId);
  const [chart] = useState(newId);
  const go = useGo();
  const mends = useRowToMend();
  const draft = useReferralDraft('recorded', mends.asked);
  const record = useWrite(recordReferral, {
    changes: ['referral', 'import', 'worklists', 'caseload'],
    onDone: () => {
      void draft.discard();
      go(`/app/referrals/${chart}?registered=1`);
    },
  });
  const submit = (values: FormValues): Wrong => {
    const assignedAt = instantHere(values.assignedOn, values.assignedHour);
    const checked = checkForm(values, madeNumber(id), todayHere());
    const wrong = { ...wrongDocument(values, assignedAt), ...(checked.ok ? {} : checked.wrong) };
    if (!checked.ok || assignedAt === null || Object.keys(wrong).length > 0) return wrong;
    const recorded = { document: values.document.trim(), decidedOn: values.decidedOn, assignedAt };
    record.mutate({ body: { id, chart, referral: checked.draft, recorded, mends: mends.asked } });
    return {};
  };
  const ready = draft.value !== undefined && mends.found !== undefined;
  return (
    <WithPanel>
      <PageHeader title={FORM.recordTitle} summary={FORM.recordHint} />
      {mends.failed ? <FailedState title={FORM.row.failed} kept={FORM.row.kept} /> : null}
      {mends.found ? <RowSaid row={mends.found} /> : null}
      {ready || mends.failed ? null : <LoadingState label={FORM.loading} />}
      {ready ? (
        <ReferralForm
          draft={draft}
          start={mends.found?.values}
          before={<DocumentSection />}
          save={FORM.record}
          busy={record.isPending}
          error={record.error}
          onSubmit={submit}
        />
      ) : null}
    </WithPanel>
  );
}
