-- A chart's facts as the engine reads them, written once instead of at every command. Facts are append-only, so what is written of the
-- older ones stays true; whatever changes a fact that was written takes its pages away, and they are written anew from the facts.
create table kinfold.fact_page (
  chart uuid not null references kinfold.chart,
  to_seq integer not null,
  -- json, not jsonb: it is sent as it is and never looked into here.
  facts json not null,
  primary key (chart, to_seq)
);
comment on table kinfold.fact_page is 'Copies of a chart''s facts up to a number, as the engine reads them; of every category, so that nobody but the engine may read them.';
alter table kinfold.fact_page enable row level security;
create policy engine_writes on kinfold.fact_page for all to kinfold_engine
  using (chart = any ((select kinfold.scope_command())::uuid[])) with check (chart = any ((select kinfold.scope_command())::uuid[]));
grant select, insert on kinfold.fact_page to kinfold_engine;

-- A fact moved to another chart takes that chart's pages away too.
create function kinfold.forget_fact_pages() returns trigger language plpgsql security definer set search_path = kinfold, pg_temp as $$
begin
  delete from fact_page where chart = old.chart;
  if tg_op = 'UPDATE' and new.chart <> old.chart then delete from fact_page where chart = new.chart; end if;
  return null;
end $$;
revoke execute on function kinfold.forget_fact_pages() from public;
create trigger forget_fact_pages
  after delete or update of chart, seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws on kinfold.fact
  for each row execute function kinfold.forget_fact_pages();

-- Writes what of these charts stands in no page yet, where it is sixteen facts or more. Instants are written in one zone whoever asks.
create function kinfold.engine_fold(p_charts uuid[]) returns void
language plpgsql security definer set search_path = kinfold, pg_temp set timezone = 'UTC' as $$
begin
  insert into fact_page (chart, to_seq, facts)
  select c.chart, l.seq, f.facts
  from unnest(p_charts) as c (chart)
    cross join lateral (select coalesce(max(to_seq), 0) as seq from fact_page where chart = c.chart) p
    cross join lateral (select coalesce(max(seq), 0) as seq from fact where chart = c.chart) l
    cross join lateral (select json_agg(json_build_array(seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws) order by seq) as facts
      from fact where chart = c.chart and seq > p.seq) f
  where l.seq - p.seq >= 16;
end $$;
revoke execute on function kinfold.engine_fold(uuid[]) from public;

create or replace function kinfold.engine_known(p_chart uuid) returns json
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  v_pages json;
  v_to integer;
begin
  select json_agg(facts order by to_seq), max(to_seq) into v_pages, v_to from fact_page where chart = p_chart;
  -- Arrays in the order of FactColumns and DutyColumns.
  return json_build_object('pages', coalesce(v_pages, '[]'),
    'facts', (select coalesce(json_agg(json_build_array(seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws) order by seq), '[]')
      from fact where chart = p_chart and seq > coalesce(v_to, 0)),
    'duties', (select coalesce(json_agg(json_build_array(key, state, category, said)), '[]') from duty where chart = p_chart));
end $$;

-- Many charts' facts, as `engine_known` sends them for one.
create or replace function kinfold.opened_many(a jsonb, p_charts uuid[]) returns json
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  v_charts uuid[] := array(select distinct c from unnest(p_charts) c order by c);
  v_chart uuid;
begin
  foreach v_chart in array v_charts loop
    perform pg_advisory_xact_lock(hashtextextended(v_chart::text, 1));
  end loop;
  if exists (select 1 from chart c where c.id = any (v_charts) and not (c.holder = any ((select scope_agencies())::integer[])
      or c.holder = any ((select scope_intake())::integer[]) or c.id = any ((select scope_charts())::uuid[]))) then
    raise exception 'no such chart' using errcode = 'KF404';
  end if;
  return json_build_object('actor', a, 'charts', (
    select coalesce(json_agg(json_build_object(
      'chart', json_build_object('id', c.id, 'holder', c.holder, 'agency', c.agency, 'programme', c.programme, 'stage', c.stage, 'since', c.stage_since,
        'evaluatedWith', c.evaluated_with),
      'relations', case when a ? 'seat' then relations_of((a ->> 'seat')::uuid, c.id, (a ->> 'today')::date) else '[]'::jsonb end,
      'known', json_build_object('pages', coalesce(p.pages, '[]'::json), 'facts', coalesce(f.facts, '[]'::json), 'duties', coalesce(d.duties, '[]'::json)))), '[]')
    from chart c
    cross join lateral (select json_agg(facts order by to_seq) as pages, coalesce(max(to_seq), 0) as to_seq from fact_page where chart = c.id) p
    cross join lateral (select json_agg(json_build_array(seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws) order by seq) as facts
      from fact where chart = c.id and seq > p.to_seq) f
    cross join lateral (select json_agg(json_build_array(key, state, category, said)) as duties from duty where chart = c.id) d
    where c.id = any (v_charts)));
end $$;

