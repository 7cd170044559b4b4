import { gatesFor, situate } from '#modules/policy/index.ts';
import type { Command } from '#modules/record/command.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { day } from '#shared/calendar-day.ts';
import type { PolicyShelf } from './policy-shelf.ts';

export interface AskedAction {
  /** The action as the pack names it: `enrolment.start`, `enrolment.end/moved-away`. */
  readonly action: string;
  /** The day the action takes effect. */
  readonly on: string;
  /** The row that holds a person's reason for going through a soft gate; null when nobody gave one. */
  readonly reasonIn: string | null;
}

/**
 * Asks the gates before an action in Kinfold, with what is known and what this command records. A hard gate refuses with
 * its clause; a soft one wants a reason, and the passage is recorded as a fact. Recording what happened is never asked.
 */
export function askGates(command: Command, shelf: PolicyShelf, { action, on, reasonIn }: AskedAction): void {
  const { programme, holder } = command.existing();
  const compiled = shelf.compiled(programme, holder);
  if (!compiled) return;
  const gates = gatesFor(situate(compiled, [...command.facts, ...command.newFacts]), action, day(on));
  const closed = gates.filter(({ allowed }) => !allowed);
  const hard = closed.filter(({ strength }) => strength === 'hard');
  const named = (hard.length > 0 ? hard : closed).map(({ gate, cite, title, unmet }) => ({ gate, cite, title, unmet }));
  if (hard.length > 0) throw new Refusal(409, 'gate-closed', [], { gates: named });
  if (closed.length > 0 && !reasonIn) throw new Refusal(409, 'gate-needs-a-reason', [], { gates: named });
  for (const { gate } of closed) {
    command.record({
      kind: 'gate.overridden',
      on: command.actor.today,
      data: { gate, reason: reasonIn },
      category: 'general',
    });
  }
}
