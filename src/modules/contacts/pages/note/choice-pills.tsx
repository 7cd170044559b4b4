import { type ReactNode, useId, useState } from 'react';
import { classes } from '#design-system/class-names.ts';
import { FieldError } from '#design-system/forms/field-error.tsx';
import styles from './choice-pills.module.css';

interface PillsProps<Code extends string> {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Code[];
  readonly words: Readonly<Record<Code, string>>;
  readonly error?: string | undefined;
}

interface GroupProps {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly children: ReactNode;
}

function Group({ id, label, error, children }: GroupProps) {
  return (
    <fieldset className={styles.group} id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.pills}>{children}</div>
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  );
}

/** One of a few, all in sight: quicker on a telephone than a list that opens. */
export function OnePill<Code extends string>(
  props: PillsProps<Code> & { readonly value: Code; readonly onChange: (value: Code) => void },
) {
  const { id, label, choices, words, value, onChange, error } = props;
  const name = useId();
  return (
    <Group id={id} label={label} error={error}>
      {choices.map((code) => (
        <label key={code} className={styles.pill}>
          <input type="radio" name={name} checked={code === value} onChange={() => onChange(code)} />
          {words[code]}
        </label>
      ))}
    </Group>
  );
}

interface ManyPillsProps<Code extends string> extends PillsProps<Code> {
  readonly value: readonly Code[];
  readonly onChange: (value: Code[]) => void;
  /** On a telephone the first so many are in sight, with what is chosen; the others are one tap away. */
  readonly fold?: { readonly after: number; readonly more: string; readonly fewer: string };
}

/** Any of a few; a tick says chosen, beside the colour. */
export function ManyPills<Code extends string>(props: ManyPillsProps<Code>) {
  const { id, label, choices, words, value, onChange, error, fold } = props;
  const [unfolded, setUnfolded] = useState(false);
  const folded = (code: Code, at: number) =>
    fold !== undefined && !unfolded && at >= fold.after && !value.includes(code);
  const toggle = (code: Code) =>
    onChange(choices.filter((one) => (one === code ? !value.includes(one) : value.includes(one))));
  return (
    <Group id={id} label={label} error={error}>
      {choices.map((code, at) => (
        <label key={code} className={classes(styles.pill, folded(code, at) && styles.folded)}>
          <input type="checkbox" checked={value.includes(code)} onChange={() => toggle(code)} />
          {value.includes(code) ? (
            <span className={styles.tick} aria-hidden="true">
              ✓
            </span>
          ) : null}
          {words[code]}
        </label>
      ))}
      {fold ? (
        <button
          type="button"
          className={classes(styles.pill, styles.unfold)}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? fold.fewer : fold.more}
        </button>
      ) : null}
    </Group>
  );
}
