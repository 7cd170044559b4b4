import type { z } from 'zod';
import { askGates } from '#modules/duties/gates.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { releaseCareManager } from '#modules/team/release-care-manager.ts';
import { statement } from '#platform/database/db.ts';
import { day, type IsoDay } from '#shared/calendar-day.ts';
import type { endEnrolment as operation } from '../contract.ts';

type Body = z.output<typeof operation.body>;

const STARTED = statement(
  'enrolment.started-on',
  'select id, started_on from kinfold.enrolment where chart = $1 and ended_on is null',
);
const END = statement(
  'enrolment.end',
  'update kinfold.enrolment set ended_on = $2, ground = $3, end_reason = $4 where chart = $1 and ended_on is null',
);

/** Ends the open enrolment on a ground of the rule. The reason, always asked for, also opens a soft gate. */
export async function endEnrolment(command: Command, shelf: PolicyShelf, body: Body): Promise<Record<string, never>> {
  const { on, ground, id, reason } = body;
  askGates(command, shelf, { action: `enrolment.end/${ground}`, on, reasonIn: id });
  await endOpenEnrolment(command, { on: on as IsoDay, ground, reason });
  return {};
}

export interface Ending {
  readonly on: IsoDay;
  readonly ground: Body['ground'];
  readonly reason: string;
}

export async function endOpenEnrolment(command: Command, { on, ground, reason }: Ending): Promise<void> {
  if (day(on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  const chart = command.existing().id;
  const open = (await command.db.query<{ id: string; started_on: string }>(STARTED, [chart])).rows[0];
  if (!open) throw new Refusal(409, 'no-open-enrolment');
  if (on < open.started_on) throw wrongField('on', 'before-it-began');
  await command.db.query(END, [chart, on, ground, reason]);
  // Nobody is accountable for a chart without an enrolment; the team and the notes stay readable.
  await releaseCareManager(command, on, null);
  const source = { table: 'enrolment', id: open.id };
  command.record({ kind: 'enrolment.ended', on, data: { ground }, category: 'general', source });
  command.detail('ground', ground);
}
