import { Button } from '@mantine/core';
import { useState } from 'react';
import { ReasonDialog } from '#design-system/forms/reason-dialog.tsx';
import { DataTable } from '#design-system/lists/data-table.tsx';
import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { useWrite } from '#web/staff/data/use-write.ts';
import { useWriteId } from '#web/staff/data/use-write-id.ts';
import { todayHere } from '#web/staff/here.ts';
import { useMay } from '#web/staff/session/use-may.ts';
import { WriteFailed } from '#web/staff/write-failed.tsx';
import { readOverrides, withdrawOverride } from '../contract.ts';
import { valueWords } from './numbers.tsx';
import styles from './policy.module.css';
import { OWN } from './words.ts';

type Override = AnswerOf<typeof readOverrides>['overrides'][number];

/** Every number the organization ever set itself; nothing is edited, so the whole history stands. */
export function OwnNumbers({ pack }: { readonly pack: string }) {
  const read = useRead(readOverrides, { params: { pack } });
  return (
    <Card title={OWN.title} hint={OWN.hint}>
      {read.isError ? <p className={styles.wrong}>{OWN.failed}</p> : null}
      {read.data ? <History pack={pack} overrides={read.data.overrides} /> : null}
    </Card>
  );
}

/** The clause by its title, and the number in it. */
const nameOf = ({ title, name }: Override): string => (title === null ? name : `${title.en}: ${name}`);

/** How one stands today. */
function standing({ inForce, endedAt, from, withdrawn }: Override): keyof typeof TONES {
  if (inForce) return 'inForce';
  if (withdrawn !== null) return 'withdrawn';
  if (endedAt !== null) return 'ended';
  return from > todayHere() ? 'later' : 'replaced';
}

const TONES = { inForce: 'pine', later: 'sky', ended: 'stone', replaced: 'stone', withdrawn: 'stone' } as const;

/** The days on which a number counted, counts or will count. */
function EffectiveDays({ from, lastDay }: Pick<Override, 'from' | 'lastDay'>) {
  if (lastDay !== null && lastDay < from) return <span className={styles.small}>{OWN.never}</span>;
  return (
    <span>
      <DayText day={from} />{' '}
      {lastDay === null ? (
        OWN.onwards
      ) : (
        <>
          – <DayText day={lastDay} />
        </>
      )}
    </span>
  );
}

function History({ pack, overrides }: { readonly pack: string; readonly overrides: readonly Override[] }) {
  const { columns } = OWN;
  const mayOverride = useMay()('policy.override');
  return (
    <DataTable
      caption={OWN.title}
      rows={overrides}
      rowKey={({ id }) => id}
      empty={<p className={styles.small}>{OWN.none}</p>}
      columns={[
        {
          key: 'number',
          head: columns.number,
          cell: (row) => (
            <a href={`/app/policy/${pack}#${encodeURIComponent(row.parameter.split('/')[0] ?? row.parameter)}`}>
              {nameOf(row)}
            </a>
          ),
          sortBy: nameOf,
        },
        { key: 'value', head: columns.value, cell: ({ value }) => valueWords(value), align: 'end' },
        {
          key: 'written',
          head: columns.written,
          cell: ({ default: written }) => (written === null ? '' : valueWords(written)),
          align: 'end',
        },
        { key: 'days', head: columns.days, cell: (row) => <EffectiveDays {...row} />, sortBy: ({ from }) => from },
        { key: 'by', head: columns.by, cell: ({ by }) => by ?? OWN.left, sortBy: ({ by }) => by ?? '' },
        {
          key: 'why',
          head: columns.why,
          cell: ({ reason, withdrawn }) => (
            <span className={styles.cell}>
              {reason}
              {withdrawn ? (
                <span className={styles.small}>{OWN.withdrawnBy(withdrawn.by, withdrawn.reason)}</span>
              ) : null}
            </span>
          ),
        },
        {
          key: 'stands',
          head: columns.stands,
          cell: (row) => (
            <span>
              <Chip tone={TONES[standing(row)]}>{OWN[standing(row)]}</Chip>
            </span>
          ),
          sortBy: standing,
        },
        ...(mayOverride
          ? [
              {
                key: 'change',
                head: columns.change,
                cell: (row: Override) =>
                  standing(row) === 'later' ? <Withdraw pack={pack} name={nameOf(row)} override={row.id} /> : null,
              },
            ]
          : []),
      ]}
    />
  );
}

interface WithdrawProps {
  readonly pack: string;
  readonly name: string;
  readonly override: string;
}

/** Takes a number back whose day has not come. */
function Withdraw({ pack, name, override }: WithdrawProps) {
  const [asking, setAsking] = useState(false);
  const [identified] = useWriteId();
  const withdraw = useWrite(withdrawOverride, { changes: ['policy'], onDone: () => setAsking(false) });
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)} aria-label={OWN.withdrawLabel(name)}>
        {OWN.withdraw}
      </Button>
      <ReasonDialog
        open={asking}
        title={OWN.withdrawTitle}
        label={OWN.withdrawWhy}
        hint={OWN.withdrawHint}
        confirm={OWN.withdrawButton}
        busy={withdraw.isPending}
        onConfirm={(reason) => withdraw.mutate({ params: { pack, override }, body: identified({ reason }) })}
        onClose={() => setAsking(false)}
      >
        <p>{name}</p>
        <WriteFailed error={withdraw.error} refusals={OWN.refusals} />
      </ReasonDialog>
    </>
  );
}
