import { classes } from '#design-system/class-names.ts';
import { Chip } from '#design-system/page/chip.tsx';
import styles from './side-by-side.module.css';

export interface ComparedField {
  readonly label: string;
  readonly left: string;
  readonly right: string;
  /** `alike` when spelled differently but the same in sense (a phone number with and without dashes). */
  readonly match: 'same' | 'alike' | 'differs';
}

export interface SideBySideProps {
  /** What is compared: "Two people who may be one". */
  readonly caption: string;
  readonly leftName: string;
  readonly rightName: string;
  readonly fields: readonly ComparedField[];
}

const WORDS = { same: 'same', alike: 'alike', differs: 'differs' } as const;
const TONES = { same: 'stone', alike: 'pine', differs: 'marigold' } as const;

/** Two versions field by field, with a word for how each pair compares. */
export function SideBySide({ caption, leftName, rightName, fields }: SideBySideProps) {
  return (
    <table className={styles.table}>
      <caption className="kf-unseen">{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{leftName}</th>
          <th scope="col">{rightName}</th>
          <th scope="col">
            <span className="kf-unseen">How they compare</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.label} className={classes(field.match === 'differs' && styles.differs)}>
            <th scope="row">{field.label}</th>
            <td>{field.left || <span className={styles.none}>not known</span>}</td>
            <td>{field.right || <span className={styles.none}>not known</span>}</td>
            <td>
              <Chip tone={TONES[field.match]}>{WORDS[field.match]}</Chip>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
