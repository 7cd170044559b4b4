import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PageHeader } from '#design-system/page/page-header.tsx';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageQuery } from '#web/staff/routing/use-page.ts';
import { readCaseloads } from '../../contract.ts';
import type { Caseloads } from '../board/teams.ts';
import parts from '../parts.module.css';
import { BOARD, MOVE } from '../words.ts';
import { Preview } from './preview.tsx';

/** Who stands for youth without a care manager in the list of choices. */
const NOBODY = 'nobody';

/** A whole caseload, or part of it, to others: first what would change, then the change. */
export default function MovePage() {
  const loads = useRead(readCaseloads, {});
  return (
    <WithPanel>
      <p className={parts.back}>
        <a href="/app/caseload">{BOARD.title}</a>
      </p>
      <PageHeader title={MOVE.title} summary={MOVE.hint} />
      {loads.isPending ? <LoadingState label={BOARD.loading} /> : null}
      {loads.isError ? (
        <FailedState title={BOARD.failed} kept={BOARD.kept} onRetry={() => void loads.refetch()} />
      ) : null}
      {loads.data ? <Wish loads={loads.data} /> : null}
    </WithPanel>
  );
}

function Wish({ loads }: { readonly loads: Caseloads }) {
  const [from, setFrom] = useState(usePageQuery().get('from') ?? '');
  const [to, setTo] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<{ readonly from: string; readonly to: readonly string[] } | null>(null);
  const [tried, setTried] = useState(false);
  const others = loads.careManagers.filter((one) => one.seat !== from);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (from !== '' && to.length > 0) setAsked({ from, to });
  };
  const change = (run: () => void) => {
    setAsked(null);
    run();
  };
  return (
    <div className={parts.stack}>
      <form className={parts.form} onSubmit={submit} noValidate>
        <NativeSelect
          label={MOVE.from}
          value={from}
          onChange={(event) => {
            const next = event.currentTarget.value;
            change(() => setFrom(next));
          }}
          error={tried && from === '' ? MOVE.choose : undefined}
          data={[
            { value: '', label: MOVE.choose },
            { value: NOBODY, label: `${MOVE.nobody} (${loads.unassigned.length})` },
            ...loads.careManagers.map((one) => ({ value: one.seat, label: `${one.name} (${one.charts})` })),
          ]}
        />
        <Checkbox.Group
          label={MOVE.to}
          description={MOVE.toHint}
          value={[...to]}
          onChange={(next) => change(() => setTo(next))}
          error={tried && to.length === 0 ? MOVE.toNeeded : undefined}
        >
          <div className={parts.options}>
            {others.map((one) => (
              <Checkbox
                key={one.seat}
                value={one.seat}
                label={`${one.name} (${one.charts} of ${loads.ratio.families})`}
              />
            ))}
          </div>
        </Checkbox.Group>
        {asked ? null : (
          <div className={parts.choices}>
            <Button type="submit">{MOVE.loads}</Button>
          </div>
        )}
      </form>
      {asked ? (
        <Preview
          key={`${asked.from} ${asked.to.join(' ')}`}
          from={asked.from === NOBODY ? null : asked.from}
          to={asked.to}
        />
      ) : null}
    </div>
  );
}
