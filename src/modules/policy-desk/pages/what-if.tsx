import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { ProgressBar } from '#design-system/states/progress-bar.tsx';
import { readJob } from '#modules/background/contract.ts';
import { call } from '#web/staff/api.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { askWhatIf } from '../contract.ts';
import { ByRule } from './by-rule.tsx';
import styles from './policy.module.css';
import { Sample } from './sample.tsx';
import { OVERRIDE } from './words.ts';

const ASK_AGAIN = 700;
const Changed = z.partialRecord(z.enum(['moved', 'opened', 'voided', 'settled']), z.number());
const Counted = z.object({
  charts: z.number(),
  agency: z.string(),
  changed: Changed,
  byRule: z.array(
    z.object({ rule: z.string(), title: z.object({ en: z.string() }), cite: z.string(), changed: Changed }),
  ),
  sample: z.array(
    z.object({
      chart: z.string(),
      number: z.number(),
      rule: z.string(),
      title: z.object({ en: z.string() }),
      change: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});

export interface WhatIfProps {
  readonly pack: string;
  readonly parameter: string;
  /** Null: the number as written again. */
  readonly value: number | boolean | null;
}

/** Counts over the agency's charts what another number would change. Changes nothing. */
export function WhatIf({ pack, parameter, value }: WhatIfProps) {
  const [identified] = useWriteId();
  const ask = useWrite(askWhatIf, { changes: [] });
  const send = () => ask.mutate({ params: { pack }, body: identified({ overrides: [{ parameter, value }] }) });
  if (ask.data) return <Counting job={ask.data.job} charts={ask.data.charts} />;
  return (
    <div>
      <Button variant="default" onClick={send} loading={ask.isPending}>
        {OVERRIDE.ask}
      </Button>
      <WriteFailed error={ask.error} refusals={OVERRIDE.problems} />
    </div>
  );
}

function Counting({ job, charts }: { readonly job: string; readonly charts: number }) {
  const counting = useQuery({
    queryKey: ['job.read', job],
    queryFn: ({ signal }) => call(readJob, { params: { job } }, signal),
    refetchInterval: ({ state }) => (['finished', 'stopped'].includes(state.data?.state ?? '') ? false : ASK_AGAIN),
  });
  if (counting.data?.state === 'stopped' || counting.isError)
    return <p className={styles.wrong}>{OVERRIDE.askFailed}</p>;
  const counted = counting.data?.state === 'finished' ? Counted.safeParse(counting.data.result).data : undefined;
  if (!counted) {
    return <ProgressBar label={OVERRIDE.asking} done={counting.data?.done ?? 0} total={charts} state="running" />;
  }
  const changed = (Object.keys(OVERRIDE.changes) as (keyof typeof OVERRIDE.changes)[]).filter(
    (change) => (counted.changed[change] ?? 0) > 0,
  );
  return (
    <div className={styles.counted} role="status">
      <p>{OVERRIDE.charts(counted.charts, counted.agency)}</p>
      {changed.length === 0 ? <p>{OVERRIDE.nothing}</p> : null}
      <ul>
        {changed.map((change) => (
          <li key={change}>
            <strong>{counted.changed[change]}</strong> {OVERRIDE.changes[change]}
          </li>
        ))}
      </ul>
      {counted.byRule.length > 0 ? <ByRule rules={counted.byRule} /> : null}
      {counted.sample.length > 0 ? <Sample changes={counted.sample} /> : null}
    </div>
  );
}
