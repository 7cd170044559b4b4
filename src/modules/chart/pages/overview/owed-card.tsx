import { classes } from '#design-system/class-names.ts';
import { Card } from '#design-system/page/card.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import { lateWords } from '#design-system/time/day-words.ts';
import { isStillOwed } from '#modules/policy/duty.ts';
import type { OwedItem } from '#modules/worklists/contract.ts';
import { handedWords, waitingWords } from '#modules/worklists/pages/with-whom.ts';
import { addDays, day, isoDay } from '#shared/calendar-day.ts';
import type { Overview } from '../../contract.ts';
import { words } from '../words.ts';
import styles from './overview.module.css';

/** What is due later than this, in days, is counted and not listed. */
const HORIZON = 92;

const NEAR: ReadonlySet<string> = new Set(['amber', 'today', 'impossible']);

function toneOf(item: OwedItem): string | undefined {
  if (item.standing === 'late') return styles.late;
  return NEAR.has(item.standing) ? styles.near : undefined;
}

/** What is owed on this chart, soonest first, each with its why. */
export function OwedCard({ overview, duty }: { readonly overview: Overview; readonly duty: string | null }) {
  const { owed, today, header } = overview;
  const until = isoDay(addDays(day(today), HORIZON));
  const open = owed.filter((item) => isStillOwed(item, today) && item.standing !== 'exempted');
  // What was exempted stays in sight until its day, so that it can be taken back.
  const exempt = owed.filter(({ standing, due }) => standing === 'exempted' && today <= due);
  const listed = open.filter(({ due }) => due <= until);
  const later = open.length - listed.length;
  return (
    <Card
      title={words.overview.owed}
      aside={later > 0 ? <span className={styles.small}>{words.overview.later(later)}</span> : null}
    >
      {listed.length === 0 ? <p className={styles.record}>{words.overview.nothingOwed}</p> : null}
      <ul className={styles.owed}>
        {[...listed, ...exempt].map((item) => (
          <li key={item.key}>
            <span className={classes(styles.day, toneOf(item))}>
              <DayText day={item.due} today={today} />
            </span>
            <span>
              {item.title}
              {item.standing === 'late' ? (
                <span className={styles.late}> · {lateWords(day(item.due), day(today)) || 'late'}</span>
              ) : null}
              {item.standing === 'exempted' ? <span> · {words.overview.exempt}</span> : null}
              {item.standing === 'impossible' ? <span> · {words.overview.knownTooLate}</span> : null}
              {[handedWords(item), waitingWords(item)].map((said) => (said ? <span key={said}> · {said}</span> : null))}
              <span className={styles.small}> · {item.cite}</span>
            </span>
            <a
              href={`/app/youth/${header.id}?duty=${encodeURIComponent(item.key)}`}
              aria-label={`${words.overview.why}: ${item.title}`}
              aria-current={item.key === duty ? 'true' : undefined}
            >
              {words.overview.why}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
