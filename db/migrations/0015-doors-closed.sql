-- What an attacker with a request role's connection tried and could do is closed; reach follows the work: the administrator (CSA)
-- reads its own referrals and a thin row of everybody else, an on-call worker the agency's charts during a shift, a family
-- support partner what a family shares, and limited reach limits care managers only.

-- Who is on call: dated shifts of an agency. A shift is ended or cancelled, never removed: it says why somebody reached a chart.
create table kinfold.on_call_shift (
  id uuid primary key,
  agency integer not null references kinfold.agency,
  seat uuid not null references kinfold.seat,
  from_at timestamptz not null,
  to_at timestamptz not null,
  made_by uuid not null references kinfold.seat,
  made_at timestamptz not null default now(),
  cancelled_at timestamptz,
  check (to_at > from_at and to_at <= from_at + interval '14 days')
);
create index on_call_shift_seat on kinfold.on_call_shift (seat, to_at) where cancelled_at is null;
create index on_call_shift_agency on kinfold.on_call_shift (agency, to_at) where cancelled_at is null;
comment on table kinfold.on_call_shift is 'The on-call roster: from one instant to another the seat reaches the agency''s charts.';
alter table kinfold.on_call_shift enable row level security;
create policy colleagues on kinfold.on_call_shift for select to kinfold_staff, kinfold_assigned using (agency = (select kinfold.scope_agency()));
grant select on kinfold.on_call_shift to kinfold_staff, kinfold_assigned;

alter table kinfold.capacity
  -- 'search': identity rows of the own agency; of everybody else in the programme the thin rows that finding duplicates needs.
  drop constraint capacity_intake_reach_check,
  add check (intake_reach in ('agency', 'programme', 'search', 'none')),
  -- When the reach is only the charts one is related to: where the agency says so, or outside a shift.
  add column narrowed text not null default 'never' check (narrowed in ('never', 'by-agency', 'outside-shift')),
  -- Whether this capacity ever records anything in a chart; one that does not can open no command on any.
  add column records boolean not null default true;
update kinfold.capacity set intake_reach = 'search' where code = 'csa-coordinator';
update kinfold.capacity set narrowed = 'by-agency' where code in ('care-manager', 'targeted-case-manager');
update kinfold.capacity set narrowed = 'outside-shift' where code = 'on-call';
update kinfold.capacity set records = false where code in ('administrator', 'statewide', 'quality');

create or replace function kinfold.relations_of(p_seat uuid, p_chart uuid, p_today date) returns jsonb
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
    select 'on-call' from on_call_shift o join chart c on c.holder = o.agency and c.id = p_chart
      where o.seat = p_seat and o.from_at <= present() and o.to_at > present() and o.cancelled_at is null
    union all
    select 'emergency' from emergency_access e where e.seat = p_seat and e.chart = p_chart and e.to_at > now()
  ) related
$$;

-- A second proof of identity is noted and measured by the database's own clock.
create or replace function kinfold.take_emergency(p_id uuid, p_number bigint, p_identifier text, p_reason text, p_minutes integer) returns jsonb
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  c record;
  v_to timestamptz := now() + make_interval(mins => p_minutes);
begin
  if coalesce(a ->> 'capacity', '') not in ('care-manager', 'supervisor', 'on-call') then
    raise exception 'emergency access is not for this capacity' using errcode = 'KF403';
  end if;
  if not (a ->> 'steppedUp')::boolean then
    raise exception 'emergency access asks for a second proof of identity' using errcode = 'KF403';
  end if;
  select chart.id, chart.holder, chart.programme into c from chart
  where chart.holder = v_agency and chart.programme = a ->> 'programme' and (chart.number = p_number
    or chart.id = (select min(i.chart::text)::uuid from identifier i where i.holder = v_agency and i.value = p_identifier and i.to_day is null
      having count(distinct i.chart) = 1));
  if not found then raise exception 'no such chart' using errcode = 'KF404'; end if;
  if c.holder = any (scope_agencies()) or c.id = any (scope_charts()) then
    perform append_audit('emergency.not-needed', 'done', c.id, '{}');
    return jsonb_build_object('outcome', 'already-within-reach', 'chart', c.id, 'until', null);
  end if;
  insert into emergency_access (id, chart, seat, agency, holder, programme, reason, to_at)
  values (p_id, c.id, (a ->> 'seat')::uuid, v_agency, c.holder, c.programme, p_reason, v_to);
  perform append_audit('emergency.taken', 'done', c.id, jsonb_build_object('emergency', p_id, 'until', v_to));
  insert into job_request (name, data) values ('emergency.to-review', jsonb_build_object('emergency', p_id, 'agency', v_agency));
  return jsonb_build_object('outcome', 'taken', 'chart', c.id, 'until', v_to);
