import type { z } from 'zod';
import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { day, type IsoDay } from '#shared/calendar-day.ts';
import type { startEnrolment as operation } from '../contract.ts';
import { enrolmentStatus } from '../status.ts';

type Body = z.output<typeof operation.body>;

const NOT_BEFORE = new Set(['accepted', 'transitioned', 'ended']);

/** Whose say it was, in the words the rules use. */
const GIVEN_BY = {
  parent: 'parent',
  'legal-guardian': 'guardian',
  self: 'youth',
  'court-order': 'court',
  'child-protection': 'guardian',
} as const;

/** Starts an enrolment with the family's voluntary consent and what was handed over. One at a time. */
export async function startEnrolment(command: Command, body: Body): Promise<{ enrolment: string }> {
  if (day(body.on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  const { stage } = enrolmentStatus(command.facts);
  if (!NOT_BEFORE.has(stage)) throw new Refusal(409, stage === 'assigned' ? 'accept-first' : 'not-ready-to-enrol');
  const on = body.on as IsoDay;
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
  await addRow(command.db, 'enrolment', { ...command.labels(), id: body.id, started_on: body.on });
  const source = { table: 'consent', id: body.id };
  command.record({ kind: 'rights.given', on, data: { receipt: true }, category: 'general', source });
  command.record({
    kind: 'consent.given',
    on,
    data: { consent: body.id, for: 'care-management', by: GIVEN_BY[body.consent.authority] },
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
  return { enrolment: body.id };
}
