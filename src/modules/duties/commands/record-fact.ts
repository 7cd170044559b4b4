import type { z } from 'zod';
import { leastCategory, stricterCategory } from '#modules/facts/least-category.ts';
import type { FactRegistry } from '#modules/facts/registry.ts';
import type { Command } from '#modules/record/command.ts';
import { wrongField } from '#modules/record/refusal.ts';
import { day, type IsoDay } from '#shared/calendar-day.ts';
import type { recordFact as operation } from '../contract.ts';

type Body = z.output<typeof operation.body>;

/** Kinds that have a row and a screen of their own, or are decisions: they come only through their own commands. */
const OWN_COMMAND = new Set([
  'referral.received',
  'referral.decided',
  'referral.assigned',
  'referral.accepted',
  'referral.returned',
  'enrolment.started',
  'enrolment.ended',
  'accountable.assigned',
  'contact.made',
  'contact.attempted',
  'consent.given',
  'consent.revoked',
  'rights.given',
  'youth.born',
]);
/** Kinds whose days may lie ahead: they are plans. */
export const PLANNED = new Set(['transition.planned', 'stay.end-planned']);

/** Records what happened. Never refused for being late; refused when it has not happened yet or cannot be read. */
export async function recordFact(command: Command, kinds: FactRegistry, body: Body): Promise<{ seq: number }> {
  const { programme } = command.existing();
  if (OWN_COMMAND.has(body.kind) || body.kind.startsWith('duty.') || kinds.kind(body.kind)?.subject !== 'chart') {
    throw wrongField('kind', 'not-recorded-here');
  }
  if (!PLANNED.has(body.kind) && day(body.on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  if (kinds.wrongWith(body.kind, body.data, programme)) throw wrongField('data', 'cannot-be-read');
  const category = stricterCategory(body.category, leastCategory(body.kind, body.data));
  const seq = command.record({
    kind: body.kind,
    on: body.on as IsoDay,
    at: body.at ?? undefined,
    data: body.data,
    category,
  });
  command.detail('kind', body.kind);
  return { seq };
}
