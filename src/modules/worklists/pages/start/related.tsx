import { Card } from '#design-system/page/card.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import type { RelatedYouth } from '../../seat-home/contract.ts';
import styles from './start.module.css';
import type { StartWords } from './words.ts';

interface RelatedProps {
  readonly youth: readonly RelatedYouth[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly words: StartWords;
}

/** Whom this seat is related to, how and since when; a name leads to the chart where the seat may open one. */
export function Related({ youth, today, words }: RelatedProps) {
  return (
    <Card title={words.youth} aside={youth.length > 0 ? youth.length : undefined}>
      {youth.length === 0 ? (
        <p>
          {words.none} {words.noneHow}
        </p>
      ) : (
        <ul className={styles.youth}>
          {youth.map((one) => (
            <li key={`${one.chart} ${one.relation}`}>
              {one.name === null ? words.unnamed : <a href={`/app/youth/${one.chart}`}>{one.name}</a>}
              <span className={styles.how}>
                {words.relation[one.relation] ?? one.relation} {words.since} <DayText day={one.since} today={today} />
                {one.until ? (
                  <>
                    {' '}
                    {words.until} <DayText day={one.until} today={today} />
                  </>
                ) : null}
                {' · '}
                {one.careManager ? words.withManager(one.careManager) : words.noManager}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