end $$;

alter table kinfold.audit_era enable row level security;

-- Jobs have names the program knows; it adds its own when it starts (see `knowJobs`).
create table kinfold.job_name (name text primary key);
comment on table kinfold.job_name is 'The kinds of long work there are. Nobody can ask for another.';
alter table kinfold.job_name enable row level security;
insert into kinfold.job_name (name)
  values ('referral.import'), ('caseload.move'), ('policy.re-evaluate'), ('policy.what-if'), ('emergency.to-review')
  union select distinct name from kinfold.job_request;
alter table kinfold.job_request add foreign key (name) references kinfold.job_name;

-- Facts hold codes, days and references. Whatever has a blank in it is words, and words belong in a row of their own.
-- Asked of what is recorded from now on, never of what is there: a chart with an old fact is handed over and restored like any other.
create function kinfold.refuse_words() returns trigger language plpgsql set search_path = kinfold, pg_temp as $$
begin
  raise exception 'facts hold codes, days and references only' using errcode = 'check_violation', constraint = 'fact_codes_only';
end $$;
create trigger fact_codes_only before insert on kinfold.fact for each row when (
  jsonb_path_exists(new.data, 'strict $.** ? (@.type() == "string" && !(@ like_regex "^[-A-Za-z0-9_.:#/@]{1,120}$"))')
  or jsonb_path_exists(new.data, 'strict $.** ? (@.type() == "object").keyvalue() ? (!(@.key like_regex "^[-A-Za-z0-9_.:#/@]{1,120}$"))'))
  execute function kinfold.refuse_words();

-- A draft belongs to the seat it is written from: what one writes as care manager of one agency is not there as another's.
alter table kinfold.draft add column seat uuid references kinfold.seat;
update kinfold.draft d set seat = (select s.id from kinfold.seat s where s.person = d.person
  order by s.agency is not distinct from (select c.holder from kinfold.chart c where c.id = d.chart) desc, s.to_day desc nulls first, s.from_day limit 1);
delete from kinfold.draft where seat is null;
drop policy own_drafts on kinfold.draft;
alter table kinfold.draft drop constraint draft_pkey, drop column person, alter column seat set not null, add primary key (seat, key);
comment on table kinfold.draft is 'What somebody is still writing in one of their seats. Theirs alone; survives timeout, crash and sign-in; never part of the record.';
create policy own_drafts on kinfold.draft for all to kinfold_staff, kinfold_assigned, kinfold_person
  using (seat = (select (kinfold.scope_actor() ->> 'seat')::uuid)) with check (seat = (select (kinfold.scope_actor() ->> 'seat')::uuid));

-- Nobody signs, decides or settles in another's name, and nothing is handed to a seat of another agency.
create function kinfold.seat_is_of(p_seat uuid, p_agency integer) returns boolean
language sql stable security definer set search_path = kinfold, pg_temp as $$
  select exists (select 1 from seat s where s.id = p_seat and s.agency = p_agency) $$;
grant execute on function kinfold.seat_is_of to kinfold_staff, kinfold_assigned;
create policy own_hand on kinfold.duty_decision as restrictive for insert to kinfold_staff, kinfold_assigned
  with check (by_seat = (select (kinfold.scope_actor() ->> 'seat')::uuid) and (to_seat is null or kinfold.seat_is_of(to_seat, holder)));
create policy own_hand on kinfold.eligibility_decision as restrictive for insert to kinfold_staff, kinfold_assigned
  with check (by_seat = (select (kinfold.scope_actor() ->> 'seat')::uuid));
