import { useState } from 'react';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { newId } from '#web/staff/data/new-id.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { todayHere } from '#web/staff/here.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { registerReferral } from '../../contract.ts';
import { FORM } from './form-words.ts';
import { madeNumber } from './made-number.ts';
import { ReferralForm } from './referral-form.tsx';
import { RowSaid } from './row-said.tsx';
import { checkForm } from './to-draft.ts';
import { useReferralDraft } from './use-referral-draft.ts';
import { useRowToMend } from './use-row-to-mend.ts';

/** The administrator registers what somebody told; what a person must look at opens with it. */
export default function RegisterPage() {
  const [id] = useState(newId);
  const [chart] = useState(newId);
  const go = useGo();
  const mends = useRowToMend();
  const draft = useReferralDraft('register', mends.asked);
  const register = useWrite(registerReferral, {
    changes: ['referral', 'import', 'worklists'],
    onDone: () => {
      void draft.discard();
      go(`/app/referrals/${chart}?registered=1`);
    },
  });
  const ready = draft.value !== undefined && mends.found !== undefined;
  return (
    <WithPanel>
      <PageHeader title={FORM.registerTitle} summary={FORM.registerHint} />
      {mends.failed ? <FailedState title={FORM.row.failed} kept={FORM.row.kept} /> : null}
      {mends.found ? <RowSaid row={mends.found} /> : null}
      {ready || mends.failed ? null : <LoadingState label={FORM.loading} />}
      {ready ? (
        <ReferralForm
          draft={draft}
          start={mends.found?.values}
          save={FORM.save}
          busy={register.isPending}
          error={register.error}
          onSubmit={(values) => {
            const checked = checkForm(values, madeNumber(id), todayHere());
            if (!checked.ok) return checked.wrong;
            register.mutate({ body: { id, chart, referral: checked.draft, mends: mends.asked } });
            return {};
          }}
        />
      ) : null}
    </WithPanel>
  );
}
