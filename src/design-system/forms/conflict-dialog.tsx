import { Button, Modal } from '@mantine/core';
import { type ComparedField, SideBySide } from '#design-system/lists/side-by-side.tsx';
import styles from './forms.module.css';

export interface ConflictDialogProps {
  readonly open: boolean;
  /** "T. Marsh saved this at 14:05, while you were writing." */
  readonly what: string;
  /** Left is yours, right is theirs. */
  readonly fields: readonly ComparedField[];
  /** Saves yours on top of theirs; theirs stays in the history. */
  readonly onKeepMine: () => void;
  /** Lets yours go. */
  readonly onTakeTheirs: () => void;
  /** Back to the form, with yours in it. */
  readonly onClose: () => void;
}

/** Two people changed the same thing: both versions, and nothing is overwritten without being asked. */
export function ConflictDialog({ open, what, fields, onKeepMine, onTakeTheirs, onClose }: ConflictDialogProps) {
  return (
    <Modal opened={open} onClose={onClose} size="lg" title="Someone else saved this too">
      <p>{what} Both versions are kept in the history, whichever you choose.</p>
      <SideBySide caption="Both versions" leftName="Yours" rightName="Theirs" fields={fields} />
      <div className={styles.choices}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep writing
        </Button>
        <Button variant="default" onClick={onTakeTheirs}>
          Take theirs
        </Button>
        <Button onClick={onKeepMine}>Save yours</Button>
      </div>
    </Modal>
  );
}
