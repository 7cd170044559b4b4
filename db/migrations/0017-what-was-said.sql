-- A command compares a fingerprint of what the engine said of each duty instead of the duty itself, and does nothing for what
-- did not happen: most of a small command's time went into plans that were set up and found no row.

alter table kinfold.duty add column said text;
comment on column kinfold.duty.said is 'Fingerprint of what the engine said: equal exactly when nothing changed. Null: written before there was one.';
-- Room for a changed row beside the old one, so that the indexes need not learn of it.
alter table kinfold.duty set (fillfactor = 85);
alter table kinfold.chart set (fillfactor = 85);

create or replace function kinfold.engine_known(p_chart uuid) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  -- json, not jsonb, and arrays in the order of FactColumns and DutyColumns: this is read once and never looked into here.
  return json_build_object(
    'facts', (select coalesce(json_agg(json_build_array(seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws) order by seq), '[]')
      from fact where chart = p_chart),
    'duties', (select coalesce(json_agg(json_build_array(key, state, category, said)), '[]') from duty where chart = p_chart));
end $$;

create or replace function kinfold.opened_many(a jsonb, p_charts uuid[]) returns json
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
    left join (select chart, json_agg(json_build_array(key, state, category, said)) as duties
      from duty where chart = any (v_charts) group by chart) d on d.chart = c.id
    where c.id = any (v_charts)));
end $$;

create or replace function kinfold.engine_record(p_chart uuid, p_from_seq integer, p_facts jsonb, p_said_by uuid) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  c record;
  v_last record;
  v_at timestamptz;
  v_agency integer;
begin
  if jsonb_array_length(p_facts) = 0 then return; end if;
  select holder, programme into strict c from chart where id = p_chart;
  v_agency := coalesce(kinfold.scope_agency(), c.holder);
  -- Both grow together, so the last fact has both.
  select seq, recorded_at into v_last from fact where chart = p_chart order by seq desc limit 1;
  if coalesce(v_last.seq, 0) <> p_from_seq then
    raise exception 'facts were recorded without the chart''s lock' using errcode = 'serialization_failure';
  end if;
  v_at := greatest(this_instant(), v_last.recorded_at + interval '1 microsecond');
  insert into fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day, at, data, supersedes, withdraws, said_by, source_table, source_id)
  select p_chart, p_from_seq + ord, v_at + (ord - 1) * interval '1 microsecond', v_agency, c.holder, c.programme,
    f ->> 'category', f ->> 'kind', (f ->> 'on')::date, (f ->> 'at')::timestamptz, coalesce(f -> 'data', '{}'),
    (f ->> 'supersedes')::integer, coalesce((f ->> 'withdraws')::boolean, false), p_said_by, f -> 'source' ->> 'table', (f -> 'source' ->> 'id')::uuid
  from jsonb_array_elements(p_facts) with ordinality as e (f, ord);
end $$;

create or replace function kinfold.engine_store(p_chart uuid, p_upsert jsonb, p_gone text[], p_stage jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  if jsonb_array_length(p_upsert) > 0 then
    insert into duty (chart, key, agency, holder, programme, category, rule, clause, root, item, owes, owing, force, state, due, due_at,
      late_after, late_after_at, until, paused_from, because, met_on, pattern, open_parts, said)
    select c.id, d.key, c.agency, c.holder, c.programme, d.category, d.rule, d.clause, d.root, d.item, d.owes, d.owing, d.force, d.state, d.due, d."dueAt",
      d."lateAfter", d."lateAfterAt", d.until, d."pausedFrom", d.because, d."metOn", d.pattern, coalesce(d."openParts", '{}'), d.said
    from chart c, jsonb_to_recordset(p_upsert) as d (key text, category text, rule text, clause text, root integer, item text, owes text, owing text,
      force text, state text, due date, "dueAt" timestamptz, "lateAfter" date, "lateAfterAt" timestamptz, until date, "pausedFrom" date, because text,
      "metOn" date, pattern jsonb, "openParts" text[], said text)
    where c.id = p_chart
    on conflict (chart, key) do update set category = excluded.category, owes = excluded.owes, owing = excluded.owing, force = excluded.force,
      state = excluded.state, due = excluded.due, due_at = excluded.due_at, late_after = excluded.late_after, late_after_at = excluded.late_after_at,
      until = excluded.until, paused_from = excluded.paused_from, because = excluded.because, met_on = excluded.met_on, pattern = excluded.pattern,
      open_parts = excluded.open_parts, clause = excluded.clause, said = excluded.said;
  end if;
  if cardinality(p_gone) > 0 then
    delete from duty where chart = p_chart and key = any (p_gone);
  end if;
  if p_stage is not null then
    update chart set stage = p_stage ->> 'stage', stage_since = (p_stage ->> 'since')::date, last_contact_on = (p_stage ->> 'lastContactOn')::date,
      evaluated_with = p_stage ->> 'evaluatedWith'
    where id = p_chart and (stage, stage_since, last_contact_on, evaluated_with) is distinct from
      (p_stage ->> 'stage', (p_stage ->> 'since')::date, (p_stage ->> 'lastContactOn')::date, p_stage ->> 'evaluatedWith');
  end if;
end $$;

create or replace function kinfold.close_command(p jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_chart uuid := (p ->> 'chart')::uuid;
begin
  if not coalesce(a -> 'command' ? v_chart::text, false) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  perform engine_record(v_chart, (p ->> 'fromSeq')::integer, p -> 'facts', (a ->> 'seat')::uuid);
  perform engine_store(v_chart, p -> 'upsert', array(select jsonb_array_elements_text(p -> 'gone')), p -> 'stage');
  -- A row that supersedes another comes with a fact that does.
  if p @? '$.facts[*].supersedes ? (@ != null)' then perform raise_superseded(v_chart); end if;
  perform append_audit(p ->> 'operation', 'done', v_chart, coalesce(p -> 'details', '{}'), coalesce(p ->> 'category', 'general'));
  if jsonb_array_length(p -> 'jobs') > 0 then
    insert into job_request (name, data) select j ->> 'name', j -> 'data' from jsonb_array_elements(p -> 'jobs') j;
  end if;
  if jsonb_typeof(p -> 'write') = 'object' then
    insert into write (person, id, digest, answer)
    values ((a ->> 'person')::uuid, (p -> 'write' ->> 'id')::uuid, decode(p -> 'write' ->> 'digest', 'hex'), p -> 'write' -> 'answer');
  end if;
end $$;
