import type { Command } from '#modules/record/command.ts';
import { statement } from '#platform/database/db.ts';

const RELEASE = statement(
  'caseload.release',
  `update kinfold.relationship set to_day = greatest($2::date, from_day), reason = coalesce($3, reason) where chart = $1 and kind = 'accountable' and to_day is null`,
);

/** Ends whoever is accountable now, as of a day. */
export async function releaseCareManager(command: Command, on: string, reason: string | null): Promise<void> {
  await command.db.query(RELEASE, [command.existing().id, on, reason]);
}
