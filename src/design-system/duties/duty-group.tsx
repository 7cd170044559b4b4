import { type ReactNode, useId } from 'react';
import { classes } from '#design-system/class-names.ts';
import styles from './duty-group.module.css';

/** When a duty wants attention. */
export type DutyTime = 'late' | 'past-target' | 'today' | 'soon' | 'later' | 'waiting';

const WORDS: Record<DutyTime, string> = {
  late: 'Late',
  'past-target': 'Past a target',
  today: 'Today',
  soon: 'Next 7 days',
  later: 'Later',
  waiting: 'Waiting on others',
};

/** The card duties stand in. */
export function DutyList({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

export interface DutyGroupProps {
  readonly time: DutyTime;
  /** How many, in figures: "12", or "12+" while there may be more. */
  readonly count: string;
  /** All of the group by itself; the count leads there. */
  readonly href: string;
  /** `DutyRow`s. */
  readonly children: ReactNode;
}

/** Duties of one time, under a heading whose count leads to all of them. */
export function DutyGroup({ time, count, href, children }: DutyGroupProps) {
  const heading = useId();
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <h2 className={styles.heading} id={heading}>
        <span className={classes(styles.mark, styles[time])} aria-hidden="true" />
        {WORDS[time]}
        <a className={styles.count} href={href} aria-label={`${count} ${WORDS[time]}: show them alone`}>
          {count}
        </a>
      </h2>
      <DutyList>{children}</DutyList>
    </section>
  );
}
