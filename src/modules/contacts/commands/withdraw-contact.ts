import type { Command } from '#modules/record/command.ts';
import { statement } from '#platform/database/db.ts';
import { originalNote, withdrawFact } from './amend-contact.ts';

const WITHDRAW = statement('contacts.withdraw', 'select kinfold.withdraw_note($1, $2, $3) as done');

/** Entered in error: the note leaves every view but the privacy officer's, its fact is taken back, nothing is erased. */
export async function withdrawContact(
  command: Command,
  contact: string,
  reason: string,
): Promise<Record<string, never>> {
  const original = await originalNote(command, contact);
  withdrawFact(command, original);
  command.detail('contact', contact);
  await command.db.query(WITHDRAW, [command.existing().id, contact, reason]);
  return {};
}
