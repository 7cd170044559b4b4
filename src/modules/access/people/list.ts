import { statement } from '#platform/database/db.ts';
import type { Transaction } from '#platform/database/transaction.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { readPeople } from '../contract/people.ts';
import type { Actor } from '../model.ts';
import { PERMISSIONS, type Permission } from '../permissions.ts';
import { type AgencyKind, capacitiesOf } from './capacities-of-agency.ts';
import { demandOf } from './second-factor-demand.ts';
import { endingsOf } from './sessions.ts';

const AGENCY = statement(
  'access.people-agency',
  `select g.id, g.name, g.kind, g.staff_reach as "staffReach", g.idle_minutes as "idleMinutes", g.revision, g.sign_on_revision as "signOnRevision",
     (select jsonb_build_object('issuer', o.issuer, 'clientId', o.client_id, 'emailDomain', o.email_domain)
      from kinfold.single_sign_on o where o.agency = g.id) as "singleSignOn"
   from kinfold.agency g where g.id = $1`,
);
const PEOPLE = statement(
  'access.people-list',
  `select p.id, p.name, p.email, p.disabled_at is not null as disabled,
     (select max(i.expires_at) from kinfold.invitation i
      where i.person = p.id and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()) as "invitedUntil",
     (select jsonb_agg(jsonb_build_object('id', s.id, 'capacity', s.capacity, 'title', s.title, 'from', s.from_day, 'to', s.to_day,
        'supervisor', (select v.supervisor from kinfold.supervision v where v.seat = s.id and v.from_day <= $2::date
           and (v.to_day is null or v.to_day >= $2::date) order by v.from_day desc limit 1),
        'absences', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'cover', a.cover, 'from', a.from_day, 'to', a.to_day)
           order by a.from_day), '[]') from kinfold.absence a where a.seat = s.id and a.to_day >= $2::date))
        order by s.from_day, s.id)
      from kinfold.seat s where s.person = p.id and s.agency = $1) as seats
   from kinfold.person p
   where exists (select 1 from kinfold.seat s where s.person = p.id and s.agency = $1)
   order by lower(p.name), p.id`,
);

type Answer = AnswerOf<typeof readPeople>;

/** People and seats of the actor's agency; what somebody is elsewhere is not shown. */
export async function listPeople(db: Transaction, actor: Actor): Promise<Answer> {
  const [agencies, people] = await Promise.all([
    db.query<Answer['agency'] & Pick<Answer, 'singleSignOn' | 'signOnRevision'> & { kind: AgencyKind }>(AGENCY, [
      actor.agency,
    ]),
    db.query<Answer['people'][number]>(PEOPLE, [actor.agency, actor.today]),
  ]);
  const [agency] = agencies.rows;
  if (!agency) throw new Error('the actor’s agency is not there');
  const may = (permission: Permission) =>
    (PERMISSIONS[permission].capacities as readonly string[]).includes(actor.capacity);
  const mayChange = may('people.change');
  const { kind, singleSignOn, signOnRevision, ...own } = agency;
  return {
    agency: own,
    capacities: [...capacitiesOf(kind)],
    singleSignOn: mayChange ? singleSignOn : null,
    signOnRevision,
    secondFactor: mayChange ? await demandOf(db, actor) : null,
    endings: may('people.end-sessions') ? await endingsOf(db, actor) : null,
    people: mayChange ? people.rows : people.rows.map((person) => ({ ...person, email: null })),
  };
}
