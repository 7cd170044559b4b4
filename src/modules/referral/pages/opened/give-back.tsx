import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ReasonDialog } from '#design-system/forms/reason-dialog.tsx';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { answerReferral } from '../../contract.ts';
import type { ReturnedBecause } from '../../model.ts';
import { WriteFailed } from '../write-failed.tsx';
import { GIVE_BACK } from './give-back-words.ts';

const REASONS = Object.entries(GIVE_BACK.because).map(([value, label]) => ({ value, label }));

/** A referral that was accepted and comes to nothing before the youth is enrolled: the family said no, or it is the same youth twice. */
export function GiveBack({ chart, staysHere }: { readonly chart: string; readonly staysHere: boolean }) {
  const [identified] = useWriteId();
  const [open, setOpen] = useState(false);
  const [because, setBecause] = useState<ReturnedBecause>('family-said-no');
  const go = useGo();
  // What somebody else sent is no longer this organization's to read: the page is left, and only the lists are asked again.
  const giveBack = useWrite(answerReferral, {
    changes: staysHere ? ['referral', 'worklists', 'caseload', 'chart'] : ['referral.queue', 'worklists', 'caseload'],
    onDone: () => (staysHere ? setOpen(false) : go('/app/referrals?stage=to-enrol&returned=1')),
  });
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {GIVE_BACK.start}
      </Button>
      <ReasonDialog
        open={open}
        title={GIVE_BACK.title}
        label={GIVE_BACK.why}
        hint={GIVE_BACK.hint}
        confirm={GIVE_BACK.confirm}
        busy={giveBack.isPending}
        failed={<WriteFailed error={giveBack.error} />}
        onConfirm={(reason) =>
          giveBack.mutate({ params: { chart }, body: identified({ answer: 'returned' as const, because, reason }) })
        }
        onClose={() => {
          giveBack.reset();
          setOpen(false);
        }}
      >
        <p>{staysHere ? GIVE_BACK.whatHere : GIVE_BACK.what}</p>
        <NativeSelect
          label={GIVE_BACK.choose}
          data={REASONS}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value as ReturnedBecause)}
        />
      </ReasonDialog>
    </>
  );
}
