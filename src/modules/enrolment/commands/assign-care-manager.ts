import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { releaseCareManager } from '#modules/team/release-care-manager.ts';
import { statement } from '#platform/database/db.ts';

const FITS = statement(
  'caseload.fits',
  `select capacity from kinfold.seat_holder where seat = $1 and agency = $2 and from_day <= $3 and (to_day is null or to_day >= $3)`,
);
const ACCOUNTABLE = statement(
  'caseload.accountable',
  `select seat from kinfold.relationship where chart = $1 and kind = 'accountable' and to_day is null`,
);
const MAY_BE_ACCOUNTABLE = new Set(['care-manager', 'supervisor', 'targeted-case-manager', 'tcm-supervisor']);

/** The seat that is accountable for the chart; null when none is. */
export async function accountableFor(command: Command): Promise<string | null> {
  const { rows } = await command.db.query<{ seat: string }>(ACCOUNTABLE, [command.existing().id]);
  return rows[0]?.seat ?? null;
}

export interface NewCareManager {
  readonly id: string;
  readonly seat: string;
  readonly reason?: string | null | undefined;
}

/** Stages in which the chart is not the organization's to care for: not taken on yet, or over. */
const NOT_IN_CARE = new Set(['referred', 'other-path', 'assigned', 'transitioned', 'ended']);

/**
 * Exactly one accountable care manager: the one before ends today, the new one begins today, in one transaction. Whoever is
 * accountable already stays so, and nothing is written.
 */
export async function assignCareManager(
  command: Command,
  { id, seat, reason }: NewCareManager,
): Promise<Record<string, never>> {
  const chart = command.existing();
  const { today } = command.actor;
  if (NOT_IN_CARE.has(chart.stage)) throw new Refusal(409, 'not-in-care');
  const found = await command.db.query<{ capacity: string }>(FITS, [seat, chart.holder, today]);
  if (!found.rows[0] || !MAY_BE_ACCOUNTABLE.has(found.rows[0].capacity))
    throw wrongField('seat', 'not-a-care-manager-here');
  if ((await accountableFor(command)) === seat) return {};
  await releaseCareManager(command, today, reason ?? null);
  await addRow(command.db, 'relationship', {
    ...command.labels(),
    id,
    seat,
    kind: 'accountable',
    from_day: today,
    reason,
  });
  command.record({
    kind: 'accountable.assigned',
    on: today,
    data: { person: seat },
    category: 'general',
    source: { table: 'relationship', id },
  });
  command.detail('seat', seat);
  return {};
}