create policy own_hand on kinfold.referral as restrictive for insert to kinfold_staff, kinfold_assigned
  with check (registered_by = (select (kinfold.scope_actor() ->> 'seat')::uuid));
create policy own_hand on kinfold.relationship as restrictive for insert to kinfold_staff, kinfold_assigned
  with check (kind not in ('accountable', 'cover', 'on-call') or kinfold.seat_is_of(seat, holder));
create policy settled_once on kinfold.review_task as restrictive for update to kinfold_staff, kinfold_assigned
  using (settled_at is null) with check (settled_by = (select (kinfold.scope_actor() ->> 'seat')::uuid));
create policy answered_once on kinfold.referral_assignment as restrictive for update to kinfold_staff, kinfold_assigned
  using (state = 'offered') with check (answered_by = (select (kinfold.scope_actor() ->> 'seat')::uuid));
alter policy command_adds on kinfold.court_order with check (
  chart = any ((select kinfold.scope_command())::uuid[]) and agency = (select kinfold.scope_agency())
  and (holder = any ((select kinfold.scope_agencies())::integer[]) or chart = any ((select kinfold.scope_charts())::uuid[]))
  and kinfold.labels_fit(chart, holder, programme));
alter policy command_changes on kinfold.court_order using (
  chart = any ((select kinfold.scope_command())::uuid[]) and category = any ((select kinfold.scope_categories())::text[])
  and (holder = any ((select kinfold.scope_agencies())::integer[]) or chart = any ((select kinfold.scope_charts())::uuid[])));
alter policy command_adds on kinfold.fhir_resource with check (
  chart = any ((select kinfold.scope_command())::uuid[]) and agency = (select kinfold.scope_agency())
  and kinfold.labels_fit(chart, holder, programme));

-- The administrator (CSA): its own referral rows stay its own to read wherever the chart went; of everybody else in the
-- programme, a thin row: name, birth day, county, which agency. Each of these answers nothing to any other capacity.
create function kinfold.scope_registrar() returns integer language sql stable
begin atomic
  select case when kinfold.scope_setting('actor')::jsonb ->> 'searches' is not null
    then (kinfold.scope_setting('actor')::jsonb ->> 'agency')::integer end;
end;
grant execute on function kinfold.scope_registrar to kinfold_staff, kinfold_assigned, kinfold_person, kinfold_engine, kinfold_reports;
do $$ declare t text; begin
  foreach t in array array['referral', 'review_task', 'eligibility_decision', 'referral_assignment', 'chart_link'] loop
    execute format($p$create policy registrar_reads on kinfold.%I for select to kinfold_staff using (
      agency = (select kinfold.scope_registrar()) and category = any ((select kinfold.scope_categories())::text[]))$p$, t);
  end loop;
end $$;

-- Referrals this agency registered whose chart is held elsewhere now. How care goes on there is not said.
create function kinfold.referred_elsewhere(p_chart uuid) returns table (id uuid, number bigint, stage text, holder integer, name text, born date, county text)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare v_agency integer := scope_registrar();
begin
  if v_agency is null then return; end if;
  return query
    select c.id, c.number, case when c.stage in ('referred', 'to-assign', 'assigned', 'accepted') then c.stage else 'enrolled' end, c.holder,
      concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last), y.born, y.county
    from chart c join youth y on y.chart = c.id
    where c.agency = v_agency and c.holder <> v_agency
      and case when p_chart is null then c.stage in ('referred', 'to-assign', 'assigned', 'accepted') else c.id = p_chart end;
end $$;

