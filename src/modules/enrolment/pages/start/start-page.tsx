import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { openReferral } from '#modules/referral/contract.ts';
import { ReferralDraft } from '#modules/referral/model.ts';
import { languagesTold } from '#modules/referral/told-languages.ts';
import { talksIn } from '#modules/youth/languages.ts';
import { day } from '#shared/calendar-day.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { todayHere } from '#web/staff/here.ts';
import { usePageParam } from '#web/staff/routing/use-page.ts';
import parts from '../parts.module.css';
import { ENROL } from '../words.ts';
import { saidYesBefore } from './said-yes-before.ts';
import { StartForm } from './start-form.tsx';

/** Enrolment begins: what was given and explained, and the voluntary yes. */
export default function StartPage() {
  const chart = usePageParam('chart');
  const referral = useRead(openReferral, { params: { chart } });
  const draft = ReferralDraft.safeParse(referral.data?.referral?.asRegistered).data;
  return (
    <WithPanel>
      <p className={parts.back}>
        <a href={`/app/referrals/${chart}`}>{ENROL.back}</a>
      </p>
      <PageHeader
        title={ENROL.title}
        summary={draft ? `${draft.youth.preferredName ?? draft.youth.firstName} ${draft.youth.lastName}` : undefined}
      />
      {referral.isPending ? <LoadingState label={ENROL.loading} /> : null}
      {referral.isError ? (
        <FailedState title={ENROL.failed} kept={ENROL.kept} onRetry={() => void referral.refetch()} />
      ) : null}
      {referral.data ? (
        <StartForm
          chart={chart}
          said={draft ? saidYesBefore(draft, day(todayHere())) : { by: '', authority: '' }}
          language={draft ? (talksIn(languagesTold(draft.youth)) ?? '') : ''}
        />
      ) : null}
    </WithPanel>
  );
}
