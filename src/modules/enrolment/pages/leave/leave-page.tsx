import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { openReferral } from '#modules/referral/contract.ts';
import { ReferralDraft } from '#modules/referral/model.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageParam } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import parts from '../parts.module.css';
import { EndForm } from './end-form.tsx';
import { TransferForm } from './transfer-form.tsx';
import { LEAVE } from './words.ts';

/** Before these a chart has no enrolment; after them it is over. */
const ENROLLED = ['enrolled', 'planning', 'active-community', 'active-out-of-home', 'transitioning'];

/** A youth leaves the organization: to another one, or because care management ends. */
export default function LeavePage() {
  const chart = usePageParam('chart');
  const referral = useRead(openReferral, { params: { chart } });
  return (
    <WithPanel>
      <p className={parts.back}>
        <a href={`/app/referrals/${chart}`}>{LEAVE.back}</a>
      </p>
      <PageHeader title={LEAVE.title} summary={referral.data ? youthOf(referral.data) : undefined} />
      {referral.isPending ? <LoadingState label={LEAVE.loading} /> : null}
      {referral.isError ? (
        <FailedState title={LEAVE.failed} kept={LEAVE.kept} onRetry={() => void referral.refetch()} />
      ) : null}
      {referral.data ? <Ways opened={referral.data} /> : null}
    </WithPanel>
  );
}

function youthOf(opened: AnswerOf<typeof openReferral>): string {
  const draft = ReferralDraft.safeParse(opened.referral?.asRegistered).data;
  return draft ? `${draft.youth.preferredName ?? draft.youth.firstName} ${draft.youth.lastName}` : LEAVE.youth;
}

function Ways({ opened }: { readonly opened: AnswerOf<typeof openReferral> }) {
  const may = useMay();
  const ways = { chart: opened.chart, youth: youthOf(opened) };
  if (opened.stage === 'to-assign' && opened.holder.own && may('enrolment.transfer'))
    return <TransferForm {...ways} holder={opened.holder.id} cameBack />;
  if (!ENROLLED.includes(opened.stage)) {
    return <EmptyState title={LEAVE.notHere.title}>{LEAVE.notHere.says}</EmptyState>;
  }
  return (
    <div className={parts.stack}>
      {may('enrolment.transfer') ? <TransferForm {...ways} holder={opened.holder.id} /> : null}
      <EndForm {...ways} />
    </div>
  );
}
