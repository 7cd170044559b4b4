import { Button } from '@mantine/core';
import { Card } from '#design-system/page/card.tsx';
import { GiveBack } from './give-back.tsx';
import { GIVE_BACK } from './give-back-words.ts';
import { NEXT } from './next-words.ts';
import type { Opened } from './opened.ts';
import styles from './tasks.module.css';

export interface NextCardProps {
  readonly chart: string;
  readonly careManager: Opened['careManager'];
  readonly mayAssign: boolean;
  readonly mayEnrol: boolean;
  readonly mayGiveBack: boolean;
  /** The organization recorded it itself, so nobody else has it to go back to. */
  readonly staysHere: boolean;
}

function accountable(careManager: NextCardProps['careManager']): string {
  if (!careManager) return NEXT.chooseWords;
  return careManager.name === null ? NEXT.chosenUnnamed : NEXT.chosen(careManager.name);
}

/** After accepting: somebody accountable, then enrolment; or back, where it comes to nothing. */
export function NextCard({ chart, careManager, mayAssign, mayEnrol, mayGiveBack, staysHere }: NextCardProps) {
  return (
    <Card title={careManager ? NEXT.titleChosen : NEXT.title}>
      <ul className={styles.tasks}>
        <li className={styles.task}>
          <p className={styles.asks}>{accountable(careManager)}</p>
          {mayAssign ? (
            <Button component="a" href={`/app/caseload/youth/${chart}`} variant={careManager ? 'default' : 'filled'}>
              {careManager ? NEXT.chooseAnother : NEXT.choose}
            </Button>
          ) : null}
        </li>
        <li className={styles.task}>
          <p className={styles.asks}>{NEXT.enrolWords}</p>
          {mayEnrol ? (
            <Button
              component="a"
              href={`/app/referrals/${chart}/enrolment`}
              variant={careManager ? 'filled' : 'default'}
            >
              {NEXT.enrol}
            </Button>
          ) : null}
        </li>
        {mayGiveBack ? (
          <li className={styles.task}>
            <p className={styles.asks}>{GIVE_BACK.words}</p>
            <GiveBack chart={chart} staysHere={staysHere} />
          </li>
        ) : null}
      </ul>
    </Card>
  );
}
