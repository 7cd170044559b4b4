import { useQuery } from '@tanstack/react-query';
import { loadCmos } from '#modules/referral/pages/opened/cmos.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { transferChart } from '../../contract.ts';
import { LeaveForm } from './leave-form.tsx';
import { LEAVE } from './words.ts';

export interface WayProps {
  readonly chart: string;
  /** The youth's name, for the question before it is done. */
  readonly youth: string;
}

interface TransferFormProps extends WayProps {
  readonly holder: number;
  /** Given back by the one it was offered to: the enrolment here has ended already, so no day is asked for. */
  readonly cameBack?: boolean;
}

/** Offers the chart to the organization of another county, after asking. */
export function TransferForm({ chart, youth, holder, cameBack = false }: TransferFormProps) {
  const [identified] = useWriteId();
  const go = useGo();
  const cmos = useQuery({ queryKey: ['directory.cmos'], queryFn: loadCmos, staleTime: Number.POSITIVE_INFINITY });
  const others = (cmos.data ?? []).filter((cmo) => cmo.id !== holder);
  const transfer = useWrite(transferChart, {
    // The chart is no longer this organization's to read: only lists are asked again.
    changes: ['referral.queue', 'caseload', 'worklists', 'chart.list', 'chart.transferred'],
    onDone: () => go('/app/youth/transferred'),
  });
  return (
    <LeaveForm
      said={cameBack ? { ...LEAVE.transfer, hint: LEAVE.transfer.hintBack } : LEAVE.transfer}
      asksDay={!cameBack}
      choices={others.map((cmo) => ({ value: String(cmo.id), label: cmo.name }))}
      unchosen={LEAVE.wrong.agency}
      save={LEAVE.transfer.save}
      sure={(name) => LEAVE.transfer.sure(youth, name)}
      write={transfer}
      onSend={({ choice, on, reason }) =>
        transfer.mutate({ params: { chart }, body: identified({ toAgency: Number(choice), on, reason }) })
      }
    />
  );
}
