-- Work that takes longer than a request: what it does on whose behalf, how far it is, and doors for many charts at once.

create table kinfold.job_progress (
  id uuid primary key,
  name text not null,
  agency integer not null references kinfold.agency,
  programme text not null,
  by_seat uuid references kinfold.seat,
  session uuid references kinfold.session,
  total integer not null default 0,
  done integer not null default 0,
  failed integer not null default 0,
  result jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'finished', 'stopped')),
  asked_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index job_progress_agency on kinfold.job_progress (agency, asked_at desc);
comment on table kinfold.job_progress is 'Long work somebody asked for, with how far it is. Codes, counts and references only.';
alter table kinfold.job_progress enable row level security;
-- Whoever asked reads how far it is and what came of it: a result may rest on what a colleague may not see.
create policy own_work on kinfold.job_progress for select to kinfold_staff, kinfold_assigned
  using (agency = (select kinfold.scope_agency()) and by_seat = (select (kinfold.scope_actor() ->> 'seat')::uuid));
grant select on kinfold.job_progress to kinfold_staff, kinfold_assigned;

create table kinfold.job_row (
  job uuid not null references kinfold.job_progress,
  row integer not null,
  agency integer not null,
  chart uuid,
  outcome text not null,
  problems jsonb not null default '[]',
  primary key (job, row)
);
comment on table kinfold.job_row is 'What became of each unit of long work, in the order asked.';
alter table kinfold.job_row enable row level security;
create policy own_agency on kinfold.job_row for all to kinfold_staff, kinfold_assigned
  using (agency = (select kinfold.scope_agency())) with check (agency = (select kinfold.scope_agency()));
grant select, insert on kinfold.job_row to kinfold_staff, kinfold_assigned;

-- A job acts for the seat that asked, through enter() like everybody: it gets a session of its own whose key nobody can
-- type, because the stored hash is random and hashes nothing. It ends with the job, with the person's account, or in a day.
create function kinfold.ask_job(p_id uuid, p_name text, p_total integer, p_data jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_session uuid := gen_random_uuid();
  v_key bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || clock_timestamp()::text, 'UTF8'));
begin
  if a ->> 'person' is null then raise exception 'nobody entered this transaction' using errcode = 'insufficient_privilege'; end if;
  insert into session (id, token_hash, person, ends_at, device)
  values (v_session, v_key, (a ->> 'person')::uuid, now() + interval '1 day', 'Background work');
  insert into job_progress (id, name, agency, programme, by_seat, session, total)
  values (p_id, p_name, (a ->> 'agency')::integer, a ->> 'programme', (a ->> 'seat')::uuid, v_session, p_total);
  insert into job_request (name, data)
  values (p_name, p_data || jsonb_build_object('job', p_id, 'seat', a ->> 'seat', 'key', encode(v_key, 'hex')));
end $$;

