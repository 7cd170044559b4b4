import styles from './filter-pills.module.css';

export interface FilterPill {
  readonly label: string;
  readonly href: string;
  readonly count?: number | undefined;
}

export interface FilterPillsProps {
  /** What is narrowed down: "Whose duties". */
  readonly label: string;
  readonly pills: readonly FilterPill[];
  /** The `href` of the pill that holds. */
  readonly current: string;
}

/** One narrowing out of a few, each an address with how much it holds. */
export function FilterPills({ label, pills, current }: FilterPillsProps) {
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {pills.map((pill) => (
          <li key={pill.href}>
            <a className={styles.pill} href={pill.href} aria-current={pill.href === current ? 'true' : undefined}>
              {pill.label}
              {pill.count === undefined ? null : ` ${pill.count}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
