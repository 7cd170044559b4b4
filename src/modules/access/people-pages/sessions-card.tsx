import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { endAllSessions } from '../contract.ts';
import { useCarefulWrite } from './careful-write.tsx';
import { FormDialog, wrongFields } from './form-dialog.tsx';
import styles from './people.module.css';
import { sayInstant } from './say-when.ts';
import type { People } from './seat-lines.ts';
import { SETTINGS } from './settings-words.ts';
import { FORMS } from './words.ts';

const words = SETTINGS.sessions;

interface CardProps {
  readonly endings: NonNullable<People['endings']>;
  readonly onDone: (words: string) => void;
}

/** All sessions of the agency ended at once, and when that or less was done before, by whom and why. */
export function SessionsCard({ endings, onDone }: CardProps) {
  const [open, setOpen] = useState(false);
  return (
    <Card title={words.title} hint={words.hint}>
      <ul className={styles.decided}>
        {endings.map(({ at, of, ended, by, reason }) => (
          <li key={at} className={styles.small}>
            {words.ended(sayInstant(at), of, ended, by, reason)}
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => setOpen(true)}>
          {words.endAll}
        </Button>
      </div>
      {open ? (
        <EndAllDialog
          onDone={(ended) => {
            setOpen(false);
            onDone(words.done(ended));
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Card>
  );
}

interface DialogProps {
  readonly onDone: (ended: number) => void;
  readonly onClose: () => void;
}

function EndAllDialog({ onDone, onClose }: DialogProps) {
  const [identified] = useWriteId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const write = useCarefulWrite(endAllSessions, ({ ended }) => onDone(ended));
  const own = { reason: reason.trim().length < 3 && FORMS.missing };
  const wrong = wrongFields(write, tried ? own : {});
  const submit = () => {
    setTried(true);
    if (!own.reason) write.send({ body: identified({ reason: reason.trim() }) });
  };
  return (
    <FormDialog
      {...{ title: words.formTitle, says: words.says, confirm: words.endAll, danger: true }}
      {...{ write, onSubmit: submit, onClose }}
    >
      <Textarea
        label={words.why}
        rows={2}
        maxLength={2000}
        value={reason}
        error={wrong['reason']}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
