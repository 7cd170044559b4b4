-- Where an agency limits its staff to charts: whether a new referral is a youth who is here already is asked of somebody who may see
-- both, and whoever records a referral sees it until somebody answers for it. See docs/decisions/0010-asked-of-who-sees-both.md.

-- A question about two youths, and a link between them, are shown to whoever works by charts only where both are among them: not the
-- question, its number, nor that there is one. In text, so that no other task's detail is ever read as a chart.
create policy both_among_mine on kinfold.review_task as restrictive for select to kinfold_assigned
  using (code <> 'likely-duplicate' or not detail ? 'chart' or detail ->> 'chart' = any ((select kinfold.scope_charts()::text[])::text[]));
create policy both_among_mine on kinfold.chart_link as restrictive for select to kinfold_assigned, kinfold_person
  using (other = any ((select kinfold.scope_charts())::uuid[]));

-- A link is one row and holds for both of its charts.
create index chart_link_other on kinfold.chart_link (other) where undone_at is null;

-- What agencies recorded themselves; the administrator's own, which are most, cost the index nothing.
create index referral_recorded_by on kinfold.referral (registered_by) where recorded_for is not null;

-- The charts a seat recorded for its agency and nobody has answered for since: the first call is due within a day, and whoever wrote the
-- referral down is the one who knows of it. It ends with the first care manager, whatever becomes of that one.
create function kinfold.recorded_charts(p_seat uuid, p_agency integer) returns uuid[]
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  return array(select r.chart from referral r join chart c on c.id = r.chart
    where r.registered_by = p_seat and r.recorded_for is not null and c.holder = p_agency
      and c.stage = any ('{referred,to-assign,assigned,accepted,enrolled,planning,active-community,active-out-of-home,transitioning}'::text[])
      and not exists (select 1 from relationship a where a.chart = r.chart and a.kind = 'accountable'));
end $$;
revoke execute on function kinfold.recorded_charts from public;

-- As before, with what a care manager recorded.
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
    elsif t.narrowed = 'by-agency' then
      v_reached := v_reached || recorded_charts(p_seat, t.agency);
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

-- As before, with whoever sees the chart because they recorded its referral.
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
      union all select null, 'recorder', r.registered_by, c.opened_on, null, false, null, null, null, null, null
        from referral r join chart c on c.id = r.chart join seat s on s.id = r.registered_by and s.agency = v_holder
          and (s.to_day is null or s.to_day >= v_today) join capacity k on k.code = s.capacity and k.narrowed = 'by-agency'
        where r.chart = p_chart and p_chart = any (recorded_charts(r.registered_by, v_holder))
          and exists (select 1 from agency g where g.id = v_holder and g.staff_reach = 'assigned')
      union all select null, 'emergency', e.seat, (e.from_at at time zone v_zone)::date, (e.to_at at time zone v_zone)::date, false, e.seat, e.reason, null, null, null
        from emergency_access e where e.chart = p_chart and e.to_at > now())
    select e.id, e.kind, e.seat, p.name, s.capacity, g.short_name, e.from_day, e.to_day, e.over, gp.name, e.reason, e.authority, ep.name, e.end_reason
    from everybody e join seat s on s.id = e.seat join person p on p.id = s.person join agency g on g.id = s.agency
      left join seat gs on gs.id = e.given_by left join person gp on gp.id = gs.person
      left join seat es on es.id = e.ended_by left join person ep on ep.id = es.person
    order by e.over, e.from_day, p.name;
end $$;

