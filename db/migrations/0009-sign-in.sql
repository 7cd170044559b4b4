-- Sign-in: second factors, passkeys, recovery codes, rate limits, invitations and single sign-on. All of it runs before
-- anybody has entered, on the owner's connection; no request role is granted anything here but touching a session.

-- A short password is allowed only beside a second factor (NIST 800-63B-4), so the last factor may not go while it is short.
alter table kinfold.person add column password_suffices_alone boolean not null default false;
-- Whether somebody showed that they receive mail there: an account made by one agency with another's address must not
-- be handed that other agency's seats.
alter table kinfold.person add column email_proven boolean not null default false;
create unique index person_email_folded on kinfold.person (lower(email));

create table kinfold.totp (
  person uuid primary key references kinfold.person,
  -- Sealed with a key derived from the installation's secret: useless in a stolen backup.
  secret bytea not null,
  confirmed_at timestamptz,
  -- The time step of the last code accepted: the same code never works twice.
  last_step bigint not null default 0
);
comment on table kinfold.totp is 'One authenticator app a person. Counts as a second factor once a code from it was confirmed.';

create table kinfold.recovery_code (
  person uuid not null references kinfold.person,
  hash bytea not null,
  used_at timestamptz,
  primary key (person, hash)
);

create table kinfold.passkey (
  id uuid primary key,
  credential text not null unique,
  person uuid not null references kinfold.person,
  label text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_person on kinfold.passkey (person);

create table kinfold.sign_in_step (
  token_hash bytea primary key,
  kind text not null check (kind in ('second-factor', 'passkey-sign-in', 'passkey-register', 'passkey-prove', 'single-sign-on')),
  person uuid references kinfold.person,
  session uuid references kinfold.session,
  agency integer references kinfold.agency,
  data jsonb not null default '{}',
  tries integer not null default 0,
  expires_at timestamptz not null
);
create index sign_in_step_expires on kinfold.sign_in_step (expires_at);
comment on table kinfold.sign_in_step is 'A sign-in half done: the ticket for a second factor, a passkey''s challenge, a round trip to an identity provider. Each is taken once.';

create table kinfold.sign_in_wait (
  subject bytea primary key,
  kind text not null check (kind in ('account', 'address')),
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz not null
);
comment on table kinfold.sign_in_wait is 'Failed attempts in a row, by keyed hash of the account and of the address: many processes count together and nobody can read who tried.';

create table kinfold.invitation (
  id uuid primary key,
  token_hash bytea not null unique,
  person uuid not null references kinfold.person,
  agency integer not null references kinfold.agency,
  invited_by uuid not null references kinfold.seat,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- Sent by mail and shown to nobody, so that whoever uses it receives mail there.
  mailed boolean not null default false,
  -- For somebody who lost every device: accepting it removes the second factors there were.
  clears_factors boolean not null default false,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create index invitation_person on kinfold.invitation (person);

create table kinfold.single_sign_on (
  agency integer primary key references kinfold.agency,
  issuer text not null,
  client_id text not null,
  client_secret bytea not null,
  email_domain text not null,
  set_by uuid references kinfold.seat,
  set_at timestamptz not null default now()
);
comment on table kinfold.single_sign_on is 'An agency''s own identity provider (OpenID Connect). The client secret is sealed like a TOTP secret.';

create table kinfold.single_sign_on_link (
  issuer text not null,
  subject text not null,
  person uuid not null references kinfold.person,
  linked_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create unique index single_sign_on_link_person on kinfold.single_sign_on_link (person, issuer);

do $$
declare t text;
begin
  foreach t in array array['totp', 'recovery_code', 'passkey', 'sign_in_step', 'sign_in_wait', 'invitation', 'single_sign_on', 'single_sign_on_link'] loop
    execute format('alter table kinfold.%I enable row level security', t);
  end loop;
end $$;

-- Requests of a session arrive in groups, each with how many seconds ago it was: a group written late must neither
-- lock a session that was in use in time nor revive one that had already idled out.
drop function kinfold.touch_sessions(uuid[]);
create function kinfold.touch_sessions(p_tokens bytea[], p_ago double precision[]) returns void
language sql volatile security definer set search_path = kinfold, pg_temp as $$
  update session s set last_seen_at = greatest(s.last_seen_at, seen.at)
  from (select token, clock_timestamp() - make_interval(secs => ago) as at from unnest(p_tokens, p_ago) as u (token, ago)) seen
  where s.token_hash = seen.token and s.ended_at is null and s.locked_at is null and seen.at <= s.last_seen_at + interval '15 minutes'
$$;
grant execute on function kinfold.touch_sessions(bytea[], double precision[]) to kinfold_engine;

-- What the page needs of its own session, now with when it would lock and whether a second factor is set up.
create or replace function kinfold.seats_of_session(p_token bytea) returns jsonb
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare s record;
begin
  select t.id, t.person, t.last_seen_at, t.locked_at, t.ends_at, t.stepped_up_at into s
  from session t join person p on p.id = t.person and p.disabled_at is null
  where t.token_hash = p_token and t.ended_at is null and t.ends_at > now();
  if not found then raise exception 'no such session' using errcode = 'KF401'; end if;
  return (select jsonb_build_object('session', s.id, 'person', p.id, 'name', p.name, 'locale', p.locale, 'endsAt', s.ends_at,
      'locksAt', s.last_seen_at + interval '15 minutes',
      'locked', s.locked_at is not null or s.last_seen_at < now() - interval '15 minutes',
      'steppedUpAt', s.stepped_up_at,
      'hasPassword', p.password_hash is not null,
      'hasTotp', exists (select 1 from totp where totp.person = p.id and totp.confirmed_at is not null),
      'hasPasskey', exists (select 1 from passkey where passkey.person = p.id),
      'seats', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'capacity', t.capacity, 'title', t.title, 'agency', g.id, 'agencyName', g.name,
          'agencyShort', g.short_name, 'programme', g.programme) order by g.id, t.capacity), '[]')
        from seat t join agency g on g.id = t.agency where t.person = p.id
          and t.from_day <= (now() at time zone g.zone)::date and (t.to_day is null or t.to_day >= (now() at time zone g.zone)::date)))
    from person p where p.id = s.person);
end $$;
