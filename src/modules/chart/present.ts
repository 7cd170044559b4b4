import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { Programme } from '#modules/facts/model.ts';
import { isOwedNow, type OwedSource, owedItem } from '#modules/worklists/owed-item.ts';
import { ageOn, day } from '#shared/calendar-day.ts';
import type { Overview } from './contract.ts';

/** The overview as the database answers it: everything but what the rules' words and today add. */
type Raw = Omit<Overview, 'owed' | 'today' | 'now'> & {
  readonly owed: readonly (OwedSource & { readonly metOn: string | null })[];
};

export interface Now {
  readonly programme: Programme;
  readonly now: string;
  readonly today: string;
  readonly language: 'en' | 'es';
}

/** Adds titles, standings and age to what the database said. */
export function presentOverview(shelf: PolicyShelf, reader: Now, raw: unknown): Overview {
  const { owed, header, ...rest } = raw as Raw;
  const { youth } = header;
  const about = {
    youth: `${youth.preferredName ?? youth.legalFirst} ${youth.legalLast}`,
    born: youth.born,
    careManager: header.careManager?.name ?? null,
  };
  const items = owed
    .map((row) => owedItem(shelf, reader, row, about))
    .filter((item) => item.state !== 'void' && (isOwedNow(item) || item.state !== 'open'));
  return {
    ...rest,
    // Counted anew among what this reader sees: the facts' own numbers would show where something is hidden.
    marks: rest.marks.map((mark, index) => ({ ...mark, seq: index + 1 })),
    header: {
      ...header,
      lastContactOn: lastContactOn(rest.marks),
      youth: { ...youth, age: youth.born ? ageOn(day(youth.born), day(reader.today)) : null },
    },
    today: reader.today,
    now: reader.now,
    owed: items.sort((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due))),
  };
}

/** By what this reader sees: the stored copy for lists also counts contacts whose category is closed to them. */
function lastContactOn(marks: Raw['marks']): string | null {
  const days = marks.filter(({ kind }) => kind === 'contact.made').map(({ on }) => on);
  return days.sort().at(-1) ?? null;
}
