import { useState } from 'react';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { newId } from '#web/staff/data/new-id.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { registerReferral } from '../../contract.ts';
import { todayHere } from '../day-here.ts';
import { FORM } from './form-words.ts';
import { madeNumber } from './made-number.ts';
import { ReferralForm } from './referral-form.tsx';
import { checkForm } from './to-draft.ts';
import { useReferralDraft } from './use-referral-draft.ts';

/** The administrator registers what somebody told; what a person must look at opens with it. */
export default function RegisterPage() {
  const [id] = useState(newId);
  const [chart] = useState(newId);
  const go = useGo();
  const draft = useReferralDraft('register');
  const register = useWrite(registerReferral, {
    changes: ['referral', 'worklists'],
    onDone: () => {
      void draft.discard();
      go(`/app/referrals/${chart}?registered=1`);
    },
  });
  return (
    <WithPanel>
      <PageHeader title={FORM.registerTitle} summary={FORM.registerHint} />
      {draft.value === undefined ? (
        <LoadingState label={FORM.loading} />
      ) : (
        <ReferralForm
          draft={draft}
          save={FORM.save}
          busy={register.isPending}
          error={register.error}
          onSubmit={(values) => {
            const checked = checkForm(values, madeNumber(id), todayHere());
            if (!checked.ok) return checked.wrong;
            register.mutate({ body: { id, chart, referral: checked.draft } });
            return {};
          }}
        />
      )}
    </WithPanel>
  );
}
