import type { z } from 'zod';
import { askGates } from '#modules/duties/gates.ts';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { factsInForce } from '#modules/facts/in-force.ts';
import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { takenBack } from '#modules/youth/agreed.ts';
import { refuseAuthorityThatCannotBe, WHOSE_WORD } from '#modules/youth/commands/whose-word.ts';
import { day, type IsoDay } from '#shared/calendar-day.ts';
import type { startEnrolment as operation } from '../contract.ts';
import { enrolmentStatus } from '../status.ts';

type Body = z.output<typeof operation.body>;

/** Accepted, over and wanted again, or given back by the organization it was to go on to: the family stays after all. */
const NOT_BEFORE = new Set(['accepted', 'transitioned', 'ended', 'to-assign']);

/** Starts an enrolment with the family's voluntary consent and what was handed over. One at a time. */
export async function startEnrolment(command: Command, shelf: PolicyShelf, body: Body): Promise<{ enrolment: string }> {
  if (day(body.on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  const { stage } = enrolmentStatus(command.facts);
  if (!NOT_BEFORE.has(stage)) throw new Refusal(409, stage === 'assigned' ? 'accept-first' : 'not-ready-to-enrol');
  const on = body.on as IsoDay;
  const offered = command.facts.findLast((fact) => fact.kind === 'referral.assigned');
  if (offered && on < offered.on) throw wrongField('on', 'before-the-referral');
  const before = factsInForce(command.facts).findLast((fact) => fact.kind === 'enrolment.ended');
  if (before && on < before.on) throw wrongField('on', 'before-the-last-one-ended');
  // A yes that was taken back since is none to begin with; one of the same day is said again.
  const over = takenBack(command.facts);
  if (over && on < over.on) throw wrongField('on', 'before-it-was-taken-back');
  refuseAuthorityThatCannotBe(command, { field: 'consent.authority', authority: body.consent.authority, on });
  await addRow(command.db, 'consent', {
    ...command.labels(),
    id: body.id,
    given_by: body.consent.givenBy,
    authority: body.consent.authority,
    purpose: 'care-management',
    given_on: body.on,
    method: body.consent.method,
    language: body.language,
    items: body.items,
  });
  await addRow(command.db, 'enrolment', {
    ...command.labels(),
    id: body.id,
    started_on: body.on,
    start_reason: body.reason,
  });
  const source = { table: 'consent', id: body.id };
  // What was left out is still owed: the rights, and the ways to object, are one thing to the rule.
  if (body.items.includes('family-rights') && body.items.includes('complaint-routes'))
    command.record({ kind: 'rights.given', on, data: { receipt: true }, category: 'general', source });
  command.record({
    kind: 'consent.given',
    on,
    data: { consent: body.id, for: 'care-management', by: WHOSE_WORD[body.consent.authority] },
    category: 'general',
    source,
  });
  command.record({
    kind: 'enrolment.started',
    on,
    data: { enrolment: body.id, service: 'care-management' },
    category: 'general',
    source: { table: 'enrolment', id: body.id },
  });
  askGates(command, shelf, { action: 'enrolment.start', on, reasonIn: body.reason ? body.id : null });
  return { enrolment: body.id };
}
