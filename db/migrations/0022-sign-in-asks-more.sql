-- Sign-in asks more: an agency can demand a second factor from its staff, an address is proven by a link of its own, and
-- settings two people may change at once carry a revision, so that the later of them is shown what the earlier one did.

create table kinfold.second_factor_demand (
  id uuid primary key,
  agency integer not null references kinfold.agency,
  demanded boolean not null,
  from_day date not null,
  reason text not null,
  by_seat uuid not null references kinfold.seat,
  recorded_at timestamptz not null default now()
);
create index second_factor_demand_agency on kinfold.second_factor_demand (agency, from_day);
alter table kinfold.second_factor_demand enable row level security;
comment on table kinfold.second_factor_demand is 'From which day an agency demands a second factor from its staff, or no longer. The latest day that has come counts, and of one day what was recorded last. Read and written before anybody has entered, on the owner''s connection alone.';

create function kinfold.demands_second_factor(p_agency integer, p_day date) returns boolean
language sql stable security definer set search_path = kinfold, pg_temp as $$
  select coalesce((select d.demanded from second_factor_demand d where d.agency = p_agency and d.from_day <= p_day
    order by d.from_day desc, d.recorded_at desc limit 1), false)
$$;

-- Of staff: a youth, a caregiver or a natural support signs in as they chose.
create function kinfold.owes_second_factor(p_person uuid) returns boolean
language sql stable security definer set search_path = kinfold, pg_temp as $$
  select exists (
    select 1 from seat s join agency g on g.id = s.agency join capacity c on c.code = s.capacity
      cross join lateral (select (present() at time zone g.zone)::date as today) t
    where s.person = p_person and c.works_through = 'staff' and s.from_day <= t.today and (s.to_day is null or s.to_day >= t.today)
      and demands_second_factor(g.id, t.today))
$$;
comment on function kinfold.owes_second_factor is 'Whether an agency somebody works for today demands a second factor from its staff.';

alter table kinfold.sign_in_step drop constraint sign_in_step_kind_check;
alter table kinfold.sign_in_step add constraint sign_in_step_kind_check check (kind in
  ('second-factor', 'passkey-sign-in', 'passkey-register', 'passkey-prove', 'single-sign-on', 'set-up-factor', 'prove-address'));

alter table kinfold.agency add column revision integer not null default 1;
alter table kinfold.agency add column sign_on_revision integer not null default 1;
comment on column kinfold.agency.sign_on_revision is 'Of its identity provider; here, because the provider''s own row goes when there is none.';
alter table kinfold.county add column served_revision integer not null default 1;
comment on column kinfold.county.served_revision is 'Of who serves it: what somebody saw who says that another does.';

-- Both answer the new revision, or null when somebody changed it meanwhile and nothing was done.
drop function kinfold.change_agency(uuid, integer, text, text, text, text, text);
create function kinfold.change_agency(p_id uuid, p_agency integer, p_base integer, p_phone text, p_phone_source text, p_website text, p_staff_reach text, p_reason text) returns integer
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  v_before jsonb;
  v_after record;
begin
  perform may_change_agency(p_agency);
  select jsonb_build_object('phone', phone, 'phoneSource', phone_source, 'website', website, 'staffReach', staff_reach) into v_before
  from agency where id = p_agency and revision = p_base for update;
  if not found then return null; end if;
  update agency set phone = p_phone, phone_source = p_phone_source, website = p_website, revision = revision + 1,
    staff_reach = case when p_agency = scope_agency() then coalesce(p_staff_reach, staff_reach) else staff_reach end
  where id = p_agency returning * into v_after;
  insert into directory_change (id, agency, by_seat, before, after, reason)
  values (p_id, p_agency, (scope_actor() ->> 'seat')::uuid, v_before,
    jsonb_build_object('phone', v_after.phone, 'phoneSource', v_after.phone_source, 'website', v_after.website, 'staffReach', v_after.staff_reach), p_reason);
  return v_after.revision;
end $$;

drop function kinfold.change_service_area(uuid, integer, text, date, text);
create function kinfold.change_service_area(p_id uuid, p_agency integer, p_county text, p_base integer, p_from date, p_reason text) returns integer
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  v_before jsonb;
  v_revision integer;
begin
  perform may_change_agency(p_agency);
  if scope_actor() ->> 'capacity' <> 'csa-coordinator' then raise exception 'not yours to change' using errcode = 'KF403'; end if;
  update county set served_revision = served_revision + 1 where code = p_county and served_revision = p_base returning served_revision into v_revision;
  if not found then return null; end if;
  select coalesce(jsonb_agg(jsonb_build_object('agency', s.agency, 'from', s.from_day, 'to', s.to_day)), '[]') into v_before
  from service_area s join agency g on g.id = s.agency where s.county = p_county and g.kind = (select kind from agency where id = p_agency);
  update service_area s set to_day = p_from - 1
  from agency g where g.id = s.agency and g.kind = (select kind from agency where id = p_agency)
    and s.county = p_county and s.from_day < p_from and (s.to_day is null or s.to_day >= p_from);
  insert into service_area (agency, county, from_day) values (p_agency, p_county, p_from)
  on conflict (agency, county, from_day) do update set to_day = null;
  insert into directory_change (id, agency, by_seat, before, after, reason)
  values (p_id, p_agency, (scope_actor() ->> 'seat')::uuid, v_before, jsonb_build_object('county', p_county, 'agency', p_agency, 'from', p_from), p_reason);
  return v_revision;
end $$;
grant execute on function kinfold.change_agency, kinfold.change_service_area to kinfold_staff;
