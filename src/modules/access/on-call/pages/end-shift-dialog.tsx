import { ConfirmDialog } from '#design-system/forms/confirm-dialog.tsx';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { endShift, type Shift } from '../../contract/on-call.ts';
import { runs } from './roster-days.ts';
import { ON_CALL } from './words.ts';

export interface ShiftDialogProps {
  readonly zone: string;
  /** `YYYY-MM-DD` in that zone. */
  readonly today: string;
  /** Done: what to say above the list. */
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** Ends a running shift now, or calls off one that has not begun, after asking. */
export function EndShiftDialog({ shift, zone, today, onDone, onClose }: ShiftDialogProps & { readonly shift: Shift }) {
  const [identified] = useWriteId();
  const words = shift.now ? ON_CALL.endDialog : ON_CALL.callOffDialog;
  const write = useWrite(endShift, { changes: ['on-call'], onDone: () => onDone(words.done(shift.name)) });
  return (
    <ConfirmDialog
      open
      title={words.title(shift.name)}
      confirm={words.confirm}
      danger
      busy={write.isPending}
      onConfirm={() => write.mutate({ body: identified({ shift: shift.id }) })}
      onClose={onClose}
    >
      <p>{shift.now ? ON_CALL.endDialog.says : ON_CALL.callOffDialog.says(runs(shift, today, zone))}</p>
      <WriteFailed error={write.error} />
    </ConfirmDialog>
  );
}
