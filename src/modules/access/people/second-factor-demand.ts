import { wrongField } from '#modules/record/refusal.ts';
import { type Db, statement } from '#platform/database/db.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { readPeople } from '../contract/people.ts';
import type { Actor } from '../model.ts';

const ADD = statement(
  'access.demand-second-factor',
  `insert into kinfold.second_factor_demand (id, agency, demanded, from_day, reason, by_seat) values ($1, $2, $3, $4, $5, $6)`,
);
const READ = statement(
  'access.second-factor-demanded',
  `select kinfold.demands_second_factor($1, $2::date) as demanded,
     (select count(distinct p.id)::int from kinfold.seat s join kinfold.capacity c on c.code = s.capacity join kinfold.person p on p.id = s.person
      where s.agency = $1 and c.works_through = 'staff' and s.from_day <= $2::date and (s.to_day is null or s.to_day >= $2::date)
        and p.disabled_at is null and p.password_hash is not null
        and not exists (select 1 from kinfold.totp t where t.person = p.id and t.confirmed_at is not null)
        and not exists (select 1 from kinfold.passkey k where k.person = p.id)) as without,
     (select coalesce(jsonb_agg(jsonb_build_object('demanded', d.demanded, 'from', d.from_day, 'reason', d.reason,
        'by', (select h.name from kinfold.seat_holder h where h.seat = d.by_seat))
        order by d.recorded_at desc), '[]')
      from (select * from kinfold.second_factor_demand where agency = $1 order by recorded_at desc limit 10) d) as decided`,
);

export interface NewDemand {
  readonly id: string;
  readonly demanded: boolean;
  /** YYYY-MM-DD, today or later: what was open yesterday cannot be closed yesterday. */
  readonly from: string;
  readonly reason: string;
}

/** Decides from which day the actor's agency demands a second factor from its staff, or no longer. */
export async function demandFrom(db: Db, actor: Actor, { id, demanded, from, reason }: NewDemand): Promise<void> {
  if (from < actor.today) throw wrongField('from', 'before-today');
  await db.query(ADD, [id, actor.agency, demanded, from, reason, actor.seat]);
}

type Demand = NonNullable<AnswerOf<typeof readPeople>['secondFactor']>;

/** How it stands today, and what was decided. */
export async function demandOf(db: Db, actor: Actor): Promise<Demand> {
  const { rows } = await db.query<Demand>(READ, [actor.agency, actor.today]);
  if (!rows[0]) throw new Error('reading what is demanded returned nothing');
  return rows[0];
}
