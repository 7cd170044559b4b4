import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { answerReferral } from '../../contract.ts';
import { WriteFailed } from '../write-failed.tsx';
import { GIVE_BACK } from './give-back-words.ts';
import { ReturnDialog } from './return-dialog.tsx';

/** A referral that was accepted and comes to nothing before the youth is enrolled: the family said no, or it is the same youth twice. */
export function GiveBack({ chart, staysHere }: { readonly chart: string; readonly staysHere: boolean }) {
  const [identified] = useWriteId();
  const [open, setOpen] = useState(false);
  const go = useGo();
  // What somebody else sent is no longer this organization's to read: the page is left, and only the lists are asked again.
  const giveBack = useWrite(answerReferral, {
    changes: staysHere ? ['referral', 'worklists', 'caseload', 'chart'] : ['referral.queue', 'worklists', 'caseload'],
    leaves: staysHere ? [] : ['referral', 'chart'],
    onDone: () => (staysHere ? setOpen(false) : go('/app/referrals?stage=to-enrol&returned=1')),
  });
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {GIVE_BACK.start}
      </Button>
      <ReturnDialog
        open={open}
        title={GIVE_BACK.title}
        label={GIVE_BACK.why}
        hint={GIVE_BACK.hint}
        confirm={GIVE_BACK.confirm}
        busy={giveBack.isPending}
        failed={<WriteFailed error={giveBack.error} />}
        onConfirm={(said) =>
          giveBack.mutate({ params: { chart }, body: identified({ answer: 'returned' as const, ...said }) })
        }
        onClose={() => {
          giveBack.reset();
          setOpen(false);
        }}
      >
        <p>{staysHere ? GIVE_BACK.whatHere : GIVE_BACK.what}</p>
      </ReturnDialog>
    </>
  );
}
