import type { ToName } from '#modules/duties/stored-duty.ts';
import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import type { SignedNote } from './model.ts';

/** The duty a note is about, as far as the reader may know of it: by its rule and root, since that of a period goes by others later. */
const ABOUT = `(select json_build_object('holder', d.holder, 'rule', d.rule, 'clause', d.clause, 'numbersOn', d.numbers_on)
    from kinfold.duty d where d.chart = c.chart and d.rule = split_part(c.about_duty, '#', 1)
      and d.root::text = split_part(c.about_duty, '#', 2) order by d.key = c.about_duty desc, d.key limit 1)`;

const COLUMNS = `c.id, c.made, c.with_whom as "withWhom", c.how, c.place, c.on_day as on, c.started_at as "startedAt",
  c.minutes_face as "minutesFace", c.minutes_travel as "minutesTravel", c.minutes_call as "minutesCall", c.interpreter, c.topics, c.about_duty as "aboutDuty", ${ABOUT} as about, c.category, c.words,
  c.signed_at as "signedAt", c.supersedes, c.amend_reason as "amendReason"`;

const LIST = statement(
  'contacts.list',
  `select ${COLUMNS}, (select h.name from kinfold.seat_holder h where h.seat = c.signed_by) as "signedBy", a.id as "amendedBy"
   from kinfold.contact c
   left join kinfold.contact a on a.chart = c.chart and a.supersedes = c.id
   where c.chart = $1 and c.on_day < coalesce($2::date, 'infinity')
   order by c.on_day desc, c.started_at desc nulls last, c.id desc limit $3`,
);

const WITHDRAWN = statement(
  'contacts.withdrawn',
  `select ${COLUMNS}, (select h.name from kinfold.seat_holder h where h.seat = c.signed_by) as "signedBy", null as "amendedBy", c.withdrawn_at as "withdrawnAt", c.withdrawn_reason as "withdrawnReason"
   from kinfold.withdrawn_notes($1) c order by c.withdrawn_at desc`,
);

/** A note, and what naming the duty it is about needs: null where it is about none the reader may know of. */
export interface NoteAbout<N extends SignedNote = SignedNote> {
  readonly note: N;
  readonly about: (ToName & { readonly holder: number }) | null;
}

type Read<N extends SignedNote> = N & Pick<NoteAbout, 'about'>;

/** Signed notes of one chart, newest first; what the reader may not see is not there. */
export async function contactsOf(db: Db, chart: string, before: string | null, limit: number): Promise<NoteAbout[]> {
  const { rows } = await db.query<Read<SignedNote>>(LIST, [chart, before, limit]);
  return rows.map(({ about, ...note }) => ({ note: about ? note : { ...note, aboutDuty: null }, about }));
}

export interface WithdrawnNote extends SignedNote {
  withdrawnAt: string;
  withdrawnReason: string;
}

export async function withdrawnContactsOf(db: Db, chart: string): Promise<WithdrawnNote[]> {
  const { rows } = await db.query<Read<WithdrawnNote>>(WITHDRAWN, [chart]);
  return rows.map(({ about, ...note }) => (about ? note : { ...note, aboutDuty: null }));
}
