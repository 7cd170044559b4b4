-- What a seat reaches is verified once where a function looks through many rows, not for each of them.

-- A fact moved to another chart takes that chart's pages away too.
create or replace function kinfold.forget_fact_pages() returns trigger language plpgsql security definer set search_path = kinfold, pg_temp as $$
begin
  delete from fact_page where chart = old.chart;
  if tg_op = 'UPDATE' and new.chart <> old.chart then delete from fact_page where chart = new.chart; end if;
  return null;
end $$;

create or replace function kinfold.caseloads() returns table (seat uuid, charts integer)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  v_agency integer := scope_agency();
begin
  if not 'general' = any (scope_categories()) then return; end if;
  return query select r.seat, count(*)::integer from relationship r
    where r.holder = v_agency and r.kind = 'accountable' and r.to_day is null group by r.seat;
end $$;

-- As before; and rows of a file of this source that somebody mended in the form, which have the form's source and the fingerprint of
-- the row as it was wrong. Of whom they are is told by neither.
drop function kinfold.registered_beyond(text);
create function kinfold.registered_beyond(p_source text) returns table (external_id text, fingerprint text, chart uuid, mended boolean)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  v_charts uuid[] := scope_charts();
  v_categories text[] := scope_categories();
begin
  if a is null or a ->> 'through' <> 'assigned' then return; end if;
  return query
    select r.external_id, r.fingerprint, r.chart, false from referral r
    where r.agency = v_agency and r.source = p_source and r.external_id is not null and r.category = any (v_categories)
      and r.chart not in (select unnest(v_charts))
    union all
    select r.external_id, r.fingerprint, r.chart, true
    from import_batch b join import_row i on i.batch = b.id join referral r on r.chart = i.chart
    where b.agency = v_agency and b.source = p_source and i.outcome in ('registered', 'with-tasks')
      and r.agency = v_agency and r.source <> p_source and r.external_id is not null and r.category = any (v_categories)
      and r.chart not in (select unnest(v_charts));
end $$;

-- As before; of who sees the chart, those whose capacity sees what the duty is about. It is hidden from everybody else.
drop function kinfold.seats_that_reach(uuid);
create function kinfold.seats_that_reach(p_chart uuid, p_category text) returns table (seat uuid, name text, capacity text, title text)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  v_today date := (scope_actor() ->> 'today')::date;
  c record;
  v_nobodys boolean;
begin
  select chart.holder, g.staff_reach into c from chart join agency g on g.id = chart.holder
  where chart.id = p_chart and (chart.holder = any (scope_agencies()) or chart.id = any (scope_charts()));
  if not found then raise exception 'no such chart' using errcode = 'KF404'; end if;
  v_nobodys := c.staff_reach = 'assigned' and p_chart = any (nobodys_charts(c.holder, v_today));
  return query
    select s.id, p.name, s.capacity, s.title
    from seat s join person p on p.id = s.person and p.disabled_at is null join capacity k on k.code = s.capacity
    where s.agency = c.holder and s.from_day <= v_today and (s.to_day is null or s.to_day >= v_today) and k.works_through = 'staff' and k.chart_reach = 'agency'
      and p_category = any (k.categories)
      and (k.narrowed = 'never' or (k.narrowed in ('by-agency', 'to-team') and c.staff_reach = 'agency')
        or (k.narrowed = 'to-team' and v_nobodys)
        or (relations_of(s.id, p_chart, v_today) - 'on-call' - 'emergency') - case when k.narrowed = 'to-team' then '' else 'supervisor' end <> '[]')
    order by p.name, s.id;
end $$;

-- Who handed a duty on, and to whom, as it stands; nothing of a chart or a category out of reach, nor of an agency's people that had
-- the chart before.
create or replace function kinfold.handed_on(p_chart uuid, p_duty text) returns jsonb
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  d record;
begin
  select e.holder, e.category, e.by_seat, e.to_seat into d from duty_decision e
  where e.chart = p_chart and e.duty = p_duty and e.kind = 'delegated' order by e.at desc limit 1;
  if not found or not (d.category = any (scope_categories())) or not (d.holder = any (scope_agencies()) or p_chart = any (scope_charts())) then
    return null;
  end if;
  return (select jsonb_build_object('by', bp.name, 'to', tp.name, 'toMe', d.to_seat = (scope_actor() ->> 'seat')::uuid)
    from seat b join person bp on bp.id = b.person, seat t join person tp on tp.id = t.person
    where b.id = d.by_seat and t.id = d.to_seat and t.agency = d.holder);
end $$;

create or replace function kinfold.looks_at(p_chart uuid, p_limit integer, p_lists boolean) returns table (at timestamptz, name text, capacity text, agency text,
  operation text, outcome text, own boolean, listed boolean)
language plpgsql stable security definer set search_path = kinfold, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  v_shown jsonb := jsonb_build_array(p_chart);
  v_person uuid := scope_person();
  v_categories text[] := scope_categories();
