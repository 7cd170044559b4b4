-- The spine: facts (append-only), duties (what the engine made of them), writes (each once), audit (append-only, sealed).

create table kinfold.fact (
  chart uuid not null references kinfold.chart,
  seq integer not null,
  recorded_at timestamptz not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null,
  kind text not null,
  on_day date not null,
  at timestamptz,
  data jsonb not null default '{}',
  supersedes integer,
  withdraws boolean not null default false,
  said_by uuid,
  source_table text,
  source_id uuid,
  primary key (chart, seq)
);
create unique index fact_superseded_once on kinfold.fact (chart, supersedes) where supersedes is not null;
comment on table kinfold.fact is 'What happened. Never edited: a correction or a withdrawal is a later fact that supersedes an earlier one, once.';

create table kinfold.duty (
  chart uuid not null references kinfold.chart,
  key text not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null,
  rule text not null,
  clause text not null,
  root integer not null,
  item text,
  owes text not null,
  owing text not null default 'holder',
  force text not null,
  state text not null,
  due date not null,
  due_at timestamptz,
  late_after date not null,
  late_after_at timestamptz,
  until date,
  paused_from date,
  because text,
  met_on date,
  pattern jsonb,
  open_parts text[] not null default '{}',
  primary key (chart, key)
);
-- What worklists read: open duties of some charts, and of an agency, by day.
create index duty_open_by_chart on kinfold.duty (chart, due) where state in ('open', 'partial', 'delegated');
create index duty_open_by_holder on kinfold.duty (holder, due) where state in ('open', 'partial', 'delegated');

create table kinfold.write (
  person uuid not null,
  id uuid not null,
  at timestamptz not null default now(),
  digest bytea not null,
  answer jsonb not null,
  primary key (person, id)
);
comment on table kinfold.write is 'Every write carries an id the client made: the same body again gets the first answer, another body is a conflict.';

create table kinfold.job_request (
  id bigint generated always as identity primary key,
  name text not null,
  data jsonb not null,
  at timestamptz not null default now()
);
comment on table kinfold.job_request is 'Jobs asked for by a command, in its transaction; handed to the job runner after commit.';

create table kinfold.audit_event (
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  tx xid8 not null default pg_current_xact_id(),
  era integer not null default 1,
  person uuid,
  seat uuid,
  session uuid,
  capacity text,
  agency integer,
  holder integer,
  programme text,
  chart uuid,
  category kinfold.category not null default 'general',
  operation text not null,
  outcome text not null check (outcome in ('done', 'refused', 'looked')),
  details jsonb not null default '{}',
  salt bytea not null default sha256(convert_to(gen_random_uuid()::text, 'UTF8')),
  digest bytea not null,
  redacted_at timestamptz,
  primary key (id, at)
) partition by range (at);
create index audit_event_chart on kinfold.audit_event (chart, at);
create index audit_event_tx on kinfold.audit_event (era, tx, id);
create index audit_event_person on kinfold.audit_event (person, at);
create index audit_event_agency on kinfold.audit_event (agency, at);
comment on table kinfold.audit_event is 'Who did or saw what, when, in which capacity. Codes and references only. Sealed within a second or so of commit.';

create table kinfold.audit_seal (
  number bigint primary key,
  era integer not null,
  from_tx xid8 not null,
  to_tx xid8 not null,
  events integer not null,
  root bytea not null,
  previous bytea not null,
  head bytea not null,
  sealed_at timestamptz not null default clock_timestamp()
);
comment on table kinfold.audit_seal is 'A chain of Merkle roots over all audit rows of transactions in [from_tx, to_tx).';

create table kinfold.audit_era (
  era integer primary key,
  system text not null,
  started_at timestamptz not null default now()
);
comment on table kinfold.audit_era is 'Transaction numbers start anew in another database cluster; each cluster the audit lived in is an era.';

create function kinfold.audit_digest(p_salt bytea, p_at timestamptz, p_person uuid, p_seat uuid, p_chart uuid, p_operation text,
  p_outcome text, p_details jsonb) returns bytea language sql stable set search_path = kinfold, pg_temp as $$
  select sha256(p_salt || convert_to(concat_ws('|', extract(epoch from p_at)::text, coalesce(p_person::text, ''), coalesce(p_seat::text, ''),
    coalesce(p_chart::text, ''), p_operation, p_outcome, p_details::text), 'UTF8'))
$$;

create function kinfold.audit_fill() returns trigger language plpgsql set search_path = kinfold, pg_temp as $$
begin
  new.digest := kinfold.audit_digest(new.salt, new.at, new.person, new.seat, new.chart, new.operation, new.outcome, new.details);
  return new;
end $$;
create trigger audit_fill before insert on kinfold.audit_event for each row execute function kinfold.audit_fill();

create function kinfold.ensure_audit_month(p_month date) returns void language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  v_name text := 'audit_event_' || to_char(p_month, 'YYYY_MM');
begin
  if to_regclass('kinfold.' || v_name) is null then
    execute format('create table kinfold.%I partition of kinfold.audit_event for values from (%L) to (%L)', v_name,
      date_trunc('month', p_month)::timestamptz, (date_trunc('month', p_month) + interval '1 month')::timestamptz);
    execute format('alter table kinfold.%I enable row level security', v_name);
  end if;
end $$;
create table kinfold.audit_event_other partition of kinfold.audit_event default;

-- Appends one audit row for whoever entered this transaction. Returns its id.
create function kinfold.append_audit(p_operation text, p_outcome text, p_chart uuid, p_details jsonb default '{}', p_category text default 'general')
returns bigint language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := kinfold.scope_actor();
  v_id bigint;
begin
  if a is null then raise exception 'nobody entered this transaction' using errcode = 'insufficient_privilege'; end if;
  insert into audit_event (person, seat, session, capacity, agency, programme, holder, chart, category, operation, outcome, details, digest, era)
  values ((a ->> 'person')::uuid, (a ->> 'seat')::uuid, (a ->> 'session')::uuid, coalesce(a ->> 'capacity', a ->> 'system'), (a ->> 'agency')::integer,
    a ->> 'programme', (select c.holder from chart c where c.id = p_chart), p_chart, p_category, p_operation, p_outcome,
    case when a ? 'system' then p_details || jsonb_build_object('system', a ->> 'system') else p_details end, '',
    (select coalesce(max(era), 1) from audit_era))
  returning id into v_id;
  return v_id;
end $$;
