import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { statement } from '#platform/database/db.ts';
import { isoDay } from '#shared/calendar-day.ts';
import { decisionInForce } from '../decision-in-force.ts';
import { takenOn } from '../taken-on.ts';

const HOLD = statement('referral.hold', 'select kinfold.hold_chart($1, $2)');
const SERVES = statement(
  'referral.serves',
  `select exists (select 1 from kinfold.service_area s join kinfold.county c on c.code = s.county join kinfold.youth y on y.chart = $1 and y.county = c.name
     where s.agency = $2 and s.from_day <= $3 and (s.to_day is null or s.to_day >= $3)) as serves,
   exists (select 1 from kinfold.agency a where a.id = $2 and a.kind in ('cmo') and a.programme = $4) as fits`,
);

export interface Assignment {
  readonly id: string;
  readonly toAgency: number;
  readonly reason?: string | null | undefined;
  /** The instant the referral went to the organization: what the 24 hours are counted from. Default: now. */
  readonly at?: string;
}

/** Offers the referral to an organization: that of the county of residence, or another with a reason. The chart goes with it. */
export async function assignReferral(command: Command, assignment: Assignment): Promise<{ assignment: string }> {
  const chart = command.existing();
  if (!eligibleNow(command)) throw new Refusal(409, 'not-decided-eligible');
  if (takenOn([...command.facts, ...command.newFacts])) throw new Refusal(409, 'already-taken-on');
  const at = assignment.at ?? new Date(command.nowMs).toISOString();
  const on = isoDay(dayInZone(Date.parse(at), command.actor.zone));
  const found = await command.db.query<{ serves: boolean; fits: boolean }>(SERVES, [
    chart.id,
    assignment.toAgency,
    on,
    chart.programme,
  ]);
  if (!found.rows[0]?.fits) throw wrongField('toAgency', 'not-a-care-management-organization');
  if (!found.rows[0].serves && !assignment.reason) throw wrongField('reason', 'another-county-needs-a-reason');
  command.record({
    kind: 'referral.assigned',
    on,
    at,
    data: { agency: String(assignment.toAgency) },
    category: 'general',
    source: { table: 'referral_assignment', id: assignment.id },
  });
  await addRow(command.db, 'referral_assignment', {
    ...command.labels(),
    id: assignment.id,
    to_agency: assignment.toAgency,
    on_day: on,
    at,
    reason: assignment.reason,
  });
  await holdChart(command, assignment.toAgency);
  command.detail('toAgency', assignment.toAgency);
  return { assignment: assignment.id };
}

/** Hands the chart over: its rows follow their holder from this transaction on. */
export async function holdChart(command: Command, to: number): Promise<void> {
  const chart = command.existing();
  if (chart.holder === to) return;
  await command.db.query(HOLD, [chart.id, to]);
  command.chart = { ...chart, holder: to };
}

function eligibleNow(command: Command): boolean {
  return decisionInForce([...command.facts, ...command.newFacts])?.data['outcome'] === 'care-management';
}
