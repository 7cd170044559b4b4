import { Button, Checkbox, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { LoadBar } from '#design-system/pictures/load-bar.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { useGo } from '#web/staff/routing/use-page.ts';
import { applyMoves, previewMoves } from '../../bulk/contract.ts';
import parts from '../parts.module.css';
import { MOVE, STAGES } from '../words.ts';
import { WriteFailed } from '../write-failed.tsx';

type Previewed = AnswerOf<typeof previewMoves>;

export interface PreviewProps {
  readonly from: string | null;
  readonly to: readonly string[];
}

/** What would change: loads before and after, and each youth with the new care manager; then the change itself. */
export function Preview({ from, to }: PreviewProps) {
  const preview = useRead(previewMoves, { body: { from, to: [...to] } });
  if (preview.isPending) return <LoadingState label={MOVE.loads} />;
  if (preview.isError) {
    return <FailedState title={MOVE.previewFailed} kept={MOVE.kept} onRetry={() => void preview.refetch()} />;
  }
  if (preview.data.moves.length === 0) return <p>{MOVE.nothing}</p>;
  return <Previewed preview={preview.data} asksWhy={from !== null} />;
}

interface PreviewedProps {
  readonly preview: Previewed;
  /** They leave somebody: each chart says why. Who was nobody's needs no reason to be somebody's. */
  readonly asksWhy: boolean;
}

function Previewed({ preview, asksWhy }: PreviewedProps) {
  const [identified] = useWriteId();
  const go = useGo();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const apply = useWrite(applyMoves, { changes: ['caseload'], onDone: ({ job }) => go(`/app/caseload/moves/${job}`) });
  const moving = preview.moves.filter((move) => !left.includes(move.chart));
  const nameOf = (seat: string) => preview.loads.find((load) => load.seat === seat)?.name ?? '';
  const toggle = (chart: string) =>
    setLeft(left.includes(chart) ? left.filter((other) => other !== chart) : [...left, chart]);
  // Loads as they would be without those left where they are.
  const staying = (seat: string) =>
    preview.moves.filter((move) => move.to === seat && left.includes(move.chart)).length;
  const { families } = preview.ratio;
  const isOver = ({ seat, after }: Previewed['loads'][number]) => families > 0 && after - staying(seat) > families;
  const takers = new Set(moving.map(({ to }) => to));
  const owesWhy = asksWhy || preview.loads.some((load) => takers.has(load.seat) && isOver(load));
  const needsWhy = owesWhy && reason.trim().length < 3;
  const send = () => {
    setTried(true);
    if (needsWhy) {
      field.current?.focus();
      return;
    }
    const moves = moving.map((move) => ({ chart: move.chart, seat: move.to }));
    apply.mutate({ body: identified({ moves, reason: reason.trim() || null }) });
  };
  return (
    <Card title={MOVE.moves(moving.length)}>
      <div className={parts.stack}>
        <div className={parts.options}>
          {preview.loads.map((load) => (
            <div key={load.seat}>
              <LoadBar name={load.name} carrying={load.after - staying(load.seat)} ratio={preview.ratio.families} />
              <span className={parts.small}>
                {load.before} {MOVE.before}
              </span>{' '}
              {isOver(load) ? <Chip tone="marigold">{MOVE.over}</Chip> : null}
            </div>
          ))}
        </div>
        <DataTable
          caption={MOVE.which}
          rows={preview.moves}
          rowKey={(row) => row.chart}
          empty={null}
          columns={[
            {
              key: 'takes',
              head: MOVE.takes,
              cell: (row) => (
                <Checkbox
                  aria-label={row.name}
                  checked={!left.includes(row.chart)}
                  onChange={() => toggle(row.chart)}
                />
              ),
            },
            { key: 'name', head: MOVE.youth, cell: (row) => row.name, sortBy: (row) => row.name },
            {
              key: 'stage',
              head: MOVE.stage,
              cell: (row) => STAGES[row.stage] ?? row.stage,
              sortBy: (row) => row.stage,
            },
            { key: 'to', head: MOVE.goesTo, cell: (row) => nameOf(row.to), sortBy: (row) => nameOf(row.to) },
          ]}
        />
        <Textarea
          ref={field}
          label={owesWhy ? MOVE.why : MOVE.whyOptional}
          description={MOVE.whyHint}
          required={owesWhy}
          error={tried && needsWhy ? MOVE.whyNeeded : undefined}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          rows={2}
        />
        <WriteFailed error={apply.error} />
        <div className={parts.choices}>
          <Button onClick={send} loading={apply.isPending} disabled={moving.length === 0}>
            {MOVE.save(moving.length)}
          </Button>
        </div>
      </div>
    </Card>
  );
}
