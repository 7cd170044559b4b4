-- People and access: a chart is found in an emergency by a whole name and a birth day, nobody holds two equal seats, an agency may
-- lock its people's screens sooner, and all sessions of an agency can be ended at once.

-- A youth's whole names, folded as a search folds them: what emergency access compares, and no search reads. Those that are there are
-- folded here as far as SQL can, which is every name in Latin letters; any other whole name is made by the program the next time
-- something of the youth's changes.
alter table kinfold.name_key drop constraint name_key_kind_check;
alter table kinfold.name_key add constraint name_key_kind_check check (kind in ('name', 'sound', 'identifier', 'telephone', 'match', 'whole'));
insert into kinfold.name_key (chart, agency, holder, programme, kind, token)
select y.chart, y.agency, y.holder, y.programme, 'whole', folded.name
from kinfold.youth y
  cross join lateral (values (concat_ws(' ', y.legal_first, y.legal_last)), (y.preferred_name || ' ' || y.legal_last)) as called (name)
  cross join lateral (select btrim(regexp_replace(regexp_replace(
    replace(replace(replace(replace(
      -- Outside ASCII some databases know no small letters: capitals that come apart into no base letter are told one by one.
      translate(lower(regexp_replace(normalize(called.name, NFKD), '[\u0300-\u036f]', '', 'g')), 'øØłŁđĐðÐıÆŒÞ', 'oollddddiæœþ'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '[''’‘`´ʼ]', '', 'g'), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+', ' ', 'g')) as name) folded
where folded.name <> ''
on conflict do nothing;

-- In one of three ways: by number, by exact identifier, or by whole name and birth day, for somebody who is told a name on the
-- telephone. None, another agency's and several are one answer (KF404), so that nothing is learned by trying.
drop function kinfold.take_emergency(uuid, bigint, text, text, integer);
create function kinfold.take_emergency(p_id uuid, p_number bigint, p_identifier text, p_name text, p_born date, p_reason text, p_minutes integer) returns jsonb
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  v_found uuid[];
  c record;
  v_to timestamptz := now() + make_interval(mins => p_minutes);
begin
  if coalesce(a ->> 'capacity', '') not in ('care-manager', 'supervisor', 'on-call') then
    raise exception 'emergency access is not for this capacity' using errcode = 'KF403';
  end if;
  if not (a ->> 'steppedUp')::boolean then
    raise exception 'emergency access asks for a second proof of identity' using errcode = 'KF403';
  end if;
  if num_nonnulls(p_number, p_identifier, p_name) <> 1 or (p_name is null) <> (p_born is null) then
    raise exception 'a chart is named in one way' using errcode = 'invalid_parameter_value';
  end if;
  if p_number is not null then
    v_found := array(select chart.id from chart where chart.number = p_number and chart.holder = v_agency);
  elsif p_identifier is not null then
    v_found := array(select distinct i.chart from identifier i where i.holder = v_agency and i.value = p_identifier and i.to_day is null);
  else
    v_found := array(select k.chart from name_key k join youth y on y.chart = k.chart
      where k.holder = v_agency and k.kind = 'whole' and k.token = p_name and y.born = p_born);
  end if;
  select chart.id, chart.holder, chart.programme into c from chart
  where cardinality(v_found) = 1 and chart.id = v_found[1] and chart.holder = v_agency and chart.programme = a ->> 'programme';
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
grant execute on function kinfold.take_emergency to kinfold_staff, kinfold_assigned;

-- Tries to open a chart in an emergency are counted by who tries.
alter table kinfold.sign_in_wait drop constraint sign_in_wait_kind_check;
alter table kinfold.sign_in_wait add constraint sign_in_wait_kind_check check (kind in ('account', 'address', 'emergency'));

-- Nobody holds two seats of one capacity at one agency on one day. Two who give the same seat at once wait for each other; an
-- exclusion constraint over person, agency, capacity and days would ask for an extension (btree_gist) that is not everywhere.
create function kinfold.seat_held_once() returns trigger language plpgsql security definer set search_path = kinfold, pg_temp as $$
begin
  -- One of a thousand locks for each person: many seats written at once must not fill the table of locks.
  perform pg_advisory_xact_lock(12, hashtext(new.person::text) & 1023);
  if exists (select 1 from seat s where s.person = new.person and s.agency = new.agency and s.capacity = new.capacity and s.id <> new.id
      and daterange(s.from_day, s.to_day, '[]') && daterange(new.from_day, new.to_day, '[]')) then
    raise exception 'this person has such a seat on some of these days' using errcode = 'exclusion_violation', constraint = 'seat_held_once';
  end if;
  return new;
end $$;
create trigger seat_held_once before insert or update of person, agency, capacity, from_day, to_day on kinfold.seat
  for each row execute function kinfold.seat_held_once();

-- After how many idle minutes a session locks: fifteen (NIST 800-63B-4), or fewer where an agency says so. Whoever works for several
-- has the fewest of theirs, since one session opens all of them. It stands on the session, and `locks_at` is all that is asked. A
-- partner's program and long work have no screen that somebody could leave: theirs keep fifteen.
alter table kinfold.agency add column idle_minutes smallint not null default 15 check (idle_minutes between 5 and 15);
alter table kinfold.session add column idle_minutes smallint not null default 15, add column at_screen boolean not null default false;
update kinfold.session set at_screen = true where ended_at is null and coalesce(device, '') not in ('FHIR', 'Background work', 'Command line');
comment on column kinfold.session.at_screen is 'Somebody signed in with it. A program''s, or long work''s, has no screen that could be left open.';
comment on column kinfold.session.idle_minutes is 'The fewest that an agency of its person asks for. Kept by triggers: on signing in, on a seat, on the agency''s setting.';
comment on table kinfold.session is 'Opaque sessions: only the hash of the token is kept. Idle minutes lock (15, or fewer), 12 hours end (NIST 800-63B-4).';

create function kinfold.locks_at(s kinfold.session) returns timestamptz language sql stable
  return s.last_seen_at + make_interval(mins => s.idle_minutes);

create function kinfold.idle_minutes_of(p_person uuid) returns smallint
language sql stable security definer set search_path = kinfold, pg_temp as $$
  select coalesce(min(g.idle_minutes), 15::smallint) from seat s join agency g on g.id = s.agency
  where s.person = p_person and (s.to_day is null or s.to_day >= (present() at time zone g.zone)::date)
$$;
revoke execute on function kinfold.idle_minutes_of from public;

create function kinfold.session_idle_minutes() returns trigger language plpgsql security definer set search_path = kinfold, pg_temp as $$
begin
  new.idle_minutes := idle_minutes_of(new.person);
  return new;
end $$;
create trigger idle_minutes before insert on kinfold.session for each row when (new.at_screen) execute function kinfold.session_idle_minutes();

create function kinfold.sessions_follow_seat() returns trigger language plpgsql security definer set search_path = kinfold, pg_temp as $$
begin
  update session set idle_minutes = idle_minutes_of(new.person) where person = new.person and at_screen and ended_at is null;
  return null;
end $$;
create trigger idle_minutes after insert or update of agency, to_day on kinfold.seat for each row execute function kinfold.sessions_follow_seat();

create function kinfold.sessions_follow_agency() returns trigger language plpgsql security definer set search_path = kinfold, pg_temp as $$
begin
  update session set idle_minutes = idle_minutes_of(session.person)
  where at_screen and ended_at is null and person in (select s.person from seat s where s.agency = new.id);
  return null;
end $$;
create trigger idle_minutes after update of idle_minutes on kinfold.agency for each row
  when (old.idle_minutes is distinct from new.idle_minutes) execute function kinfold.sessions_follow_agency();

-- As before, with the session's own minutes.
create or replace function kinfold.enter(p_token bytea, p_seat uuid, p_command uuid[]) returns jsonb
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  t record;
  v_today date;
  v_agencies text := '{}';
  v_intake text := '{}';
  v_charts text := '{}';
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
  if t.narrowed = 'outside-shift' or (t.narrowed = 'by-agency' and t.staff_reach = 'assigned') then
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
    select coalesce(array_agg(distinct chart), '{}')::text into v_charts from (
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
create or replace function kinfold.touch_sessions(p_tokens bytea[], p_ago double precision[]) returns void
language sql volatile security definer set search_path = kinfold, pg_temp as $$
  update session s set last_seen_at = greatest(s.last_seen_at, seen.at)
  from (select token, clock_timestamp() - make_interval(secs => ago) as at from unnest(p_tokens, p_ago) as u (token, ago)) seen
  where s.token_hash = seen.token and s.ended_at is null and s.locked_at is null and seen.at <= locks_at(s)
$$;
create or replace function kinfold.seats_of_session(p_token bytea) returns jsonb
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare s record;
begin
  select t.id, t.person, t.locked_at, locks_at(t) as locks_at, t.idle_minutes, t.ends_at, t.stepped_up_at into s
  from session t join person p on p.id = t.person and p.disabled_at is null
  where t.token_hash = p_token and t.ended_at is null and t.ends_at > now();
  if not found then raise exception 'no such session' using errcode = 'KF401'; end if;
  return (select jsonb_build_object('session', s.id, 'person', p.id, 'name', p.name, 'locale', p.locale, 'endsAt', s.ends_at,
      'locksAt', s.locks_at, 'idleMinutes', s.idle_minutes,
      'locked', s.locked_at is not null or s.locks_at < now(),
      'steppedUpAt', s.stepped_up_at,
      'hasPassword', p.password_hash is not null,
      'hasTotp', exists (select 1 from totp where totp.person = p.id and totp.confirmed_at is not null),
      'hasPasskey', exists (select 1 from passkey where passkey.person = p.id),
      'seats', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'capacity', t.capacity, 'title', t.title, 'agency', g.id, 'agencyName', g.name,
          'agencyShort', g.short_name, 'programme', g.programme) order by g.id, t.capacity), '[]')
        from seat t join agency g on g.id = t.agency where t.person = p.id
          and t.from_day <= (now() at time zone g.zone)::date and (t.to_day is null or t.to_day >= (now() at time zone g.zone)::date)))
    from person p where p.id = s.person);
end $$;

-- Who ended the sessions of a person, or of everybody who works for the agency, and why. Read and written on the owner's connection
-- alone, as what an agency demands of sign-in is.
create table kinfold.sessions_ended (
  id uuid primary key,
  agency integer not null references kinfold.agency,
  person uuid references kinfold.person,
  ended integer not null,
  reason text not null,
  by_seat uuid not null references kinfold.seat,
  at timestamptz not null default now()
);
create index sessions_ended_agency on kinfold.sessions_ended (agency, at);
alter table kinfold.sessions_ended enable row level security;
comment on table kinfold.sessions_ended is 'Sessions an agency ended, of one person or (person null) of everybody with a seat there, by whom and why.';
