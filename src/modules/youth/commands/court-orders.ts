import type { Command } from '#modules/record/command.ts';
import { wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';
import type { OrderFields } from '../model.ts';
import { rekey } from './rekey.ts';
import { relativeNamed } from './relatives.ts';
import { endRow } from './revise.ts';

/** The alert an order raised carries the order's own id. */
const END_ITS_ALERT = statement(
  'youth.end-order-alert',
  'update kinfold.alert set to_day = $3 where chart = $1 and id = $2 and to_day is null',
);

/**
 * Records an order. A no-contact order stands beside the youth's name until a person says that it ended: an order that
 * merely reached its last day may have been renewed.
 */
export async function addOrder(
  command: Command,
  body: OrderFields & { readonly id: string },
): Promise<{ row: string }> {
  const { id, relative, kind, documentSeen, says, from, to } = body;
  if (day(from) > day(command.actor.today)) throw wrongField('from', 'has-not-happened');
  if (to !== null && day(to) < day(from)) throw wrongField('to', 'before-it-began');
  const name = await relativeNamed(command, relative);
  const labels = command.labels();
  const order = { ...labels, id, relative, kind, document_seen: documentSeen, says, from_day: from, to_day: to };
  await addRow(command.db, 'court_order', order);
  if (kind === 'no-contact') {
    const alert = { ...labels, id, code: 'no-contact-order', words: `No-contact order: ${name}`, from_day: from };
    await addRow(command.db, 'alert', alert);
  }
  await rekey(command);
  command.detail('kind', kind);
  return { row: id };
}

export async function endOrder(
  command: Command,
  row: string,
  ending: { readonly on: string; readonly reason: string | null },
): Promise<Record<string, never>> {
  await endRow(command, 'court_order', row, ending);
  await command.db.query(END_ITS_ALERT, [command.existing().id, row, ending.on]);
  await rekey(command);
  return {};
}
