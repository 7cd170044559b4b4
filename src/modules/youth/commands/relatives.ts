import type { Command } from '#modules/record/command.ts';
import { notFound, wrongField } from '#modules/record/refusal.ts';
import { addRow, asJson } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';
import type { RelativeFields } from '../model.ts';
import { rekey } from './rekey.ts';
import { endRow, revise } from './revise.ts';

const HERE = statement('youth.relative-here', 'select name from kinfold.relative where chart = $1 and id = $2');
const END_THEIR_POINTS = statement(
  'youth.end-their-points',
  `update kinfold.contact_point set to_day = greatest($3::date, from_day), revision = revision + 1 where chart = $1 and relative = $2 and to_day is null`,
);

const columnsOf = (relative: RelativeFields) => ({
  name: relative.name,
  relationship: relative.relationship,
  lives_with: relative.livesWith,
  languages: asJson(relative.languages),
  interpreter: relative.interpreter,
  authority: relative.authority,
  authority_from: relative.authorityFrom,
  authority_to: relative.authorityTo,
});

function checkDays({ authorityFrom, authorityTo }: RelativeFields): void {
  if (authorityFrom && authorityTo && day(authorityTo) < day(authorityFrom))
    throw wrongField('authorityTo', 'before-it-began');
}

export async function addRelative(
  command: Command,
  body: RelativeFields & { readonly id: string },
): Promise<{ row: string }> {
  checkDays(body);
  const row = { ...command.labels(), id: body.id, ...columnsOf(body), from_day: command.actor.today };
  await addRow(command.db, 'relative', row);
  await rekey(command);
  command.detail('authority', body.authority);
  return { row: body.id };
}

export async function changeRelative(
  command: Command,
  row: string,
  { base, id: _write, ...yours }: RelativeFields & { readonly id: string; readonly base: number },
): Promise<{ revision: number }> {
  checkDays(yours);
  command.detail('authority', yours.authority);
  const revised = await revise(command, { table: 'relative', row, base, columns: columnsOf(yours), yours });
  await rekey(command);
  return revised;
}

/** Somebody has no part in the youth's life any more: what was theirs to be reached by ends with it. */
export async function endRelative(
  command: Command,
  row: string,
  ending: { readonly on: string; readonly reason: string | null },
): Promise<Record<string, never>> {
  await endRow(command, 'relative', row, ending);
  await command.db.query(END_THEIR_POINTS, [command.existing().id, row, ending.on]);
  await rekey(command);
  return {};
}

/** The name of a relative of this chart; refuses one that is not. */
export async function relativeNamed(command: Command, relative: string): Promise<string> {
  const { rows } = await command.db.query<{ name: string }>(HERE, [command.existing().id, relative]);
  const [found] = rows;
  if (!found) throw notFound();
  return found.name;
}
