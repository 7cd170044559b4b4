import type { z } from 'zod';
import type { Command } from '#modules/record/command.ts';
import { Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';
import { day, type IsoDay } from '#shared/calendar-day.ts';
import { lastYes, takenBack } from '../agreed.ts';
import type * as contract from '../contract/consents.ts';
import { refuseAuthorityThatCannotBe, WHOSE_WORD } from './whose-word.ts';

const STANDING = statement(
  'youth.consent-standing',
  `select id, given_on as "on" from kinfold.consent where chart = $1 and purpose = 'care-management' and ended_on is null
   order by given_on desc, id desc`,
);
const TAKE_BACK = statement(
  'youth.consent-taken-back',
  `update kinfold.consent set ended_on = $3, ended_reason = $4, ended_by = $5, ended_authority = $6 where chart = $1 and id = $2`,
);

/** Who asked for the end, as the rule names them; whom a court named speaks as a guardian. */
const ASKED_BY = { parent: 'parent', guardian: 'guardian', youth: 'young-adult', court: 'guardian' } as const;

type Standing = { readonly id: string; readonly on: string };

/** The yes that stands; of several the one said last, also of one day. */
async function standing(command: Command): Promise<Standing | null> {
  const { rows } = await command.db.query<Standing>(STANDING, [command.existing().id]);
  const last = lastYes(command.facts)?.data['consent'];
  return rows.find(({ id }) => id === last) ?? rows[0] ?? null;
}

/** A family says yes again after it had taken its yes back; the first yes comes with the enrolment. */
export async function giveConsent(
  command: Command,
  { id, on, givenBy, authority, method, language }: z.output<typeof contract.giveConsent.body>,
): Promise<Record<string, never>> {
  if (day(on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  refuseAuthorityThatCannotBe(command, { field: 'authority', authority, on: on as IsoDay });
  // What the history says decides, as it does before a transfer: an earlier enrolment's yes may never have been ended as a row.
  const before = takenBack(command.facts);
  if (!before) throw new Refusal(409, (await standing(command)) ? 'yes-stands' : 'yes-with-the-enrolment');
  if (on < before.on) throw wrongField('on', 'before-it-was-taken-back');
  const row = { given_by: givenBy, authority, purpose: 'care-management', given_on: on, method, language };
  await addRow(command.db, 'consent', { ...command.labels(), id, ...row });
  command.record({
    kind: 'consent.given',
    on: on as IsoDay,
    data: { consent: id, for: 'care-management', by: WHOSE_WORD[authority] },
    category: 'general',
    source: { table: 'consent', id },
  });
  command.detail('authority', authority);
  return {};
}

/**
 * Somebody who has the say takes the yes to care management back. The yes and what was done under it stay on record; the
 * enrolment is ended by a person, on a ground of the rule.
 */
export async function takeConsentBack(
  command: Command,
  { on, by, authority, reason, inWriting }: z.output<typeof contract.takeConsentBack.body>,
): Promise<Record<string, never>> {
  if (day(on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  refuseAuthorityThatCannotBe(command, { field: 'authority', authority, on: on as IsoDay });
  const yes = takenBack(command.facts) ? null : await standing(command);
  if (!yes) throw new Refusal(409, 'no-yes-stands');
  if (on < yes.on) throw wrongField('on', 'before-it-was-given');
  await command.db.query(TAKE_BACK, [command.existing().id, yes.id, on, reason, by, authority]);
  const word = WHOSE_WORD[authority];
  command.record({
    kind: 'consent.revoked',
    on: on as IsoDay,
    data: { consent: yes.id, for: 'care-management', by: word },
    category: 'general',
    source: { table: 'consent', id: yes.id },
  });
  // N.J.A.C. 10:73-3.15: asked for in writing, the end of care management is planned; a spoken no is no such request.
  if (inWriting && command.actor.programme === 'nj-cmo')
    command.record({
      kind: 'discharge.requested',
      on: on as IsoDay,
      data: { by: ASKED_BY[word] },
      category: 'general',
      source: { table: 'consent', id: yes.id },
    });
  command.detail('authority', authority);
  command.detail('inWriting', inWriting);
  return {};
}
