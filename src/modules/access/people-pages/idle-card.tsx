import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { setIdleMinutes } from '../contract.ts';
import { useCarefulWrite } from './careful-write.tsx';
import styles from './people.module.css';
import type { People } from './seat-lines.ts';
import { SETTINGS } from './settings-words.ts';
import { REFUSALS } from './words.ts';

const words = SETTINGS.idle;
/** Minutes an agency may choose from; more than fifteen is no agency's to allow. */
const CHOICES = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] as const;

interface CardProps {
  readonly agency: People['agency'];
  readonly onDone: (words: string) => void;
}

/** After how many minutes without use the agency's screens lock. */
export function IdleCard({ agency, onDone }: CardProps) {
  const { idleMinutes, revision: base } = agency;
  // Null: nothing else than what stands is chosen.
  const [other, setOther] = useState<number | null>(null);
  const chosen = other ?? idleMinutes;
  const [identified] = useWriteId();
  const write = useCarefulWrite(setIdleMinutes, () => {
    setOther(null);
    onDone(words.done(chosen));
  });
  return (
    <Card title={words.title} hint={words.hint}>
      <NativeSelect
        label={words.label}
        value={String(chosen)}
        data={CHOICES.map((minutes) => ({ value: String(minutes), label: words.minutes(minutes) }))}
        onChange={(event) => setOther(Number(event.currentTarget.value))}
      />
      <WriteFailed error={write.error} refusals={REFUSALS} />
      {chosen === idleMinutes ? null : (
        <Button
          className={styles.save}
          loading={write.busy}
          onClick={() => write.send({ body: identified({ base, minutes: chosen }) })}
        >
          {words.save}
        </Button>
      )}
      {write.dialog}
    </Card>
  );
}
