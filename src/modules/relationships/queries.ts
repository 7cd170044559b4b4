import type { Capacity, Relation } from '#modules/access/model.ts';
import { RIGHTS_PASS_AT } from '#modules/youth/authority.ts';
import type { FamilyRecord } from '#modules/youth/family-record.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { ageOn, day } from '#shared/calendar-day.ts';
import type { FoundSeat, Related } from './contract.ts';
import { KINDS_OF, standingOf } from './model.ts';

const RELATED = statement(
  'relationships.who-may-see',
  `select id as relation, kind, seat, name, capacity, agency, from_day as "from", to_day as "to", over, given_by as "givenBy", reason, authority,
     ended_by as "endedBy", end_reason as "endReason" from kinfold.who_may_see($1)`,
);
const FIND = statement(
  'relationships.find-seats',
  `select seat, name, capacity, title, agency from kinfold.seats_to_relate($1)
   where person <> kinfold.scope_person() and strpos(lower(name), lower($2)) > 0 order by name, capacity, seat limit 20`,
);

type RelatedRow = Omit<Related, 'standing' | 'lookAgain'> & { readonly over: boolean; readonly seat: string };

export interface WhoMaySee {
  readonly related: Related[];
  /** How the reader's own seat is related today. */
  readonly own: readonly Relation[];
}

/** Everybody related to a chart. A guardian's relation whose authority does not stand today is one to look at again. */
export async function whoMaySee(db: Db, chart: string, family: FamilyRecord, reader: string): Promise<WhoMaySee> {
  const { rows } = await db.query<RelatedRow>(RELATED, [chart]);
  const { relatives, today } = family;
  const related: Related[] = [];
  const own: Relation[] = [];
  for (const { over, seat, ...row } of rows) {
    const standing = standingOf({ from: row.from, over }, today);
    if (seat === reader && standing === 'now' && row.kind !== 'recorder') own.push(row.kind);
    related.push({
      ...row,
      standing,
      authority: relatives.find(({ id }) => id === row.authority)?.name ?? null,
      lookAgain: row.kind === 'guardian' && standing !== 'over' ? whyLookAgain(row.authority, family) : null,
    });
  }
  return { related, own };
}

/** Relatives whose say counts for care management today; see `authority.ts` of the youth. */
export function confirmedOf({ consent }: FamilyRecord): readonly string[] {
  return consent.find(({ matter }) => matter === 'care-management')?.may ?? [];
}

function whyLookAgain(authority: string | null, family: FamilyRecord): Related['lookAgain'] {
  if (authority !== null && confirmedOf(family).includes(authority)) return null;
  const { born } = family.youth;
  const adult = born !== null && ageOn(day(born), day(family.today)) >= RIGHTS_PASS_AT;
  return adult ? 'rights-passed' : 'authority-not-confirmed';
}

/** Seats by part of a name, of people other than the reader; at most 20. */
export async function seatsToRelate(db: Db, chart: string, text: string): Promise<FoundSeat[]> {
  const { rows } = await db.query<Omit<FoundSeat, 'kinds'> & { capacity: Capacity }>(FIND, [chart, text]);
  return rows.map((row) => ({ ...row, kinds: [...(KINDS_OF[row.capacity] ?? [])] }));
}
