import { Button } from '@mantine/core';
import { useState } from 'react';
import { ReasonDialog } from '#design-system/forms/reason-dialog.tsx';
import { Card } from '#design-system/page/card.tsx';
import { useWrite } from '#web/staff/data/use-write.ts';
import { answerReferral } from '../../contract.ts';
import parts from '../parts.module.css';
import { useWriteId } from '../use-write-id.ts';
import { WriteFailed } from '../write-failed.tsx';
import { ANSWER } from './opened-words.ts';

/** The organization's answer to what is offered: yes, or back with a reason. */
export function AnswerCard({ chart }: { readonly chart: string }) {
  const [id] = useWriteId();
  const [returning, setReturning] = useState(false);
  const answer = useWrite(answerReferral, { changes: ['referral', 'worklists', 'caseload', 'chart'] });
  const send = (given: 'accepted' | 'returned', reason: string | null) =>
    answer.mutate({ params: { chart }, body: { id, answer: given, reason } });
  return (
    <Card title={ANSWER.title} hint={ANSWER.hint}>
      <div className={parts.choices}>
        <Button onClick={() => send('accepted', null)} loading={answer.isPending && !returning}>
          {ANSWER.accept}
        </Button>
        <Button variant="default" onClick={() => setReturning(true)}>
          {ANSWER.giveBack}
        </Button>
      </div>
      <WriteFailed error={answer.error} />
      <ReasonDialog
        open={returning}
        title={ANSWER.backTitle}
        label={ANSWER.backWhy}
        hint={ANSWER.backHint}
        confirm={ANSWER.backButton}
        busy={answer.isPending}
        onConfirm={(reason) => send('returned', reason)}
        onClose={() => setReturning(false)}
      />
    </Card>
  );
}