-- A chart that a command makes is within its own reach from its first row on, also for who reaches charts instead of the agency:
-- else they could not go on with what they just wrote. Under the chart's lock, so that nobody else can be making it.
create function kinfold.reach_new_chart(p_chart uuid) returns void
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  v_charts text := (scope_charts() || p_chart)::text;
  v_kept text := set_config('kinfold.charts', v_charts, true);
begin
  v_kept := set_config('kinfold.seal', scope_seal(current_setting('kinfold.actor'), current_setting('kinfold.agencies'),
    current_setting('kinfold.intake'), v_charts, current_setting('kinfold.categories')), true);
end $$;
revoke execute on function kinfold.reach_new_chart(uuid) from public;

-- A command is told which rules made what is stored of its chart, so that it need not write the same again.
create or replace function kinfold.opened(a jsonb, p_chart uuid) returns json
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  c record;
begin
  select id, holder, agency, programme, stage, stage_since, evaluated_with into c from chart where id = p_chart;
  if not found then
    if a ->> 'through' = 'assigned' then perform reach_new_chart(p_chart); end if;
    return json_build_object('actor', a, 'chart', null, 'relations', '[]'::json, 'known', '{"pages":[],"facts":[],"duties":[]}'::json);
  end if;
  if not (c.holder = any (scope_agencies()) or c.holder = any (scope_intake()) or c.id = any (scope_charts())) then
    raise exception 'no such chart' using errcode = 'KF404';
  end if;
  return json_build_object('actor', a, 'chart', json_build_object('id', c.id, 'holder', c.holder, 'agency', c.agency, 'programme', c.programme, 'stage', c.stage,
      'since', c.stage_since, 'evaluatedWith', c.evaluated_with),
    'relations', relations_of((a ->> 'seat')::uuid, p_chart, (a ->> 'today')::date), 'known', engine_known(p_chart));
end $$;

create or replace function kinfold.open_registered_command(p_token bytea, p_seat uuid, p_chart uuid, p_write uuid, p_digest bytea) returns json
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := enter(p_token, p_seat, array[p_chart]);
  c record;
  w record;
begin
  select id, holder, agency, programme, stage into c from chart where id = p_chart;
  if not found or c.agency is distinct from scope_registrar() or c.holder = c.agency then
    return open_command(p_token, p_seat, p_chart, p_write, p_digest);
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_chart::text, 1));
  select digest, answer into w from write where person = (a ->> 'person')::uuid and id = p_write;
  if found then
    if w.digest is distinct from p_digest then raise exception 'this id was used for another write' using errcode = 'KF410'; end if;
    perform enter(p_token, p_seat);
    return json_build_object('actor', a, 'answered', w.answer);
  end if;
  select id, holder, agency, programme, stage, stage_since, evaluated_with into c from chart where id = p_chart;
  return json_build_object('actor', a, 'chart', json_build_object('id', c.id, 'holder', c.holder, 'agency', c.agency, 'programme', c.programme, 'stage', c.stage,
      'since', c.stage_since, 'evaluatedWith', c.evaluated_with),
    'relations', '[]'::json, 'known', engine_known(p_chart));
end $$;

-- What the engine's part of a command is told instead of asking: the chart's labels and the instant, which its caller has at hand.
drop function kinfold.engine_record(uuid, integer, jsonb, uuid);
create function kinfold.engine_record(p_chart uuid, p_from_seq integer, p_facts jsonb, p_said_by uuid, p_agency integer, p_holder integer, p_programme text,
  p_now timestamptz) returns void
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  v_last record;
  v_count integer := jsonb_array_length(p_facts);
begin
  if v_count = 0 then return; end if;
  -- Both grow together, so the last fact has both.
  select seq, recorded_at into v_last from fact where chart = p_chart order by seq desc limit 1;
  if coalesce(v_last.seq, 0) <> p_from_seq then
    raise exception 'facts were recorded without the chart''s lock' using errcode = 'serialization_failure';
  end if;
  insert into fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day, at, data, supersedes, withdraws, said_by, source_table, source_id)
  select p_chart, p_from_seq + ord, greatest(p_now, v_last.recorded_at + interval '1 microsecond') + (ord - 1) * interval '1 microsecond',
    p_agency, p_holder, p_programme, f ->> 'category', f ->> 'kind', (f ->> 'on')::date, (f ->> 'at')::timestamptz, coalesce(f -> 'data', '{}'),
    (f ->> 'supersedes')::integer, coalesce((f ->> 'withdraws')::boolean, false), p_said_by, f -> 'source' ->> 'table', (f -> 'source' ->> 'id')::uuid
  from jsonb_array_elements(p_facts) with ordinality as e (f, ord);
  -- Each time a chart passes a multiple of 32.
  if (p_from_seq + v_count) / 32 > p_from_seq / 32 then perform engine_fold(array[p_chart]); end if;
end $$;
revoke execute on function kinfold.engine_record(uuid, integer, jsonb, uuid, integer, integer, text, timestamptz) from public;

