import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { setStaffReach } from '../contract.ts';
import { useCarefulWrite } from './careful-write.tsx';
import { IdleCard } from './idle-card.tsx';
import styles from './people.module.css';
import type { People } from './seat-lines.ts';
import { SecondFactorCard } from './second-factor-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { SETTINGS } from './settings-words.ts';
import { SignOnCard } from './sign-on-card.tsx';
import { REFUSALS } from './words.ts';

export interface SettingsProps {
  readonly people: People;
  readonly mayChange: boolean;
  readonly onDone: (words: string) => void;
}

/** What holds for everybody in the agency, as far as it is the reader's to change. */
export function Settings({ people, mayChange, onDone }: SettingsProps) {
  const { agency, secondFactor, singleSignOn, signOnRevision, endings } = people;
  if (!mayChange && !endings) return null;
  return (
    <div className={styles.settings}>
      {mayChange ? <Reach agency={agency} onDone={onDone} /> : null}
      {secondFactor ? <SecondFactorCard standing={secondFactor} onDone={onDone} /> : null}
      {mayChange ? (
        <SignOnCard agency={agency.id} provider={singleSignOn} revision={signOnRevision} onDone={onDone} />
      ) : null}
      {mayChange ? <IdleCard agency={agency} onDone={onDone} /> : null}
      {endings ? <SessionsCard endings={endings} onDone={onDone} /> : null}
    </div>
  );
}

const words = SETTINGS.reach;
type Reached = People['agency']['staffReach'];

function Reach({ agency, onDone }: { readonly agency: People['agency']; readonly onDone: (words: string) => void }) {
  const { staffReach: reach, revision: base } = agency;
  // Null: nothing else than what stands is chosen.
  const [other, setOther] = useState<Reached | null>(null);
  const chosen = other ?? reach;
  const [identified] = useWriteId();
  const write = useCarefulWrite(setStaffReach, () => {
    setOther(null);
    onDone(words.done);
  });
  return (
    <Card title={words.title} hint={words.hint}>
      <Radio.Group
        aria-label={words.title}
        value={chosen}
        onChange={(next) => setOther(next === 'assigned' ? 'assigned' : 'agency')}
      >
        <div className={styles.options}>
          <Radio value="agency" label={words.agency} description={words.agencyHint} />
          <Radio
            value="assigned"
            label={words.assigned}
            description={
              <>
                {words.assignedCareManagers}
                <br />
                {words.assignedSupervisors}
                <br />
                {words.assignedHint}
              </>
            }
          />
        </div>
      </Radio.Group>
      <WriteFailed error={write.error} refusals={REFUSALS} />
      {chosen === reach ? null : (
        <Button
          className={styles.save}
          loading={write.busy}
          onClick={() => write.send({ body: identified({ base, reach: chosen }) })}
        >
          {words.save}
        </Button>
      )}
      {write.dialog}
    </Card>
  );
}
