-- Looks (reads and refusals) arrive in groups through the engine's login, in one commit for all readers of a moment.
create function kinfold.append_looks(p_looks jsonb) returns void
language sql volatile security definer set search_path = kinfold, pg_temp as $$
  insert into audit_event (person, seat, session, capacity, agency, programme, holder, chart, operation, outcome, details, digest, era)
  select l.person, l.seat, l.session, l.capacity, l.agency, l.programme, c.holder, l.chart, l.operation, l.outcome, l.details, '',
    (select coalesce(max(era), 1) from audit_era)
  from jsonb_to_recordset(p_looks) as l (person uuid, seat uuid, session uuid, capacity text, agency integer, programme text, chart uuid,
    operation text, outcome text, details jsonb)
  left join chart c on c.id = l.chart
$$;
grant execute on function kinfold.append_looks to kinfold_engine;

-- "Who looked at this chart": for those who may open it, through enter()'s reach.
create function kinfold.looks_at(p_chart uuid, p_limit integer) returns table (at timestamptz, name text, capacity text, agency text, operation text, outcome text, own boolean)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  if not exists (select 1 from chart c where c.id = p_chart and (c.holder = any (scope_agencies()) or c.id = any (scope_charts()))) then
    raise exception 'no such chart' using errcode = 'KF404';
  end if;
  return query
    select e.at, p.name, e.capacity, g.short_name, e.operation, e.outcome, e.person = scope_person()
    from audit_event e left join person p on p.id = e.person left join agency g on g.id = e.agency
    where e.chart = p_chart and e.category = any (scope_categories())
    order by e.at desc limit p_limit;
end $$;

-- The privacy officer's view of the trail: their own agency's charts and people.
create function kinfold.audit_trail(p_filter jsonb) returns table (id bigint, at timestamptz, name text, capacity text, operation text, outcome text,
  chart uuid, chart_number bigint, details jsonb, sealed boolean)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'the audit trail is the privacy officer''s' using errcode = 'KF403';
  end if;
  return query
    select e.id, e.at, p.name, e.capacity, e.operation, e.outcome, e.chart, c.number, e.details,
      exists (select 1 from audit_seal s where s.era = e.era and e.tx >= s.from_tx and e.tx < s.to_tx)
    from audit_event e left join person p on p.id = e.person left join chart c on c.id = e.chart
    where (e.agency = (a ->> 'agency')::integer or e.holder = (a ->> 'agency')::integer)
      and (p_filter ->> 'chart' is null or e.chart = (p_filter ->> 'chart')::uuid)
      and (p_filter ->> 'number' is null or c.number = (p_filter ->> 'number')::bigint)
      and (p_filter ->> 'person' is null or e.person = (p_filter ->> 'person')::uuid)
      and (p_filter ->> 'operation' is null or e.operation = p_filter ->> 'operation')
      and (p_filter ->> 'outcome' is null or e.outcome = p_filter ->> 'outcome')
      and (p_filter ->> 'from' is null or e.at >= (p_filter ->> 'from')::date)
      and (p_filter ->> 'to' is null or e.at < (p_filter ->> 'to')::date + 1)
      and (p_filter ->> 'before' is null or e.id < (p_filter ->> 'before')::bigint)
    order by e.id desc limit least(coalesce((p_filter ->> 'limit')::integer, 100), 500);
end $$;

-- Notes withdrawn from every other view, with why.
create function kinfold.withdrawn_notes(p_chart uuid) returns setof kinfold.contact
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  if scope_actor() ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'withdrawn notes are the privacy officer''s' using errcode = 'KF403';
  end if;
  return query select * from contact where chart = p_chart and withdrawn_at is not null and holder = any (scope_agencies());
end $$;
grant execute on function kinfold.looks_at, kinfold.audit_trail, kinfold.withdrawn_notes to kinfold_staff, kinfold_assigned, kinfold_person;

-- Sessions and sign-in run before anybody has entered: the owner's connection does them; here is only what requests need.
create function kinfold.seats_of_session(p_token bytea) returns jsonb
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare s record;
begin
  select id, person, last_seen_at, locked_at, ends_at, stepped_up_at into s from session where token_hash = p_token and ended_at is null and ends_at > now();
  if not found then raise exception 'no such session' using errcode = 'KF401'; end if;
  return (select jsonb_build_object('session', s.id, 'person', p.id, 'name', p.name, 'locale', p.locale, 'endsAt', s.ends_at,
      'locked', s.locked_at is not null or s.last_seen_at < now() - interval '15 minutes',
      'steppedUpAt', s.stepped_up_at,
      'seats', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'capacity', t.capacity, 'title', t.title, 'agency', g.id, 'agencyName', g.name,
          'agencyShort', g.short_name, 'programme', g.programme) order by g.id, t.capacity), '[]')
        from seat t join agency g on g.id = t.agency where t.person = p.id
          and t.from_day <= (now() at time zone g.zone)::date and (t.to_day is null or t.to_day >= (now() at time zone g.zone)::date)))
    from person p where p.id = s.person and p.disabled_at is null);
