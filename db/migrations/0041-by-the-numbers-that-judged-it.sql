-- A duty is called by the numbers that judged it, such as "First contact in 48 hours": it carries a day on which those counted. None where
-- they are the first its agency had. The row's own days cannot tell: one whose new number would have run out before it began keeps the old.
alter table kinfold.duty add column numbers_on date;
alter table kinfold.duty_left add column numbers_on date;

-- Where an agency has numbers of its own, what is stored goes by what was told until now; charts are judged again when the program
-- starts, and without `said` every such row is then written as the engine has it. What an agency handed over stays as it was told.
update kinfold.duty d set said = null, numbers_on = case
    when d.pattern ->> 'unit' = 'cycle' then date '1970-01-01' + (d.pattern ->> 'origin')::integer - 1
    else coalesce(d.met_on, case when d.state = 'missed' then d.until end, (kinfold.present() at time zone g.zone)::date) end
from kinfold.agency g where g.id = d.holder and exists (select 1 from kinfold.parameter_override o where o.agency = d.holder);
update kinfold.duty_left d set numbers_on = case
    when d.pattern ->> 'unit' = 'cycle' then date '1970-01-01' + (d.pattern ->> 'origin')::integer - 1
    else coalesce(d.met_on, case when d.state = 'missed' then d.until end, l.left_on) end
from kinfold.chart_left l
where (l.chart, l.agency, l.left_at) = (d.chart, d.agency, d.left_at)
  and exists (select 1 from kinfold.parameter_override o where o.agency = d.agency);

-- As before, with that day.
create or replace function kinfold.engine_store(p_chart uuid, p_upsert jsonb, p_gone text[], p_stage jsonb) returns void
language plpgsql security definer set search_path = kinfold, pg_temp as $$
begin
  if jsonb_array_length(p_upsert) > 0 then
    insert into duty (chart, key, agency, holder, programme, category, rule, clause, root, item, owes, owing, force, state, due, due_at,
      late_after, late_after_at, until, paused_from, because, met_on, pattern, open_parts, said, numbers_on)
    select c.id, d.key, c.agency, c.holder, c.programme, d.category, d.rule, d.clause, d.root, d.item, d.owes, d.owing, d.force, d.state, d.due, d."dueAt",
      d."lateAfter", d."lateAfterAt", d.until, d."pausedFrom", d.because, d."metOn", d.pattern, coalesce(d."openParts", '{}'), d.said, d."numbersOn"
    from chart c, jsonb_to_recordset(p_upsert) as d (key text, category text, rule text, clause text, root integer, item text, owes text, owing text,
      force text, state text, due date, "dueAt" timestamptz, "lateAfter" date, "lateAfterAt" timestamptz, until date, "pausedFrom" date, because text,
      "metOn" date, pattern jsonb, "openParts" text[], said text, "numbersOn" date)
    where c.id = p_chart
    on conflict (chart, key) do update set category = excluded.category, owes = excluded.owes, owing = excluded.owing, force = excluded.force,
      state = excluded.state, due = excluded.due, due_at = excluded.due_at, late_after = excluded.late_after, late_after_at = excluded.late_after_at,
      until = excluded.until, paused_from = excluded.paused_from, because = excluded.because, met_on = excluded.met_on, pattern = excluded.pattern,
      open_parts = excluded.open_parts, clause = excluded.clause, said = excluded.said, numbers_on = excluded.numbers_on;
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
    late_after, late_after_at, until, paused_from, because, met_on, pattern, open_parts, said, numbers_on)
  select c.id, d.key, c.agency, c.holder, c.programme, d.category, d.rule, d.clause, d.root, d.item, d.owes, d.owing, d.force, d.state, d.due, d."dueAt",
    d."lateAfter", d."lateAfterAt", d.until, d."pausedFrom", d.because, d."metOn", d.pattern, coalesce(d."openParts", '{}'), d.said, d."numbersOn"
  from jsonb_to_recordset(p) as a (chart uuid, upsert jsonb) join chart c on c.id = a.chart,
    jsonb_to_recordset(a.upsert) as d (key text, category text, rule text, clause text, root integer, item text, owes text, owing text,
      force text, state text, due date, "dueAt" timestamptz, "lateAfter" date, "lateAfterAt" timestamptz, until date, "pausedFrom" date, because text,
      "metOn" date, pattern jsonb, "openParts" text[], said text, "numbersOn" date)
  on conflict (chart, key) do update set category = excluded.category, owes = excluded.owes, owing = excluded.owing, force = excluded.force,
    state = excluded.state, due = excluded.due, due_at = excluded.due_at, late_after = excluded.late_after, late_after_at = excluded.late_after_at,
    until = excluded.until, paused_from = excluded.paused_from, because = excluded.because, met_on = excluded.met_on, pattern = excluded.pattern,
    open_parts = excluded.open_parts, clause = excluded.clause, said = excluded.said, numbers_on = excluded.numbers_on;
  delete from duty d using jsonb_to_recordset(p) as a (chart uuid, gone jsonb), jsonb_array_elements_text(a.gone) g where d.chart = a.chart and d.key = g;
  update chart c set stage = a.stage ->> 'stage', stage_since = (a.stage ->> 'since')::date,
    evaluated_with = a.stage ->> 'evaluatedWith'
  from jsonb_to_recordset(p) as a (chart uuid, stage jsonb) where c.id = a.chart and jsonb_typeof(a.stage) = 'object';
