import { useState } from 'react';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { ChartPart } from '#modules/chart/pages/frame/chart-part.tsx';
import type { Editing } from '#modules/youth/pages/forms/editing.ts';
import { FormDialog } from '#modules/youth/pages/forms/form-dialog.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { readWhoMaySee } from '../contract.ts';
import { FindSeatCard } from './find-seat-card.tsx';
import { endForm, relateForm } from './forms.ts';
import { RelatedCard } from './related-card.tsx';
import styles from './who-may-see.module.css';
import { words } from './words.ts';

/** Who may see this chart, since when and why; more are let in and others are ended here. */
export default function WhoMaySeePage() {
  return <ChartPart>{({ header }) => <WhoMaySee chart={header.id} />}</ChartPart>;
}

function WhoMaySee({ chart }: { readonly chart: string }) {
  const read = useRead(readWhoMaySee, { params: { chart } });
  const [editing, setEditing] = useState<Editing | null>(null);
  if (read.isPending) return <LoadingState label={words.loading} rows={5} />;
  if (read.isError)
    return <FailedState title={words.failed.title} kept={words.failed.kept} onRetry={() => void read.refetch()} />;
  const { today, related, authorities, mayGive: may } = read.data;
  const standing = (which: (typeof related)[number]['standing']) => related.filter((one) => one.standing === which);
  const shared = {
    today,
    onEnd: may
      ? (one: (typeof related)[number], relation: string) => setEditing(endForm(one, relation, { chart, today }))
      : null,
  };
  const [toCome, over] = [standing('to-come'), standing('over')];
  return (
    <div className={styles.cards}>
      <p>{words.says}</p>
      <RelatedCard title={words.now} none={words.nobodyNow} related={standing('now')} {...shared} />
      {toCome.length > 0 ? <RelatedCard title={words.toCome} none="" related={toCome} {...shared} /> : null}
      {may ? (
        <FindSeatCard chart={chart} onChosen={(seat) => setEditing(relateForm(seat, { chart, today, authorities }))} />
      ) : null}
      {over.length > 0 ? <RelatedCard title={words.over} none="" related={over} {...shared} /> : null}
      <FormDialog editing={editing} onClose={() => setEditing(null)} />
    </div>
  );
}
