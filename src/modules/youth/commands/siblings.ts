import type { Command } from '#modules/record/command.ts';
import { notFound, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';

const REACHED = statement('youth.other-chart', 'select 1 from kinfold.chart where id = $1');
const UNDO = statement(
  'youth.unlink',
  `update kinfold.chart_link set undone_at = now(), undone_reason = $3 where chart = $1 and other = $2 and kind = 'sibling' and undone_at is null`,
);

/** Links a sister or brother whose chart the writer reaches. The other chart's side is a command of its own. */
export async function linkSibling(command: Command, other: string): Promise<Record<string, never>> {
  const chart = command.existing();
  if (other === chart.id) throw wrongField('other', 'the-same-chart');
  if ((await command.db.query(REACHED, [other])).rowCount === 0) throw notFound();
  await addRow(command.db, 'chart_link', { ...command.labels(), other, kind: 'sibling' });
  command.detail('other', other);
  return {};
}

export async function unlinkSibling(command: Command, other: string, reason: string): Promise<Record<string, never>> {
  const undone = await command.db.query(UNDO, [command.existing().id, other, reason]);
  if (undone.rowCount === 0) throw notFound();
  command.detail('other', other);
  return {};
}
