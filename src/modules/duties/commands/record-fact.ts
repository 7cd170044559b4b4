import type { z } from 'zod';
import { leastCategory, stricterCategory } from '#modules/facts/least-category.ts';
import type { FactRegistry } from '#modules/facts/registry.ts';
import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
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
  'rights.given',
  'youth.born',
]);
/** Days these name may lie ahead: they are plans. */
const PLANNED = new Set(['transition.planned', 'stay.end-planned']);

/** Records what happened. Never refused for being late; refused when it has not happened yet or cannot be read. */
export async function recordFact(command: Command, kinds: FactRegistry, body: Body): Promise<{ seq: number }> {
  command.existing();
  if (OWN_COMMAND.has(body.kind) || body.kind.startsWith('duty.') || kinds.kind(body.kind)?.subject !== 'chart') {
    throw wrongField('kind', 'not-recorded-here');
  }
  if (!PLANNED.has(body.kind) && day(body.on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  checkSuperseded(command, body);
  const wrong = body.withdraws ? null : kinds.wrongWith(body.kind, body.data);
  if (wrong) throw wrongField('data', 'cannot-be-read');
  const category = stricterCategory(body.category, leastCategory(body.kind, body.data));
  const seq = command.record({
    kind: body.kind,
    on: body.on as IsoDay,
    at: body.at ?? undefined,
    data: body.data,
    category,
    supersedes: body.supersedes ?? undefined,
    withdraws: body.withdraws || undefined,
  });
  command.detail('kind', body.kind);
  if (body.supersedes) command.detail('supersedes', body.supersedes);
  return { seq };
}

/** A correction names a fact of the same kind that nothing has replaced yet; otherwise somebody was faster. */
function checkSuperseded(command: Command, body: Body): void {
  if (!body.supersedes) {
    if (body.withdraws) throw wrongField('supersedes', 'missing');
    return;
  }
  const old = command.facts.find((fact) => fact.seq === body.supersedes);
  if (!old || old.kind !== body.kind || !command.maySee(old.category)) throw wrongField('supersedes', 'no-such-fact');
  if (command.facts.some((fact) => fact.supersedes === body.supersedes)) throw new Refusal(409, 'corrected-meanwhile');
  if (!body.reason) throw wrongField('reason', 'missing');
}
