import { Card } from '#design-system/page/card.tsx';
import styles from './form.module.css';
import { FORM } from './form-words.ts';
import type { MendedRow } from './use-row-to-mend.ts';

/** Which row of which file the form was filled in from, and what was wrong with it. */
export function RowSaid({ row: { row, fileName, words } }: { readonly row: MendedRow }) {
  return (
    <div className={styles.row}>
      <Card title={FORM.row.title(row, fileName)} hint={FORM.row.hint}>
        <ul className={styles.reasons}>
          {words.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
