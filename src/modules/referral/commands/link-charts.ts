import type { Command } from '#modules/record/command.ts';
import { notFound, Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { undoLink } from '#modules/youth/commands/undo-link.ts';
import { statement } from '#platform/database/db.ts';

const REACHED = statement(
  'referral.other-chart',
  'select 1 from kinfold.chart where id = $1 union all select 1 from kinfold.known_youths(array[$1::uuid], array[]::text[])',
);

const STANDS = statement(
  'referral.link-stands',
  `select 1 from kinfold.chart_link where kind = $3 and undone_at is null and ((chart = $1 and other = $2) or (chart = $2 and other = $1))`,
);

/** Settles the question whether the two are one youth, where it was asked of this chart and is open. */
const ANSWER = statement(
  'referral.answer-whether-one',
  `update kinfold.review_task set settled_at = now(), settled_by = $3, answer = $4, note = $5
   where chart = $1 and code = 'likely-duplicate' and detail ->> 'chart' = $2 and settled_at is null`,
);
const ANSWERS = { 'same-person': 'same-youth', 'not-same-person': 'another-youth', sibling: 'sibling' } as const;

export interface Link {
  readonly other: string;
  readonly kind: keyof typeof ANSWERS;
  readonly reason?: string | null | undefined;
}

/** A merge is a link record: both charts stay as they are, and the link can be undone. It answers the question that asked for it. */
export async function linkCharts(command: Command, link: Link): Promise<Record<string, never>> {
  const { id } = command.existing();
  const { other, kind, reason = null } = link;
  if (other === id) throw wrongField('other', 'the-same-chart');
  const reached = await command.db.query(REACHED, [other]);
  if (reached.rowCount === 0) throw notFound();
  if ((await command.db.query(STANDS, [id, other, kind])).rowCount > 0) throw new Refusal(409, 'already-there');
  await addRow(command.db, 'chart_link', { ...command.labels(), other, kind, reason });
  await command.db.query(ANSWER, [id, other, command.actor.seat, ANSWERS[kind], reason]);
  command.detail('other', other);
  command.detail('kind', kind);
  return {};
}

/** The same for an answer given apart from the comparison; one that says again what stands, or of a chart out of reach by now, adds nothing. */
export async function linkWhereReached(command: Command, link: Link): Promise<void> {
  const { id } = command.existing();
  const [reached, stands] = await Promise.all([
    command.db.query(REACHED, [link.other]),
    command.db.query(STANDS, [id, link.other, link.kind]),
  ]);
  if (reached.rowCount > 0 && stands.rowCount === 0) await linkCharts(command, link);
}

export async function unlinkCharts(
  command: Command,
  { other, kind, reason }: Link & { readonly reason: string },
): Promise<Record<string, never>> {
  await undoLink(command, { other, kind, reason });
  return {};
}
