import { ReasonDialog } from '#design-system/forms/reason-dialog.tsx';
import { type EmergencyAccess, reviewEmergencyAccess } from '#modules/access/emergency/contract.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import styles from '../audit.module.css';
import { sayInstant } from '../say-instant.ts';
import { EMERGENCY } from './words.ts';

export interface ReviewDialogProps {
  readonly access: EmergencyAccess;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Reviews one access: who, when and why stand above what the reviewer writes. */
export function ReviewDialog({ access, onDone, onClose }: ReviewDialogProps) {
  const [identified] = useWriteId();
  const review = useWrite(reviewEmergencyAccess, { changes: ['emergency', 'worklists'], onDone });
  const { dialog } = EMERGENCY;
  const chart = EMERGENCY.number(access.number);
  return (
    <ReasonDialog
      open
      title={dialog.title(access.by ?? EMERGENCY.unknown, chart)}
      label={dialog.label}
      hint={dialog.hint}
      confirm={dialog.confirm}
      busy={review.isPending}
      onConfirm={(words) => review.mutate({ params: { emergency: access.id }, body: identified({ words }) })}
      onClose={onClose}
    >
      <p className={styles.quote}>{access.reason}</p>
      <p className={styles.small}>
        {sayInstant(access.from)} {EMERGENCY.until(sayInstant(access.until))}
        {access.number === null ? null : (
          <>
            {' · '}
            <a href={`/app/audit?number=${access.number}`} target="_blank" rel="noreferrer">
              {dialog.trail}
            </a>
          </>
        )}
      </p>
      <WriteFailed error={review.error} />
    </ReasonDialog>
  );
}
