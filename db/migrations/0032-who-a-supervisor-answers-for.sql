-- Where an agency limits its staff to assigned charts, supervisors are limited too: to the charts of those they supervise that day,
-- to what they are related to themselves, and to the charts nobody answers for. What was rejected, and what it costs, is in
-- docs/decisions/0008-what-a-supervisor-reaches.md.
alter table kinfold.capacity drop constraint capacity_narrowed_check;
alter table kinfold.capacity add constraint capacity_narrowed_check check (narrowed in ('never', 'by-agency', 'to-team', 'outside-shift'));
update kinfold.capacity set narrowed = 'to-team' where code in ('supervisor', 'tcm-supervisor');
comment on column kinfold.capacity.narrowed is 'When reach is by charts instead of the agency: where the agency says so, to what the seat is related to (by-agency) or '
  'also to its team''s charts and those nobody answers for (to-team); or whenever no shift runs.';

-- Relations that have an end but not yet reached it, by seat; `relationship_seat` has those without one.
create index relationship_seat_ending on kinfold.relationship (seat, to_day) where to_day is not null and ended_at is null;
-- Whose chart each of an agency's is, read without a look at the rows.
create index relationship_accountable on kinfold.relationship (holder) include (chart, seat) where kind = 'accountable' and to_day is null;
create index relationship_named_by on kinfold.relationship (given_by, from_day) where kind = 'accountable';

-- Whose work a seat answers for on a day: those it supervises, and those of a supervisor it covers. One step: a supervisor's
-- supervisor does not answer for the charts below.
create function kinfold.answers_for(p_seat uuid, p_today date) returns uuid[]
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  return array(select distinct v.seat from supervision v
    where v.supervisor = any (array_append(array(select a.seat from absence a where a.cover = p_seat and p_today between a.from_day and a.to_day), p_seat))
      and v.from_day <= p_today and (v.to_day is null or v.to_day >= p_today));
end $$;

-- The charts in intake or care that an agency holds and nobody there answers for.
create function kinfold.nobodys_charts(p_agency integer, p_today date) returns uuid[]
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  v_gone uuid[] := array(select s.id from seat s where s.agency = p_agency and s.to_day < p_today);
begin
  return array(select c.id from chart c
    where c.holder = p_agency and c.stage = any ('{referred,to-assign,assigned,accepted,enrolled,planning,active-community,active-out-of-home,transitioning}'::text[])
      and c.id not in (select r.chart from relationship r
        where r.holder = p_agency and r.kind = 'accountable' and r.to_day is null and not (r.seat = any (v_gone))));
end $$;

-- What a supervisor reaches besides what the seat is related to: charts of those it answers for, whoever of them is accountable or
-- covers; charts nobody answers for; and until the day ends those it named a care manager for, to set right a wrong name.
create function kinfold.team_charts(p_seat uuid, p_agency integer, p_today date) returns uuid[]
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  v_team uuid[] := answers_for(p_seat, p_today);
begin
  return array(
    select r.chart from relationship r
    where r.seat = any (v_team) and r.kind in ('accountable', 'cover') and r.to_day is null and r.ended_at is null and r.from_day <= p_today
    union all
    select r.chart from relationship r
    where r.seat = any (v_team) and r.kind in ('accountable', 'cover') and r.to_day >= p_today and r.ended_at is null and r.from_day <= p_today
    union all
    select r.chart from absence a join relationship r on r.seat = a.seat and r.kind = 'accountable' and r.to_day is null and r.ended_at is null
      and r.from_day <= p_today
    where a.cover = any (v_team) and p_today between a.from_day and a.to_day
    union all
    select r.chart from relationship r where r.given_by = p_seat and r.kind = 'accountable' and r.from_day = p_today and r.ended_at is null)
    || nobodys_charts(p_agency, p_today);
end $$;
revoke execute on function kinfold.answers_for, kinfold.nobodys_charts, kinfold.team_charts from public;

-- The same for the seat that asks: what "my team" means in every list.
create function kinfold.scope_team() returns uuid[]
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare a jsonb := scope_actor();
begin
  return coalesce(answers_for((a ->> 'seat')::uuid, (a ->> 'today')::date), '{}');
end $$;
comment on function kinfold.scope_team is 'The seats whose work the acting seat answers for today: those it supervises, and those of a supervisor it covers.';

-- As before, with a supervisor's reach; and relations are found by their seat instead of reading everybody's.
create or replace function kinfold.enter(p_token bytea, p_seat uuid, p_command uuid[]) returns jsonb
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  t record;
  v_today date;
  v_agencies text := '{}';
  v_intake text := '{}';
  v_charts text := '{}';
  v_reached uuid[];
  v_through text;
  v_actor jsonb;
  v_kept text;
