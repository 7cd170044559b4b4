import type { z } from 'zod';
import type { Command } from '#modules/record/command.ts';
import { Refusal } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import type { endEnrolment as operation } from '../contract.ts';
import { releaseCareManager } from './assign-care-manager.ts';

type Body = z.output<typeof operation.body>;

const END = statement(
  'enrolment.end',
  'update kinfold.enrolment set ended_on = $2, ground = $3 where chart = $1 and ended_on is null',
);

/** Ends the open enrolment. The audit row keeps the ground as a code; the words of the reason belong in a note. */
export async function endEnrolment(command: Command, body: Body): Promise<Record<string, never>> {
  await endOpenEnrolment(command, { on: body.on as IsoDay, ground: body.ground });
  return {};
}

export async function endOpenEnrolment(
  command: Command,
  { on, ground }: { readonly on: IsoDay; readonly ground: Body['ground'] },
): Promise<void> {
  const ended = await command.db.query(END, [command.existing().id, on, ground]);
  if (ended.rowCount === 0) throw new Refusal(409, 'no-open-enrolment');
  // Nobody is accountable for a chart without an enrolment; the team and the notes stay readable.
  await releaseCareManager(command, on, null);
  command.record({ kind: 'enrolment.ended', on, data: { ground }, category: 'general' });
  command.detail('ground', ground);
}
