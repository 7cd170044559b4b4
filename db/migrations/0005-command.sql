-- A command is four trips: open_command (enter, lock, what is known), the slice's own rows, close_command (facts, duties,
-- audit, answer), commit. The engine's part runs as the engine's own role, which reaches only the charts whose lock is held.

create function kinfold.engine_known(p_chart uuid) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  -- json, not jsonb, and facts as arrays in the order of FACT_COLUMNS: this is read once and never looked into here.
  return json_build_object(
    'facts', (select coalesce(json_agg(json_build_array(seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws) order by seq), '[]')
      from fact where chart = p_chart),
    'duties', (select coalesce(json_agg(json_build_object('key', key, 'state', state, 'due', due, 'lateAfter', late_after, 'metOn', met_on,
        'until', until, 'pausedFrom', paused_from, 'because', because, 'category', category, 'openParts', open_parts, 'owes', owes, 'pattern', pattern, 'dueAt', due_at)), '[]') from duty where chart = p_chart));
end $$;

create function kinfold.engine_record(p_chart uuid, p_from_seq integer, p_facts jsonb, p_said_by uuid) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  c record;
  v_last_seq integer;
  v_last_at timestamptz;
  v_agency integer := coalesce(kinfold.scope_agency(), (select holder from chart where id = p_chart));
begin
  if jsonb_array_length(p_facts) = 0 then return; end if;
  select holder, programme into strict c from chart where id = p_chart;
  select coalesce(max(seq), 0), coalesce(max(recorded_at), '-infinity') into v_last_seq, v_last_at from fact where chart = p_chart;
  if v_last_seq <> p_from_seq then
    raise exception 'facts were recorded without the chart''s lock' using errcode = 'serialization_failure';
  end if;
  v_last_at := greatest(this_instant(), v_last_at + interval '1 microsecond');
  insert into fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day, at, data, supersedes, withdraws, said_by, source_table, source_id)
  select p_chart, v_last_seq + ord, v_last_at + (ord - 1) * interval '1 microsecond', v_agency, c.holder, c.programme,
    f ->> 'category', f ->> 'kind', (f ->> 'on')::date, (f ->> 'at')::timestamptz, coalesce(f -> 'data', '{}'),
    (f ->> 'supersedes')::integer, coalesce((f ->> 'withdraws')::boolean, false), p_said_by, f -> 'source' ->> 'table', (f -> 'source' ->> 'id')::uuid
  from jsonb_array_elements(p_facts) with ordinality as e (f, ord);
end $$;

create function kinfold.engine_store(p_chart uuid, p_upsert jsonb, p_gone text[], p_stage jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  if jsonb_array_length(p_upsert) > 0 then
    insert into duty (chart, key, agency, holder, programme, category, rule, clause, root, item, owes, owing, force, state, due, due_at,
      late_after, late_after_at, until, paused_from, because, met_on, pattern, open_parts)
    select c.id, d.key, c.agency, c.holder, c.programme, d.category, d.rule, d.clause, d.root, d.item, d.owes, d.owing, d.force, d.state, d.due, d."dueAt",
      d."lateAfter", d."lateAfterAt", d.until, d."pausedFrom", d.because, d."metOn", d.pattern, coalesce(d."openParts", '{}')
    from chart c, jsonb_to_recordset(p_upsert) as d (key text, category text, rule text, clause text, root integer, item text, owes text, owing text,
      force text, state text, due date, "dueAt" timestamptz, "lateAfter" date, "lateAfterAt" timestamptz, until date, "pausedFrom" date, because text, "metOn" date, pattern jsonb, "openParts" text[])
    where c.id = p_chart
    on conflict (chart, key) do update set category = excluded.category, owes = excluded.owes, owing = excluded.owing, force = excluded.force,
      state = excluded.state, due = excluded.due, due_at = excluded.due_at, late_after = excluded.late_after, late_after_at = excluded.late_after_at,
      until = excluded.until, paused_from = excluded.paused_from, because = excluded.because, met_on = excluded.met_on, pattern = excluded.pattern, open_parts = excluded.open_parts, clause = excluded.clause;
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

-- Enter, take the chart's lock, answer a repeated write, and say what is known of the chart. KF404 hides what is out of reach;
-- KF410: this id was used for another write.
create function kinfold.open_command(p_token bytea, p_seat uuid, p_chart uuid, p_write uuid, p_digest bytea) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := enter(p_token, p_seat, array[p_chart]);
  o json := opened(a, p_chart, p_write, p_digest);
begin
  -- A repetition changes nothing, so it holds nothing.
  if o -> 'answered' is not null then perform enter(p_token, p_seat); end if;
  return o;
end $$;

create function kinfold.opened(a jsonb, p_chart uuid, p_write uuid, p_digest bytea) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  c record;
  w record;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_chart::text, 1));
  if p_write is not null then
    select digest, answer into w from write where person = (a ->> 'person')::uuid and id = p_write;
    if found then
      if w.digest is distinct from p_digest then raise exception 'this id was used for another write' using errcode = 'KF410'; end if;
      return json_build_object('actor', a, 'answered', w.answer);
    end if;
  end if;
  select id, holder, agency, programme, stage into c from chart where id = p_chart;
  if not found then
    return json_build_object('actor', a, 'chart', null, 'relations', '[]'::json, 'known', '{"facts":[],"duties":[]}'::json);
  end if;
  if not (c.holder = any (scope_agencies()) or c.holder = any (scope_intake()) or c.id = any (scope_charts())) then
    raise exception 'no such chart' using errcode = 'KF404';
  end if;
  return json_build_object('actor', a, 'chart', json_build_object('id', c.id, 'holder', c.holder, 'agency', c.agency, 'programme', c.programme, 'stage', c.stage),
    'relations', relations_of((a ->> 'seat')::uuid, p_chart, (a ->> 'today')::date), 'known', engine_known(p_chart));