-- The thin row of some charts of the programme. Address and telephone only where they are among the keys asked with: who asks
-- has them already.
create function kinfold.known_youths(p_charts uuid[], p_tokens text[]) returns table (chart uuid, number bigint, first text, last text, preferred text,
  born date, county text, "holderName" text, line text, zip text, telephones text[])
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare v_programme text := scope_actor() ->> 'searches';
begin
  if v_programme is null then return; end if;
  return query
    select c.id, c.number, y.legal_first, y.legal_last, y.preferred_name, y.born, y.county, g.short_name, a.value, a.zip,
      array(select substr(k.token, 3) from name_key k where k.chart = c.id and k.kind = 'match' and k.token ^@ 't:' and k.token = any (p_tokens))
    from chart c join youth y on y.chart = c.id join agency g on g.id = c.holder
    left join lateral (select p.value, p.zip from contact_point p where p.chart = c.id and p.kind = 'address' and p.to_day is null and not p.confidential
      and exists (select 1 from name_key k where k.chart = c.id and k.kind = 'match' and k.token ^@ 'a:' and k.token = any (p_tokens))
      order by p.relative is not null, p.from_day desc limit 1) a on true
    where c.id = any (p_charts) and c.programme = v_programme;
end $$;

-- Which charts of the programme share one of these keys (at most so many a key).
create function kinfold.sharing_keys(p_tokens text[], p_most integer) returns table (token text, chart uuid)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare v_programme text := scope_actor() ->> 'searches';
begin
  if v_programme is null then return; end if;
  return query
    select asked.token, n.chart from unnest(p_tokens) as asked (token),
      lateral (select k.chart from name_key k where k.kind = 'match' and k.token = asked.token and k.programme = v_programme limit p_most) n;
end $$;

-- The keys for likely duplicates of a chart this agency holds or registered.
create function kinfold.matching_keys(p_chart uuid) returns text[]
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare v_agency integer := scope_registrar();
begin
  if v_agency is null then return '{}'; end if;
  return array(select k.token from chart c join name_key k on k.chart = c.id and k.kind = 'match'
    where c.id = p_chart and v_agency in (c.agency, c.holder));
end $$;

-- Charts whose keys of a kind lie in at least so many of these ranges, those in most of them first.
create function kinfold.search_known(p_kind text, p_from text[], p_below text[], p_least integer, p_limit integer) returns setof uuid
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare v_programme text := scope_actor() ->> 'searches';
begin
  if v_programme is null then return; end if;
  return query
    select k.chart from unnest(p_from, p_below) with ordinality as part (low, high, n)
      join name_key k on k.kind = p_kind and k.token >= part.low and k.token < part.high and k.programme = v_programme
    group by k.chart having count(distinct part.n) >= p_least order by count(distinct part.n) desc, k.chart limit p_limit;
end $$;
grant execute on function kinfold.referred_elsewhere, kinfold.known_youths, kinfold.sharing_keys, kinfold.matching_keys, kinfold.search_known
  to kinfold_staff, kinfold_assigned, kinfold_person;

-- A family support partner (like everybody outside the agency who is not the family) sees who the youth is, the people around
-- them and what was said to be shared; orders, consents, alerts, notes, school, what is owed and what was decided are not theirs.
create function kinfold.scope_family() returns uuid[] language sql stable
begin atomic
  select case when kinfold.scope_setting('actor')::jsonb ->> 'capacity' in ('youth', 'caregiver')
    then coalesce(kinfold.scope_setting('charts')::uuid[], '{}'::uuid[]) else '{}'::uuid[] end;
end;
grant execute on function kinfold.scope_family to kinfold_staff, kinfold_assigned, kinfold_person, kinfold_engine, kinfold_reports;
do $$ declare t text; begin
  foreach t in array array['consent', 'alert', 'school', 'fact', 'duty', 'duty_decision', 'contact'] loop
    execute format('alter policy charts_reads on kinfold.%I to kinfold_assigned', t);
    execute format($p$create policy family_reads on kinfold.%I for select to kinfold_person using (
      chart = any ((select kinfold.scope_family())::uuid[]) and category = any ((select kinfold.scope_categories())::text[]) %s)$p$, t,
      case when t = 'contact' then 'and withdrawn_at is null' else '' end);
  end loop;
  alter policy with_chart on kinfold.court_order to kinfold_staff, kinfold_assigned;
  create policy family_reads on kinfold.court_order for select to kinfold_person using (
    chart = any ((select kinfold.scope_family())::uuid[]) and category = any ((select kinfold.scope_categories())::text[]));
end $$;
