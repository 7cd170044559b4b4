-- The audit trail kept whole: months made ahead, refusals that name who was refused, redaction by two people, and
-- emergency access taken through a door of its own.

-- A month's partition. Rows of the month that arrived before it was made wait in the default partition; they move over
-- unchanged (their digests with them), since PostgreSQL refuses a partition whose rows the default one still holds.
create or replace function kinfold.ensure_audit_month(p_month date) returns void
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  v_name text := 'audit_event_' || to_char(p_month, 'YYYY_MM');
  v_from timestamptz := date_trunc('month', p_month::timestamp) at time zone 'UTC';
  v_to timestamptz := (date_trunc('month', p_month::timestamp) + interval '1 month') at time zone 'UTC';
begin
  if to_regclass('kinfold.' || v_name) is not null then return; end if;
  -- Nobody appends while rows move; done once a month, ahead of time, when there is nothing to move.
  lock table kinfold.audit_event in access exclusive mode;
  if to_regclass('kinfold.' || v_name) is not null then return; end if;
  execute format('create table kinfold.%I (like kinfold.audit_event including defaults including constraints)', v_name);
  execute format('alter table kinfold.%I enable row level security', v_name);
  execute format('with moved as (delete from kinfold.audit_event_other where at >= %L and at < %L returning *)
    insert into kinfold.%I select * from moved', v_from, v_to, v_name);
  execute format('alter table kinfold.audit_event attach partition kinfold.%I for values from (%L) to (%L)', v_name, v_from, v_to);
end $$;

-- A refusal is told with the session and seat that asked; who that is, is looked up here, never believed.
create or replace function kinfold.append_looks(p_looks jsonb) returns void
language sql volatile security definer set search_path = kinfold, pg_temp as $$
  insert into audit_event (person, seat, session, capacity, agency, programme, holder, chart, operation, outcome, details, digest, era)
  select coalesce(l.person, s.person), coalesce(l.seat, t.id), coalesce(l.session, s.id), coalesce(l.capacity, t.capacity),
    coalesce(l.agency, t.agency), coalesce(l.programme, g.programme), c.holder, l.chart, l.operation, l.outcome, l.details, '',
    (select coalesce(max(era), 1) from audit_era)
  from jsonb_to_recordset(p_looks) as l (person uuid, seat uuid, session uuid, capacity text, agency integer, programme text, chart uuid,
    operation text, outcome text, details jsonb, token text, "asSeat" uuid)
  left join chart c on c.id = l.chart
  left join session s on l.person is null and s.token_hash = decode(l.token, 'hex')
  left join seat t on t.id = l."asSeat" and t.person = s.person
  left join agency g on g.id = t.agency
$$;

-- Days of the filter are days where the agency is.
create or replace function kinfold.audit_trail(p_filter jsonb) returns table (id bigint, at timestamptz, name text, capacity text, operation text, outcome text,
  chart uuid, chart_number bigint, details jsonb, sealed boolean)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_from timestamptz := (p_filter ->> 'from')::date::timestamp at time zone (a ->> 'zone');
  v_before timestamptz := ((p_filter ->> 'to')::date + 1)::timestamp at time zone (a ->> 'zone');
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
      and (v_from is null or e.at >= v_from)
      and (v_before is null or e.at < v_before)
      and (p_filter ->> 'before' is null or e.id < (p_filter ->> 'before')::bigint)
    order by e.id desc limit least(coalesce((p_filter ->> 'limit')::integer, 100), 500);
end $$;
create index audit_seal_range on kinfold.audit_seal (era, from_tx);

-- Redaction: a court orders that the details of an audit row go. One privacy officer asks, another confirms; the row
-- keeps its digest, so the chain still verifies, and loses its salt, so that what stood there cannot be guessed and tried.
create table kinfold.audit_redaction (
  id uuid primary key,
  event bigint not null,
  event_at timestamptz not null,
  agency integer not null references kinfold.agency,
  court_order text not null,
  reason text not null,
  requested_by uuid not null references kinfold.seat,
  requested_person uuid not null references kinfold.person,
  requested_at timestamptz not null default now(),
  confirmed_by uuid references kinfold.seat,
  confirmed_person uuid references kinfold.person,
  confirmed_at timestamptz,
  check (confirmed_person is null or confirmed_person <> requested_person)
);
create unique index audit_redaction_once on kinfold.audit_redaction (event);
alter table kinfold.audit_redaction enable row level security;
create policy privacy_officer_reads on kinfold.audit_redaction for select to kinfold_staff, kinfold_assigned using (
  agency = (select kinfold.scope_agency()) and (select kinfold.scope_actor() ->> 'capacity') = 'privacy-officer');
grant select on kinfold.audit_redaction to kinfold_staff, kinfold_assigned;

-- KF404: no such row in this agency's trail, or not sealed yet (only a sealed row has a digest nobody can change).
create function kinfold.request_redaction(p_id uuid, p_event bigint, p_order text, p_reason text) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  e record;
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'redaction is for privacy officers' using errcode = 'KF403';
  end if;
  select id, at, redacted_at into e from audit_event v
  where v.id = p_event and (v.agency = (a ->> 'agency')::integer or v.holder = (a ->> 'agency')::integer)
    and exists (select 1 from audit_seal s where s.era = v.era and v.tx >= s.from_tx and v.tx < s.to_tx);
  if not found then raise exception 'no such audit row' using errcode = 'KF404'; end if;
  insert into audit_redaction (id, event, event_at, agency, court_order, reason, requested_by, requested_person)
  values (p_id, e.id, e.at, (a ->> 'agency')::integer, p_order, p_reason, (a ->> 'seat')::uuid, (a ->> 'person')::uuid);
end $$;

-- Answers which row it was; null when it was confirmed already, or when the one who asked would confirm.
create function kinfold.confirm_redaction(p_id uuid) returns bigint
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  r record;
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'redaction is for privacy officers' using errcode = 'KF403';
  end if;
  select * into r from audit_redaction where id = p_id and agency = (a ->> 'agency')::integer for update;
  if not found then raise exception 'no such redaction' using errcode = 'KF404'; end if;
  if r.confirmed_at is not null or r.requested_by = (a ->> 'seat')::uuid or r.requested_person = (a ->> 'person')::uuid then return null; end if;
  update audit_redaction set confirmed_by = (a ->> 'seat')::uuid, confirmed_person = (a ->> 'person')::uuid, confirmed_at = now() where id = p_id;
  update audit_event set details = jsonb_build_object('redacted', p_id), salt = '', redacted_at = now() where id = r.event and at = r.event_at;
  return r.event;
end $$;
grant execute on function kinfold.request_redaction, kinfold.confirm_redaction to kinfold_staff, kinfold_assigned;

-- How far the seals have come, for the privacy officer.
create function kinfold.seal_standing() returns jsonb
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  if scope_actor() ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'the audit trail is the privacy officer''s' using errcode = 'KF403';
  end if;
  return (
    with last as (select * from audit_seal order by number desc limit 1),
      open as (select e.at from audit_event e where e.era = (select coalesce(max(era), 1) from audit_era)
        and e.tx >= coalesce((select to_tx from last where last.era = e.era), '0'::xid8))
    select jsonb_build_object('unsealed', (select count(*) from open), 'unsealedSince', (select min(at) from open),
      'last', (select jsonb_build_object('number', number, 'era', era, 'sealedAt', sealed_at, 'head', encode(head, 'hex')) from last)));
end $$;
grant execute on function kinfold.seal_standing to kinfold_staff, kinfold_assigned;

-- Emergency access. Who takes it sees their own; the privacy officer of the agency sees all of it, through a function.
create policy own_emergencies on kinfold.emergency_access for select to kinfold_staff, kinfold_assigned using (
  seat = (select (kinfold.scope_actor() ->> 'seat')::uuid));
grant select on kinfold.emergency_access to kinfold_staff, kinfold_assigned;
create index emergency_access_to_review on kinfold.emergency_access (agency, from_at) where reviewed_at is null;

-- By chart number or exact identifier, since who needs it cannot search there; only charts their own agency holds.
-- KF404: no such chart there; KF403: not for this capacity, or identity not proven again lately.
create function kinfold.take_emergency(p_id uuid, p_number bigint, p_identifier text, p_reason text, p_minutes integer) returns jsonb
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
  if coalesce((a ->> 'steppedUpAt')::timestamptz, '-infinity') < present() - interval '10 minutes' then
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

-- Answers false when somebody reviewed it before.
create function kinfold.review_emergency(p_id uuid, p_words text) returns boolean
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  e record;
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'emergency access is reviewed by the privacy officer' using errcode = 'KF403';
  end if;
  select id, chart, reviewed_at into e from emergency_access where id = p_id and agency = (a ->> 'agency')::integer for update;
  if not found then raise exception 'no such emergency access' using errcode = 'KF404'; end if;
  if e.reviewed_at is not null then return false; end if;
  update emergency_access set reviewed_at = now(), reviewed_by = (a ->> 'seat')::uuid, review = p_words where id = p_id;
  return true;
end $$;
-- All emergency access of the agency, with the chart's number also where the chart itself is not the privacy officer's to open.
create function kinfold.emergencies(p_state text, p_limit integer) returns table (id uuid, chart uuid, number bigint, by text, capacity text, reason text,
  from_at timestamptz, until timestamptz, open boolean, reviewed_at timestamptz, reviewed_by text, review text)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'emergency access is reviewed by the privacy officer' using errcode = 'KF403';
  end if;
  return query
    select e.id, e.chart, c.number, p.name, s.capacity, e.reason, e.from_at, e.to_at, e.to_at > now(), e.reviewed_at, rp.name, e.review
    from emergency_access e join chart c on c.id = e.chart join seat s on s.id = e.seat join person p on p.id = s.person
    left join seat rs on rs.id = e.reviewed_by left join person rp on rp.id = rs.person
    where e.agency = (a ->> 'agency')::integer
      and case p_state when 'open' then e.to_at > now() when 'to-review' then e.reviewed_at is null else true end
    order by e.from_at desc limit p_limit;
end $$;
grant execute on function kinfold.take_emergency, kinfold.review_emergency, kinfold.emergencies to kinfold_staff, kinfold_assigned;