begin
  select s.id as session, s.person, s.locked_at is not null or locks_at(s) < now() as locked, s.stepped_up_at, now() + clock.ahead as present,
      seat.id as seat, seat.capacity, seat.agency, seat.from_day, seat.to_day, agency.programme, agency.zone, agency.staff_reach,
      capacity.works_through, capacity.intake_reach, capacity.chart_reach, capacity.categories, capacity.narrowed, capacity.records,
      person.name, person.locale, ((now() + clock.ahead) at time zone agency.zone)::date as today
    into t
  from session s cross join clock_setting clock
    left join (seat join agency on agency.id = seat.agency join capacity on capacity.code = seat.capacity
      join person on person.id = seat.person and person.disabled_at is null) on seat.id = p_seat and seat.person = s.person
  where s.token_hash = p_token and s.ended_at is null and s.ends_at > now();
  if not found then raise exception 'no such session' using errcode = 'KF401'; end if;
  if t.locked then
    raise exception 'the session is locked' using errcode = 'KF423';
  end if;
  v_today := t.today;
  if t.seat is null or t.from_day > v_today or t.to_day < v_today then
    raise exception 'not a seat of this person today' using errcode = 'KF403';
  end if;
  if not t.records and cardinality(p_command) > 0 then
    raise exception 'this capacity records nothing in charts' using errcode = 'insufficient_privilege';
  end if;

  v_through := t.works_through;
  if t.narrowed = 'outside-shift' or (t.staff_reach = 'assigned' and t.narrowed in ('by-agency', 'to-team')) then
    if not exists (select 1 from on_call_shift o where o.seat = p_seat and o.agency = t.agency and o.to_at > t.present
        and o.from_at <= t.present and o.cancelled_at is null) then
      v_through := 'assigned';
    end if;
  end if;
  if session_user in ('kinfold_staff', 'kinfold_assigned', 'kinfold_person') and session_user <> 'kinfold_' || v_through then
    raise exception '%', v_through using errcode = 'KF409';
  end if;

  if v_through = 'staff' then
    if t.chart_reach = 'agency' then v_agencies := array[t.agency]::text;
    elsif t.chart_reach = 'programme' then v_agencies := (select array_agg(id)::text from agency where programme = t.programme);
    end if;
    if t.intake_reach in ('agency', 'search') then v_intake := array[t.agency]::text;
    elsif t.intake_reach = 'programme' then v_intake := (select array_agg(id)::text from agency where programme = t.programme);
    end if;
  else
    -- By charts: those this seat is related to today, those of seats it covers today, and emergencies still open.
    v_reached := array(
      select r.chart from relationship r where r.seat = p_seat and r.to_day is null and r.ended_at is null and r.from_day <= v_today
      union
      select r.chart from relationship r where r.seat = p_seat and r.to_day >= v_today and r.ended_at is null and r.from_day <= v_today
      union
      select r.chart from absence a join relationship r on r.seat = a.seat and r.kind = 'accountable' and r.ended_at is null
        and r.from_day <= v_today and (r.to_day is null or r.to_day >= v_today)
      where a.cover = p_seat and v_today between a.from_day and a.to_day
      union
      select e.chart from emergency_access e where e.seat = p_seat and e.to_at > now());
    if t.narrowed = 'to-team' then
      v_reached := array(select distinct unnest(v_reached || team_charts(p_seat, t.agency, v_today)));
    end if;
    v_charts := v_reached::text;
  end if;

  v_actor := jsonb_build_object('session', t.session, 'person', t.person, 'seat', t.seat, 'capacity', t.capacity, 'agency', t.agency,
    'programme', t.programme, 'name', t.name, 'zone', t.zone, 'today', v_today, 'locale', t.locale, 'through', v_through,
    'steppedUp', coalesce(t.stepped_up_at > t.present - interval '10 minutes', false),
    'searches', case when t.intake_reach = 'search' then t.programme end, 'command', to_jsonb(p_command));
  v_kept := set_config('kinfold.actor', v_actor::text, true);
  v_kept := set_config('kinfold.agencies', v_agencies, true);
  v_kept := set_config('kinfold.intake', v_intake, true);
  v_kept := set_config('kinfold.charts', v_charts, true);
  v_kept := set_config('kinfold.categories', t.categories::text, true);
  v_kept := set_config('kinfold.seal', kinfold.scope_seal(v_actor::text, v_agencies, v_intake, v_charts, t.categories::text), true);
  return v_actor || jsonb_build_object('sees', t.categories);
