import { randomUUID } from 'node:crypto';
import type { Command } from '#modules/record/command.ts';
import { notFound, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';

const REACHED = statement(
  'referral.other-chart',
  'select 1 from kinfold.chart where id = $1 union all select 1 from kinfold.known_youths(array[$1::uuid], array[]::text[])',
);
const UNDO = statement(
  'referral.undo-link',
  `update kinfold.chart_link set undone_at = now(), undone_reason = $4 where chart = $1 and other = $2 and kind = $3 and undone_at is null`,
);

/** The last time it was asked whether the two are one youth. */
const ASKED = statement(
  'referral.asked-whether-one',
  `select detail, settled_at is null as open from kinfold.review_task
   where chart = $1 and code = 'likely-duplicate' and detail ->> 'chart' = $2 order by settled_at desc nulls first limit 1`,
);

export interface Link {
  readonly other: string;
  readonly kind: 'sibling' | 'same-person' | 'not-same-person';
  readonly reason?: string | null | undefined;
}

/** A merge is a link record: both charts stay as they are, and the link can be undone. */
export async function linkCharts(command: Command, link: Link): Promise<Record<string, never>> {
  const chart = command.existing();
  if (link.other === chart.id) throw wrongField('other', 'the-same-chart');
  const reached = await command.db.query(REACHED, [link.other]);
  if (reached.rowCount === 0) throw notFound();
  await addRow(command.db, 'chart_link', {
    ...command.labels(),
    other: link.other,
    kind: link.kind,
    reason: link.reason,
  });
  command.detail('other', link.other);
  command.detail('kind', link.kind);
  return {};
}

/**
 * Whether both are one youth is open again once the answer is undone, and holds the decision again: settled stays what was
 * settled, the question is put anew. A referral that went on to an organization asks nobody any more.
 */
async function askAgain(command: Command, other: string): Promise<void> {
  const chart = command.existing();
  if (chart.holder !== command.actor.agency) return;
  const asked = await command.db.query<{ detail: unknown; open: boolean }>(ASKED, [chart.id, other]);
  const [last] = asked.rows;
  if (!last || last.open) return;
  await addRow(command.db, 'review_task', {
    ...command.labels(),
    id: randomUUID(),
    code: 'likely-duplicate',
    detail: last.detail,
  });
  command.detail('task', 'likely-duplicate');
}

export async function unlinkCharts(
  command: Command,
  link: Link & { readonly reason: string },
): Promise<Record<string, never>> {
  const undone = await command.db.query(UNDO, [command.existing().id, link.other, link.kind, link.reason]);
  if (undone.rowCount === 0) throw notFound();
  await askAgain(command, link.other);
  command.detail('other', link.other);
  return {};
}
