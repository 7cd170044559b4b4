import { Card } from '#design-system/page/card.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import styles from './directory.module.css';
import type { Read } from './directory-page.tsx';
import { DIRECTORY } from './words.ts';

/** Who changed the directory, when and why. */
export function ChangesCard({ read }: { readonly read: Read }) {
  const names = new Map(read.agencies.map(({ id, shortName }) => [id, shortName]));
  return (
    <Card title={DIRECTORY.changes}>
      {read.changes.length === 0 ? <p className={styles.small}>{DIRECTORY.changesNone}</p> : null}
      <ul className={styles.areas}>
        {read.changes.map(({ agency, at, by, reason }) => (
          <li key={`${agency} ${at}`}>
            <strong>{names.get(agency) ?? agency}</strong>: {reason}{' '}
            <span className={styles.small}>
              <DayText day={at.slice(0, 10)} today={read.today} /> {DIRECTORY.changedBy(by)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
