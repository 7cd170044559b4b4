import type { Command } from '#modules/record/command.ts';
import { notFound, Refusal } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';
import { rekey } from './rekey.ts';

export interface Identifier {
  readonly kind: string;
  readonly value: string;
}

const THERE = statement(
  'youth.identifier',
  'select to_day as "to" from kinfold.identifier where chart = $1 and kind = $2 and value = $3',
);
const SET_END = statement(
  'youth.identifier-end',
  'update kinfold.identifier set to_day = $4, ended_reason = $5 where chart = $1 and kind = $2 and value = $3',
);

async function known(command: Command, { kind, value }: Identifier): Promise<{ to: string | null } | null> {
  const { rows } = await command.db.query<{ to: string | null }>(THERE, [command.existing().id, kind, value]);
  return rows[0] ?? null;
}

/** Adds a number; one that had been ended is taken up again. */
export async function addIdentifier(command: Command, { kind, value }: Identifier): Promise<Record<string, never>> {
  const before = await known(command, { kind, value });
  if (before?.to === null) throw new Refusal(409, 'already-there');
  if (before) await command.db.query(SET_END, [command.existing().id, kind, value, null, null]);
  else await addRow(command.db, 'identifier', { ...command.labels(), kind, value, from_day: command.actor.today });
  await rekey(command);
  command.detail('kind', kind);
  return {};
}

export async function endIdentifier(
  command: Command,
  { kind, value, reason }: Identifier & { readonly reason: string },
): Promise<Record<string, never>> {
  if ((await known(command, { kind, value }))?.to !== null) throw notFound();
  await command.db.query(SET_END, [command.existing().id, kind, value, command.actor.today, reason]);
  await rekey(command);
  command.detail('kind', kind);
  return {};
}
