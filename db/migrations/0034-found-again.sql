-- A list or a search names the charts it showed in its row of the trail. They are found there by chart as openings are, in a
-- trail of any length; rows about one chart, which are most, cost the index nothing.
create index audit_event_shown on kinfold.audit_event using gin ((details -> 'charts') jsonb_path_ops) where details ? 'charts';

-- The privacy officer's view of the trail: their own agency's people, and charts it held then. By chart, it has what was done
-- in the chart and the lists and searches that showed it. A list of somebody elsewhere names that one chart only.
-- Planned with the wish in hand: what was not asked for must not keep an index from being used.
create or replace function kinfold.audit_trail(p_filter jsonb) returns table (id bigint, at timestamptz, name text, capacity text, operation text, outcome text,
  chart uuid, chart_number bigint, details jsonb, sealed boolean)
language plpgsql stable security definer set search_path = kinfold, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  v_from timestamptz := (p_filter ->> 'from')::date::timestamp at time zone (a ->> 'zone');
  v_before timestamptz := ((p_filter ->> 'to')::date + 1)::timestamp at time zone (a ->> 'zone');
  v_number bigint := (p_filter ->> 'number')::bigint;
  v_chart uuid := (p_filter ->> 'chart')::uuid;
  v_shown jsonb;
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'the audit trail is the privacy officer''s' using errcode = 'KF403';
  end if;
  if v_number is not null then
    select c.id into v_chart from chart c where c.number = v_number and (v_chart is null or c.id = v_chart);
    if not found then return; end if;
  end if;
  v_shown := jsonb_build_array(v_chart);
  return query
    select e.id, e.at, p.name, e.capacity, e.operation, e.outcome, e.chart, c.number,
      case when e.agency = v_agency or e.holder = v_agency then e.details else jsonb_build_object('charts', v_shown) end,
      exists (select 1 from audit_seal s where s.era = e.era and e.tx >= s.from_tx and e.tx < s.to_tx)
    from audit_event e left join person p on p.id = e.person left join chart c on c.id = e.chart
    where (v_chart is null or e.chart = v_chart or (e.details ? 'charts' and e.details -> 'charts' @> v_shown))
      and (e.agency = v_agency or e.holder = v_agency
        -- Who held the chart when somebody elsewhere had it in a list stands in the chart's own row before that.
        or (v_chart is not null and e.chart is null and v_agency = (select h.holder from audit_event h
          where h.chart = v_chart and h.at <= e.at and h.holder is not null order by h.at desc limit 1)))
      and (p_filter ->> 'person' is null or e.person = (p_filter ->> 'person')::uuid)
      and (p_filter ->> 'operation' is null or e.operation = p_filter ->> 'operation')
      and (p_filter ->> 'outcome' is null or e.outcome = p_filter ->> 'outcome')
      -- A look that showed no youth, such as a count or a list of colleagues, would bury the others.
      and (p_filter ->> 'showing' is distinct from 'youth' or e.outcome <> 'looked' or e.chart is not null
        or jsonb_array_length(coalesce(e.details -> 'charts', '[]')) > 0)
      and (v_from is null or e.at >= v_from)
      and (v_before is null or e.at < v_before)
      and (p_filter ->> 'before' is null or e.id < (p_filter ->> 'before')::bigint)
    order by e.id desc limit least(coalesce((p_filter ->> 'limit')::integer, 100), 500);
end $$;

-- "Who looked at this chart", for those who may open it; `p_lists` asks for lists and searches that showed it too.
drop function kinfold.looks_at(uuid, integer);
create function kinfold.looks_at(p_chart uuid, p_limit integer, p_lists boolean) returns table (at timestamptz, name text, capacity text, agency text,
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
grant execute on function kinfold.looks_at to kinfold_staff, kinfold_assigned, kinfold_person;

-- Charts of one youth: joined as the same person, or under one CYBER or Medicaid number with one birth day. A number copied to a
-- sibling's chart makes no one youth of two; two youths of one name and birth day share no number.
create function kinfold.charts_of_one_youth(p_chart uuid) returns setof uuid
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
revoke execute on function kinfold.charts_of_one_youth from public;

-- As before; where one youth has several charts here, the one in care is opened and the others are named by their numbers, also in
-- the trail. For whoever an agency may limit in Pennsylvania as well.
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
