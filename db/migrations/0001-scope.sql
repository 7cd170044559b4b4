-- Who is asking, and what may they reach: people, seats, sessions, and the sealed scope that every row policy reads.
-- The request roles (kinfold_staff, kinfold_assigned, kinfold_person, kinfold_engine, kinfold_reports) exist before this runs.

create schema if not exists kinfold;
revoke all on schema public from public;
grant usage on schema kinfold to kinfold_staff, kinfold_assigned, kinfold_person, kinfold_engine, kinfold_reports;
alter default privileges revoke execute on functions from public;

create table kinfold.agency (
  id integer primary key,
  programme text not null check (programme in ('nj-cmo', 'pa-tcm')),
  kind text not null check (kind in ('cmo', 'csa', 'fso', 'mco', 'payer', 'tcm-provider', 'county')),
  name text not null,
  short_name text not null,
  phone text,
  phone_source text,
  website text,
  zone text not null default 'America/New_York',
  source text not null,
  confidence text not null check (confidence in ('seen', 'inferred', 'general-knowledge', 'unseen')),
  note text,
  -- Default reach of the agency's staff: every chart the agency holds, or only those assigned to them.
  staff_reach text not null default 'agency' check (staff_reach in ('agency', 'assigned'))
);
comment on table kinfold.agency is 'Organizations: care management organizations, the administrator, family support organizations, health plans, payers.';

create table kinfold.person (
  id uuid primary key,
  name text not null,
  email text unique,
  password_hash text,
  password_set_at timestamptz,
  locale text not null default 'en' check (locale in ('en', 'es')),
  disabled_at timestamptz
);
comment on table kinfold.person is 'Somebody who can sign in. A youth or a caregiver becomes one only when they want an account.';

create table kinfold.capacity (
  code text primary key,
  label text not null,
  -- Which login role this capacity works through, and so which row policies apply.
  works_through text not null check (works_through in ('staff', 'person')),
  -- Reach for identity and referral rows: the agency's own, or every agency of the programme.
  intake_reach text not null check (intake_reach in ('agency', 'programme', 'none')),
  chart_reach text not null check (chart_reach in ('agency', 'programme', 'charts', 'none')),
  categories text[] not null
);
comment on table kinfold.capacity is 'The capacities a seat may have, with the reach and the data categories that come with each.';

create table kinfold.seat (
  id uuid primary key,
  person uuid not null references kinfold.person,
  capacity text not null references kinfold.capacity,
  agency integer not null references kinfold.agency,
  title text,
  from_day date not null,
  to_day date,
  check (to_day is null or to_day >= from_day)
);
create index seat_person on kinfold.seat (person);
create index seat_agency on kinfold.seat (agency);
comment on table kinfold.seat is 'A person acting in one capacity for one agency, for a time. A person may have several and acts in one at a time.';

create table kinfold.supervision (
  supervisor uuid not null references kinfold.seat,
  seat uuid not null references kinfold.seat,
  from_day date not null,
  to_day date,
  primary key (seat, supervisor, from_day)
);
create index supervision_supervisor on kinfold.supervision (supervisor);

create table kinfold.absence (
  id uuid primary key,
  seat uuid not null references kinfold.seat,
  cover uuid not null references kinfold.seat,
  from_day date not null,
  to_day date not null,
  check (to_day >= from_day and seat <> cover)
);
create index absence_cover on kinfold.absence (cover);
comment on table kinfold.absence is 'Cover during absence: the covering seat sees and answers for the absent seat''s charts on these days.';

create table kinfold.session (
  id uuid primary key,
  token_hash bytea not null unique,
  person uuid not null references kinfold.person,
  started_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ends_at timestamptz not null,
  locked_at timestamptz,
  ended_at timestamptz,
  -- When this session last proved a second time who it is (for exports and emergency access).
  stepped_up_at timestamptz,
  device text
);
create index session_person on kinfold.session (person) where ended_at is null;
comment on table kinfold.session is 'Opaque sessions: only the hash of the token is kept. 15 minutes idle locks, 12 hours ends (NIST 800-63B-4).';

-- The key that seals a transaction's scope. Only the owner reads it; enter() and the scope functions run as the owner.
create table kinfold.scope_key (only_one boolean primary key default true check (only_one), key bytea not null);
insert into kinfold.scope_key (key) select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || clock_timestamp()::text, 'UTF8'));

create function kinfold.scope_seal(p_actor text, p_agencies text, p_intake text, p_charts text, p_categories text)
returns text language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  return (select encode(sha256(k.key || convert_to(concat_ws('|', pg_backend_pid()::text, transaction_timestamp()::text,
    p_actor, p_agencies, p_intake, p_charts, p_categories), 'UTF8') || k.key), 'hex') from kinfold.scope_key k);
end $$;
comment on function kinfold.scope_seal is 'Binds the scope to this backend and this transaction: a value set by anything but enter() does not verify.';

-- pg_temp stands last in the search path, so that no type or function a request role makes there is ever taken for ours.
create function kinfold.scope_setting(p_name text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  seal text := current_setting('kinfold.seal', true);
begin
  if seal is null or seal = '' then return null; end if;
  if seal <> (
      select encode(sha256(k.key || convert_to(concat_ws('|', pg_backend_pid()::text, transaction_timestamp()::text,
        current_setting('kinfold.actor', true), current_setting('kinfold.agencies', true), current_setting('kinfold.intake', true),
        current_setting('kinfold.charts', true), current_setting('kinfold.categories', true)), 'UTF8') || k.key), 'hex')
      from kinfold.scope_key k) then
    raise exception 'the scope of this transaction was not set by enter()' using errcode = 'insufficient_privilege';
  end if;
  return current_setting('kinfold.' || p_name, true);
end $$;

-- Parsed once, here: what their names and types mean cannot be changed by whoever calls them, and they are still inlined.
create function kinfold.scope_agencies() returns integer[] language sql stable
begin atomic select coalesce(kinfold.scope_setting('agencies')::integer[], '{}'::integer[]); end;
create function kinfold.scope_intake() returns integer[] language sql stable
begin atomic select coalesce(kinfold.scope_setting('intake')::integer[], '{}'::integer[]); end;
create function kinfold.scope_charts() returns uuid[] language sql stable
begin atomic select coalesce(kinfold.scope_setting('charts')::uuid[], '{}'::uuid[]); end;
create function kinfold.scope_categories() returns text[] language sql stable
begin atomic select coalesce(kinfold.scope_setting('categories')::text[], '{}'::text[]); end;
create function kinfold.scope_actor() returns jsonb language sql stable security definer set search_path = kinfold, pg_temp
as $$ select kinfold.scope_setting('actor')::jsonb $$;
create function kinfold.scope_person() returns uuid language sql stable security definer set search_path = kinfold, pg_temp
as $$ select (kinfold.scope_setting('actor')::jsonb ->> 'person')::uuid $$;
create function kinfold.scope_agency() returns integer language sql stable security definer set search_path = kinfold, pg_temp
as $$ select (kinfold.scope_setting('actor')::jsonb ->> 'agency')::integer $$;
