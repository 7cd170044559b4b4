-- The directory is dated, editable data: an administrator mends their own agency's entry, the administrator of the system
-- (CSA) says which organization serves which county. Nothing in it is about a person.

create table kinfold.directory_change (
  id uuid primary key,
  agency integer not null references kinfold.agency,
  at timestamptz not null default now(),
  by_seat uuid not null references kinfold.seat,
  before jsonb not null,
  after jsonb not null,
  reason text not null
);
alter table kinfold.directory_change enable row level security;
create policy same_programme on kinfold.directory_change for select to kinfold_staff, kinfold_assigned
  using (agency in (select a.id from kinfold.agency a where a.programme = (select kinfold.scope_actor() ->> 'programme')));
grant select on kinfold.directory_change to kinfold_staff, kinfold_assigned;

-- KF403 when it is not the actor's to change.
create function kinfold.may_change_agency(p_agency integer) returns void
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
begin
  if not exists (select 1 from agency g where g.id = p_agency and g.programme = a ->> 'programme'
      and (a ->> 'capacity' = 'csa-coordinator' or (a ->> 'capacity' = 'administrator' and g.id = (a ->> 'agency')::integer))) then
    raise exception 'not yours to change' using errcode = 'KF403';
  end if;
end $$;

create function kinfold.change_agency(p_id uuid, p_agency integer, p_phone text, p_phone_source text, p_website text, p_staff_reach text, p_reason text) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  v_before jsonb;
begin
  perform may_change_agency(p_agency);
  select jsonb_build_object('phone', phone, 'phoneSource', phone_source, 'website', website, 'staffReach', staff_reach) into v_before
  from agency where id = p_agency for update;
  update agency set phone = p_phone, phone_source = p_phone_source, website = p_website, staff_reach = case when p_agency = scope_agency() then coalesce(p_staff_reach, staff_reach) else staff_reach end
  where id = p_agency;
  insert into directory_change (id, agency, by_seat, before, after, reason)
  values (p_id, p_agency, (scope_actor() ->> 'seat')::uuid, v_before,
    jsonb_build_object('phone', p_phone, 'phoneSource', p_phone_source, 'website', p_website, 'staffReach', p_staff_reach), p_reason);
end $$;

-- From a day on another organization of the same kind serves the county; the one before ends the day before.
create function kinfold.change_service_area(p_id uuid, p_agency integer, p_county text, p_from date, p_reason text) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  v_before jsonb;
begin
  perform may_change_agency(p_agency);
  if scope_actor() ->> 'capacity' <> 'csa-coordinator' then raise exception 'not yours to change' using errcode = 'KF403'; end if;
  select coalesce(jsonb_agg(jsonb_build_object('agency', s.agency, 'from', s.from_day, 'to', s.to_day)), '[]') into v_before
  from service_area s join agency g on g.id = s.agency where s.county = p_county and g.kind = (select kind from agency where id = p_agency);
  update service_area s set to_day = p_from - 1
  from agency g where g.id = s.agency and g.kind = (select kind from agency where id = p_agency)
    and s.county = p_county and s.from_day < p_from and (s.to_day is null or s.to_day >= p_from);
  insert into service_area (agency, county, from_day) values (p_agency, p_county, p_from)
  on conflict (agency, county, from_day) do update set to_day = null;
  insert into directory_change (id, agency, by_seat, before, after, reason)
  values (p_id, p_agency, (scope_actor() ->> 'seat')::uuid, v_before, jsonb_build_object('county', p_county, 'agency', p_agency, 'from', p_from), p_reason);
end $$;
grant execute on function kinfold.change_agency, kinfold.change_service_area to kinfold_staff;
