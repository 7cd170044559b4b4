import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { failureWords } from '#web/staff/data/failure-words.ts';
import { newId } from '#web/staff/data/new-id.ts';
import { setStaffReach } from '../contract.ts';
import { useCarefulWrite } from './careful-write.tsx';
import styles from './people.module.css';
import type { People } from './seat-lines.ts';
import { SignOnCard } from './sign-on-card.tsx';
import { REFUSALS, SETTINGS } from './words.ts';

export interface SettingsProps {
  readonly people: People;
  readonly onDone: (words: string) => void;
}

/** What holds for everybody in the agency. */
export function Settings({ people, onDone }: SettingsProps) {
  return (
    <div className={styles.settings}>
      <Reach key={people.agency.staffReach} reach={people.agency.staffReach} onDone={onDone} />
      <SignOnCard agency={people.agency.id} provider={people.singleSignOn} onDone={onDone} />
    </div>
  );
}

const words = SETTINGS.reach;
type Reached = People['agency']['staffReach'];

function Reach({ reach, onDone }: { readonly reach: Reached; readonly onDone: (words: string) => void }) {
  const [id] = useState(newId);
  const [chosen, setChosen] = useState<Reached>(reach);
  const write = useCarefulWrite(setStaffReach, () => onDone(words.done));
  return (
    <Card title={words.title} hint={words.hint}>
      <Radio.Group
        aria-label={words.title}
        value={chosen}
        onChange={(next) => setChosen(next === 'assigned' ? 'assigned' : 'agency')}
      >
        <div className={styles.options}>
          <Radio value="agency" label={words.agency} description={words.agencyHint} />
          <Radio value="assigned" label={words.assigned} description={words.assignedHint} />
        </div>
      </Radio.Group>
      {write.error ? (
        <p className={styles.failed} role="alert">
          {failureWords(write.error, REFUSALS)}
        </p>
      ) : null}
      {chosen === reach ? null : (
        <Button
          className={styles.save}
          loading={write.busy}
          onClick={() => write.send({ body: { id, reach: chosen } })}
        >
          {words.save}
        </Button>
      )}
      {write.dialog}
    </Card>
  );
}
