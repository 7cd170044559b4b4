import { useState } from 'react';
import { LanePicture, type LanePictureProps } from './lane-picture.tsx';
import { LaneTable } from './lane-table.tsx';
import styles from './lanes.module.css';

export type LanesProps = LanePictureProps;

function Content({ table, ...props }: LanesProps & { readonly table: boolean }) {
  if (props.lanes.every((lane) => lane.items.length === 0))
    return <p className={styles.nothing}>Nothing has happened yet.</p>;
  return table ? <LaneTable label={props.label} lanes={props.lanes} today={props.today} /> : <LanePicture {...props} />;
}

/** Where we are: what happened, what lasts and what is owed, over time; as a picture or as its table. */
export function Lanes(props: LanesProps) {
  const [table, setTable] = useState(false);
  return (
    <section className={styles.card} aria-label={props.label}>
      <header className={styles.header}>
        <h2 className={styles.title}>{props.label}</h2>
        <button type="button" className={styles.toggle} aria-pressed={table} onClick={() => setTable(!table)}>
          As a table
        </button>
      </header>
      <Content {...props} table={table} />
    </section>
  );
}
