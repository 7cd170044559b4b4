import type { Command } from '#modules/record/command.ts';
import { notFound, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';
import { addDays, day, type IsoDay, isoDay } from '#shared/calendar-day.ts';
import { type CoverageFields, type CoverageKind, PRESUMPTIVE_FACTS } from '../model.ts';
import { coverageData, payerOf } from '../payer.ts';
import { liveFact } from './live-fact.ts';
import { endRow, revise } from './revise.ts';

const BEFORE = statement(
  'youth.coverage',
  'select kind, from_day as "from" from kinfold.coverage where chart = $1 and id = $2',
);

const columnsOf = (coverage: CoverageFields) => ({
  kind: coverage.kind,
  plan: coverage.plan,
  plan_state: coverage.planState,
  member_number: coverage.memberNumber,
  special_programs: coverage.specialPrograms,
  from_day: coverage.from,
});

function check(command: Command, { from, plan, planState }: CoverageFields): void {
  if (day(from) > day(command.actor.today)) throw wrongField('from', 'has-not-happened');
  if (planState === 'choice-pending' && plan !== null) throw wrongField('plan', 'not-chosen-yet');
}

function record(command: Command, { kind, plan, from }: CoverageFields, id: string, supersedes?: number): void {
  command.record({
    kind: 'coverage.recorded',
    on: from as IsoDay,
    data: coverageData(kind, plan),
    category: 'general',
    ...(supersedes === undefined ? {} : { supersedes }),
    source: { table: 'coverage', id },
  });
}

export async function addCoverage(
  command: Command,
  { id, replaces, ...coverage }: CoverageFields & { readonly id: string; readonly replaces: string | null },
): Promise<{ row: string }> {
  check(command, coverage);
  if (replaces)
    await endRow(command, 'coverage', replaces, { on: isoDay(addDays(day(coverage.from), -1)), reason: null });
  await addRow(command.db, 'coverage', { ...command.labels(), id, ...columnsOf(coverage) });
  record(command, coverage, id);
  command.detail('kind', coverage.kind);
  return { row: id };
}

/** A correction: what was recorded of this coverage is superseded, not added to. */
export async function changeCoverage(
  command: Command,
  row: string,
  { base, id: _write, ...yours }: CoverageFields & { readonly id: string; readonly base: number },
): Promise<{ revision: number }> {
  check(command, yours);
  const { rows } = await command.db.query<{ kind: CoverageKind; from: string }>(BEFORE, [command.existing().id, row]);
  const [before] = rows;
  if (!before) throw notFound();
  const revised = await revise(command, { table: 'coverage', row, base, columns: columnsOf(yours), yours });
  const fact = liveFact(
    command,
    ({ kind, on, data }) =>
      kind === 'coverage.recorded' && on === before.from && data['payer'] === payerOf(before.kind),
  );
  record(command, yours, row, fact?.seq);
  command.detail('kind', yours.kind);
  return revised;
}

type Step = keyof typeof PRESUMPTIVE_FACTS;
export async function recordPresumptiveStep(
  command: Command,
  { step, on }: { readonly step: Step; readonly on: string },
): Promise<Record<string, never>> {
  if (day(on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  command.existing();
  command.record({ ...PRESUMPTIVE_FACTS[step], on: on as IsoDay, category: 'general' });
  command.detail('step', step);
  return {};
}
