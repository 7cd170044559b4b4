import { Radio } from '@mantine/core';
import styles from './choose.module.css';

export interface ChooseProps<C extends string> {
  readonly label: string;
  /** Codes with their words, in the order on screen. */
  readonly options: Readonly<Record<C, string>>;
  readonly value: C;
  readonly onChange: (value: C) => void;
}

/** One of a few, all in sight. */
export function Choose<C extends string>({ label, options, value, onChange }: ChooseProps<C>) {
  const codes = Object.keys(options) as C[];
  return (
    <Radio.Group label={label} value={value} onChange={(next) => codes.includes(next as C) && onChange(next as C)}>
      <div className={styles.row}>
        {codes.map((code) => (
          <Radio key={code} value={code} label={options[code]} />
        ))}
      </div>
    </Radio.Group>
  );
}
