import { Button } from '@mantine/core';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageParam, usePageQuery } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { asItStands } from '../../as-it-stands.ts';
import { openReferral } from '../../contract.ts';
import parts from '../parts.module.css';
import { standsAt } from '../stands-at.ts';
import { AnswerCard } from './answer-card.tsx';
import { AssignCard } from './assign-card.tsx';
import { AssignmentsCard } from './assignments-card.tsx';
import { CameBackCard } from './came-back-card.tsx';
import { EligibilityCard } from './eligibility-card.tsx';
import { LetterCard } from './letter-card.tsx';
import { NextCard } from './next-card.tsx';
import { NotHere } from './not-here.tsx';
import styles from './opened.module.css';
import { cameBack, decisionNow, draftOf, type Opened, openTasks } from './opened.ts';
import { OPENED } from './opened-words.ts';
import { RecordCard } from './record-card.tsx';
import { Steps } from './steps.tsx';
import { TasksCard } from './tasks-card.tsx';
import { Told } from './told.tsx';
import { TwiceCard } from './twice-card.tsx';

/** Stages with an open enrolment: one may leave from there. */
const ENROLLED_NOW: ReadonlySet<string> = new Set([
  ...['enrolled', 'planning', 'active-community', 'active-out-of-home', 'transitioning'],
]);

/** One referral: what was told, what a person must settle, what was decided, and who takes it on. */
export default function ReferralPage() {
  const chart = usePageParam('chart');
  const opened = useRead(openReferral, { params: { chart } });
  return (
    <WithPanel>
      {opened.isPending ? <LoadingState label={OPENED.loading} rows={6} /> : null}
      {opened.isError ? <NotHere read={opened} /> : null}
      {opened.data ? <OneReferral opened={opened.data} /> : null}
    </WithPanel>
  );
}

function OneReferral({ opened }: { readonly opened: Opened }) {
  const may = useMay();
  const draft = draftOf(opened);
  const stands = draft && asItStands(draft, opened);
  const name = stands
    ? `${stands.youth.preferredName ?? stands.youth.firstName} ${stands.youth.lastName}`
    : `No. ${opened.number}`;
  const answers = opened.stage === 'assigned' && may('referral.answer');
  const mayLeave = ENROLLED_NOW.has(opened.stage) && may('enrolment.change');
  // The record is changed by who holds it, in the chart's own forms.
  const setRightAt =
    opened.holder.own && may('youth.change') && may('family.read') ? `/app/youth/${opened.chart}/family` : null;
  const enrolled = !['referred', 'other-path', 'to-assign', 'assigned', 'accepted'].includes(opened.stage);
  return (
    <>
      <p className={styles.back}>
        <a href="/app/referrals">{OPENED.back}</a>
      </p>
      <PageHeader
        title={name}
        summary={`no. ${opened.number} · ${standsAt(opened.stage, decisionNow(opened)?.outcome)} · ${opened.holder.name}`}
        actions={
          <>
            {mayLeave ? (
              <Button component="a" href={`/app/referrals/${opened.chart}/leave`} variant="default">
                {OPENED.leave}
              </Button>
            ) : null}
            {enrolled && may('chart.read') ? (
              <Button component="a" href={`/app/youth/${opened.chart}`} variant="default">
                {OPENED.chart}
              </Button>
            ) : null}
          </>
        }
      />
      <Steps opened={opened} />
      <JustRegistered opened={opened} />
      <div className={styles.columns}>
        <div className={styles.work}>
          {answers ? <AnswerCard chart={opened.chart} /> : null}
          {opened.stage === 'to-assign' && may('referral.assign') ? <AssignCard opened={opened} /> : null}
          {opened.stage === 'to-assign' && opened.holder.own && may('enrolment.change') ? (
            <CameBackCard chart={opened.chart} mayOffer={may('enrolment.transfer')} />
          ) : null}
          {['referred', 'other-path', 'to-assign'].includes(opened.stage) &&
          opened.holder.own &&
          !cameBack(opened)?.fromTransfer &&
          may('referral.record') ? (
            <RecordCard
              chart={opened.chart}
              document={opened.stage === 'referred' ? (opened.referral?.document ?? '') : ''}
              reconsiders={opened.stage === 'referred' ? undefined : decisionNow(opened)?.id}
            />
          ) : null}
          {opened.stage === 'accepted' ? (
            <NextCard
              chart={opened.chart}
              careManager={opened.careManager}
              mayAssign={may('caseload.assign')}
              mayEnrol={may('enrolment.change')}
              mayGiveBack={may('referral.answer')}
              staysHere={opened.decisions.some(({ recorded, own }) => recorded && own)}
            />
          ) : null}
          <TasksCard opened={opened} maySettle={may('referral.settle')} setRightAt={setRightAt} />
          {stands ? <TwiceCard opened={opened} draft={stands} maySettle={may('referral.compare')} /> : null}
          {stands ? <EligibilityCard opened={opened} draft={stands} mayDecide={may('referral.decide')} /> : null}
          {answers && opened.assignments.length === 1 ? null : <AssignmentsCard opened={opened} />}
          {stands && may('referral.settle') ? <LetterCard opened={opened} draft={stands} /> : null}
        </div>
        <div className={styles.told}>
          {draft ? <Told opened={opened} draft={draft} setRightAt={setRightAt} /> : null}
        </div>
      </div>
    </>
  );
}

/** After registering: what comes next, where the eye already is. */
function JustRegistered({ opened }: { readonly opened: Opened }) {
  if (usePageQuery().get('registered') === null) return null;
  const open = openTasks(opened).length;
  const clean = opened.stage === 'referred' ? OPENED.registeredClean : OPENED.recordedAsDecided;
  return (
    <div className={parts.note} role="status">
      <p>
        <strong>{OPENED.registered}</strong> {open === 0 ? clean : OPENED.registeredTasks(open)}
      </p>
    </div>
  );
}
