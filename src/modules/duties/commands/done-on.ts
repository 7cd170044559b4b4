import type { z } from 'zod';
import { factsInForce } from '#modules/facts/in-force.ts';
import type { FactRegistry } from '#modules/facts/registry.ts';
import { countsSince } from '#modules/policy/counts-since.ts';
import { type DoneOnTemplate, doneOnTemplate } from '#modules/policy/done-on.ts';
import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { day, type IsoDay, isoDay } from '#shared/calendar-day.ts';
import type { doneOn as operation } from '../contract.ts';
import type { DutyName } from '../duty-name.ts';
import type { PolicyShelf } from '../policy-shelf.ts';
import { knownDuty } from './decide-duty.ts';
import { periodMeant } from './period-meant.ts';

type Body = z.output<typeof operation.body>;

/**
 * What a duty asks was done on a day, says somebody, and names the evidence. Recorded is the very fact the proper record
 * would make, so that clocks that run from it run from this day; and an attestation beside it, so that it is never taken
 * for more than it is.
 */
export async function doneOn(
  command: Command,
  deps: { shelf: PolicyShelf; kinds: FactRegistry },
  body: Body,
): Promise<Record<string, never>> {
  if (day(body.on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  const { name, category } = knownDuty(command, body.key);
  const { programme, holder } = command.existing();
  const pack = deps.shelf.pack(programme);
  const template = pack ? doneOnTemplate(pack, name.rule) : null;
  if (!template) throw new Refusal(409, 'cannot-be-done-on');
  const compiled = deps.shelf.compiled(programme, holder);
  const since = compiled ? countsSince(compiled, command.facts, body.key) : null;
  if (since !== null && day(body.on) < since) throw wrongField('on', 'before-it-could-count', { since: isoDay(since) });
  const data = { ...body.data, ...ofTheAnchor(command, name, template), ...template.data };
  const wrong = deps.kinds.wrongWith(template.kind, data, programme);
  if (wrong) throw wrongField('data', 'more-is-needed', { asks: template.asks.join(',') });
  const source = { table: 'duty_decision', id: body.id };
  command.record({ kind: template.kind, on: body.on as IsoDay, at: body.at ?? undefined, data, category, source });
  const meant = await periodMeant(command, body.key, name, body.on);
  if (meant) {
    const { rule, root, item } = meant;
    command.record({
      kind: 'duty.attested',
      on: body.on as IsoDay,
      data: { rule, root, ...(item === undefined ? {} : { item }), evidence: body.id },
      category,
      source,
    });
  }
  await addRow(command.db, 'duty_decision', {
    ...command.labels(),
    category,
    id: body.id,
    duty: body.key,
    kind: 'done-on',
    on_day: body.on,
    evidence: body.evidence,
    by_seat: command.actor.seat,
  });
  command.detail('duty', body.key);
  return {};
}

/** Which stay, request or incident it was about stands in the fact the duty hangs on: nobody need choose it. */
function ofTheAnchor(command: Command, { root }: DutyName, { same }: DoneOnTemplate): Record<string, unknown> {
  const anchor = factsInForce(command.facts).find(({ seq }) => seq === root);
  return Object.fromEntries(
    Object.entries(same).flatMap(([field, as]) => (anchor?.data[as] === undefined ? [] : [[field, anchor.data[as]]])),
  );
}