end $$;

create or replace function kinfold.hold_chart(p_chart uuid, p_to integer) returns void
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  t text;
  a jsonb := scope_actor();
  c record;
  v_at timestamptz := this_instant();
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  select id, holder, programme into c from chart
  where id = p_chart and holder = scope_agency() and a ->> 'capacity' in ('supervisor', 'agency-lead', 'csa-coordinator');
  if not found or c.programme is distinct from (select programme from agency where id = p_to and kind in ('cmo', 'csa', 'tcm-provider')) then
    raise exception 'not yours to hand over' using errcode = 'insufficient_privilege';
  end if;
  if exists (select 1 from enrolment e where e.chart = p_chart and e.agency = c.holder) then
    insert into chart_left (chart, agency, holder, programme, left_at, left_on, to_agency, name, born)
    select p_chart, c.holder, p_to, c.programme, v_at, (a ->> 'today')::date, p_to,
      concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last), y.born
    from youth y where y.chart = p_chart;
    insert into duty_left (chart, agency, holder, programme, category, left_at, key, rule, clause, force, state, owes, owing, due, due_at, late_after,
      late_after_at, until, paused_from, pattern, open_parts, met_on, numbers_on)
    select p_chart, c.holder, p_to, c.programme, d.category, v_at, d.key, d.rule, d.clause, d.force, d.state, d.owes, d.owing, d.due, d.due_at, d.late_after,
      d.late_after_at, d.until, d.paused_from, d.pattern, d.open_parts, d.met_on, d.numbers_on
    from duty d where d.chart = p_chart and d.owing = 'holder' and d.state <> 'void';
  end if;
  update chart set holder = p_to where id = p_chart;
  for t in select k.table_name from information_schema.columns k join information_schema.tables b using (table_schema, table_name)
    where k.table_schema = 'kinfold' and b.table_type = 'BASE TABLE' and k.column_name = 'holder'
      and k.table_name !~ '^audit_' and k.table_name <> 'chart' loop
    execute format('update kinfold.%I set holder = $1 where chart = $2', t) using p_to, p_chart;
  end loop;
  update relationship set ended_at = now(),
    to_day = case when kind = 'accountable' then coalesce(to_day, greatest(from_day, (a ->> 'today')::date)) else to_day end
  where chart = p_chart and ended_at is null and kind not in ('self', 'guardian') and seat in (select id from seat where agency <> p_to);
  update emergency_access set to_at = now() where chart = p_chart and to_at > now();
end $$;
