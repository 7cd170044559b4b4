import { Button } from '@mantine/core';
import { useState } from 'react';
import { Card } from '#design-system/page/card.tsx';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { sayWhen } from '../../pages/account/when.ts';
import { listOwnEmergencies, type takeEmergencyAccess } from '../contract.ts';
import styles from './emergency.module.css';
import { TakeForm } from './take-form.tsx';
import { TAKE } from './words.ts';

type Taken = AnswerOf<typeof takeEmergencyAccess>;

/** Where somebody who may not open a chart opens it in an emergency: why, for how long, and what is open to them now. */
export default function TakeEmergencyPage() {
  const [taken, setTaken] = useState<Taken | null>(null);
  return (
    <WithPanel>
      <PageHeader title={TAKE.title} />
      <p className={styles.hint}>{TAKE.hint}</p>
      <div className={styles.parts}>
        <div role="status">{taken ? <Outcome taken={taken} /> : null}</div>
        {taken ? null : <TakeForm onTaken={setTaken} />}
        <OpenNow />
      </div>
    </WithPanel>
  );
}

function Outcome({ taken }: { readonly taken: Taken }) {
  return (
    <div className={styles.taken}>
      <p>{taken.until === null ? TAKE.within : TAKE.taken(sayWhen(taken.until))}</p>
      {taken.others.length > 0 ? <p>{TAKE.others(taken.others)}</p> : null}
      <Button component="a" href={`/app/youth/${taken.chart}`}>
        {TAKE.go}
      </Button>
    </div>
  );
}

/** What this seat opened in an emergency and may still read, to come back to. */
function OpenNow() {
  const own = useRead(listOwnEmergencies, {});
  const open = own.data?.emergencies ?? [];
  if (open.length === 0) return null;
  return (
    <Card title={TAKE.open.title}>
      <ul className={styles.open}>
        {open.map((one) => (
          <li key={one.id}>
            <a href={`/app/youth/${one.chart}`}>{TAKE.open.chart}</a> {TAKE.open.until(sayWhen(one.until))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
