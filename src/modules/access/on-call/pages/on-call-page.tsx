import { Button } from '@mantine/core';
import { useState } from 'react';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { EmptyState } from '#design-system/states/empty-state.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { Said } from '#modules/duties/pages/said.tsx';
import { systemClock } from '#platform/clock/clock.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { readRoster, type Shift } from '../../contract/on-call.ts';
import { AddShiftDialog } from './add-shift-dialog.tsx';
import { EndShiftDialog } from './end-shift-dialog.tsx';
import styles from './on-call.module.css';
import { RosterList } from './roster-list.tsx';
import { ON_CALL } from './words.ts';

type Asked = { readonly what: 'add' } | { readonly what: 'end'; readonly shift: Shift };

/** Who is on call now and who will be, by day; shifts are added and ended here by whoever arranges them. */
export default function OnCallPage() {
  const roster = useRead(readRoster, {});
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const may = useMay();
  const [mayArrange, mayTake] = [may('on-call.arrange'), may('emergency.take')];
  const ask = (next: Asked) => {
    setSaid(null);
    setAsked(next);
  };
  const done = (words: string) => {
    setAsked(null);
    setSaid(words);
  };
  const close = () => setAsked(null);
  const shifts = roster.data?.shifts ?? [];
  const now = shifts.filter((shift) => shift.now).length;
  return (
    <WithPanel>
      <PageHeader
        title={ON_CALL.title}
        summary={roster.data ? ON_CALL.summary(now, shifts.length - now) : undefined}
        actions={mayArrange && roster.data ? <Button onClick={() => ask({ what: 'add' })}>{ON_CALL.add}</Button> : null}
      />
      <p className={styles.hint}>
        {ON_CALL.hint} {mayTake ? <a href="/app/emergency">{ON_CALL.emergency}</a> : null}
      </p>
      <Said said={said === null ? null : { words: said }} />
      {roster.isPending ? <LoadingState label={ON_CALL.loading} /> : null}
      {roster.isError && !roster.data ? (
        <FailedState title={ON_CALL.failed} kept={ON_CALL.kept} onRetry={() => void roster.refetch()} />
      ) : null}
      {roster.data ? (
        <Roster
          roster={roster.data}
          mayArrange={mayArrange}
          asked={asked}
          onEnd={(shift) => ask({ what: 'end', shift })}
          {...{ onDone: done, onClose: close }}
        />
      ) : null}
    </WithPanel>
  );
}

interface RosterProps {
  readonly roster: AnswerOf<typeof readRoster>;
  readonly mayArrange: boolean;
  readonly asked: Asked | null;
  readonly onEnd: (shift: Shift) => void;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

function Roster({ roster, mayArrange, asked, onEnd, onDone, onClose }: RosterProps) {
  const { zone, shifts, seats } = roster;
  const today = wallTime(systemClock.now(), zone).day;
  const dialog = { zone, today, onDone, onClose };
  return (
    <>
      {shifts.length === 0 ? (
        <EmptyState title={ON_CALL.empty.title}>
          <p>{mayArrange ? ON_CALL.empty.arrange : ON_CALL.empty.read}</p>
        </EmptyState>
      ) : (
        <RosterList {...{ shifts, zone, today }} onEnd={mayArrange ? onEnd : undefined} />
      )}
      {asked?.what === 'add' ? <AddShiftDialog {...dialog} seats={seats} /> : null}
      {asked?.what === 'end' ? <EndShiftDialog {...dialog} shift={asked.shift} /> : null}
    </>
  );
}