-- Nobody read the day of the last contact kept with the chart: what a reader is told is counted among what they may see.
create or replace function kinfold.engine_store(p_chart uuid, p_upsert jsonb, p_gone text[], p_stage jsonb) returns void
language plpgsql security definer set search_path = kinfold, pg_temp as $$
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
    update chart set stage = p_stage ->> 'stage', stage_since = (p_stage ->> 'since')::date, evaluated_with = p_stage ->> 'evaluatedWith'
    where id = p_chart and (stage, stage_since, evaluated_with) is distinct from
      (p_stage ->> 'stage', (p_stage ->> 'since')::date, p_stage ->> 'evaluatedWith');
  end if;
end $$;

create or replace function kinfold.engine_store_many(p jsonb) returns void
language plpgsql security definer set search_path = kinfold, pg_temp as $$
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
    evaluated_with = a.stage ->> 'evaluatedWith'
  from jsonb_to_recordset(p) as a (chart uuid, stage jsonb) where c.id = a.chart and jsonb_typeof(a.stage) = 'object';
end $$;

create or replace function kinfold.engine_record_many(p jsonb, p_said_by uuid, p_now timestamp with time zone) returns void
language plpgsql security definer set search_path = kinfold, pg_temp as $$
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
  perform engine_fold(array(select a.chart from jsonb_to_recordset(p) as a (chart uuid, "fromSeq" integer, facts jsonb)
    where (a."fromSeq" + jsonb_array_length(a.facts)) / 32 > a."fromSeq" / 32));
end $$;

do $$ begin
  execute 'grant create on schema kinfold to kinfold_engine';
  alter function kinfold.engine_record owner to kinfold_engine;
  alter function kinfold.engine_fold owner to kinfold_engine;
  execute 'revoke create on schema kinfold from kinfold_engine';
end $$;
alter table kinfold.chart drop column last_contact_on;

-- The same in fewer steps: what the parts of a command need to know of the chart and the hour is asked once.
create or replace function kinfold.close_command(p jsonb) returns void
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_chart uuid := (p ->> 'chart')::uuid;
  v_seat uuid := (a ->> 'seat')::uuid;
  v_agency integer := (a ->> 'agency')::integer;
  v_details jsonb := coalesce(p -> 'details', '{}');
  v_write jsonb := p -> 'write';
  c record;
begin
  if not coalesce(a -> 'command' ? v_chart::text, false) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  select h.holder, h.programme, clock_timestamp() + s.ahead as present, (select coalesce(max(era), 1) from audit_era) as era into c
  from clock_setting s left join chart h on h.id = v_chart;
  perform engine_record(v_chart, (p ->> 'fromSeq')::integer, p -> 'facts', v_seat, coalesce(v_agency, c.holder), c.holder, c.programme, c.present);
  perform engine_store(v_chart, p -> 'upsert', case when p -> 'gone' = '[]' then '{}' else array(select jsonb_array_elements_text(p -> 'gone')) end, p -> 'stage');
  -- A row that supersedes another comes with a fact that does.
  if p @? '$.facts[*].supersedes ? (@ != null)' then perform raise_superseded(v_chart); end if;
  if a ? 'system' then v_details := v_details || jsonb_build_object('system', a ->> 'system'); end if;
  insert into audit_event (person, seat, session, capacity, agency, programme, holder, chart, category, operation, outcome, details, digest, era)
  values ((a ->> 'person')::uuid, v_seat, (a ->> 'session')::uuid, coalesce(a ->> 'capacity', a ->> 'system'), v_agency, a ->> 'programme', c.holder, v_chart,
    coalesce(p ->> 'category', 'general'), p ->> 'operation', 'done', v_details, '', c.era);
  if p -> 'jobs' <> '[]' then
    insert into job_request (name, data) select j ->> 'name', j -> 'data' from jsonb_array_elements(p -> 'jobs') j;
  end if;
  if jsonb_typeof(v_write) = 'object' then
    insert into write (person, id, digest, answer)
    values ((a ->> 'person')::uuid, (v_write ->> 'id')::uuid, decode(v_write ->> 'digest', 'hex'), v_write -> 'answer');
  end if;
end $$;

-- Histories longer than their pages are written anew when they are judged anyway.
create or replace function kinfold.store_evaluations(p jsonb) returns void
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
begin
  if not (array(select (c ->> 'chart')::uuid from jsonb_array_elements(p) c) <@ scope_command()) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  perform engine_store_many(p);
  perform engine_fold(array(select (c ->> 'chart')::uuid from jsonb_array_elements(p) c));
  insert into audit_event (capacity, programme, holder, chart, operation, outcome, details, digest, era)
  select 'system', a ->> 'programme', h.holder, h.id, 'duties.re-evaluated', 'done', jsonb_build_object('system', a ->> 'system',
      'with', c -> 'stage' -> 'evaluatedWith', 'changed', jsonb_array_length(c -> 'upsert'), 'gone', jsonb_array_length(c -> 'gone')), '',
    (select coalesce(max(era), 1) from audit_era)
  from jsonb_array_elements(p) c join chart h on h.id = (c ->> 'chart')::uuid
  where jsonb_array_length(c -> 'upsert') + jsonb_array_length(c -> 'gone') > 0;
end $$;
