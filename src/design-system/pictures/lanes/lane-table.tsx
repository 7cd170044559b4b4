import { DayText } from '#design-system/time/day-text.tsx';
import type { Lane, LaneItem } from './lane.ts';
import styles from './lanes.module.css';

function When({ item, today }: { readonly item: LaneItem; readonly today: string }) {
  if (item.kind === 'mark') return <DayText day={item.day} today={today} />;
  return (
    <>
      <DayText day={item.from} today={today} /> to {item.to === null ? 'now' : <DayText day={item.to} today={today} />}
    </>
  );
}

/** The same as the picture, to read. */
export function LaneTable({ label, lanes, today }: { label: string; lanes: readonly Lane[]; today: string }) {
  return (
    <table className={styles.table}>
      <caption className="kf-unseen">{label}</caption>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">When</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {lanes.flatMap((lane) =>
          lane.items.map((item) => (
            <tr key={item.id}>
              <td>{lane.label}</td>
              <td>
                <When item={item} today={today} />
              </td>
              <td>{item.label}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
