import type { Asked, ChangeProps } from './asked.ts';
import { CapacityDialog, SeatDialog } from './capacity-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LinkDialog, StandingDialog } from './person-dialogs.tsx';
import { AbsenceDialog, EndAbsenceDialog, EndSeatDialog, SupervisorDialog } from './seat-dialogs.tsx';
import { SessionsDialog } from './sessions-dialog.tsx';

const FOR_SEAT = {
  capacity: CapacityDialog,
  seat: SeatDialog,
  supervisor: SupervisorDialog,
  absence: AbsenceDialog,
  end: EndSeatDialog,
  link: LinkDialog,
  sessions: SessionsDialog,
  standing: StandingDialog,
} as const;

/** The form of the change that was asked for. */
export function ChangeDialog({ asked, ...props }: ChangeProps & { readonly asked: Asked | null }) {
  if (asked === null) return null;
  if (asked.what === 'invite') return <InviteDialog {...props} />;
  if (asked.what === 'endAbsence') return <EndAbsenceDialog {...props} line={asked.line} absence={asked.absence} />;
  const Dialog = FOR_SEAT[asked.what];
  return <Dialog {...props} line={asked.line} />;
}
