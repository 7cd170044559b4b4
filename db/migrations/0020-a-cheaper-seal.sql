-- The scope's seal is verified once for every table and list a statement touches: some forty times to show a chart, where it was
-- a third of the database's work. The key lies in two sequences nobody but the owner may read (53 bits each, a number every
-- program can hold, read by a plain function call) instead of a table that is scanned each time. What is sealed is joined without
-- building JSON: an array's text quotes its members, the instant and the process are their bytes, so no setting of the session
-- changes what is read.
create sequence kinfold.scope_key_high;
create sequence kinfold.scope_key_low;
comment on sequence kinfold.scope_key_high is 'Half of the key that seals a scope; never drawn from.';
comment on sequence kinfold.scope_key_low is 'The other half.';
revoke all on sequence kinfold.scope_key_high, kinfold.scope_key_low from public;
do $$ declare half text;
begin
  foreach half in array array['high', 'low'] loop
    perform setval(format('kinfold.scope_key_%s', half)::regclass,
      greatest(1, ('x' || encode(substr(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || clock_timestamp()::text, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint
        & 9007199254740991));
  end loop;
end $$;

create or replace function kinfold.scope_seal(p_actor text, p_agencies text, p_intake text, p_charts text, p_categories text)
returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  k bytea := int8send(pg_sequence_last_value('kinfold.scope_key_high'::regclass)) || int8send(pg_sequence_last_value('kinfold.scope_key_low'::regclass));
begin
  return encode(sha256(k || int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp())
    || convert_to(array[p_actor, p_agencies, p_intake, p_charts, p_categories]::text, 'UTF8') || k), 'hex');
end $$;
create or replace function kinfold.scope_setting(p_name text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  seal text := current_setting('kinfold.seal', true);
  k bytea;
begin
  if seal is null or seal = '' then return null; end if;
  k := int8send(pg_sequence_last_value('kinfold.scope_key_high'::regclass)) || int8send(pg_sequence_last_value('kinfold.scope_key_low'::regclass));
  if k is null or seal <> encode(sha256(k || int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp())
      || convert_to(array[current_setting('kinfold.actor', true), current_setting('kinfold.agencies', true), current_setting('kinfold.intake', true),
        current_setting('kinfold.charts', true), current_setting('kinfold.categories', true)]::text, 'UTF8') || k), 'hex') then
    raise exception 'the scope of this transaction was not set by enter()' using errcode = 'insufficient_privilege';
  end if;
  return current_setting('kinfold.' || p_name, true);
end $$;
drop table kinfold.scope_key;

-- Parsed once, here, and inlined: a definer function in SQL is set up anew for every list that names it.
create or replace function kinfold.scope_actor() returns jsonb language sql stable
begin atomic select kinfold.scope_setting('actor')::jsonb; end;
create or replace function kinfold.scope_person() returns uuid language sql stable
begin atomic select (kinfold.scope_setting('actor')::jsonb ->> 'person')::uuid; end;
create or replace function kinfold.scope_agency() returns integer language sql stable
begin atomic select (kinfold.scope_setting('actor')::jsonb ->> 'agency')::integer; end;
-- A JSON array of identifiers differs from an array's text in its brackets and quotes alone.
create or replace function kinfold.scope_command() returns uuid[] language sql stable
begin atomic select coalesce(translate(kinfold.scope_setting('actor')::jsonb ->> 'command', '[]"', '{}')::uuid[], '{}'::uuid[]); end;

-- One question instead of three: the session, its person's seat and what that seat reaches.
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
  select s.id as session, s.person, s.last_seen_at, s.locked_at, s.stepped_up_at, now() + clock.ahead as present,
      seat.id as seat, seat.capacity, seat.agency, seat.from_day, seat.to_day, agency.programme, agency.zone, agency.staff_reach,
      capacity.works_through, capacity.intake_reach, capacity.chart_reach, capacity.categories, capacity.narrowed, capacity.records,
      person.name, person.locale, ((now() + clock.ahead) at time zone agency.zone)::date as today
    into t
  from session s cross join clock_setting clock
    left join (seat join agency on agency.id = seat.agency join capacity on capacity.code = seat.capacity
      join person on person.id = seat.person and person.disabled_at is null) on seat.id = p_seat and seat.person = s.person
  where s.token_hash = p_token and s.ended_at is null and s.ends_at > now();
  if not found then raise exception 'no such session' using errcode = 'KF401'; end if;
  if t.locked_at is not null or t.last_seen_at < now() - interval '15 minutes' then
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
  return v_actor;
end $$;

-- As audit_digest(), which verifying uses, without a call for each row.
create or replace function kinfold.audit_fill() returns trigger language plpgsql set search_path = kinfold, pg_temp as $$
begin
  new.digest := sha256(new.salt || convert_to(concat_ws('|', extract(epoch from new.at)::text, coalesce(new.person::text, ''), coalesce(new.seat::text, ''),
    coalesce(new.chart::text, ''), new.operation, new.outcome, new.details::text), 'UTF8'));
  return new;
end $$;