-- Undoes a link that stands in either of its charts; the command holds one of them. Whose link it is to undo is as for every row: the
-- administrator's own, or one of a chart within reach whose other chart is within reach too, or of the own agency. Whether both are one
-- youth is then open again, where it was asked: settled stays what was settled, the question is put anew. A chart that went on to an
-- organization asks nobody any more.
create function kinfold.undo_link(p_chart uuid, p_other uuid, p_kind text, p_reason text) returns boolean
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  v_agencies integer[] := scope_intake();
  v_charts uuid[] := scope_charts();
  v_categories text[] := scope_categories();
  v_from uuid[];
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  with undone as (
    update chart_link l set undone_at = now(), undone_reason = p_reason
    where l.undone_at is null and l.kind = p_kind and l.category = any (v_categories)
      and ((l.chart = p_chart and l.other = p_other) or (l.chart = p_other and l.other = p_chart))
      and (l.agency = scope_registrar()
        or ((l.holder = any (v_agencies) or l.chart = any (v_charts))
          and ((a ->> 'through' = 'staff' and l.agency = v_agency)
            or exists (select 1 from chart c where c.id = l.other and (c.holder = any (v_agencies) or c.id = any (v_charts))))))
    returning l.chart)
  select array_agg(undone.chart) into v_from from undone;
  if v_from is null then return false; end if;
  if p_other = any (v_from) then
    perform append_audit('chart.unlinked', 'done', p_other, jsonb_build_object('other', p_chart));
  end if;
  insert into review_task (chart, id, agency, holder, programme, code, detail)
  select c.id, gen_random_uuid(), v_agency, c.holder, c.programme, 'likely-duplicate', asked.detail
  from chart c cross join lateral (select t.detail, t.settled_at, t.answer from review_task t
    where t.chart = c.id and t.code = 'likely-duplicate' and t.detail ->> 'chart' in (p_chart::text, p_other::text)
    order by t.settled_at desc nulls first limit 1) asked
  where c.id in (p_chart, p_other) and c.holder = v_agency and asked.settled_at is not null
    and asked.answer = case p_kind when 'same-person' then 'same-youth' when 'not-same-person' then 'another-youth' else p_kind end;
  return true;
end $$;
revoke execute on function kinfold.undo_link from public;
grant execute on function kinfold.undo_link to kinfold_staff, kinfold_assigned;

-- As before; that this chart was linked with another, or was no longer, is told to whoever reaches both.
create or replace function kinfold.looks_at(p_chart uuid, p_limit integer, p_lists boolean) returns table (at timestamptz, name text, capacity text, agency text,
  operation text, outcome text, own boolean, listed boolean)
language plpgsql stable security definer set search_path = kinfold, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  v_shown jsonb := jsonb_build_array(p_chart);
  v_person uuid := scope_person();
  v_categories text[] := scope_categories();
  v_agencies integer[] := scope_agencies();
  v_charts uuid[] := scope_charts();
begin
  if not exists (select 1 from chart c where c.id = p_chart and (c.holder = any (v_agencies) or c.id = any (v_charts))) then
    raise exception 'no such chart' using errcode = 'KF404';
  end if;
  return query
    select e.at, p.name, e.capacity, g.short_name, e.operation, e.outcome, e.person = v_person, e.chart is null
    from audit_event e left join person p on p.id = e.person left join agency g on g.id = e.agency
    where (e.chart = p_chart or (p_lists and e.details ? 'charts' and e.details -> 'charts' @> v_shown)) and e.category = any (v_categories)
      and (not e.details ? 'other' or exists (select 1 from chart o where o.id::text = e.details ->> 'other' and (o.holder = any (v_agencies) or o.id = any (v_charts))))
    order by e.at desc limit p_limit;
end $$;

-- As before, with whether a birth day is an estimate: two guesses of one birth day are not two birth days.
drop function kinfold.known_youths(uuid[], text[]);
create function kinfold.known_youths(p_charts uuid[], p_tokens text[]) returns table (chart uuid, number bigint, first text, last text, preferred text,
  born date, "bornEstimated" boolean, county text, "holderName" text, line text, zip text, telephones text[])
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare v_programme text := scope_actor() ->> 'searches';
begin
  if v_programme is null then return; end if;
  return query
    select c.id, c.number, y.legal_first, y.legal_last, y.preferred_name, y.born, y.born_estimated, y.county, g.short_name, a.value, a.zip,
      array(select substr(k.token, 3) from name_key k where k.chart = c.id and k.kind = 'match' and k.token ^@ 't:' and k.token = any (p_tokens))
    from chart c join youth y on y.chart = c.id join agency g on g.id = c.holder
    left join lateral (select p.value, p.zip from contact_point p where p.chart = c.id and p.kind = 'address' and p.to_day is null and not p.confidential
      and p.wrong is null and exists (select 1 from name_key k where k.chart = c.id and k.kind = 'match' and k.token ^@ 'a:' and k.token = any (p_tokens))
      order by p.relative is not null, p.from_day desc limit 1) a on true
    where c.id = any (p_charts) and c.programme = v_programme;
end $$;
revoke execute on function kinfold.known_youths from public;
grant execute on function kinfold.known_youths to kinfold_staff, kinfold_assigned, kinfold_person;

-- The job that asks; whoever runs a file at the command line may ask for it before any server knew it.
insert into kinfold.job_name (name) values ('referral.ask-whether-here') on conflict do nothing;

-- Partners of the family open the chart's first screen too, which tells of each duty whose it is now; they are shown no duty there.
grant execute on function kinfold.handed_on to kinfold_person;
