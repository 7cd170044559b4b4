import { CloseButton } from '@mantine/core';
import { WhyPanel } from '#design-system/duties/why-panel.tsx';
import { FailedState } from '#design-system/states/failed-state.tsx';
import { LoadingState } from '#design-system/states/loading-state.tsx';
import { shortDay } from '#design-system/time/day-words.ts';
import type { OwedItem } from '#modules/worklists/contract.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { day } from '#shared/calendar-day.ts';
import { useRead } from '#web/staff/data/use-read.ts';
import { ZONE } from '#web/staff/here.ts';
import { explainDuty } from '../../contract.ts';
import { kindLabel } from '../facts/kind-labels.ts';
import type { KnownFact } from '../facts/references.ts';
import styles from '../forms.module.css';
import type { SaidWords } from '../said.tsx';
import { words } from '../words.ts';
import { decidedLines } from './decided-lines.ts';
import { DutyActions } from './duty-actions.tsx';
import { capital, toldApart } from './told-apart.ts';

export interface DutyWhyProps {
  readonly item: OwedItem;
  /** Whatever the page shows as owed; what of it is in the item's chart is told when something is done about it. */
  readonly owed: readonly OwedItem[];
  readonly today: string;
  /** The chart's facts where the page has them, for fields that refer to one. */
  readonly facts?: readonly KnownFact[];
  readonly onSaid: (said: SaidWords) => void;
  readonly onClose: () => void;
}

type Explained = AnswerOf<typeof explainDuty>;

/** `nj.first-contact` belongs to the pack `nj-cmo`; the clause's page is the policy slice's. */
export const clauseHref = (clause: string): string =>
  `/app/policy/${clause.startsWith('pa.') ? 'pa-tcm' : 'nj-cmo'}#${encodeURIComponent(clause)}`;

function subtitleOf({ youth, due, dueAt }: OwedItem, today: string): string {
  const said = shortDay(day(due), day(today));
  const when = dueAt ? words.why.dueAt(said, wallTime(dueAt, ZONE).hour) : words.why.due(said);
  return `${youth} · ${when}`;
}

const MOST_NEAR = 4;
function linesOf(why: Explained) {
  const meets = why.meets.filter((kind) => kind !== 'duty.attested');
  const named = meets.length > 0 ? meets.map(kindLabel) : [words.why.meetsNothing];
  return [
    ...named.map((text) => ({ status: 'owed' as const, text })),
    // The newest say most; older ones are in the timeline.
    ...why.nearMisses.slice(-MOST_NEAR).map((text) => ({ status: 'near-miss' as const, text: capital(text) })),
  ];
}

/** Why one duty is owed and what can be done about it, beside the list it stands in. */
export function DutyWhy({ item, owed, today, facts = [], onSaid, onClose }: DutyWhyProps) {
  const why = useRead(explainDuty, { params: { chart: item.chart }, query: { key: item.key } });
  if (!why.data) {
    return (
      <aside className={styles.aside} aria-label={item.title}>
        <CloseButton className={styles.close} aria-label="Close" onClick={onClose} />
        {why.isError ? (
          <FailedState title={words.why.failed} kept={words.why.kept} onRetry={() => void why.refetch()} />
        ) : (
          <LoadingState label={words.why.loading} rows={5} />
        )}
      </aside>
    );
  }
  const { clause } = why.data;
  const unsure = clause.confidence === 'low' ? ` · ${words.why.low}` : '';
  return (
    <WhyPanel
      key={item.key}
      clause={{
        label: clause.cite.split(';')[0] ?? clause.cite,
        tone: clause.force === 'target' ? 'marigold' : 'pine',
        href: clauseHref(clause.id),
      }}
      title={why.data.title}
      subtitle={subtitleOf(item, today)}
      {...toldApart(why.data.words)}
      source={`${clause.source}${unsure}`}
      strength={clause.force === 'target' ? 'target' : 'rule'}
      meets={linesOf(why.data)}
      beforeAndAfter={[]}
      decided={decidedLines(why.data.decided, today)}
      actions={
        <DutyActions
          item={item}
          owed={owed.filter(({ chart }) => chart === item.chart)}
          why={why.data}
          today={today}
          facts={facts}
          onSaid={onSaid}
        />
      }
      onClose={onClose}
    />
  );
}
