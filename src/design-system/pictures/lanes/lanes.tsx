import { useState } from 'react';
import { LanePicture, type LanePictureProps } from './lane-picture.tsx';
import { LaneTable } from './lane-table.tsx';
import styles from './lanes.module.css';

export type LanesProps = LanePictureProps;

/** Where we are: what happened, what lasts and what is owed, over time; as a picture or as its table. */
export function Lanes(props: LanesProps) {
  const { label, lanes, today } = props;
  const [table, setTable] = useState(false);
  const nothing = lanes.every((lane) => lane.items.length === 0);
  return (
    <section className={styles.card} aria-label={label}>
      <header className={styles.header}>
        <h2 className={styles.title}>{label}</h2>
        {nothing ? null : (
          <button type="button" className={styles.toggle} aria-pressed={table} onClick={() => setTable(!table)}>
            As a table
          </button>
        )}
      </header>
      {nothing ? <p className={styles.nothing}>Nothing has happened yet.</p> : null}
      {table && !nothing ? <LaneTable label={label} lanes={lanes} today={today} /> : null}
      {table || nothing ? null : <LanePicture {...props} />}
    </section>
  );
}