end $$;
create function kinfold.touch_sessions(p_sessions uuid[]) returns void
language sql volatile security definer set search_path = kinfold, pg_temp as $$
  update session set last_seen_at = now() where id = any (p_sessions) and last_seen_at >= now() - interval '15 minutes'
$$;
grant execute on function kinfold.seats_of_session, kinfold.touch_sessions to kinfold_engine;

insert into kinfold.capacity (code, label, works_through, intake_reach, chart_reach, categories) values
  ('care-manager', 'Care manager', 'staff', 'agency', 'agency', '{general,mental-health,school,child-welfare,justice,incident,reproductive,hiv,violence,family-private}'),
  ('supervisor', 'Supervisor', 'staff', 'agency', 'agency', '{general,mental-health,school,child-welfare,justice,incident,reproductive,hiv,violence,family-private}'),
  ('agency-lead', 'Agency lead', 'staff', 'agency', 'agency', '{general,mental-health,school,child-welfare,justice,incident}'),
  ('quality', 'Quality', 'staff', 'agency', 'agency', '{general,mental-health,school,incident}'),
  ('administrator', 'Administrator', 'staff', 'none', 'none', '{}'),
  ('privacy-officer', 'Privacy officer', 'staff', 'agency', 'agency', '{general,mental-health,school,child-welfare,justice,incident,reproductive,hiv,violence,family-private,substance-use,counseling-notes}'),
  ('on-call', 'On-call worker', 'staff', 'agency', 'agency', '{general,mental-health,violence}'),
  ('pe-coordinator', 'Presumptive eligibility coordinator', 'staff', 'agency', 'agency', '{general}'),
  ('court-liaison', 'Court liaison', 'staff', 'agency', 'agency', '{general,justice}'),
  ('csa-coordinator', 'CSA care coordinator', 'staff', 'programme', 'agency', '{general,mental-health}'),
  ('family-support-partner', 'Family support partner', 'person', 'none', 'charts', '{general}'),
  ('youth', 'Youth', 'person', 'none', 'charts', '{general}'),
  ('caregiver', 'Parent or caregiver', 'person', 'none', 'charts', '{general}'),
  ('natural-support', 'Natural support', 'person', 'none', 'charts', '{general}'),
  ('reviewer', 'Reviewer', 'person', 'none', 'charts', '{general,mental-health}'),
  ('provider', 'Provider', 'person', 'none', 'charts', '{general}'),
  ('targeted-case-manager', 'Targeted case manager', 'staff', 'agency', 'agency', '{general,mental-health,school,child-welfare,justice,incident}'),
  ('tcm-supervisor', 'TCM supervisor', 'staff', 'agency', 'agency', '{general,mental-health,school,child-welfare,justice,incident}'),
  ('clinical-care-manager', 'Clinical care manager', 'staff', 'programme', 'programme', '{general,mental-health}'),
  ('statewide', 'Statewide NJCMO', 'staff', 'none', 'none', '{}');

-- Entered in error: the row leaves every ordinary view (the read policies ask for withdrawn_at is null), so the change
-- itself goes through a door of its own, on a chart this command holds.
create function kinfold.withdraw_note(p_chart uuid, p_contact uuid, p_reason text) returns boolean
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  -- With every earlier version: a note in the wrong chart was there from its first words on.
  with recursive versions as (
    select id, supersedes from contact where chart = p_chart and id = p_contact
    union all
    select c.id, c.supersedes from contact c join versions v on c.chart = p_chart and c.id = v.supersedes)
  update contact set withdrawn_at = now(), withdrawn_by = (scope_actor() ->> 'seat')::uuid, withdrawn_reason = p_reason
  where chart = p_chart and id in (select id from versions) and withdrawn_at is null and holder = any (scope_agencies() || scope_agency());
  return found;
end $$;

-- Hands the chart to another agency: every row's holder follows, who recorded it stays. Only the present holder's own
-- command, or the administrator's for a referral, can do it.
create function kinfold.hold_chart(p_chart uuid, p_to integer) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  t text;
  v_programme text;
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  select programme into v_programme from chart where id = p_chart and holder = any (scope_intake());
  if v_programme is null or v_programme is distinct from (select programme from agency where id = p_to) then
    raise exception 'a chart stays within its programme' using errcode = 'insufficient_privilege';
  end if;
  update chart set holder = p_to where id = p_chart;
  foreach t in array array['youth', 'name_key', 'relative', 'contact_point', 'identifier', 'coverage', 'chart_link', 'referral', 'review_task',
    'eligibility_decision', 'referral_assignment', 'consent', 'enrolment', 'fact', 'duty', 'school', 'alert', 'relationship', 'contact', 'duty_decision', 'emergency_access'] loop
    execute format('update kinfold.%I set holder = $1 where chart = $2', t) using p_to, p_chart;
  end loop;
end $$;
grant execute on function kinfold.withdraw_note, kinfold.hold_chart to kinfold_staff, kinfold_assigned;

-- Present only in a database that was filled with the demo: whom to sign in as, and the banner that says what it is.
create table kinfold.demo (only_one boolean primary key default true check (only_one), people jsonb not null, password text not null, made_at timestamptz not null default now());
alter table kinfold.demo enable row level security;
