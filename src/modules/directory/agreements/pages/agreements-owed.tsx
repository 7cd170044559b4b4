import { Card } from '#design-system/page/card.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { readAgreements } from '../contract.ts';
import { toRenewBy } from '../to-renew.ts';
import styles from './agreements.module.css';
import { AGREEMENTS } from './words.ts';

/** Agreements that have run out or soon will, for who keeps them. Nothing where none does. */
export function AgreementsOwed() {
  const may = useMay();
  return may('agreement.record') ? <Owed /> : null;
}

function Owed() {
  const { data } = useRead(readAgreements, {});
  if (!data) return null;
  const until = toRenewBy(data.today);
  const owed = data.agreements
    .flatMap(({ runsOut, ...agreement }) => (runsOut && runsOut.due <= until ? [{ ...agreement, runsOut }] : []))
    .toSorted((a, b) => a.runsOut.due.localeCompare(b.runsOut.due));
  if (owed.length === 0) return null;
  const page = `/app/directory/${data.agency}#agreements`;
  return (
    <div className={styles.owed}>
      <Card title={AGREEMENTS.owed.title} hint={AGREEMENTS.owed.hint} aside={<a href={page}>{AGREEMENTS.owed.page}</a>}>
        <ul className={styles.list}>
          {owed.map(({ id, withName, state, runsOut }) => (
            <li key={id} className={styles.one}>
              <a href={page}>{withName}</a>
              <span>
                {state === 'run-out' ? AGREEMENTS.ranOut : AGREEMENTS.runsOut}{' '}
                <DayText day={runsOut.due} today={data.today} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
