import { Button } from '@mantine/core';
import { type ComparedField, SideBySide } from '#design-system/lists/side-by-side.tsx';
import styles from './forms.module.css';
import { LateModal } from './late-modal.tsx';

/** What was written twice: the record, whose versions are all kept, or a draft, of which one version is. */
const SAID = {
  record: {
    title: 'Someone else saved this too',
    kept: 'Both versions are kept in the history, whichever you choose.',
    theirs: 'Theirs',
    takeTheirs: 'Take theirs',
  },
  draft: {
    title: 'Written in two windows',
    kept: 'Only the one you choose is kept.',
    theirs: 'In the other window',
    takeTheirs: 'Take the other',
  },
} as const;

export interface ConflictDialogProps {
  readonly open: boolean;
  /** The record unless told otherwise. */
  readonly of?: keyof typeof SAID;
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
export function ConflictDialog(props: ConflictDialogProps) {
  const { open, of = 'record', what, fields, onKeepMine, onTakeTheirs, onClose } = props;
  const said = SAID[of];
  return (
    <LateModal opened={open} onClose={onClose} size="lg" title={said.title}>
      <p>
        {what} {said.kept}
      </p>
      <SideBySide caption="Both versions" leftName="Yours" rightName={said.theirs} fields={fields} />
      <div className={styles.choices}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep writing
        </Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {said.takeTheirs}
        </Button>
        <Button onClick={onKeepMine}>Save yours</Button>
      </div>
    </LateModal>
  );
}
