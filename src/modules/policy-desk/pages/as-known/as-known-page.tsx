import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { ChartPart } from '#modules/chart/pages/frame/chart-part.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { useGo, usePageParam, usePageQuery } from '#web/staff/routing/use-page.ts';
import { readAsKnown } from '../../contract/as-known.ts';
import styles from './as-known.module.css';
import { Followed } from './followed.tsx';
import { askedIn, hrefFor, now, onClock, sayInstant } from './instants.ts';
import { unreadableIn } from './unreadable.ts';
import { AS_KNOWN } from './words.ts';

/** What followed from a chart's facts on a day, as they were known at an instant. */
export default function AsKnownPage() {
  const chart = usePageParam('chart');
  const asked = askedIn(usePageQuery());
  return (
    <ChartPart>
      {({ today }) => (
        <>
          <h2 className={styles.title}>{AS_KNOWN.title}</h2>
          <p className={styles.says}>{AS_KNOWN.says}</p>
          <div className={styles.stack}>
            <WhenForm key={`${asked.on} ${asked.knownAt}`} chart={chart} today={today} asked={asked} />
            <Shown chart={chart} asked={asked} />
          </div>
        </>
      )}
    </ChartPart>
  );
}

interface Asked {
  readonly on?: string;
  readonly knownAt?: string;
}

function Shown({ chart, asked }: { readonly chart: string; readonly asked: Asked }) {
  const read = useRead(readAsKnown, { params: { chart }, query: asked });
  if (read.isPending) return <LoadingState label={AS_KNOWN.loading} rows={6} />;
  const unreadable = read.isError ? unreadableIn(read.error) : null;
  if (unreadable) {
    const { title, says } = AS_KNOWN.unreadable;
    return <FailedState title={title} kept={says(unreadable.version, sayInstant(unreadable.recordedAt))} />;
  }
  if (read.isError) {
    return <FailedState title={AS_KNOWN.failed} kept={AS_KNOWN.kept} onRetry={() => void read.refetch()} />;
  }
  return <Followed known={read.data} />;
}

interface WhenFormProps {
  readonly chart: string;
  readonly today: string;
  readonly asked: Asked;
}

function WhenForm({ chart, today, asked }: WhenFormProps) {
  const go = useGo();
  const [on, setOn] = useState(asked.on ?? today);
  const [known, setKnown] = useState(() => onClock(asked.knownAt ?? now()));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(hrefFor(chart, on, known));
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={AS_KNOWN.form}>
      <TextInput type="date" label={AS_KNOWN.on} value={on} onChange={(event) => setOn(event.currentTarget.value)} />
      <TextInput
        type="date"
        label={AS_KNOWN.knownDay}
        value={known.day}
        onChange={(event) => setKnown({ ...known, day: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={AS_KNOWN.knownHour}
        value={known.hour}
        onChange={(event) => setKnown({ ...known, hour: event.currentTarget.value })}
      />
      <Button type="submit">{AS_KNOWN.show}</Button>
      {asked.on || asked.knownAt ? (
        <Button component="a" variant="default" href={`/app/youth/${chart}/policy`}>
          {AS_KNOWN.now}
        </Button>
      ) : null}
    </form>
  );
}
