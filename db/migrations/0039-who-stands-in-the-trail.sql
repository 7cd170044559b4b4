-- A name for comparing: without accents and in lower case. Never shown to anybody.
create function kinfold.folded_name(p_name text) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select translate(lower(regexp_replace(normalize(p_name, NFKD), '[\u0300-\u036f]', '', 'g')), 'øłđðı', 'olddi')
$$;
revoke execute on function kinfold.folded_name from public;

-- People are found by how their name begins, or its last part.
create index person_by_name on kinfold.person (kinfold.folded_name(name) collate "C");
create index person_by_last_name on kinfold.person (kinfold.folded_name(split_part(name, ' ', -1)) collate "C");
-- What somebody did on an organization's charts, newest last: in a trail of any length, and whoever they are.
create index audit_event_person on kinfold.audit_event (person, holder, id) where holder is not null;

-- As before; each row says who it was by a reference too, as far as it names them.
drop function kinfold.audit_trail(jsonb);
create function kinfold.audit_trail(p_filter jsonb) returns table (id bigint, at timestamptz, person uuid, name text, capacity text, operation text, outcome text,
  chart uuid, chart_number bigint, details jsonb, sealed boolean)
language plpgsql stable security definer set search_path = kinfold, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  v_from timestamptz := (p_filter ->> 'from')::date::timestamp at time zone (a ->> 'zone');
  v_before timestamptz := ((p_filter ->> 'to')::date + 1)::timestamp at time zone (a ->> 'zone');
  v_number bigint := (p_filter ->> 'number')::bigint;
  v_chart uuid := (p_filter ->> 'chart')::uuid;
  v_person uuid := (p_filter ->> 'person')::uuid;
  v_elsewhere boolean := v_person is not null and not exists (select 1 from seat t where t.person = v_person and t.agency = v_agency);
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
    select e.id, e.at, e.person, p.name, e.capacity, e.operation, e.outcome, e.chart, c.number,
      case when e.agency = v_agency or e.holder = v_agency then e.details else jsonb_build_object('charts', v_shown) end,
      exists (select 1 from audit_seal s where s.era = e.era and e.tx >= s.from_tx and e.tx < s.to_tx)
    from audit_event e left join person p on p.id = e.person left join chart c on c.id = e.chart
    where (v_chart is null or e.chart = v_chart or (e.details ? 'charts' and e.details -> 'charts' @> v_shown))
      and (e.agency = v_agency or e.holder = v_agency
        -- Who held the chart when somebody elsewhere had it in a list stands in the chart's own row before that.
        or (v_chart is not null and e.chart is null and v_agency = (select h.holder from audit_event h
          where h.chart = v_chart and h.at <= e.at and h.holder is not null order by h.at desc limit 1)))
      and (v_person is null or e.person = v_person)
      -- Of somebody elsewhere only what they did on charts held here is to be seen: their other rows need not be read.
      and (not v_elsewhere or v_chart is not null or e.holder = v_agency)
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
grant execute on function kinfold.audit_trail to kinfold_staff, kinfold_assigned, kinfold_person;

-- Who stands in the privacy officer's trail, by how a name begins (any number, `p_text`) or who they are (`p_person`): their own
-- agency's people, and whoever did or saw something on a chart it held then.
create function kinfold.people_in_trail(p_text text, p_person uuid, p_limit integer) returns table (person uuid, name text, agency text)
language plpgsql stable security definer set search_path = kinfold, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  v_low text := folded_name(p_text);
  v_high text := v_low || U&'\+10FFFF';
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'the audit trail is the privacy officer''s' using errcode = 'KF403';
  end if;
  return query
    select f.id, f.name, (select g.short_name from agency g where g.id = coalesce(
      (select t.agency from seat t where t.person = f.id and t.agency = v_agency limit 1),
      -- Elsewhere: for whom they did it, and no other work of theirs.
      (select e.agency from audit_event e where e.person = f.id and e.holder = v_agency order by e.id desc limit 1)))
    from (
      select p.id, p.name from person p where p.id = p_person
      union select p.id, p.name from person p where folded_name(p.name) collate "C" >= v_low and folded_name(p.name) collate "C" < v_high
      union select p.id, p.name from person p
        where folded_name(split_part(p.name, ' ', -1)) collate "C" >= v_low and folded_name(split_part(p.name, ' ', -1)) collate "C" < v_high) f
    where exists (select 1 from seat t where t.person = f.id and t.agency = v_agency)
      or exists (select 1 from audit_event e where e.person = f.id and e.holder = v_agency)
    order by f.name, f.id limit least(p_limit, 50);
end $$;
grant execute on function kinfold.people_in_trail to kinfold_staff, kinfold_assigned;

-- How long a contact by telephone or video took: every service is kept with its length (N.J.A.C. 10:73-3.24). Minutes face to face
-- are told apart.
alter table kinfold.contact add column minutes_call integer check (minutes_call between 0 and 1440);
