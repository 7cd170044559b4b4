import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { nameStored, type StoredDuty, standStored, type ToName } from '#modules/duties/stored-duty.ts';
import type { Programme } from '#modules/facts/model.ts';
import { ageOn, day } from '#shared/calendar-day.ts';
import type { OwedItem } from './contract.ts';
import type { HandedOn } from './queries.ts';

export interface OwedSource extends StoredDuty, ToName {
  readonly chart: string;
  readonly handedOn?: HandedOn | null;
}

export interface About {
  readonly youth: string;
  readonly born: string | null;
  readonly careManager: string | null;
  /** The agency that has the chart, by whose numbers its duties are made. */
  readonly holder: number;
}

export interface Reader {
  readonly programme: Programme;
  readonly now: string;
  readonly today: string;
  readonly language: 'en' | 'es';
}

/** One row of a worklist in words: what is owed, for whom, how it stands now. */
export function owedItem(shelf: PolicyShelf, reader: Reader, row: OwedSource, about: About): OwedItem {
  const today = day(reader.today);
  const stands = standStored(row, reader.now, today);
  const named = nameStored(shelf, { programme: reader.programme, holder: about.holder }, row);
  return {
    chart: row.chart,
    key: row.key,
    rule: row.rule,
    clause: row.clause,
    force: row.force,
    state: row.state,
    owes: row.owes,
    owing: row.owing,
    dueAt: row.dueAt,
    lateAfter: row.lateAfter,
    lateAfterAt: row.lateAfterAt,
    until: row.until,
    openParts: row.openParts as string[],
    handedOn: row.handedOn ?? undefined,
    // Named one by one: spread, they were the dearest step of a long list.
    title: named.title[reader.language],
    cite: named.cite,
    standing: stands.standing,
    due: stands.due,
    missed: stands.missed,
    youth: about.youth,
    age: about.born ? ageOn(day(about.born), today) : null,
    careManager: about.careManager,
  };
}

/** What a worklist need not show: repeating duties whose current period is met, paused or exempted, and what ended unmet. */
export const isOwedNow = (item: Pick<OwedItem, 'standing'>): boolean => !NOT_NOW.has(item.standing);

const NOT_NOW: ReadonlySet<string> = new Set(['met', 'missed', 'paused', 'exempted']);
