import { Outlet } from '@tanstack/react-router';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageParam } from '#web/staff/routing/use-page.ts';
import { openChart } from '../../contract.ts';
import { words } from '../words.ts';
import styles from './chart-frame.module.css';
import { ChartHeader } from './chart-header.tsx';
import { NotShown } from './not-shown.tsx';
import { NoteKey } from './note-key.tsx';

/** Around the parts of a chart: who it is about stands still while one goes from part to part. Another chart begins anew. */
export default function ChartFrame() {
  const chart = usePageParam('chart');
  const read = useRead(openChart, { params: { chart } });
  return (
    <>
      {read.error ? null : <NoteKey chart={chart} />}
      {read.data ? (
        <div key={chart} className={styles.chart}>
          <ChartHeader overview={read.data} />
          <Outlet />
        </div>
      ) : (
        <WithPanel>
          {read.isPending ? <LoadingState label={words.loading} rows={7} /> : <NotShown read={read} />}
        </WithPanel>
      )}
    </>
  );
}
