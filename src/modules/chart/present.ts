import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { Programme } from '#modules/facts/model.ts';
import { isOwedNow, type OwedSource, owedItem } from '#modules/worklists/owed-item.ts';
import { ageOn, day } from '#shared/calendar-day.ts';
import type { Overview } from './contract.ts';

/** The overview beside its timeline, which leaves as the database wrote it. */
export type OverviewBesideMarks = Omit<Overview, 'marks'>;

/** The overview as the database answers it: everything but what the rules' words and today add. */
type Raw = Omit<OverviewBesideMarks, 'owed' | 'today' | 'now'> & {
  readonly owed: readonly (OwedSource & { readonly metOn: string | null })[];
};

export interface Now {
  readonly programme: Programme;
  readonly now: string;
  readonly today: string;
  readonly language: 'en' | 'es';
}

/** Adds titles, standings and age to what the database said. */
export function presentOverview(shelf: PolicyShelf, reader: Now, raw: unknown): OverviewBesideMarks {
  const { owed, header, ...rest } = raw as Raw;
  const { youth } = header;
  const about = {
    youth: `${youth.preferredName ?? youth.legalFirst} ${youth.legalLast}`,
    born: youth.born,
    careManager: header.careManager?.name ?? null,
    holder: header.agency.id,
  };
  const items = owed
    .map((row) => Object.assign(owedItem(shelf, reader, row, about), { metOn: row.metOn }))
    .filter(
      (item) => item.state !== 'void' && (isOwedNow(item) || item.state !== 'open' || item.standing === 'exempted'),
    );
  return {
    ...rest,
    header: {
      ...header,
      youth: { ...youth, age: youth.born ? ageOn(day(youth.born), day(reader.today)) : null },
    },
    today: reader.today,
    now: reader.now,
    owed: items.sort((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due))),
  };
}