begin
  if not exists (select 1 from chart c where c.id = p_chart and (c.holder = any (scope_agencies()) or c.id = any (scope_charts()))) then
    raise exception 'no such chart' using errcode = 'KF404';
  end if;
  return query
    select e.at, p.name, e.capacity, g.short_name, e.operation, e.outcome, e.person = v_person, e.chart is null
    from audit_event e left join person p on p.id = e.person left join agency g on g.id = e.agency
    where (e.chart = p_chart or (p_lists and e.details ? 'charts' and e.details -> 'charts' @> v_shown)) and e.category = any (v_categories)
    order by e.at desc limit p_limit;
end $$;
grant execute on function kinfold.registered_beyond, kinfold.seats_that_reach to kinfold_staff, kinfold_assigned;

-- Charts of one youth: joined as the same person, or under one CYBER or Medicaid number with one birth day. A number copied to a
-- sibling's chart makes no one youth of two; two youths of one name and birth day share no number.
create or replace function kinfold.charts_of_one_youth(p_chart uuid) returns setof uuid
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  return query
    with recursive same (chart) as (
      select p_chart
      union
      select n.chart from same s, lateral (
        select l.other as chart from chart_link l where l.chart = s.chart and l.kind = 'same-person' and l.undone_at is null
        union all select l.chart from chart_link l where l.other = s.chart and l.kind = 'same-person' and l.undone_at is null
        union all select i.chart from identifier mine join identifier i on i.holder = mine.holder and i.kind = mine.kind and i.value = mine.value and i.to_day is null
          where mine.chart = s.chart and mine.kind in ('cyber', 'medicaid') and mine.to_day is null
            and exists (select 1 from youth y join youth o on o.born = y.born where y.chart = mine.chart and o.chart = i.chart)) n)
    select same.chart from same;
end $$;

-- As before; for whoever an agency may limit in Pennsylvania as well, and the trail has every chart number that was told.
create or replace function kinfold.take_emergency(p_id uuid, p_number bigint, p_identifier text, p_name text, p_born date, p_reason text, p_minutes integer) returns jsonb
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  v_found uuid[];
  v_others bigint[];
  c record;
  v_to timestamptz := now() + make_interval(mins => p_minutes);
begin
  if coalesce(a ->> 'capacity', '') not in ('care-manager', 'supervisor', 'on-call', 'targeted-case-manager', 'tcm-supervisor') then
    raise exception 'emergency access is not for this capacity' using errcode = 'KF403';
  end if;
  if not (a ->> 'steppedUp')::boolean then
    raise exception 'emergency access asks for a second proof of identity' using errcode = 'KF403';
  end if;
  if num_nonnulls(p_number, p_identifier, p_name) <> 1 or (p_name is null) <> (p_born is null) then
    raise exception 'a chart is named in one way' using errcode = 'invalid_parameter_value';
  end if;
  if p_number is not null then
    v_found := array(select chart.id from chart where chart.number = p_number);
  elsif p_identifier is not null then
    v_found := array(select distinct i.chart from identifier i where i.holder = v_agency and i.value = p_identifier and i.to_day is null);
  else
    v_found := array(select distinct k.chart from name_key k join youth y on y.chart = k.chart
      where k.holder = v_agency and k.kind = 'whole' and k.token = p_name and y.born = p_born);
  end if;
  v_found := array(select chart.id from chart where chart.id = any (v_found) and chart.holder = v_agency and chart.programme = a ->> 'programme');
  if cardinality(v_found) > 1 and not (v_found <@ array(select charts_of_one_youth(v_found[1]))) then v_found := '{}'; end if;
  select chart.id, chart.holder, chart.programme into c from chart where chart.id = any (v_found)
  order by chart.stage in ('enrolled', 'planning', 'active-community', 'active-out-of-home', 'transitioning') desc, chart.stage_since desc nulls last, chart.number desc
  limit 1;
  if not found then raise exception 'no such chart' using errcode = 'KF404'; end if;
  v_others := array(select chart.number from chart where chart.id = any (v_found) and chart.id <> c.id order by chart.number desc);
  if c.holder = any (scope_agencies()) or c.id = any (scope_charts()) then
    perform append_audit('emergency.not-needed', 'done', c.id, jsonb_build_object('others', v_others));
    return jsonb_build_object('outcome', 'already-within-reach', 'chart', c.id, 'until', null, 'others', v_others);
  end if;
  insert into emergency_access (id, chart, seat, agency, holder, programme, reason, to_at)
  values (p_id, c.id, (a ->> 'seat')::uuid, v_agency, c.holder, c.programme, p_reason, v_to);
  perform append_audit('emergency.taken', 'done', c.id, jsonb_build_object('emergency', p_id, 'until', v_to, 'others', v_others));
  insert into job_request (name, data) values ('emergency.to-review', jsonb_build_object('emergency', p_id, 'agency', v_agency));
  return jsonb_build_object('outcome', 'taken', 'chart', c.id, 'until', v_to, 'others', v_others);
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
