import type { Command } from '#modules/record/command.ts';
import { addRow } from '#modules/record/rows.ts';

/** Puts a few words beside the youth's name for everybody who opens the chart. */
export async function raiseAlert(
  command: Command,
  { id, code, words }: { readonly id: string; readonly code: string; readonly words: string },
): Promise<{ row: string }> {
  await addRow(command.db, 'alert', { ...command.labels(), id, code, words, from_day: command.actor.today });
  command.detail('code', code);
  return { row: id };
}
