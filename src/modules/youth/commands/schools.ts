import type { Command } from '#modules/record/command.ts';
import { wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { day, type IsoDay } from '#shared/calendar-day.ts';
import type { SchoolFields } from '../model.ts';
import { liveFact } from './live-fact.ts';
import { endRow, revise } from './revise.ts';

/** The name of the school alone is general; plans and classifications are the school's record (FERPA). */
const columnsOf = (school: SchoolFields) => ({
  category: 'school',
  name: school.name,
  district: school.district,
  grade: school.grade,
  support: school.support,
  classification: school.classification,
  ...(school.iepMeeting ? { last_iep_on: school.iepMeeting.on } : {}),
  next_annual_on: school.nextAnnualOn,
  next_reevaluation_on: school.nextReevaluationOn,
  consent_to_talk: school.consentToTalk,
});

function recordMeeting(command: Command, meeting: SchoolFields['iepMeeting'], id: string): void {
  if (meeting === null) return;
  const same = liveFact(
    command,
    ({ kind, on, data }) => kind === 'school.iep-held' && on === meeting.on && data['type'] === meeting.type,
  );
  // Sent along again with another change: it was held once.
  if (same) return;
  command.record({
    kind: 'school.iep-held',
    on: meeting.on as IsoDay,
    data: { type: meeting.type },
    category: 'school',
    source: { table: 'school', id },
  });
}

function check(command: Command, { iepMeeting }: SchoolFields): void {
  if (iepMeeting && day(iepMeeting.on) > day(command.actor.today))
    throw wrongField('iepMeeting.on', 'has-not-happened');
}

export async function addSchool(
  command: Command,
  { id, replaces, ...school }: SchoolFields & { readonly id: string; readonly replaces: string | null },
): Promise<{ row: string }> {
  check(command, school);
  const { today } = command.actor;
  if (replaces) await endRow(command, 'school', replaces, { on: today, reason: null });
  await addRow(command.db, 'school', { ...command.labels(), id, ...columnsOf(school), from_day: today });
  recordMeeting(command, school.iepMeeting, id);
  return { row: id };
}

export async function changeSchool(
  command: Command,
  row: string,
  { base, id: _write, ...yours }: SchoolFields & { readonly id: string; readonly base: number },
): Promise<{ revision: number }> {
  check(command, yours);
  const revised = await revise(command, { table: 'school', row, base, columns: columnsOf(yours), yours });
  recordMeeting(command, yours.iepMeeting, row);
  return revised;
}
