-- Questions that read more than they asked for, found with 100,000 youths and 7,700 people of staff in one database.

-- As before, but from the chart's side: few seats carry a chart and each has one supervisor or two, while a supervisor may have
-- many seats and most people have none. Asked from theirs, every note read the supervision of the whole state to find nothing.
create or replace function kinfold.relations_of(p_seat uuid, p_chart uuid, p_today date) returns jsonb
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  v_kinds text[];
  v_present timestamptz;
  v_accountable uuid[];
  v_carrying uuid[];
begin
  select array_agg(distinct r.kind) filter (where r.seat = p_seat), coalesce(array_agg(r.seat) filter (where r.kind = 'accountable'), '{}'),
      coalesce(array_agg(r.seat) filter (where r.kind in ('accountable', 'cover')), '{}')
    into v_kinds, v_accountable, v_carrying
  from relationship r where r.chart = p_chart and r.ended_at is null and r.from_day <= p_today and (r.to_day is null or r.to_day >= p_today);
  if exists (select 1 from absence a where a.cover = p_seat and a.seat = any (v_accountable) and p_today between a.from_day and a.to_day) then
    v_kinds := array_append(v_kinds, 'cover');
  end if;
  -- `carrying` and `answers_for` in one question.
  if exists (select 1 from supervision v
      where v.seat = any (v_carrying || array(select a.cover from absence a where a.seat = any (v_carrying) and p_today between a.from_day and a.to_day))
        and v.supervisor = any (array_append(array(select a.seat from absence a where a.cover = p_seat and p_today between a.from_day and a.to_day), p_seat))
        and v.from_day <= p_today and (v.to_day is null or v.to_day >= p_today)) then
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
create index absence_seat on kinfold.absence (seat);

-- Of all youths a registrar ever registered, those on their way to an organization that has not begun yet.
create index chart_under_way_elsewhere on kinfold.chart (agency)
  where agency <> holder and stage in ('referred', 'to-assign', 'assigned', 'accepted');

-- As before; the one chart and the list are questions of their own, each with an index.
create or replace function kinfold.referred_elsewhere(p_chart uuid) returns table (id uuid, number bigint, stage text, holder integer, name text, born date,
  county text)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare v_agency integer := scope_registrar();
begin
  if v_agency is null then return; end if;
  if p_chart is null then
    return query
      select c.id, c.number, c.stage, c.holder, concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last), y.born, y.county
      from chart c join youth y on y.chart = c.id
      where c.agency = v_agency and c.agency <> c.holder and c.stage in ('referred', 'to-assign', 'assigned', 'accepted');
  else
    return query
      select c.id, c.number, case when c.stage in ('referred', 'to-assign', 'assigned', 'accepted') then c.stage else 'enrolled' end, c.holder,
        concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last), y.born, y.county
      from chart c join youth y on y.chart = c.id
      where c.id = p_chart and c.agency = v_agency and c.agency <> c.holder;
  end if;
end $$;

-- As before, reading the trail from the last seal on and not from its beginning.
create or replace function kinfold.seal_standing() returns jsonb
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  v_era integer := (select coalesce(max(era), 1) from audit_era);
  v_last audit_seal;
  v_from xid8;
begin
  if scope_actor() ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'the audit trail is the privacy officer''s' using errcode = 'KF403';
  end if;
  select * into v_last from audit_seal order by number desc limit 1;
  v_from := case when v_last.era = v_era then v_last.to_tx else '0'::xid8 end;
  return (
    with open as (select e.at from audit_event e where e.era = v_era and e.tx >= v_from)
    select jsonb_build_object('unsealed', (select count(*) from open), 'unsealedSince', (select min(at) from open),
      'last', case when v_last.number is not null then
        jsonb_build_object('number', v_last.number, 'era', v_last.era, 'sealedAt', v_last.sealed_at, 'head', encode(v_last.head, 'hex')) end));
end $$;

-- Refusals are few and what a privacy officer asks for most.
create index audit_event_refused on kinfold.audit_event (id) where outcome = 'refused';

-- Asked by nobody: lists go from the charts they are about (duty_owed_by_chart). Every duty that moved paid for it.
drop index kinfold.duty_open_by_holder;
