import type { Command } from '#modules/record/command.ts';
import { notFound, Refusal } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import type { NoteToSign } from '../model.ts';
import { signNote } from './record-contact.ts';

const ORIGINAL = statement(
  'contacts.original',
  `select c.id, c.made, c.fact_seq, a.id as amended_by
   from kinfold.contact c left join kinfold.contact a on a.chart = c.chart and a.supersedes = c.id
   where c.chart = $1 and c.id = $2`,
);

interface Original {
  readonly id: string;
  readonly made: boolean;
  readonly fact_seq: number;
  readonly amended_by: string | null;
}

/** Finds a signed note that may still be superseded; a note is amended or withdrawn once, then its successor is. */
export async function originalNote(command: Command, contact: string): Promise<Original> {
  const found = await command.db.query<Original>(ORIGINAL, [command.existing().id, contact]);
  const original = found.rows[0];
  if (!original) throw notFound();
  if (original.amended_by) throw new Refusal(409, 'amended-meanwhile', [], { by: original.amended_by });
  return original;
}

/** A new signed note takes the place of an old one. The fact is corrected, so every duty moves with it. */
export async function amendContact(
  command: Command,
  contact: string,
  note: NoteToSign & { readonly reason: string },
): Promise<{ contact: string }> {
  const original = await originalNote(command, contact);
  const { reason, ...words } = note;
  command.detail('amends', contact);
  // A correction keeps the kind of its fact; "it was only an attempt" withdraws the one and records the other.
  if (original.made !== words.made) {
    withdrawFact(command, original);
    await signNote(command, words, { contact, reason });
  } else {
    await signNote(command, words, { contact, reason, factSeq: original.fact_seq });
  }
  return { contact: words.id };
}

export function withdrawFact(command: Command, original: Original): void {
  const fact = command.facts.find((known) => known.seq === original.fact_seq);
  if (!fact) return;
  command.record({
    kind: fact.kind,
    on: fact.on,
    data: {},
    category: fact.category,
    supersedes: fact.seq,
    withdraws: true,
  });
}