end $$;

create function kinfold.relations_of(p_seat uuid, p_chart uuid, p_today date) returns jsonb
language sql stable security definer set search_path = kinfold, pg_temp as $$
  select coalesce(jsonb_agg(distinct kind), '[]') from (
    select kind from relationship where chart = p_chart and seat = p_seat and ended_at is null and from_day <= p_today and (to_day is null or to_day >= p_today)
    union all
    select 'cover' from absence a join relationship r on r.seat = a.seat and r.kind = 'accountable' and r.ended_at is null and r.chart = p_chart
      and r.from_day <= p_today and (r.to_day is null or r.to_day >= p_today)
      where a.cover = p_seat and p_today between a.from_day and a.to_day
    union all
    select 'supervisor' from supervision s join relationship r on r.seat = s.seat and r.kind = 'accountable' and r.ended_at is null and r.chart = p_chart
      and r.from_day <= p_today and (r.to_day is null or r.to_day >= p_today)
      where s.supervisor = p_seat and s.from_day <= p_today and (s.to_day is null or s.to_day >= p_today)
    union all
    select 'emergency' from emergency_access e where e.seat = p_seat and e.chart = p_chart and e.to_at > now()
  ) related
$$;

-- A job's way to the same: as a named system actor, through the engine's login.
create function kinfold.open_system_command(p_job text, p_programme text, p_chart uuid) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := enter_system(p_job, p_programme, array[p_chart]);
begin
  return kinfold.opened(a, p_chart, null, null);
end $$;

-- A correction that belongs to a stricter category takes what it corrects with it: else the old words stay readable.
create function kinfold.raise_superseded(p_chart uuid) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  strictness text[] := array['general', 'mental-health', 'school', 'child-welfare', 'justice', 'incident', 'quality-of-care', 'reproductive', 'hiv',
    'violence', 'family-private', 'substance-use', 'counseling-notes'];
begin
  update fact old set category = new.category from fact new
  where old.chart = p_chart and new.chart = p_chart and new.supersedes = old.seq
    and array_position(strictness, new.category::text) > array_position(strictness, old.category::text);
  update contact old set category = new.category from contact new
  where old.chart = p_chart and new.chart = p_chart and new.supersedes = old.id
    and array_position(strictness, new.category::text) > array_position(strictness, old.category::text);
end $$;

-- Facts, duties, audit row and the answer to a repetition, in one trip.
create function kinfold.close_command(p jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_chart uuid := (p ->> 'chart')::uuid;
begin
  if not (v_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  perform engine_record(v_chart, (p ->> 'fromSeq')::integer, p -> 'facts', (a ->> 'seat')::uuid);
  perform engine_store(v_chart, p -> 'upsert', array(select jsonb_array_elements_text(p -> 'gone')), p -> 'stage');
  perform raise_superseded(v_chart);
  perform append_audit(p ->> 'operation', 'done', v_chart, coalesce(p -> 'details', '{}'), coalesce(p ->> 'category', 'general'));
  if p ? 'jobs' then
    insert into job_request (name, data) select j ->> 'name', j -> 'data' from jsonb_array_elements(p -> 'jobs') j;
  end if;
  if p ? 'write' and p -> 'write' <> 'null'::jsonb then
    insert into write (person, id, digest, answer)
    values ((a ->> 'person')::uuid, (p -> 'write' ->> 'id')::uuid, decode(p -> 'write' ->> 'digest', 'hex'), p -> 'write' -> 'answer');
  end if;
end $$;
