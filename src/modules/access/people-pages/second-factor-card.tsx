import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { todayHere } from '#web/staff/here.ts';
import { demandSecondFactor } from '../contract.ts';
import { useCarefulWrite } from './careful-write.tsx';
import { DayField } from './fields.tsx';
import { FormDialog, wrongFields } from './form-dialog.tsx';
import styles from './people.module.css';
import { sayDay } from './say-when.ts';
import type { People } from './seat-lines.ts';
import { SETTINGS } from './settings-words.ts';
import { FORMS } from './words.ts';

const words = SETTINGS.secondFactor;
type Standing = NonNullable<People['secondFactor']>;

interface CardProps {
  readonly standing: Standing;
  readonly onDone: (words: string) => void;
}

/** Whether the agency demands a second factor from its staff, since when and why, and who has none yet. */
export function SecondFactorCard({ standing, onDone }: CardProps) {
  const [open, setOpen] = useState(false);
  const { demanded, without, decided } = standing;
  return (
    <Card title={words.title} hint={words.hint}>
      <p className={styles.now}>{demanded ? words.on(without) : words.off(without)}</p>
      <ul className={styles.decided}>
        {decided.map((one) => (
          <li key={`${one.from} ${one.reason} ${one.demanded}`} className={styles.small}>
            {words.decided(one.demanded, sayDay(one.from), one.by, one.reason)}
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => setOpen(true)}>
          {demanded ? words.stop : words.start}
        </Button>
      </div>
      {open ? (
        <DemandDialog
          demanded={!demanded}
          onDone={() => {
            setOpen(false);
            onDone(demanded ? words.stopped : words.started);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Card>
  );
}

interface DialogProps {
  /** What it will be from the day on. */
  readonly demanded: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function DemandDialog({ demanded, onDone, onClose }: DialogProps) {
  const [identified] = useWriteId();
  const [from, setFrom] = useState(todayHere);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const write = useCarefulWrite(demandSecondFactor, onDone);
  const own = { from: from === '' && FORMS.missing, reason: reason.trim().length < 3 && FORMS.missing };
  const wrong = wrongFields(write, tried ? own : {});
  const submit = () => {
    setTried(true);
    if (!own.from && !own.reason) write.send({ body: identified({ demanded, from, reason: reason.trim() }) });
  };
  const { title, says, confirm } = demanded ? words.startForm : words.stopForm;
  return (
    <FormDialog {...{ title, says, confirm, write, onSubmit: submit, onClose }}>
      <DayField label={FORMS.fields.from} min={todayHere()} value={from} onChange={setFrom} error={wrong['from']} />
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
