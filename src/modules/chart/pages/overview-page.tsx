import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Lanes } from '#design-system/pictures/lanes/lanes.tsx';
import { RecordFactDialog } from '#modules/duties/pages/record-fact-dialog.tsx';
import { Said, type SaidWords } from '#modules/duties/pages/said.tsx';
import { DutyWhyLater, useWhySoon } from '#modules/duties/pages/why/duty-why-later.tsx';
import { words as dutyWords } from '#modules/duties/pages/words.ts';
import { useGo, usePageQuery } from '#web/staff/routing/use-page.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import type { Overview } from '../contract.ts';
import { followsFromWrite } from './follows-from-write.ts';
import { ChartPart } from './frame/chart-part.tsx';
import { FamilyCard } from './overview/family-card.tsx';
import { KnownCard } from './overview/known-card.tsx';
import { lanesOf, spanOf } from './overview/lanes-of.ts';
import styles from './overview/overview.module.css';
import { OwedCard } from './overview/owed-card.tsx';
import { words } from './words.ts';

/** The chart's first screen: where we are, what is owed, who is around, what is known. */
export default function OverviewPage() {
  const [said, setSaid] = useState<SaidWords | null>(null);
  const duty = usePageQuery().get('duty');
  const go = useGo();
  useWhySoon();
  const panel = (overview: Overview) => {
    const item = overview.owed.find(({ key }) => key === duty);
    const close = () => go(`/app/youth/${overview.header.id}`);
    return item ? (
      <DutyWhyLater
        item={item}
        owed={overview.owed}
        today={overview.today}
        facts={overview.marks}
        onSaid={setSaid}
        onClose={close}
      />
    ) : undefined;
  };
  return (
    <ChartPart panel={panel}>
      {(overview) => <OverviewOf overview={overview} duty={duty} said={said} onSaid={setSaid} />}
    </ChartPart>
  );
}

interface OverviewOfProps {
  readonly overview: Overview;
  readonly duty: string | null;
  readonly said: SaidWords | null;
  readonly onSaid: (said: SaidWords) => void;
}

function OverviewOf({ overview, duty, said, onSaid }: OverviewOfProps) {
  const [recording, setRecording] = useState(false);
  const may = useMay();
  // The picture is drawn when the chart says something else, and not whenever a panel beside it opens.
  const picture = useMemo(() => {
    const span = spanOf(overview);
    return <Lanes label={words.overview.lanes} lanes={lanesOf(overview, span)} {...span} today={overview.today} />;
  }, [overview]);
  const { header, today, marks } = overview;
  const known = useQueryClient();
  return (
    <>
      <Said said={said} />
      <div className={styles.room}>
        <div className={styles.grid}>
          <div className={styles.main}>
            {picture}
            <OwedCard overview={overview} duty={duty} />
            {may('fact.record') ? (
              <p className={styles.record}>
                <Button variant="default" onClick={() => setRecording(true)}>
                  {words.overview.record}
                </Button>
              </p>
            ) : null}
          </div>
          <div className={styles.side}>
            <FamilyCard overview={overview} />
            <KnownCard overview={overview} />
          </div>
        </div>
      </div>
      <RecordFactDialog
        open={recording}
        chart={header.id}
        today={today}
        facts={marks}
        onDone={({ changes }) => {
          setRecording(false);
          void followsFromWrite(known, overview, changes).then((met) =>
            onSaid({ words: `${dutyWords.record.done} ${met}` }),
          );
        }}
        onClose={() => setRecording(false)}
      />
    </>
  );
}
