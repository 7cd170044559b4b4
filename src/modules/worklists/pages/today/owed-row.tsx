import { memo } from 'react';
import { DutyRow } from '#design-system/duties/duty-row.tsx';
import type { Tone } from '#design-system/tone.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import { ZONE } from '#web/staff/here.ts';
import type { OwedItem } from '../../contract.ts';
import { handedWords, waitingWords } from '../with-whom.ts';
import { words } from '../words.ts';

const HOUR = 3_600_000;

/** Late in hours where the hour counts and the day has not turned; `null` where a target's day has merely passed. */
export function lateBy(item: OwedItem, now: string, today: string): string | null | undefined {
  if (item.standing !== 'late') return null;
  if (item.lateAfterAt === null || item.due < today) return undefined;
  const hours = Math.floor((Date.parse(now) - Date.parse(item.lateAfterAt)) / HOUR);
  if (hours < 1) return 'less than an hour late';
  return hours === 1 ? '1 hour late' : `${hours} hours late`;
}

/** What the second line of a row says, beyond the title: what was missed before, what is open, with whom it is. */
function reasonOf(item: OwedItem): string | undefined {
  const said = [
    item.openParts.length > 0 ? words.partly(item.openParts.length) : null,
    item.missed > 0 ? words.missed(item.missed) : null,
    item.standing === 'impossible' ? words.impossible : null,
    handedWords(item),
    waitingWords(item),
    item.careManager ? words.accountable(item.careManager) : null,
  ].filter((text) => text !== null);
  return said.length > 0 ? said.join(' · ') : undefined;
}

/** The first source of a clause, short enough to stand at the end of a row; the panel names all. */
const shortCite = (cite: string): string => cite.split(/[;,]/)[0]?.trim() ?? cite;

function chipOf(item: OwedItem): { label: string; tone: Tone } {
  if (item.force === 'target') return { label: words.target, tone: 'marigold' };
  return { label: shortCite(item.cite), tone: item.standing === 'late' ? 'brick' : 'pine' };
}

export interface OwedRowProps {
  readonly item: OwedItem;
  readonly href: string;
  readonly today: string;
  readonly now: string;
  readonly selected: boolean;
  /** Inside one chart the youth need not be named. */
  readonly inChart?: boolean;
}

/** One thing owed, as a row of a worklist. Opening one duty beside the list draws only the rows that changed. */
export const OwedRow = memo(function OwedRow({ item, href, today, now, selected, inChart = false }: OwedRowProps) {
  return (
    <DutyRow
      href={href}
      title={item.title}
      youth={inChart ? undefined : item.youth}
      age={inChart ? undefined : (item.age ?? undefined)}
      due={item.due}
      dueAt={item.dueAt ? words.by(wallTime(item.dueAt, ZONE).hour) : undefined}
      lateBy={lateBy(item, now, today)}
      today={today}
      reason={reasonOf(item)}
      chip={chipOf(item)}
      selected={selected}
    />
  );
});
