import type { Command } from '#modules/record/command.ts';
import { notFound } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';

const UNDO = statement('youth.undo-link', 'select kinfold.undo_link($1, $2, $3, $4) as undone');

/**
 * Undoes a link of this chart with another, whichever of the two it was made from; a question it had answered is open again.
 * Throws 404 when no such link is the actor's to undo.
 */
export async function undoLink(
  command: Command,
  { other, kind, reason }: { readonly other: string; readonly kind: string; readonly reason: string },
): Promise<void> {
  const { rows } = await command.db.query<{ undone: boolean }>(UNDO, [command.existing().id, other, kind, reason]);
  if (!rows[0]?.undone) throw notFound();
  command.detail('other', other);
  command.detail('kind', kind);
}
