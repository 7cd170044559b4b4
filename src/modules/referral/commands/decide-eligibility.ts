import type { z } from 'zod';
import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';
import { day, type IsoDay } from '#shared/calendar-day.ts';
import type { Outcome, decideEligibility as operation } from '../contract.ts';
import { decisionInForce } from '../decision-in-force.ts';
import { waitsFor } from '../outcomes.ts';
import { takenOn } from '../taken-on.ts';

/** What each outcome is called where the rules read it. Asking for more information decides nothing yet. */
const DECIDED = {
  eligible: 'care-management',
  'not-eligible': 'not-eligible',
  'more-information': null,
  'mobile-response': 'mobile-response',
  'short-term': 'short-term-services',
  'idd-path': 'idd',
  'substance-use-path': 'substance-use',
} as const satisfies Record<Outcome, string | null>;

const OPEN_TASKS = statement(
  'referral.open-tasks',
  'select id, code from kinfold.review_task where chart = $1 and settled_at is null order by opened_at, code',
);

type Body = z.output<typeof operation.body>;

/** Decides, or records what was decided. A reconsideration is a second decision; the first stays readable. */
export async function decideEligibility(
  command: Command,
  body: Body,
  recorded?: { document: string },
): Promise<{ decision: string }> {
  if (day(body.on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  if (takenOn([...command.facts, ...command.newFacts])) throw new Refusal(409, 'already-taken-on');
  if (body.reconsiders && !body.reconsiderReason) throw wrongField('reconsiderReason', 'missing');
  // What was decided elsewhere is recorded whatever is open here.
  if (!recorded) await refuseWhileTasksHold(command, body.outcome);
  const before = decisionInForce(command.facts);
  if (before || body.reconsiders) await refuseUnlessItReconsiders(command, body.reconsiders);
  const outcome = DECIDED[body.outcome];
  if (outcome) {
    command.record({
      kind: 'referral.decided',
      on: body.on as IsoDay,
      data: { outcome },
      category: 'general',
      supersedes: before?.seq,
      source: { table: 'eligibility_decision', id: body.id },
    });
  } else if (before) {
    // Asking for more takes the decision back: what it allowed, such as an assignment, is not allowed any more.
    const { kind, on, category, seq } = before;
    command.record({ kind, on, data: {}, category, supersedes: seq, withdraws: true });
  }
  await addRow(command.db, 'eligibility_decision', {
    ...command.labels(),
    id: body.id,
    decided_on: body.on,
    outcome: body.outcome,
    reasons: body.reasons,
    grounds: body.grounds,
    intensity: body.intensity,
    recorded: recorded !== undefined,
    document: recorded?.document,
    by_seat: command.actor.seat,
    supersedes: body.reconsiders,
    supersede_reason: body.reconsiderReason,
  });
  command.detail('outcome', body.outcome);
  return { decision: body.id };
}

const STANDS = statement(
  'referral.decision-stands',
  `select 1 from kinfold.eligibility_decision e where e.chart = $1 and e.id = $2
     and not exists (select 1 from kinfold.eligibility_decision n where n.chart = e.chart and n.supersedes = e.id)`,
);

/** A second decision takes the place of the one in force and of no other: two people who decide at once do not pass each other. */
async function refuseUnlessItReconsiders(command: Command, reconsiders: string | null | undefined): Promise<void> {
  const stands = reconsiders && (await command.db.query(STANDS, [command.existing().id, reconsiders])).rowCount > 0;
  if (!stands) throw new Refusal(409, 'decided-meanwhile');
}

/** Refuses with the tasks a person must settle first: each by its code in the problems, and with its id in `tasks`. */
async function refuseWhileTasksHold(command: Command, outcome: Outcome): Promise<void> {
  const { rows } = await command.db.query<{ id: string; code: string }>(OPEN_TASKS, [command.existing().id]);
  const holding = waitsFor(outcome, rows);
  if (holding.length === 0) return;
  const problems = holding.map(({ code }) => ({ field: `tasks.${code}`, code: 'task-open' }));
  throw new Refusal(409, 'tasks-open', problems, { tasks: holding });
}