end $$;

-- Who carries a chart on a day: who is accountable, who covers it, and who covers the one who is accountable.
create function kinfold.carrying(p_chart uuid, p_today date) returns uuid[]
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  v_carrying uuid[] := array(select r.seat from relationship r where r.chart = p_chart and r.kind in ('accountable', 'cover') and r.ended_at is null
    and r.from_day <= p_today and (r.to_day is null or r.to_day >= p_today));
begin
  return v_carrying || array(select a.cover from absence a where a.seat = any (v_carrying) and p_today between a.from_day and a.to_day);
end $$;
revoke execute on function kinfold.carrying from public;

-- As before; who supervises is asked of everybody who carries the chart, and for whoever covers a supervisor.
create or replace function kinfold.relations_of(p_seat uuid, p_chart uuid, p_today date) returns jsonb
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  v_kinds text[];
  v_present timestamptz;
  v_accountable uuid[];
begin
  select array_agg(distinct r.kind) filter (where r.seat = p_seat), coalesce(array_agg(r.seat) filter (where r.kind = 'accountable'), '{}')
    into v_kinds, v_accountable
  from relationship r where r.chart = p_chart and r.ended_at is null and r.from_day <= p_today and (r.to_day is null or r.to_day >= p_today);
  if exists (select 1 from absence a where a.cover = p_seat and a.seat = any (v_accountable) and p_today between a.from_day and a.to_day) then
    v_kinds := array_append(v_kinds, 'cover');
  end if;
  -- Most people supervise nobody, and cover nobody who does.
  if exists (select 1 from supervision s where s.supervisor
      = any (array_append(array(select a.seat from absence a where a.cover = p_seat and p_today between a.from_day and a.to_day), p_seat))) then
    if answers_for(p_seat, p_today) && carrying(p_chart, p_today) then v_kinds := array_append(v_kinds, 'supervisor'); end if;
  end if;
  -- Most people have no shift at all, and need no clock.
  if exists (select 1 from on_call_shift o where o.seat = p_seat and o.cancelled_at is null) then
    v_present := present();
    if exists (select 1 from on_call_shift o where o.seat = p_seat and o.from_at <= v_present and o.to_at > v_present and o.cancelled_at is null
        and o.agency = (select holder from chart where id = p_chart)) then
      v_kinds := array_append(v_kinds, 'on-call');
    end if;
  end if;
  if exists (select 1 from emergency_access e where e.seat = p_seat and e.chart = p_chart and e.to_at > now()) then
    v_kinds := array_append(v_kinds, 'emergency');
  end if;
  return coalesce(to_jsonb(v_kinds), '[]');
end $$;

-- Everybody who sees this chart by a relation, was or will be; and who covers, supervises, is on shift or took emergency access now.
create or replace function kinfold.who_may_see(p_chart uuid) returns table (id uuid, kind text, seat uuid, name text, capacity text, agency text,
  from_day date, to_day date, over boolean, given_by text, reason text, authority uuid, ended_by text, end_reason text)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  v_holder integer;
  v_today date := (scope_actor() ->> 'today')::date;
  v_zone text := scope_actor() ->> 'zone';
begin
  select c.holder into v_holder from chart c where c.id = p_chart and (c.holder = any (scope_agencies()) or c.id = any (scope_charts()));
  if not found then raise exception 'no such chart' using errcode = 'KF404'; end if;
  return query
    with related as (
      select r.id, r.kind, r.seat, r.from_day, r.to_day, r.ended_at is not null or coalesce(r.to_day < v_today, false) as over,
        r.given_by, r.reason, r.authority, r.ended_by, r.end_reason
      from relationship r where r.chart = p_chart and r.category = any (scope_categories())),
    accountable as (select r.seat from related r where r.kind = 'accountable' and not r.over and r.from_day <= v_today),
    supervising as (select v.supervisor, v.from_day, v.to_day from supervision v
      where v.seat = any (carrying(p_chart, v_today)) and v.from_day <= v_today and (v.to_day is null or v.to_day >= v_today)),
    everybody as (
      select * from related
      union all select null, 'cover', a.cover, a.from_day, a.to_day, false, null, null, null, null, null
        from absence a join accountable on accountable.seat = a.seat where v_today between a.from_day and a.to_day
      -- Once each, though they supervise the one who is accountable and the one who covers.
      union select null, 'supervisor', v.supervisor, v.from_day, v.to_day, false, null, null, null, null::uuid, null
        from supervising v
      union select null, 'supervisor', a.cover, a.from_day, a.to_day, false, null, null, null, null::uuid, null
        from supervising v join absence a on a.seat = v.supervisor and v_today between a.from_day and a.to_day
          join seat s on s.id = a.cover join capacity k on k.code = s.capacity and k.narrowed = 'to-team'
      union all select null, 'on-call', o.seat, (o.from_at at time zone v_zone)::date, (o.to_at at time zone v_zone)::date, false, o.made_by, null, null, null, null
        from on_call_shift o where o.agency = v_holder and o.cancelled_at is null and o.from_at <= present() and o.to_at > present()
      union all select null, 'emergency', e.seat, (e.from_at at time zone v_zone)::date, (e.to_at at time zone v_zone)::date, false, e.seat, e.reason, null, null, null
        from emergency_access e where e.chart = p_chart and e.to_at > now())
    select e.id, e.kind, e.seat, p.name, s.capacity, g.short_name, e.from_day, e.to_day, e.over, gp.name, e.reason, e.authority, ep.name, e.end_reason
    from everybody e join seat s on s.id = e.seat join person p on p.id = s.person join agency g on g.id = s.agency
      left join seat gs on gs.id = e.given_by left join person gp on gp.id = gs.person
      left join seat es on es.id = e.ended_by left join person ep on ep.id = es.person
    order by e.over, e.from_day, p.name;
