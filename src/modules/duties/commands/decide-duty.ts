import type { Capacity } from '#modules/access/model.ts';
import type { Category } from '#modules/facts/model.ts';
import type { Command } from '#modules/record/command.ts';
import { notFound, Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';
import { colleaguesToHand, worksWithDuties } from '../colleagues.ts';
import { type DutyName, readDutyKey } from '../duty-name.ts';
import { decisionInForce } from './decision-in-force.ts';
import { periodMeant } from './period-meant.ts';

const COLLEAGUE = statement(
  'duties.colleague',
  'select capacity from kinfold.seat_holder where seat = $1 and agency = $2 and (to_day is null or to_day >= $3)',
);

export interface DutyDecision {
  readonly id: string;
  readonly key: string;
  readonly kind: 'exempted' | 'delegated' | 'reopened';
  readonly reason?: string | null | undefined;
  readonly to?: string;
  /** The period of a duty of each period whose decision is taken back. */
  readonly period?: string | null | undefined;
}

/** A person's decision about a duty: itself a fact, so that it stays with the duty when the duty's dates move. */
export async function decideDuty(command: Command, decision: DutyDecision): Promise<Record<string, never>> {
  const { name, category } = knownDuty(command, decision.key);
  const source = { table: 'duty_decision', id: decision.id };
  const on = command.actor.today;
  const meant = decision.kind === 'exempted' ? await periodMeant(command, decision.key, name, null) : name;
  const about = Object.fromEntries(Object.entries({ ...name, ...meant }).filter(([, said]) => said !== undefined));
  // The words of the reason stay in the row; the fact names the row.
  if (decision.kind === 'exempted') {
    command.record({ kind: 'duty.exempted', on, data: { ...about, reason: decision.id }, category, source });
  } else if (decision.kind === 'delegated') {
    if (!decision.to) throw wrongField('to', 'missing');
    await mayBeHanded(command, decision.to, category);
    command.record({ kind: 'duty.delegated', on, data: { ...about, to: decision.to }, category, source });
  } else {
    const back = decision.period ? { ...name, item: decision.period } : name;
    if (!decisionInForce(command.facts, back)) throw new Refusal(409, 'nothing-to-take-back');
    command.record({ kind: 'duty.reopened', on, data: { ...back }, category, source });
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

/**
 * Handing on opens no chart: whoever is handed a duty sees the chart already, by their work and for longer than a shift, and
 * what the duty is about. A colleague who does not see the chart is let in first, by name and with a reason, and stands in
 * who may see it.
 */
async function mayBeHanded(command: Command, to: string, category: Category): Promise<void> {
  const { id, holder } = command.existing();
  const found = await command.db.query<{ capacity: Capacity }>(COLLEAGUE, [to, holder, command.actor.today]);
  const [colleague] = found.rows;
  if (!colleague) throw wrongField('to', 'not-a-colleague');
  if (!worksWithDuties(colleague.capacity)) throw wrongField('to', 'not-their-work');
  if (!(await colleaguesToHand(command.db, id, category)).some(({ seat }) => seat === to))
    throw wrongField('to', 'does-not-see-the-chart');
}

/** The duty a decision is about, as the engine last knew it. */
export function knownDuty(command: Command, key: string): { name: DutyName; category: Category } {
  const known = command.duties.find((duty) => duty.key === key);
  const name = readDutyKey(key);
  if (!known || !name || !command.maySee(known.category)) throw notFound();
  return { name, category: known.category as Category };
}
