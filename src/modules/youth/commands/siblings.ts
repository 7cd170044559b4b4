import type { Command } from '#modules/record/command.ts';
import { notFound, Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';
import { undoLink } from './undo-link.ts';

const REACHED = statement(
  'youth.other-chart',
  `select exists (select 1 from kinfold.chart_link l where l.kind = 'sibling' and l.undone_at is null
     and ((l.chart = $2 and l.other = $1) or (l.chart = $1 and l.other = $2))) as linked from kinfold.chart where id = $1`,
);

/** Links a sister or brother whose chart the writer reaches. One link holds for both charts. */
export async function linkSibling(command: Command, other: string): Promise<Record<string, never>> {
  const chart = command.existing();
  if (other === chart.id) throw wrongField('other', 'the-same-chart');
  const [there] = (await command.db.query<{ linked: boolean }>(REACHED, [other, chart.id])).rows;
  if (!there) throw notFound();
  if (there.linked) throw new Refusal(409, 'already-there');
  await addRow(command.db, 'chart_link', { ...command.labels(), other, kind: 'sibling' });
  command.detail('other', other);
  return {};
}

export async function unlinkSibling(command: Command, other: string, reason: string): Promise<Record<string, never>> {
  await undoLink(command, { other, kind: 'sibling', reason });
  return {};
}
