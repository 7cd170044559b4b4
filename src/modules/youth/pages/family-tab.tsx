import { useState } from 'react';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { readFamily } from '../contract.ts';
import styles from './cards/cards.module.css';
import { AlertsCard, CoverageCard, PresumptiveCard, SchoolCard } from './cards/circumstances-cards.tsx';
import { GivenCard } from './cards/given-card.tsx';
import { HistoryCard } from './cards/history-card.tsx';
import { ReachCard } from './cards/reach-card.tsx';
import { ConsentCard, OrdersCard, RelativesCard, SiblingsCard } from './cards/relatives-card.tsx';
import { IdentifiersCard, YouthCard } from './cards/youth-card.tsx';
import type { Editing } from './forms/editing.ts';
import { FormDialog } from './forms/form-dialog.tsx';

/** The youth, the family and how to reach them, with a form for each. Loaded by the chart page when its tab is opened. */
export default function FamilyTab({ chart }: { readonly chart: string }) {
  const read = useRead(readFamily, { params: { chart } });
  const may = useMay();
  const [editing, setEditing] = useState<Editing | null>(null);
  if (read.isPending) return <LoadingState label="Loading the family" />;
  if (read.isError) {
    return (
      <FailedState
        title="The family could not be shown"
        kept="Nothing was changed."
        onRetry={() => {
          void read.refetch();
        }}
      />
    );
  }
  const shared = { chart, family: read.data, edit: may('youth.change') ? setEditing : null };
  return (
    <div className={styles.tab}>
      <AlertsCard {...shared} />
      <RelativesCard {...shared} />
      <OrdersCard {...shared} />
      <ConsentCard {...shared} />
      <GivenCard {...shared} edit={may('consent.change') ? setEditing : null} />
      <ReachCard {...shared} />
      <YouthCard {...shared} />
      <SiblingsCard {...shared} />
      <IdentifiersCard {...shared} />
      <CoverageCard {...shared} />
      <PresumptiveCard {...shared} />
      <SchoolCard {...shared} />
      <HistoryCard chart={chart} family={read.data} />
      <FormDialog editing={editing} onClose={() => setEditing(null)} />
    </div>
  );
}
