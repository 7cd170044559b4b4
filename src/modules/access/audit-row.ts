import { type Db, statement } from '#platform/database/db.ts';

/** What happened to a sign-in or a session. Codes and references only: never an e-mail, an address or a secret. */
export interface AccessEvent {
  readonly operation: `session.${string}` | `sign-in.${string}` | `people.${string}`;
  readonly outcome: 'done' | 'refused';
  readonly person: string | null;
  readonly session?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The agency is that of the person's oldest seat today, so that its privacy officer sees how its people sign in. */
const APPEND = statement(
  'access.audit',
  `insert into kinfold.audit_event (person, session, agency, programme, operation, outcome, details, digest, era)
   select $1::uuid, $2::uuid, home.agency, home.programme, $3, $4, $5::jsonb, '', (select coalesce(max(era), 1) from kinfold.audit_era)
   from (select 1) as one left join (
     select g.id as agency, g.programme from kinfold.seat s join kinfold.agency g on g.id = s.agency
     where s.person = $1::uuid and s.from_day <= current_date and (s.to_day is null or s.to_day >= current_date)
     order by s.from_day, s.id limit 1) as home on true`,
);

/** Appends the row within the caller's transaction, so that the change and its trace commit together. */
export async function appendAccessEvent(db: Db, event: AccessEvent): Promise<void> {
  const { person, session = null, operation, outcome, details = {} } = event;
  await db.query(APPEND, [person, session, operation, outcome, JSON.stringify(details)]);
}
