-- enter(): the one door into a transaction. It derives from the database who is asking and what they reach; values the
-- program passes are keys to look up, never claims to believe. Errors carry the codes the program turns into answers:
--   KF401 no such session   KF423 locked after idling   KF403 not your seat   KF409 wrong pool for this seat

-- What the time is. A demonstration or a test moves it; in ordinary use it is the database's own clock.
create table kinfold.clock_setting (only_one boolean primary key default true check (only_one), ahead interval not null default '0');
insert into kinfold.clock_setting default values;
alter table kinfold.clock_setting enable row level security;
create function kinfold.present() returns timestamptz language sql stable security definer set search_path = kinfold, pg_temp
as $$ select now() + ahead from clock_setting $$;
create function kinfold.this_instant() returns timestamptz language sql volatile security definer set search_path = kinfold, pg_temp
as $$ select clock_timestamp() + ahead from clock_setting $$;
comment on function kinfold.this_instant is 'As present(), moving on within a transaction.';

create function kinfold.enter(p_token bytea, p_seat uuid, p_command uuid[]) returns jsonb
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  s record;
  t record;
  v_today date;
  v_agencies integer[] := '{}';
  v_intake integer[] := '{}';
  v_charts uuid[] := '{}';
  v_through text;
  v_actor jsonb;
begin
  select id, person, last_seen_at, locked_at, stepped_up_at into s
  from session where token_hash = p_token and ended_at is null and ends_at > now();
  if not found then raise exception 'no such session' using errcode = 'KF401'; end if;
  if s.locked_at is not null or s.last_seen_at < now() - interval '15 minutes' then
    raise exception 'the session is locked' using errcode = 'KF423';
  end if;

  select seat.id, seat.person, seat.capacity, seat.agency, agency.programme, agency.zone, agency.staff_reach,
         capacity.works_through, capacity.intake_reach, capacity.chart_reach, capacity.categories, person.name, person.locale,
         (present() at time zone agency.zone)::date as today, seat.from_day, seat.to_day
    into t
  from seat join agency on agency.id = seat.agency join capacity on capacity.code = seat.capacity join person on person.id = seat.person
  where seat.id = p_seat and seat.person = s.person and person.disabled_at is null;
  if not found or t.from_day > t.today or t.to_day < t.today then
    raise exception 'not a seat of this person today' using errcode = 'KF403';
  end if;
  v_today := t.today;

  v_through := case when t.works_through = 'staff' and t.chart_reach = 'agency' and t.staff_reach = 'assigned' then 'assigned'
                    else t.works_through end;
  if session_user in ('kinfold_staff', 'kinfold_assigned', 'kinfold_person') and session_user <> 'kinfold_' || v_through then
    raise exception '%', v_through using errcode = 'KF409';
  end if;

  if v_through = 'staff' then
    v_agencies := case t.chart_reach when 'agency' then array[t.agency]
      when 'programme' then (select array_agg(id) from agency where programme = t.programme) else '{}' end;
    v_intake := case t.intake_reach when 'agency' then array[t.agency]
      when 'programme' then (select array_agg(id) from agency where programme = t.programme) else '{}' end;
  else
    -- By charts: those this seat is related to today, those of seats it covers today, and emergencies still open.
    select coalesce(array_agg(distinct chart), '{}') into v_charts from (
      select r.chart from relationship r
      where r.seat = p_seat and r.ended_at is null and r.from_day <= v_today and (r.to_day is null or r.to_day >= v_today)
      union all
      select r.chart from absence a join relationship r on r.seat = a.seat and r.kind = 'accountable' and r.ended_at is null
        and r.from_day <= v_today and (r.to_day is null or r.to_day >= v_today)
      where a.cover = p_seat and v_today between a.from_day and a.to_day
      union all
      select e.chart from emergency_access e where e.seat = p_seat and e.to_at > now()
    ) reach;
  end if;

  v_actor := jsonb_build_object('session', s.id, 'person', s.person, 'seat', t.id, 'capacity', t.capacity, 'agency', t.agency,
    'programme', t.programme, 'name', t.name, 'zone', t.zone, 'today', v_today, 'locale', t.locale, 'through', v_through,
    'steppedUpAt', s.stepped_up_at, 'command', to_jsonb(p_command));
  perform set_config('kinfold.actor', v_actor::text, true),
          set_config('kinfold.agencies', v_agencies::text, true),
          set_config('kinfold.intake', v_intake::text, true),
          set_config('kinfold.charts', v_charts::text, true),
          set_config('kinfold.categories', t.categories::text, true);
  perform set_config('kinfold.seal', scope_seal(current_setting('kinfold.actor'), current_setting('kinfold.agencies'),
    current_setting('kinfold.intake'), current_setting('kinfold.charts'), current_setting('kinfold.categories')), true);
  return v_actor;
end $$;

-- What requests may call. Holding charts is open_command's doing alone: whoever could name them here could write to them.
create function kinfold.enter(p_token bytea, p_seat uuid) returns jsonb
language sql volatile security definer set search_path = kinfold, pg_temp
as $$ select kinfold.enter(p_token, p_seat, '{}'::uuid[]) $$;

-- Jobs run as a named system actor, through the engine's own login only, over the charts they are about to work on.
create function kinfold.enter_system(p_job text, p_programme text, p_command uuid[] default '{}') returns jsonb
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  v_actor jsonb;
begin
  v_actor := jsonb_build_object('system', p_job, 'programme', p_programme, 'capacity', 'system', 'command', to_jsonb(p_command));
  perform set_config('kinfold.actor', v_actor::text, true),
          set_config('kinfold.agencies', (select coalesce(array_agg(id), '{}')::text from agency where programme = p_programme), true),
          set_config('kinfold.intake', (select coalesce(array_agg(id), '{}')::text from agency where programme = p_programme), true),
          set_config('kinfold.charts', p_command::text, true),
          set_config('kinfold.categories', '{general,mental-health,school,child-welfare,justice,incident,quality-of-care,reproductive,hiv,violence,family-private,substance-use,counseling-notes}', true);
  perform set_config('kinfold.seal', scope_seal(current_setting('kinfold.actor'), current_setting('kinfold.agencies'),
    current_setting('kinfold.intake'), current_setting('kinfold.charts'), current_setting('kinfold.categories')), true);
  return v_actor;
end $$;

create function kinfold.scope_command() returns uuid[] language sql stable security definer set search_path = kinfold, pg_temp
as $$ select coalesce((select array_agg(c::uuid) from jsonb_array_elements_text(kinfold.scope_setting('actor')::jsonb -> 'command') c), '{}') $$;
comment on function kinfold.scope_command is 'The charts whose lock this transaction''s command holds: all that the engine role may touch.';
