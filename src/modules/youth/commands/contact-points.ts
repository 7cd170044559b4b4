import type { Command } from '#modules/record/command.ts';
import { wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { day } from '#shared/calendar-day.ts';
import type { ContactPointFields } from '../model.ts';
import { readTelephone } from '../telephone.ts';
import { rekey } from './rekey.ts';
import { relativeNamed } from './relatives.ts';
import { endRow, revise } from './revise.ts';

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The value as it is kept: telephones in E.164 with the extension apart. */
function readValue({ kind, value }: ContactPointFields): { value: string; extension: string | null } {
  if (kind === 'telephone') {
    const read = readTelephone(value);
    if (!read.ok) throw wrongField('value', read.reason);
    return { value: read.e164, extension: read.extension };
  }
  if (kind === 'mail' && !MAIL.test(value)) throw wrongField('value', 'not-an-address');
  return { value, extension: null };
}

/** Use rules that mean nothing for a kind are not kept. */
function columnsOf(point: ContactPointFields) {
  const spoken = point.kind === 'telephone';
  const place = point.kind === 'address';
  return {
    ...readValue(point),
    relative: point.relative,
    kind: point.kind,
    city: place ? point.city : null,
    state: place ? point.state : null,
    zip: place ? point.zip : null,
    county: place ? point.county : null,
    voicemail: spoken ? point.voicemail : null,
    text_ok: spoken ? point.textOk : null,
    confidential: point.confidential,
    seen_by: point.seenBy,
    share_with: point.shareWith,
  };
}

/** Told of a confidential address, nobody may be given it: the two cannot both be meant. */
function checkSharing({ confidential, shareWith }: ContactPointFields): void {
  if (confidential && shareWith.length > 0) throw wrongField('shareWith', 'confidential');
}

export async function addContactPoint(
  command: Command,
  {
    id,
    from = command.actor.today,
    ...point
  }: ContactPointFields & { readonly id: string; readonly from?: string | undefined },
): Promise<{ row: string }> {
  checkSharing(point);
  if (day(from) > day(command.actor.today)) throw wrongField('from', 'has-not-happened');
  const columns = columnsOf(point);
  if (point.relative) await relativeNamed(command, point.relative);
  await addRow(command.db, 'contact_point', { ...command.labels(), id, ...columns, from_day: from });
  await rekey(command);
  command.detail('kind', point.kind);
  return { row: id };
}

export async function changeContactPoint(
  command: Command,
  row: string,
  { base, id: _write, ...yours }: ContactPointFields & { readonly id: string; readonly base: number },
): Promise<{ revision: number }> {
  checkSharing(yours);
  const columns = columnsOf(yours);
  if (yours.relative) await relativeNamed(command, yours.relative);
  const revised = await revise(command, { table: 'contact_point', row, base, columns, yours });
  await rekey(command);
  return revised;
}

export async function endContactPoint(
  command: Command,
  row: string,
  ending: { readonly on: string; readonly reason: string | null },
): Promise<Record<string, never>> {
  await endRow(command, 'contact_point', row, ending);
  await rekey(command);
  return {};
}
