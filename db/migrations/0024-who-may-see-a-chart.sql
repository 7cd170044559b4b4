-- Who may see a chart beside the staff who work in it: team members, guardians, the youth, reviewers. Given by somebody of the
-- holder, from a day, with a reason; ended with a reason, never deleted; the kind fits the seat's capacity.

alter table kinfold.relationship
  add column given_by uuid references kinfold.seat,
  add column authority uuid,
  add column ended_by uuid references kinfold.seat,
  add column end_reason text,
  add constraint relationship_authority_fkey foreign key (chart, authority) references kinfold.relative (chart, id);
-- Whoever acts gave it: also whoever names the care manager. Nobody, for the program's own work.
alter table kinfold.relationship alter column given_by set default (kinfold.scope_actor() ->> 'seat')::uuid;
comment on column kinfold.relationship.authority is 'The relative on whose authority a guardian''s seat sees the chart.';
create unique index relationship_given_once on kinfold.relationship (chart, seat, kind)
  where kind not in ('accountable', 'cover', 'on-call') and to_day is null and ended_at is null;

-- `src/modules/relationships/model.ts` has the same lines for the screen; a test holds the two together.
create function kinfold.relation_kinds(p_capacity text) returns text[]
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case
    when p_capacity = 'caregiver' then '{guardian}'
    when p_capacity = 'youth' then '{self}'
    when p_capacity = 'court-liaison' then '{court-liaison}'
    when p_capacity = 'reviewer' then '{reviewer}'
    when p_capacity = 'family-support-partner' then '{family-support,team-member}'
    when p_capacity in ('provider', 'natural-support', 'care-manager', 'supervisor', 'on-call', 'pe-coordinator', 'targeted-case-manager',
      'tcm-supervisor') then '{team-member}'
    else '{}' end::text[] $$;
comment on function kinfold.relation_kinds is 'As what somebody of this capacity may be related to a chart by hand.';

-- The holder's seats that may be related to its chart today, and those of other organizations of the programme who work with families.
create function kinfold.seats_to_relate(p_chart uuid) returns table (seat uuid, person uuid, name text, capacity text, title text, agency text)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare c record;
begin
  select chart.holder, chart.programme into c from chart
  where chart.id = p_chart and (chart.holder = any (scope_agencies()) or chart.id = any (scope_charts()));
  if not found then raise exception 'no such chart' using errcode = 'KF404'; end if;
  return query
    select s.id, p.id, p.name, s.capacity, s.title, g.short_name
    from seat s join person p on p.id = s.person and p.disabled_at is null join agency g on g.id = s.agency
    where cardinality(relation_kinds(s.capacity)) > 0
      and (s.agency = c.holder or (g.programme = c.programme and g.kind in ('fso', 'mco', 'payer', 'county')))
      and s.from_day <= (scope_actor() ->> 'today')::date and (s.to_day is null or s.to_day >= (scope_actor() ->> 'today')::date);
end $$;

create function kinfold.may_be_related(p_chart uuid, p_seat uuid, p_kind text) returns boolean
language sql stable security definer set search_path = kinfold, pg_temp as $$
  select exists (select 1 from seats_to_relate(p_chart) s
    where s.seat = p_seat and p_kind = any (relation_kinds(s.capacity)) and s.person <> scope_person()) $$;

-- Everybody who sees this chart by a relation, was or will be; and who covers, supervises, is on shift or took emergency access now.
create function kinfold.who_may_see(p_chart uuid) returns table (id uuid, kind text, seat uuid, name text, capacity text, agency text,
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
    everybody as (
      select * from related
      union all select null, 'cover', a.cover, a.from_day, a.to_day, false, null, null, null, null, null
        from absence a join accountable on accountable.seat = a.seat where v_today between a.from_day and a.to_day
      union all select null, 'supervisor', v.supervisor, v.from_day, v.to_day, false, null, null, null, null, null
        from supervision v join accountable on accountable.seat = v.seat where v.from_day <= v_today and (v.to_day is null or v.to_day >= v_today)
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
grant execute on function kinfold.relation_kinds, kinfold.seats_to_relate, kinfold.may_be_related, kinfold.who_may_see to kinfold_staff, kinfold_assigned;

alter policy own_hand on kinfold.relationship with check (case when kind in ('accountable', 'cover', 'on-call') then kinfold.seat_is_of(seat, holder)
  else given_by = (select (kinfold.scope_actor() ->> 'seat')::uuid) and length(btrim(reason)) >= 3 and (kind <> 'guardian' or authority is not null)
    and kinfold.may_be_related(chart, seat, kind) end);
-- What has ended stays as it ended, and says who ended it and why.
create policy ended_once on kinfold.relationship as restrictive for update to kinfold_staff, kinfold_assigned
  using (kind in ('accountable', 'cover', 'on-call') or ended_at is null)
  with check (kind in ('accountable', 'cover', 'on-call')
    or (ended_by = (select (kinfold.scope_actor() ->> 'seat')::uuid) and length(btrim(end_reason)) >= 3));
grant update (ended_at, ended_by, end_reason) on kinfold.relationship to kinfold_staff, kinfold_assigned;
