import { Button } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { answerReferral } from '../../contract.ts';
import parts from '../parts.module.css';
import { WriteFailed } from '../write-failed.tsx';
import { ANSWER } from './opened-words.ts';
import { ReturnDialog } from './return-dialog.tsx';

/** The organization's answer to what is offered: yes, or back with a reason. */
export function AnswerCard({ chart }: { readonly chart: string }) {
  const [identified] = useWriteId();
  const [returning, setReturning] = useState(false);
  const go = useGo();
  const accept = useWrite(answerReferral, { changes: ['referral', 'worklists', 'caseload', 'chart'] });
  // Once returned it is no longer this organization's to read: the page is left, and only the lists are asked again.
  const giveBack = useWrite(answerReferral, {
    changes: ['referral.queue', 'worklists'],
    leaves: ['referral', 'chart'],
    onDone: () => go('/app/referrals?stage=offered&returned=1'),
  });
  return (
    <Card title={ANSWER.title} hint={ANSWER.hint}>
      <div className={parts.choices}>
        <Button
          onClick={() =>
            accept.mutate({ params: { chart }, body: identified({ answer: 'accepted' as const, reason: null }) })
          }
          loading={accept.isPending}
        >
          {ANSWER.accept}
        </Button>
        <Button variant="default" onClick={() => setReturning(true)}>
          {ANSWER.giveBack}
        </Button>
      </div>
      <WriteFailed error={accept.error} />
      <ReturnDialog
        open={returning}
        title={ANSWER.backTitle}
        label={ANSWER.backWhy}
        hint={ANSWER.backHint}
        confirm={ANSWER.backButton}
        busy={giveBack.isPending}
        failed={<WriteFailed error={giveBack.error} />}
        onConfirm={(said) =>
          giveBack.mutate({ params: { chart }, body: identified({ answer: 'returned' as const, ...said }) })
        }
        onClose={() => {
          giveBack.reset();
          setReturning(false);
        }}
      />
    </Card>
  );
}
