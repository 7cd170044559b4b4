import { DataTable } from '#design-system/lists/data-table.tsx';
import { Card } from '#design-system/page/card.tsx';
import { Chip } from '#design-system/page/chip.tsx';
import { DayText } from '#design-system/time/day-text.tsx';
import type { AnswerOf } from '#platform/http/operation.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { todayHere } from '#web/staff/here.ts';
import { readOverrides } from '../contract.ts';
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

/** How one stands today. */
function standing({ inForce, endedAt, from }: Override): 'inForce' | 'later' | 'ended' | 'replaced' {
  if (inForce) return 'inForce';
  if (endedAt !== null) return 'ended';
  return from > todayHere() ? 'later' : 'replaced';
}

const TONES = { inForce: 'pine', later: 'sky', ended: 'stone', replaced: 'stone' } as const;

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
          cell: ({ parameter }) => (
            <a href={`/app/policy/${pack}#${encodeURIComponent(parameter.split('/')[0] ?? parameter)}`}>
              {parameter
                .replace(/^[a-z]{2}\./, '')
                .replaceAll(/[.-]/g, ' ')
                .replace('/', ': ')}
            </a>
          ),
          sortBy: ({ parameter }) => parameter,
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
        { key: 'why', head: columns.why, cell: ({ reason }) => reason },
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
      ]}
    />
  );
}
