import type { Category } from '#modules/facts/model.ts';
import type { Command } from '#modules/record/command.ts';
import { notFound, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';
import { type DutyName, readDutyKey } from '../duty-name.ts';

const COLLEAGUE = statement(
  'duties.colleague',
  'select 1 from kinfold.seat_holder where seat = $1 and agency = $2 and (to_day is null or to_day >= $3)',
);

export interface DutyDecision {
  readonly id: string;
  readonly key: string;
  readonly kind: 'exempted' | 'delegated' | 'reopened';
  readonly reason?: string | null | undefined;
  readonly to?: string;
}

/** A person's decision about a duty: itself a fact, so that it stays with the duty when the duty's dates move. */
export async function decideDuty(command: Command, decision: DutyDecision): Promise<Record<string, never>> {
  const { name, category } = knownDuty(command, decision.key);
  const source = { table: 'duty_decision', id: decision.id };
  const on = command.actor.today;
  const about = { ...name, ...(name.item === undefined ? {} : { item: name.item }) };
  // The words of the reason stay in the row; the fact names the row.
  if (decision.kind === 'exempted') {
    command.record({ kind: 'duty.exempted', on, data: { ...about, reason: decision.id }, category, source });
  } else if (decision.kind === 'delegated') {
    if (!decision.to) throw wrongField('to', 'missing');
    const colleague = await command.db.query(COLLEAGUE, [decision.to, command.existing().holder, on]);
    if (colleague.rowCount === 0) throw wrongField('to', 'not-a-colleague');
    command.record({ kind: 'duty.delegated', on, data: { ...about, to: decision.to }, category, source });
  } else {
    command.record({ kind: 'duty.reopened', on, data: about, category, source });
  }
  await addRow(command.db, 'duty_decision', {
    ...command.labels(),
    category,
    id: decision.id,
    duty: decision.key,
    kind: decision.kind,
    on_day: on,
    reason: decision.reason,
    to_seat: decision.to,
    by_seat: command.actor.seat,
  });
  command.detail('duty', decision.key);
  return {};
}

/** The duty a decision is about, as the engine last knew it. */
export function knownDuty(command: Command, key: string): { name: DutyName; category: Category } {
  const known = command.duties.find((duty) => duty.key === key);
  const name = readDutyKey(key);
  if (!known || !name || !command.maySee(known.category)) throw notFound();
  return { name, category: known.category as Category };
}
