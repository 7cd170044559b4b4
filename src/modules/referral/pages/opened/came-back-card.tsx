import { Button } from '@mantine/core';
import { Card } from '#design-system/page/card.tsx';
import { CAME_BACK } from './opened-words.ts';
import styles from './tasks.module.css';

export interface CameBackCardProps {
  readonly chart: string;
  readonly mayOffer: boolean;
}

/** A transfer the other organization did not take, or a referral that came to nothing here: offered on, or the family stays. */
export function CameBackCard({ chart, mayOffer }: CameBackCardProps) {
  return (
    <Card title={CAME_BACK.title}>
      <ul className={styles.tasks}>
        <li className={styles.task}>
          <p className={styles.asks}>{CAME_BACK.onWords}</p>
          {mayOffer ? (
            <Button component="a" href={`/app/referrals/${chart}/leave`}>
              {CAME_BACK.on}
            </Button>
          ) : null}
        </li>
        <li className={styles.task}>
          <p className={styles.asks}>{CAME_BACK.stayWords}</p>
          <Button component="a" href={`/app/referrals/${chart}/enrolment`} variant="default">
            {CAME_BACK.stay}
          </Button>
        </li>
      </ul>
    </Card>
  );
}
