import type { z } from 'zod';
import type { Fact } from '#modules/facts/model.ts';
import type { AgencyCommand } from '#modules/record/agency-command.ts';
import type { AgencyHistory } from '#modules/record/agency-history.ts';
import { notFound, Refusal, wrongField } from '#modules/record/refusal.ts';
import { addRow } from '#modules/record/rows.ts';
import { statement } from '#platform/database/db.ts';
import { day, type IsoDay } from '#shared/calendar-day.ts';
import type * as contract from './contract.ts';
import { standing } from './standing.ts';

type Body<O extends { readonly body: z.ZodType }> = z.output<O['body']>;

const NAMED = statement(
  'agreements.with',
  `select a.name from kinfold.agency a join kinfold.agency own on own.id = $2 and own.programme = a.programme where a.id = $1 and a.id <> $2`,
);
const KIND = statement('agreements.kind', 'select kind from kinfold.agreement where id = $1');

function checkDay(command: AgencyCommand, field: string, on: string): IsoDay {
  if (day(on) > day(command.actor.today)) throw wrongField(field, 'has-not-happened');
  return on as IsoDay;
}

/** Records an agreement and the day it was signed; what is owed for it follows from the kind. */
export async function recordAgreement(
  command: AgencyCommand,
  body: Body<typeof contract.recordAgreement>,
): Promise<{ agreement: string }> {
  const on = checkDay(command, 'signedOn', body.signedOn);
  const { agency } = command.actor;
  let withName = body.withName ?? '';
  if (body.withAgency !== null) {
    const { rows } = await command.db.query<{ name: string }>(NAMED, [body.withAgency, agency]);
    if (!rows[0]) throw wrongField('withAgency', 'no-such-organization');
    withName = rows[0].name;
  }
  const history = await command.history('agreement', body.id, { isNew: true });
  await addRow(command.db, 'agreement', {
    id: body.id,
    agency,
    kind: body.kind,
    with_agency: body.withAgency,
    with_name: withName,
  });
  history.record({ kind: 'mou.signed', on, data: { with: body.kind }, document: body.document });
  command.detail('agreement', body.id);
  command.detail('kind', body.kind);
  return { agreement: body.id };
}

export async function renewAgreement(
  command: AgencyCommand,
  agreement: string,
  { signedOn, document }: Body<typeof contract.renewAgreement>,
): Promise<Record<string, never>> {
  const on = checkDay(command, 'signedOn', signedOn);
  const history = await opened(command, agreement);
  const { signed, ended } = standing(history.facts);
  if (ended && ended.on > on) throw wrongField('signedOn', 'before-it-ended');
  if (signed && on <= signed.on) throw wrongField('signedOn', 'before-it-began');
  const kind = (await command.db.query<{ kind: string }>(KIND, [agreement])).rows[0]?.kind;
  history.record({ kind: 'mou.signed', on, data: { with: kind }, document });
  return {};
}

export async function endAgreement(
  command: AgencyCommand,
  agreement: string,
  { on: said, reason }: Body<typeof contract.endAgreement>,
): Promise<Record<string, never>> {
  const on = checkDay(command, 'on', said);
  const history = await opened(command, agreement);
  const { signed, ended } = standing(history.facts);
  if (!signed || ended) throw new Refusal(409, 'ended-already');
  if (on < signed.on) throw wrongField('on', 'before-it-began');
  history.record({ kind: 'mou.ended', on, data: {}, reason });
  return {};
}

/** Supersedes one entry, with the reason; the document it named is kept unless another is named. */
export async function amendAgreement(
  command: AgencyCommand,
  agreement: string,
  { entry, instead, reason }: Body<typeof contract.amendAgreement>,
): Promise<Record<string, never>> {
  const on = instead && checkDay(command, 'instead.on', instead.on);
  const history = await opened(command, agreement);
  const old = history.facts.find(({ seq, withdraws }) => seq === entry && !withdraws);
  if (!old) throw notFound();
  if (history.facts.some(({ supersedes }) => supersedes === entry)) throw new Refusal(409, 'corrected-meanwhile');
  history.record(on ? corrected(old, on, instead.document, reason) : takenBack(old, reason));
  command.detail('entry', entry);
  return {};
}

type Said = Parameters<AgencyHistory['record']>[0];

const corrected = ({ kind, data, seq }: Fact, on: IsoDay, document: string | null, reason: string): Said => {
  return { kind, on, data, supersedes: seq, document, reason };
};
const takenBack = ({ kind, on, seq }: Fact, reason: string): Said => {
  return { kind, on, data: {}, supersedes: seq, withdraws: true, reason };
};

async function opened(command: AgencyCommand, agreement: string): Promise<AgencyHistory> {
  command.detail('agreement', agreement);
  return command.history('agreement', agreement, { isNew: false });
}
