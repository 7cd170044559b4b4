import { Button } from '@mantine/core';
import { Card } from '#design-system/page/card.tsx';
import { NEXT } from './opened-words.ts';
import styles from './tasks.module.css';

export interface NextCardProps {
  readonly chart: string;
  readonly mayAssign: boolean;
  readonly mayEnrol: boolean;
}

/** After accepting: somebody accountable, then enrolment. */
export function NextCard({ chart, mayAssign, mayEnrol }: NextCardProps) {
  return (
    <Card title={NEXT.title}>
      <ul className={styles.tasks}>
        <li className={styles.task}>
          <p className={styles.asks}>{NEXT.chooseWords}</p>
          {mayAssign ? (
            <Button component="a" href={`/app/caseload/youth/${chart}`}>
              {NEXT.choose}
            </Button>
          ) : null}
        </li>
        <li className={styles.task}>
          <p className={styles.asks}>{NEXT.enrolWords}</p>
          {mayEnrol ? (
            <Button component="a" href={`/app/referrals/${chart}/enrolment`} variant="default">
              {NEXT.enrol}
            </Button>
          ) : null}
        </li>
      </ul>
    </Card>
  );
}
