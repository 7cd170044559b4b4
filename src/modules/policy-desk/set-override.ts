import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import type { Pack } from '#modules/policy/index.ts';
import type { AgencyCommand } from '#modules/record/agency-command.ts';
import { notFound, Refusal, wrongField } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import { defaultOf } from './fitting-numbers.ts';

const ADD = statement(
  'policy.add-override',
  `insert into kinfold.parameter_override (id, agency, programme, pack, parameter, value, reason, from_day, by_seat, recorded_at)
   values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10)`,
);
// Whatever was set before for the same number ends too, so that the default is in force again and not an older number.
const END = statement(
  'policy.end-override',
  `update kinfold.parameter_override o set ended_at = $3 from kinfold.parameter_override asked
   where asked.id = $1 and asked.pack = $2 and asked.ended_at is null
     and o.pack = asked.pack and o.parameter = asked.parameter and o.from_day <= asked.from_day and o.ended_at is null
   returning o.parameter`,
);

const WITHDRAW = statement(
  'policy.withdraw-override',
  `update kinfold.parameter_override set ended_at = $3 where id = $1 and pack = $2 and ended_at is null and from_day > $4
   returning agency, programme, parameter, from_day as "from"`,
);
const STANDS = statement(
  'policy.override-stands',
  'select 1 from kinfold.parameter_override where id = $1 and pack = $2 and ended_at is null',
);
// What takes a number back is a row of its own without a number, over as soon as it is written: it keeps who, when and why.
const ADD_WITHDRAWAL = statement(
  'policy.add-withdrawal',
  `insert into kinfold.parameter_override (id, agency, programme, pack, parameter, value, reason, from_day, by_seat, recorded_at, ended_at)
   values ($1, $2, $3, $4, $5, 'null', $6, $7, $8, $9, $9)`,
);

export interface NewOverride {
  readonly id: string;
  readonly parameter: string;
  readonly value: number | boolean;
  readonly reason: string;
  readonly from: string;
}

/** The pack of the actor's programme with this id; another programme's answers like one that does not exist. */
export function ownPack(shelf: PolicyShelf, programme: string, id: string): Pack {
  const pack = shelf.packs.find((one) => one.id === id && one.programme === programme);
  if (!pack) throw notFound();
  return pack;
}

/** Refuses a number for no parameter of the pack, of the wrong kind, or that its rules cannot be counted with. */
export function checkValue(
  shelf: PolicyShelf,
  pack: Pack,
  { parameter, value }: Pick<NewOverride, 'parameter' | 'value'>,
  field = '',
): void {
  const known = defaultOf(pack, parameter);
  if (known === null) throw wrongField(`${field}parameter`, 'no-such-parameter');
  if (typeof known !== typeof value)
    throw wrongField(`${field}value`, typeof known === 'number' ? 'not-a-number' : 'not-yes-or-no');
  if (!shelf.takes(pack, { [parameter]: value })) throw wrongField(`${field}value`, 'too-small');
}

/** Sets a number of the policy for the agency. Earlier numbers stay as they were: the latest day that has come counts. */
export async function setOverride(
  command: AgencyCommand,
  shelf: PolicyShelf,
  pack: Pack,
  wish: NewOverride,
): Promise<{ override: string; inForce: boolean }> {
  checkValue(shelf, pack, wish);
  const { actor, db, nowMs } = command;
  const at = new Date(nowMs).toISOString();
  await db.query(ADD, [
    wish.id,
    actor.agency,
    actor.programme,
    pack.id,
    wish.parameter,
    JSON.stringify(wish.value),
    wish.reason,
    wish.from,
    actor.seat,
    at,
  ]);
  command.detail('pack', pack.id);
  command.detail('parameter', wish.parameter);
  command.detail('value', wish.value);
  command.detail('from', wish.from);
  return { override: wish.id, inForce: wish.from <= actor.today };
}

export async function endOverride(
  command: AgencyCommand,
  pack: Pack,
  override: string,
): Promise<Record<string, never>> {
  const ended = await command.db.query<{ parameter: string }>(END, [
    override,
    pack.id,
    new Date(command.nowMs).toISOString(),
  ]);
  if (!ended.rows[0]) throw notFound();
  command.detail('pack', pack.id);
  command.detail('parameter', ended.rows[0].parameter);
  command.detail('override', override);
  return {};
}

/** Takes a number back before its day has come: superseded by who, when and why, never deleted. */
export async function withdrawOverride(
  command: AgencyCommand,
  pack: Pack,
  override: string,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Record<string, never>> {
  const { actor, db, nowMs } = command;
  const at = new Date(nowMs).toISOString();
  const { rows } = await db.query<{ agency: number; programme: string; parameter: string; from: string }>(WITHDRAW, [
    override,
    pack.id,
    at,
    actor.today,
  ]);
  const [taken] = rows;
  if (!taken) {
    const stands = await db.query(STANDS, [override, pack.id]);
    throw stands.rowCount === 0 ? notFound() : new Refusal(409, 'has-begun');
  }
  const { agency, programme, parameter, from } = taken;
  await db.query(ADD_WITHDRAWAL, [id, agency, programme, pack.id, parameter, reason, from, actor.seat, at]);
  command.detail('pack', pack.id);
  command.detail('parameter', parameter);
  command.detail('override', override);
  return {};
}
