-- The same answers in fewer steps. What each brought is in docs/decisions/0005-few-trips-and-what-is-compared.md.

-- What is sealed is joined with a character no sealed value may hold (a unit separator), so that there is one way to cut it: four
-- joints, and any value with one in it would make five. An array's text, used before, quoted every mark of the actor's JSON.
create or replace function kinfold.scope_seal(p_actor text, p_agencies text, p_intake text, p_charts text, p_categories text)
returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  k bytea := int8send(pg_sequence_last_value('kinfold.scope_key_high'::regclass)) || int8send(pg_sequence_last_value('kinfold.scope_key_low'::regclass));
begin
  if strpos(p_actor || p_agencies || p_intake || p_charts || p_categories, E'\x1f') > 0 then
    raise exception 'a scope holds no separator' using errcode = 'insufficient_privilege';
  end if;
  return encode(sha256(k || int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp())
    || convert_to(p_actor || E'\x1f' || p_agencies || E'\x1f' || p_intake || E'\x1f' || p_charts || E'\x1f' || p_categories, 'UTF8') || k), 'hex');
end $$;
-- What is missing makes the comparison null, and null is not believed.
create or replace function kinfold.scope_setting(p_name text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  k bytea := int8send(pg_sequence_last_value('kinfold.scope_key_high'::regclass)) || int8send(pg_sequence_last_value('kinfold.scope_key_low'::regclass));
begin
  if current_setting('kinfold.seal', true) = encode(sha256(k || int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp())
      || convert_to(current_setting('kinfold.actor', true) || E'\x1f' || current_setting('kinfold.agencies', true) || E'\x1f'
        || current_setting('kinfold.intake', true) || E'\x1f' || current_setting('kinfold.charts', true) || E'\x1f'
        || current_setting('kinfold.categories', true), 'UTF8') || k), 'hex') then
    return current_setting('kinfold.' || p_name, true);
  end if;
  if coalesce(current_setting('kinfold.seal', true), '') = '' then return null; end if;
  raise exception 'the scope of this transaction was not set by enter()' using errcode = 'insufficient_privilege';
end $$;

-- Answers what may be seen too, which a command asked separately.
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
  return v_actor || jsonb_build_object('sees', t.categories);
end $$;

-- Without a plan of its own: the call is all there is to it.
create or replace function kinfold.enter(p_token bytea, p_seat uuid) returns jsonb
language plpgsql security definer set search_path = kinfold, pg_temp as $$
begin
  return kinfold.enter(p_token, p_seat, '{}'::uuid[]);
end $$;

-- Whose names one may read, told in one step: colleagues of one's own agency and of those one takes referrals of, unless one works
-- as oneself.
create function kinfold.scope_colleagues() returns integer[]
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  a jsonb := kinfold.scope_actor();
begin
  if a is null or a ->> 'through' = 'person' then return '{}'; end if;
  return array_append(kinfold.scope_intake(), (a ->> 'agency')::integer);
end $$;
grant execute on function kinfold.scope_colleagues to kinfold_staff, kinfold_assigned, kinfold_person;
comment on function kinfold.scope_colleagues is 'The agencies whose people''s names this scope may read.';
create or replace view kinfold.seat_holder with (security_barrier) as
  select s.id as seat, s.person, p.name, s.capacity, s.agency, s.title, s.from_day, s.to_day
  from kinfold.seat s join kinfold.person p on p.id = s.person
  where s.agency = any ((select kinfold.scope_colleagues())::integer[])
     or s.id = (select (kinfold.scope_actor() ->> 'seat')::uuid)
     or exists (select 1 from kinfold.relationship r where r.seat = s.id and r.chart = any ((select kinfold.scope_charts())::uuid[]));

-- Who was refused before there was an actor is looked up for that look alone; joined, every session and seat was read for every look.
create or replace function kinfold.append_looks(p_looks jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  insert into audit_event (person, seat, session, capacity, agency, programme, holder, chart, operation, outcome, details, digest, era)
  select coalesce(l.person, s.person), coalesce(l.seat, s.seat), coalesce(l.session, s.session), coalesce(l.capacity, s.capacity),
    coalesce(l.agency, s.agency), coalesce(l.programme, s.programme), (select c.holder from chart c where c.id = l.chart), l.chart, l.operation, l.outcome,
    l.details, '', (select coalesce(max(era), 1) from audit_era)
  from jsonb_to_recordset(p_looks) as l (person uuid, seat uuid, session uuid, capacity text, agency integer, programme text, chart uuid,
    operation text, outcome text, details jsonb, token text, "asSeat" uuid)
  left join lateral (
    select s.id as session, s.person, t.id as seat, t.capacity, t.agency, g.programme
    from session s left join seat t on t.id = l."asSeat" and t.person = s.person left join agency g on g.id = t.agency
    where l.person is null and s.token_hash = decode(l.token, 'hex') limit 1) s on true;
end $$;

-- What the engine may write it may read: a second policy for reading said the same once more, and gave every plan one step more.
do $$ declare p record;
begin
  for p in select r.tablename from pg_policies r join pg_policies w using (schemaname, tablename, roles, qual)
    where r.schemaname = 'kinfold' and r.policyname = 'engine_reads' and w.policyname = 'engine_writes' and r.cmd = 'SELECT' and w.cmd = 'ALL'
  loop
    execute format('drop policy engine_reads on kinfold.%I', p.tablename);
  end loop;
end $$;

-- With plans of their own that are kept: a function in SQL is planned at every call by servers before 18, and costs more to start.
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
  if exists (select 1 from supervision s where s.supervisor = p_seat and s.seat = any (v_accountable) and s.from_day <= p_today
      and (s.to_day is null or s.to_day >= p_today)) then
    v_kinds := array_append(v_kinds, 'supervisor');
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

-- What is short and holds nothing but codes is seen at a glance, which costs a third; all else is looked through as before.
drop trigger fact_codes_only on kinfold.fact;
create trigger fact_codes_only before insert on kinfold.fact for each row when (
  (length(new.data::text) > 120 or new.data::text !~ '^([][{},: ]|"[-A-Za-z0-9_.:#/@]+"|[-+0-9.eE]+|true|false|null)*$')
  and (jsonb_path_exists(new.data, 'strict $.** ? (@.type() == "string" && !(@ like_regex "^[-A-Za-z0-9_.:#/@]{1,120}$"))')
    or jsonb_path_exists(new.data, 'strict $.** ? (@.type() == "object").keyvalue() ? (!(@.key like_regex "^[-A-Za-z0-9_.:#/@]{1,120}$"))')))
  execute function kinfold.refuse_words();

-- Read by nobody: the trail is asked for an agency's own people or charts, newest first, and whoever is looked for is looked for among
-- those. Every look and every write paid for both.
drop index kinfold.audit_event_person;
drop index kinfold.audit_event_agency;
