import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import type { FaceSheetSource } from './face-sheet.ts';

/** Seats with a part in the care; the youth, guardians and reviewers are not the team's contacts. */
const TEAM = statement(
  'documents.team',
  `select r.kind, h.name, h.title from kinfold.relationship r cross join lateral (select * from kinfold.seat_holder h where h.seat = r.seat limit 1) h
   where r.chart = $1 and r.kind in ('accountable', 'cover', 'on-call', 'team-member', 'family-support', 'court-liaison')
     and r.from_day <= $2::date and (r.to_day is null or r.to_day >= $2::date) and (h.to_day is null or h.to_day >= $2::date)
   order by r.kind, h.name`,
);

export async function teamOf(db: Db, chart: string, today: string): Promise<FaceSheetSource['team']> {
  return (await db.query<FaceSheetSource['team'][number]>(TEAM, [chart, today])).rows;
}