-- One step forward, said by the job itself in the transaction of that step. Keeps the job's session from idling out.
create function kinfold.step_job(p_id uuid, p_done integer, p_failed integer, p_result jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  update job_progress set done = done + p_done, failed = failed + p_failed, result = result || p_result
  where id = p_id and session = (scope_actor() ->> 'session')::uuid;
  if not found then raise exception 'not this job''s own session' using errcode = 'insufficient_privilege'; end if;
  update session set last_seen_at = now() where id = (scope_actor() ->> 'session')::uuid;
end $$;

-- A change that is about an agency and no chart: entered, answered once, and audited with what it changed.
create function kinfold.open_agency_command(p_token bytea, p_seat uuid, p_write uuid, p_digest bytea) returns jsonb
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := enter(p_token, p_seat);
  w record;
begin
  perform pg_advisory_xact_lock(hashtextextended((a ->> 'person') || ' ' || p_write::text, 9));
  select digest, answer into w from write where person = (a ->> 'person')::uuid and id = p_write;
  if not found then return jsonb_build_object('actor', a); end if;
  if w.digest <> p_digest then raise exception 'this id was used for another write' using errcode = 'KF410'; end if;
  return jsonb_build_object('actor', a, 'answered', w.answer);
end $$;

create function kinfold.close_agency_command(p jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  perform append_audit(p ->> 'operation', 'done', null, coalesce(p -> 'details', '{}'));
  insert into job_request (name, data) select j ->> 'name', j -> 'data' from jsonb_array_elements(coalesce(p -> 'jobs', '[]')) j;
  insert into write (person, id, digest, answer)
  values (scope_person(), (p -> 'write' ->> 'id')::uuid, decode(p -> 'write' ->> 'digest', 'hex'), p -> 'write' -> 'answer');
end $$;

-- Many charts in one transaction: their locks in the order of their ids, so that two of these never wait for each other.
create function kinfold.opened_many(a jsonb, p_charts uuid[]) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  v_charts uuid[] := array(select distinct c from unnest(p_charts) c order by c);
  v_chart uuid;
begin
  foreach v_chart in array v_charts loop
    perform pg_advisory_xact_lock(hashtextextended(v_chart::text, 1));
  end loop;
  if exists (select 1 from chart c where c.id = any (v_charts)
      and not (c.holder = any (scope_agencies()) or c.holder = any (scope_intake()) or c.id = any (scope_charts()))) then
    raise exception 'no such chart' using errcode = 'KF404';
  end if;
  return json_build_object('actor', a, 'charts', (
    select coalesce(json_agg(json_build_object(
      'chart', json_build_object('id', c.id, 'holder', c.holder, 'agency', c.agency, 'programme', c.programme, 'stage', c.stage),
      'relations', case when a ? 'seat' then relations_of((a ->> 'seat')::uuid, c.id, (a ->> 'today')::date) else '[]'::jsonb end,
      'known', json_build_object('facts', coalesce(f.facts, '[]'::json), 'duties', coalesce(d.duties, '[]'::json)))), '[]')
    from chart c
    left join (select chart, json_agg(json_build_array(seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws) order by seq) as facts
      from fact where chart = any (v_charts) group by chart) f on f.chart = c.id
    left join (select chart, json_agg(json_build_object('key', key, 'state', state, 'due', due, 'lateAfter', late_after, 'metOn', met_on,
        'until', until, 'pausedFrom', paused_from, 'because', because, 'category', category, 'openParts', open_parts, 'owes', owes, 'pattern', pattern,
        'dueAt', due_at)) as duties
      from duty where chart = any (v_charts) group by chart) d on d.chart = c.id
    where c.id = any (v_charts)));
end $$;

create function kinfold.open_commands(p_token bytea, p_seat uuid, p_charts uuid[]) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare a jsonb := enter(p_token, p_seat, p_charts);
begin
  return opened_many(a, p_charts);
end $$;

create function kinfold.open_system_commands(p_job text, p_programme text, p_charts uuid[]) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare a jsonb := enter_system(p_job, p_programme, p_charts);
begin
  return opened_many(a, p_charts);
end $$;

-- The engine's part of many commands, a statement for each kind of row, under the engine's own role.
create function kinfold.engine_record_many(p jsonb, p_said_by uuid, p_now timestamptz) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  v_agency integer := scope_agency();
begin
  if exists (select 1 from jsonb_array_elements(p) c where jsonb_array_length(c -> 'facts') > 0
      and (c ->> 'fromSeq')::integer <> coalesce((select max(f.seq) from fact f where f.chart = (c ->> 'chart')::uuid), 0)) then
    raise exception 'facts were recorded without the chart''s lock' using errcode = 'serialization_failure';
  end if;
  insert into fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day, at, data, supersedes, withdraws, said_by, source_table, source_id)
  select c.id, (a ->> 'fromSeq')::integer + ord,
    greatest(p_now, (select max(f.recorded_at) from fact f where f.chart = c.id) + interval '1 microsecond') + (ord - 1) * interval '1 microsecond',
    coalesce(v_agency, c.holder), c.holder, c.programme,
    f ->> 'category', f ->> 'kind', (f ->> 'on')::date, (f ->> 'at')::timestamptz, coalesce(f -> 'data', '{}'),
    (f ->> 'supersedes')::integer, coalesce((f ->> 'withdraws')::boolean, false), p_said_by, f -> 'source' ->> 'table', (f -> 'source' ->> 'id')::uuid
  from jsonb_array_elements(p) a join chart c on c.id = (a ->> 'chart')::uuid, jsonb_array_elements(a -> 'facts') with ordinality as e (f, ord);
end $$;

create function kinfold.engine_store_many(p jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  insert into duty (chart, key, agency, holder, programme, category, rule, clause, root, item, owes, owing, force, state, due, due_at,
    late_after, late_after_at, until, paused_from, because, met_on, pattern, open_parts)
  select c.id, d.key, c.agency, c.holder, c.programme, d.category, d.rule, d.clause, d.root, d.item, d.owes, d.owing, d.force, d.state, d.due, d."dueAt",
    d."lateAfter", d."lateAfterAt", d.until, d."pausedFrom", d.because, d."metOn", d.pattern, coalesce(d."openParts", '{}')
  from jsonb_array_elements(p) a join chart c on c.id = (a ->> 'chart')::uuid,
    jsonb_to_recordset(a -> 'upsert') as d (key text, category text, rule text, clause text, root integer, item text, owes text, owing text,
      force text, state text, due date, "dueAt" timestamptz, "lateAfter" date, "lateAfterAt" timestamptz, until date, "pausedFrom" date, because text,
      "metOn" date, pattern jsonb, "openParts" text[])
  on conflict (chart, key) do update set category = excluded.category, owes = excluded.owes, owing = excluded.owing, force = excluded.force,
    state = excluded.state, due = excluded.due, due_at = excluded.due_at, late_after = excluded.late_after, late_after_at = excluded.late_after_at,
    until = excluded.until, paused_from = excluded.paused_from, because = excluded.because, met_on = excluded.met_on, pattern = excluded.pattern,
    open_parts = excluded.open_parts, clause = excluded.clause;
  delete from duty d using jsonb_array_elements(p) a, jsonb_array_elements_text(a -> 'gone') g where d.chart = (a ->> 'chart')::uuid and d.key = g;
  update chart c set stage = a -> 'stage' ->> 'stage', stage_since = (a -> 'stage' ->> 'since')::date,
    last_contact_on = (a -> 'stage' ->> 'lastContactOn')::date, evaluated_with = a -> 'stage' ->> 'evaluatedWith'
  from jsonb_array_elements(p) a where c.id = (a ->> 'chart')::uuid and jsonb_typeof(a -> 'stage') = 'object';
end $$;
do $$ begin
  execute 'grant create on schema kinfold to kinfold_engine';
  alter function kinfold.engine_record_many owner to kinfold_engine;
  alter function kinfold.engine_store_many owner to kinfold_engine;
  execute 'revoke create on schema kinfold from kinfold_engine';
end $$;

-- Closes many commands: each chart's facts, duties and an audit row of its own.
create function kinfold.close_commands(p jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
begin
  if not (array(select (c ->> 'chart')::uuid from jsonb_array_elements(p) c) <@ scope_command()) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  perform engine_record_many(p, (a ->> 'seat')::uuid, this_instant());
  perform engine_store_many(p);
  insert into audit_event (person, seat, session, capacity, agency, programme, holder, chart, category, operation, outcome, details, digest, era)
  select (a ->> 'person')::uuid, (a ->> 'seat')::uuid, (a ->> 'session')::uuid, coalesce(a ->> 'capacity', a ->> 'system'), (a ->> 'agency')::integer,
    a ->> 'programme', h.holder, h.id, coalesce(c ->> 'category', 'general'), c ->> 'operation', 'done', coalesce(c -> 'details', '{}'), '',
    (select coalesce(max(era), 1) from audit_era)
  from jsonb_array_elements(p) c join chart h on h.id = (c ->> 'chart')::uuid;
  insert into job_request (name, data)
  select j ->> 'name', j -> 'data' from jsonb_array_elements(p) c, jsonb_array_elements(coalesce(c -> 'jobs', '[]')) j;
end $$;

-- New numbers or a new pack: what the engine now says of charts whose locks are held. Charts whose duties changed are audited.
create function kinfold.store_evaluations(p jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
begin
  if not (array(select (c ->> 'chart')::uuid from jsonb_array_elements(p) c) <@ scope_command()) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  perform engine_store_many(p);
  insert into audit_event (capacity, programme, holder, chart, operation, outcome, details, digest, era)
  select 'system', a ->> 'programme', h.holder, h.id, 'duties.re-evaluated', 'done', jsonb_build_object('system', a ->> 'system',
      'with', c -> 'stage' -> 'evaluatedWith', 'changed', jsonb_array_length(c -> 'upsert'), 'gone', jsonb_array_length(c -> 'gone')), '',
    (select coalesce(max(era), 1) from audit_era)
  from jsonb_array_elements(p) c join chart h on h.id = (c ->> 'chart')::uuid
  where jsonb_array_length(c -> 'upsert') + jsonb_array_length(c -> 'gone') > 0;
end $$;

-- Files of referrals on their way in. The text stays here while its rows are read and is deleted when they are.
alter table kinfold.import_batch add column source text, add column mapping jsonb, add column columns text[];
create table kinfold.import_batch_file (
  batch uuid primary key references kinfold.import_batch,
  agency integer not null,
  text text not null
);
comment on table kinfold.import_batch_file is 'The text of a file whose rows are still being read; deleted when they are.';
alter table kinfold.import_batch_file enable row level security;
create policy own_agency on kinfold.import_batch_file for all to kinfold_staff, kinfold_assigned
  using (agency = (select kinfold.scope_agency())) with check (agency = (select kinfold.scope_agency()));
grant select, insert, delete on kinfold.import_batch_file to kinfold_staff, kinfold_assigned;

-- How many charts the agency holds: a number also for those who may open none.
create function kinfold.count_held_charts() returns bigint language sql stable security definer set search_path = kinfold, pg_temp
as $$ select count(*) from chart where holder = scope_agency() $$;
grant execute on function kinfold.count_held_charts to kinfold_staff, kinfold_assigned;

create index parameter_override_agency on kinfold.parameter_override (agency, from_day) where ended_at is null;
create index chart_evaluated on kinfold.chart (holder, evaluated_with);

grant execute on function kinfold.ask_job, kinfold.step_job, kinfold.open_agency_command, kinfold.close_agency_command, kinfold.open_commands,
  kinfold.close_commands to kinfold_staff, kinfold_assigned;
grant execute on function kinfold.open_system_commands, kinfold.store_evaluations to kinfold_engine;
