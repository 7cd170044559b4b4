import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { endEnrolment } from '../../contract.ts';
import { LeaveForm } from './leave-form.tsx';
import type { WayProps } from './transfer-form.tsx';
import { GROUND_WORDS, type Ground, LEAVE } from './words.ts';

const GROUNDS = Object.entries(GROUND_WORDS).map(([value, label]) => ({ value, label }));
const isGround = (code: string): code is Ground => code in GROUND_WORDS;

/** Ends care management on a ground of the rule, after asking. */
export function EndForm({ chart, youth }: WayProps) {
  const [identified] = useWriteId();
  const go = useGo();
  const end = useWrite(endEnrolment, {
    changes: ['referral', 'caseload', 'chart', 'worklists', 'duties'],
    onDone: () => go(`/app/youth/${chart}`),
  });
  return (
    <LeaveForm
      said={LEAVE.end}
      choices={GROUNDS}
      unchosen={LEAVE.wrong.ground}
      save={() => LEAVE.end.save}
      sure={() => LEAVE.end.sure(youth)}
      final
      write={end}
      onSend={({ choice, on, reason }) => {
        if (isGround(choice)) end.mutate({ params: { chart }, body: identified({ on, ground: choice, reason }) });
      }}
    />
  );
}
