import { classes } from '#design-system/class-names.ts';
import styles from './filter-select.module.css';

export interface FilterSelectProps {
  /** What is narrowed down: "Clause". */
  readonly label: string;
  /** The first is everything, or the usual. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One narrowing out of many, where pills would not fit: quiet while it narrows nothing, marked when it does. */
export function FilterSelect({ label, choices, value, onChange }: FilterSelectProps) {
  return (
    <span className={styles.filter}>
      <select
        className={classes(styles.select, value !== choices[0]?.value && styles.narrowed)}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <span className={styles.arrow} aria-hidden="true" />
    </span>
  );
}
