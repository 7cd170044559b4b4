-- After a transfer the agency that had the chart keeps its own rows, to read: the notes and facts it recorded, and what it owed
-- as that stood on the day the chart left. Nothing the new holder writes, and no change. It reads them through doors of their
-- own, so that no policy of the record grows another branch.

create table kinfold.chart_left (
  chart uuid not null references kinfold.chart,
  agency integer not null references kinfold.agency,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  left_at timestamptz not null,
  left_on date not null,
  to_agency integer not null references kinfold.agency,
  name text not null,
  born date,
  primary key (chart, agency, left_at)
);
create index chart_left_agency on kinfold.chart_left (agency, left_at desc);
comment on table kinfold.chart_left is 'Charts an agency had enrolled and handed over: what it calls them, as the youth was called on that day.';

create table kinfold.duty_left (
  chart uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null,
  left_at timestamptz not null,
  key text not null,
  rule text not null,
  clause text not null,
  force text not null,
  state text not null,
  owes text not null,
  owing text not null,
  due date not null,
  due_at timestamptz,
  late_after date not null,
  late_after_at timestamptz,
  until date,
  paused_from date,
  pattern jsonb,
  open_parts text[] not null,
  met_on date,
  primary key (chart, agency, left_at, key),
  foreign key (chart, agency, left_at) references kinfold.chart_left
);
comment on table kinfold.duty_left is 'What an agency owed of a chart on the day it handed it over.';
alter table kinfold.chart_left enable row level security;
alter table kinfold.duty_left enable row level security;

-- Handing a chart over is the holder's leads' to do, and the administrator's of a referral it holds. Whoever reached it through
-- the old holder reaches it no more, from this instant.
create or replace function kinfold.hold_chart(p_chart uuid, p_to integer) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  t text;
  a jsonb := scope_actor();
  c record;
  v_at timestamptz := this_instant();
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  select id, holder, programme into c from chart
  where id = p_chart and holder = scope_agency() and a ->> 'capacity' in ('supervisor', 'agency-lead', 'csa-coordinator');
  if not found or c.programme is distinct from (select programme from agency where id = p_to and kind in ('cmo', 'csa', 'tcm-provider')) then
    raise exception 'not yours to hand over' using errcode = 'insufficient_privilege';
  end if;
  if exists (select 1 from enrolment e where e.chart = p_chart and e.agency = c.holder) then
    insert into chart_left (chart, agency, holder, programme, left_at, left_on, to_agency, name, born)
    select p_chart, c.holder, p_to, c.programme, v_at, (a ->> 'today')::date, p_to,
      concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last), y.born
    from youth y where y.chart = p_chart;
    insert into duty_left (chart, agency, holder, programme, category, left_at, key, rule, clause, force, state, owes, owing, due, due_at, late_after,
      late_after_at, until, paused_from, pattern, open_parts, met_on)
    select p_chart, c.holder, p_to, c.programme, d.category, v_at, d.key, d.rule, d.clause, d.force, d.state, d.owes, d.owing, d.due, d.due_at, d.late_after,
      d.late_after_at, d.until, d.paused_from, d.pattern, d.open_parts, d.met_on
    from duty d where d.chart = p_chart and d.owing = 'holder' and d.state <> 'void';
  end if;
  update chart set holder = p_to where id = p_chart;
  for t in select k.table_name from information_schema.columns k join information_schema.tables b using (table_schema, table_name)
    where k.table_schema = 'kinfold' and b.table_type = 'BASE TABLE' and k.column_name = 'holder'
      and k.table_name !~ '^audit_' and k.table_name <> 'chart' loop
    execute format('update kinfold.%I set holder = $1 where chart = $2', t) using p_to, p_chart;
  end loop;
  update relationship set ended_at = now() where chart = p_chart and ended_at is null and kind not in ('self', 'guardian')
    and seat in (select id from seat where agency <> p_to);
  update emergency_access set to_at = now() where chart = p_chart and to_at > now();
end $$;

-- Charts this seat's agency handed over: all of them for who reaches the agency, one's own for who reaches what is assigned.
create function kinfold.transferred() returns table (chart uuid, number bigint, name text, born date, left_at timestamptz, left_on date, to_agency text)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
begin
  if a is null or not 'general' = any (scope_categories()) then return; end if;
  return query
    select distinct on (l.chart) l.chart, c.number, l.name, l.born, l.left_at, l.left_on, g.short_name
    from chart_left l join chart c on c.id = l.chart join agency g on g.id = l.to_agency
    where l.agency = (a ->> 'agency')::integer and c.holder <> l.agency and c.programme = a ->> 'programme'
      and (l.agency = any (scope_agencies())
        -- Where reach is by assignment: who answered for the chart when the agency's care ended, not everybody who once had to do with it.
        or (a ->> 'through' = 'assigned' and exists (select 1 from relationship r where r.chart = l.chart and r.seat = (a ->> 'seat')::uuid
          and r.kind = 'accountable' and (r.to_day is null
            or r.to_day >= (select max(e.ended_on) from enrolment e where e.chart = l.chart and e.agency = l.agency)))))
    order by l.chart, l.left_at desc;
end $$;

-- Each answers rows this agency recorded, of categories the reader may see, and nothing that was made of them later elsewhere.
-- KF404 for a chart that is not among those handed over.
create function kinfold.transferred_notes(p_chart uuid) returns setof kinfold.contact
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  if not exists (select 1 from transferred() t where t.chart = p_chart) then raise exception 'no such chart' using errcode = 'KF404'; end if;
  return query select * from contact n where n.chart = p_chart and n.agency = scope_agency() and n.withdrawn_at is null
    and n.category = any (scope_categories());
end $$;
create function kinfold.transferred_facts(p_chart uuid) returns setof kinfold.fact
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  if not exists (select 1 from transferred() t where t.chart = p_chart) then raise exception 'no such chart' using errcode = 'KF404'; end if;
  return query select * from fact f where f.chart = p_chart and f.agency = scope_agency() and f.category = any (scope_categories())
    and not f.withdraws and not exists (select 1 from fact s where s.chart = f.chart and s.supersedes = f.seq and s.agency = f.agency);
end $$;
create function kinfold.transferred_duties(p_chart uuid) returns setof kinfold.duty_left
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  return query select d.* from transferred() t join duty_left d on d.chart = t.chart and d.agency = scope_agency() and d.left_at = t.left_at
    where t.chart = p_chart and d.category = any (scope_categories());
end $$;
grant execute on function kinfold.transferred, kinfold.transferred_notes, kinfold.transferred_facts, kinfold.transferred_duties
  to kinfold_staff, kinfold_assigned;