end $$;

-- Charts this seat's agency handed over: all of them for who reaches the agency, one's own and one's team's for who reaches charts.
create or replace function kinfold.transferred() returns table (chart uuid, number bigint, name text, born date, left_at timestamptz, left_on date, to_agency text)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_seats uuid[];
begin
  if a is null or not 'general' = any (scope_categories()) then return; end if;
  if a ->> 'through' = 'assigned' then
    v_seats := array_append(case when a ->> 'capacity' in (select code from capacity where narrowed = 'to-team') then scope_team() end, (a ->> 'seat')::uuid);
  end if;
  return query
    select distinct on (l.chart) l.chart, c.number, l.name, l.born, l.left_at, l.left_on, g.short_name
    from chart_left l join chart c on c.id = l.chart join agency g on g.id = l.to_agency
    where l.agency = (a ->> 'agency')::integer and c.holder <> l.agency and c.programme = a ->> 'programme'
      and (l.agency = any (scope_agencies())
        -- Where reach is by charts: who answered for the chart when the agency's care ended, not everybody who once had to do with it.
        or exists (select 1 from relationship r where r.chart = l.chart and r.seat = any (v_seats)
          and r.kind = 'accountable' and (r.to_day is null
            or r.to_day >= (select max(e.ended_on) from enrolment e where e.chart = l.chart and e.agency = l.agency))))
    order by l.chart, l.left_at desc;
end $$;

-- A team that shares filters is a supervisor and those they supervise today, planned changes not yet among them.
create or replace function kinfold.scope_teammates() returns uuid[]
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_today date := (a ->> 'today')::date;
  v_leads uuid[] := array_append(array(select v.supervisor from supervision v
    where v.seat = (a ->> 'seat')::uuid and v.from_day <= v_today and (v.to_day is null or v.to_day >= v_today)), (a ->> 'seat')::uuid);
begin
  return v_leads || array(select v.seat from supervision v
    where v.supervisor = any (v_leads) and v.from_day <= v_today and (v.to_day is null or v.to_day >= v_today));
end $$;

-- How many charts each of the agency's seats carries: numbers, so that a load is told as it is to whoever reaches some charts only.
create function kinfold.caseloads() returns table (seat uuid, charts integer)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  v_agency integer := scope_agency();
begin
  if not 'general' = any (scope_categories()) then return; end if;
  return query select r.seat, count(*)::integer from relationship r
    where r.holder = v_agency and r.kind = 'accountable' and r.to_day is null group by r.seat;
end $$;

-- The referrals an agency registered itself under numbers of one source, also beyond the reach of a seat by charts: numbers, a hash and
-- a chart's id, so that a file that comes twice changes nothing whoever sends it. Nothing for whoever reaches their agency. Rows of a file of
-- this source that somebody mended in the form are among them, with the fingerprint of the row as it was wrong.
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

-- Colleagues who see a chart today by their work and for longer than a shift or an emergency, and see what a duty is
-- about: who can be handed it.
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

-- Who handed a duty on, and to whom, as it stands; nothing of a chart or a category out of reach, nor of an agency's
-- people that had the chart before.
create function kinfold.handed_on(p_chart uuid, p_duty text) returns jsonb
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
grant execute on function kinfold.scope_team, kinfold.caseloads, kinfold.registered_beyond, kinfold.seats_that_reach, kinfold.handed_on to kinfold_staff, kinfold_assigned;
