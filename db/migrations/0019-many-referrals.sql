-- Bringing in many referrals at once, and links between charts that keep their history.

-- What a chart is found by follows from the chart: its labels are the chart's own, so no request role writes them. One function
-- does, for the charts whose locks the command holds, all keys of all charts in one statement.
create function kinfold.add_keys(p_keys jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  held uuid[] := scope_command();
begin
  if exists (select 1 from jsonb_to_recordset(p_keys) as k (chart uuid) where k.chart <> all (held)) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  insert into name_key (chart, agency, holder, programme, kind, token)
  select c.id, c.agency, c.holder, c.programme, k.kind, k.token
  from jsonb_to_recordset(p_keys) as k (chart uuid, kind text, token text) join chart c on c.id = k.chart
  on conflict do nothing;
end $$;
revoke execute on function kinfold.add_keys from public;
grant execute on function kinfold.add_keys to kinfold_staff, kinfold_assigned;
revoke insert on kinfold.name_key from kinfold_staff, kinfold_assigned;

-- The same answer as before; its plan is kept from row to row, which an SQL function's is not.
create or replace function kinfold.labels_fit(p_chart uuid, p_holder integer, p_programme text) returns boolean
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  return exists (select 1 from chart c where c.id = p_chart and c.holder = p_holder and c.programme = p_programme);
end $$;

-- The engine's part of many commands. What belongs to a chart is taken out of the JSON once, not once for every pair of rows.
create or replace function kinfold.engine_record_many(p jsonb, p_said_by uuid, p_now timestamptz) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  v_agency integer := scope_agency();
begin
  if exists (select 1 from jsonb_to_recordset(p) as a (chart uuid, "fromSeq" integer, facts jsonb) where jsonb_array_length(a.facts) > 0
      and a."fromSeq" <> coalesce((select max(f.seq) from fact f where f.chart = a.chart), 0)) then
    raise exception 'facts were recorded without the chart''s lock' using errcode = 'serialization_failure';
  end if;
  insert into fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day, at, data, supersedes, withdraws, said_by, source_table, source_id)
  select c.id, a."fromSeq" + ord,
    greatest(p_now, (select max(f.recorded_at) from fact f where f.chart = c.id) + interval '1 microsecond') + (ord - 1) * interval '1 microsecond',
    coalesce(v_agency, c.holder), c.holder, c.programme,
    f ->> 'category', f ->> 'kind', (f ->> 'on')::date, (f ->> 'at')::timestamptz, coalesce(f -> 'data', '{}'),
    (f ->> 'supersedes')::integer, coalesce((f ->> 'withdraws')::boolean, false), p_said_by, f -> 'source' ->> 'table', (f -> 'source' ->> 'id')::uuid
  from jsonb_to_recordset(p) as a (chart uuid, "fromSeq" integer, facts jsonb) join chart c on c.id = a.chart,
    jsonb_array_elements(a.facts) with ordinality as e (f, ord);
end $$;

create or replace function kinfold.engine_store_many(p jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  insert into duty (chart, key, agency, holder, programme, category, rule, clause, root, item, owes, owing, force, state, due, due_at,
    late_after, late_after_at, until, paused_from, because, met_on, pattern, open_parts, said)
  select c.id, d.key, c.agency, c.holder, c.programme, d.category, d.rule, d.clause, d.root, d.item, d.owes, d.owing, d.force, d.state, d.due, d."dueAt",
    d."lateAfter", d."lateAfterAt", d.until, d."pausedFrom", d.because, d."metOn", d.pattern, coalesce(d."openParts", '{}'), d.said
  from jsonb_to_recordset(p) as a (chart uuid, upsert jsonb) join chart c on c.id = a.chart,
    jsonb_to_recordset(a.upsert) as d (key text, category text, rule text, clause text, root integer, item text, owes text, owing text,
      force text, state text, due date, "dueAt" timestamptz, "lateAfter" date, "lateAfterAt" timestamptz, until date, "pausedFrom" date, because text,
      "metOn" date, pattern jsonb, "openParts" text[], said text)
  on conflict (chart, key) do update set category = excluded.category, owes = excluded.owes, owing = excluded.owing, force = excluded.force,
    state = excluded.state, due = excluded.due, due_at = excluded.due_at, late_after = excluded.late_after, late_after_at = excluded.late_after_at,
    until = excluded.until, paused_from = excluded.paused_from, because = excluded.because, met_on = excluded.met_on, pattern = excluded.pattern,
    open_parts = excluded.open_parts, clause = excluded.clause, said = excluded.said;
  delete from duty d using jsonb_to_recordset(p) as a (chart uuid, gone jsonb), jsonb_array_elements_text(a.gone) g where d.chart = a.chart and d.key = g;
  update chart c set stage = a.stage ->> 'stage', stage_since = (a.stage ->> 'since')::date,
    last_contact_on = (a.stage ->> 'lastContactOn')::date, evaluated_with = a.stage ->> 'evaluatedWith'
  from jsonb_to_recordset(p) as a (chart uuid, stage jsonb) where c.id = a.chart and jsonb_typeof(a.stage) = 'object';
end $$;

create or replace function kinfold.close_commands(p jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
begin
  if not (array(select c.chart from jsonb_to_recordset(p) as c (chart uuid)) <@ scope_command()) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  perform engine_record_many(p, (a ->> 'seat')::uuid, this_instant());
  perform engine_store_many(p);
  insert into audit_event (person, seat, session, capacity, agency, programme, holder, chart, category, operation, outcome, details, digest, era)
  select (a ->> 'person')::uuid, (a ->> 'seat')::uuid, (a ->> 'session')::uuid, coalesce(a ->> 'capacity', a ->> 'system'), (a ->> 'agency')::integer,
    a ->> 'programme', h.holder, h.id, coalesce(c.category, 'general'), c.operation, 'done', coalesce(c.details, '{}'), '',
    (select coalesce(max(era), 1) from audit_era)
  from jsonb_to_recordset(p) as c (chart uuid, category text, operation text, details jsonb) join chart h on h.id = c.chart;
  insert into job_request (name, data)
  select j ->> 'name', j -> 'data' from jsonb_to_recordset(p) as c (jobs jsonb), jsonb_array_elements(coalesce(c.jobs, '[]')) j;
end $$;

-- A link that was undone stays as it was, and the same pair can be linked again: another row.
alter table kinfold.chart_link add column id uuid not null default gen_random_uuid();
alter table kinfold.chart_link drop constraint chart_link_pkey;
alter table kinfold.chart_link add primary key (chart, id);
create unique index chart_link_one_open on kinfold.chart_link (chart, other, kind) where undone_at is null;
