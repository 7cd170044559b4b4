-- Only the administrator ever sees a match at another agency, also after the chart it was found for went on to an organization: the
-- question whether two are one youth stays with the agency that asked it, and a link between charts is seen by whoever made it and by
-- whoever reaches both.
create policy own_match on kinfold.review_task as restrictive for select to kinfold_staff, kinfold_assigned, kinfold_person
  using (code <> 'likely-duplicate' or agency = (select kinfold.scope_agency()));
create policy both_reached on kinfold.chart_link as restrictive for select to kinfold_staff, kinfold_assigned, kinfold_person
  using (agency = (select kinfold.scope_agency()) or exists (select 1 from kinfold.chart c where c.id = other));

-- Who was accountable at the organization a chart leaves is so no more: without an end the gap at the next one would not show.
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
  update relationship set ended_at = now(),
    to_day = case when kind = 'accountable' then coalesce(to_day, greatest(from_day, (a ->> 'today')::date)) else to_day end
  where chart = p_chart and ended_at is null and kind not in ('self', 'guardian') and seat in (select id from seat where agency <> p_to);
  update emergency_access set to_at = now() where chart = p_chart and to_at > now();
end $$;
update kinfold.relationship set to_day = greatest(from_day, ended_at::date) where kind = 'accountable' and to_day is null and ended_at is not null;
