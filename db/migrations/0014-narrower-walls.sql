-- Both walls drawn closer: what a request role could still do with its own connection and its own session.

-- The labels of a new row are those of its chart, and a change needs the same reach and category as a look.
create function kinfold.labels_fit(p_chart uuid, p_holder integer, p_programme text) returns boolean
language sql stable security definer set search_path = kinfold, pg_temp as $$
  select exists (select 1 from chart c where c.id = p_chart and c.holder = p_holder and c.programme = p_programme) $$;
grant execute on function kinfold.labels_fit to kinfold_staff, kinfold_assigned;
do $$
declare
  t text; columns text;
  intake text[] := array['youth','name_key','relative','contact_point','identifier','coverage','chart_link','referral','review_task','eligibility_decision','referral_assignment','consent','enrolment'];
  work text[] := array['school','alert','relationship','contact','duty_decision','fact','duty'];
begin
  foreach t in array intake || work loop
    execute format($p$alter policy command_adds on kinfold.%I with check (
      chart = any ((select kinfold.scope_command())::uuid[]) and agency = (select kinfold.scope_agency())
      and (holder = any ((select kinfold.%s())::integer[]) or chart = any ((select kinfold.scope_charts())::uuid[]) or holder = (select kinfold.scope_agency()))
      and kinfold.labels_fit(chart, holder, programme))$p$, t, case when t = any (intake) then 'scope_intake' else 'scope_agencies' end);
    execute format($p$alter policy command_changes on kinfold.%I using (
      chart = any ((select kinfold.scope_command())::uuid[]) and category = any ((select kinfold.scope_categories())::text[])
      and (holder = any ((select kinfold.%s())::integer[]) or chart = any ((select kinfold.scope_charts())::uuid[])))$p$, t,
      case when t = any (intake) then 'scope_intake' else 'scope_agencies' end);
  end loop;
  foreach t in array array['youth','relative','contact_point','coverage','school','alert'] loop
    select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
    where attrelid = ('kinfold.' || t)::regclass and attnum > 0 and not attisdropped
      and attname not in ('chart','id','agency','holder','programme') and (attname <> 'category' or t = 'school');
    execute format('revoke update on kinfold.%I from kinfold_staff, kinfold_assigned', t);
    execute format('grant update (%s) on kinfold.%I to kinfold_staff, kinfold_assigned', columns, t);
  end loop;
end $$;
alter policy command_adds on kinfold.chart with check (id = any ((select kinfold.scope_command())::uuid[])
  and agency = (select kinfold.scope_agency()) and holder = (select kinfold.scope_agency())
  and programme = (select kinfold.scope_actor() ->> 'programme'));
-- Nobody signs for somebody else.
create policy own_hand on kinfold.contact as restrictive for insert to kinfold_staff, kinfold_assigned
  with check (signed_by = (select (kinfold.scope_actor() ->> 'seat')::uuid));
revoke update (withdrawn_at, withdrawn_by, withdrawn_reason) on kinfold.contact from kinfold_staff, kinfold_assigned;
-- Handing a chart over is the holder's leads' to do; of a referral not yet taken on, the administrator's. Whoever reached it through
-- the old holder reaches it no more, from this instant.
create or replace function kinfold.hold_chart(p_chart uuid, p_to integer) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  t text;
  a jsonb := scope_actor();
  v_programme text;
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  select programme into v_programme from chart c where c.id = p_chart and (
    (c.holder = scope_agency() and a ->> 'capacity' in ('supervisor', 'agency-lead', 'csa-coordinator'))
    or (a ->> 'capacity' = 'csa-coordinator' and c.holder = any (scope_intake())
      and not exists (select 1 from enrolment e where e.chart = p_chart and e.ended_on is null)
      and coalesce((select r.state from referral_assignment r where r.chart = p_chart order by r.at desc limit 1), 'returned') <> 'accepted'));
  if v_programme is null or v_programme is distinct from (select programme from agency where id = p_to and kind in ('cmo', 'csa', 'tcm-provider')) then
    raise exception 'not yours to hand over' using errcode = 'insufficient_privilege';
  end if;
  update chart set holder = p_to where id = p_chart;
  for t in select c.table_name from information_schema.columns c join information_schema.tables b using (table_schema, table_name)
    where c.table_schema = 'kinfold' and b.table_type = 'BASE TABLE' and c.column_name = 'holder'
      and c.table_name !~ '^audit_' and c.table_name <> 'chart' loop
    execute format('update kinfold.%I set holder = $1 where chart = $2', t) using p_to, p_chart;
  end loop;
  update relationship set ended_at = now() where chart = p_chart and ended_at is null and kind not in ('self', 'guardian')
    and seat in (select id from seat where agency <> p_to);
  update emergency_access set to_at = now() where chart = p_chart and to_at > now();
end $$;
-- A youth or a caregiver knows the people around their own chart, not everybody an agency employs.
drop policy colleagues on kinfold.seat;
create policy colleagues on kinfold.seat for select to kinfold_staff, kinfold_assigned
  using (agency = any (array_append((select kinfold.scope_intake())::integer[], (select kinfold.scope_agency()))));
revoke select on kinfold.seat from kinfold_person;
create or replace view kinfold.seat_holder with (security_barrier) as
  select s.id as seat, s.person, p.name, s.capacity, s.agency, s.title, s.from_day, s.to_day
  from kinfold.seat s join kinfold.person p on p.id = s.person
  where (s.agency = any (array_append((select kinfold.scope_intake())::integer[], (select kinfold.scope_agency())))
        and (select kinfold.scope_actor() ->> 'through') <> 'person')
     or s.id = (select (kinfold.scope_actor() ->> 'seat')::uuid)
     or exists (select 1 from kinfold.relationship r where r.seat = s.id and r.chart = any ((select kinfold.scope_charts())::uuid[]));
-- Files to import and agency numbers are not everybody's who has a seat there.
alter policy own_agency on kinfold.import_batch using (agency = (select kinfold.scope_agency()) and 'general' = any ((select kinfold.scope_categories())::text[]));
alter policy own_agency on kinfold.import_row using (agency = (select kinfold.scope_agency()) and 'general' = any ((select kinfold.scope_categories())::text[]));
alter policy own_agency on kinfold.import_batch_file using (agency = (select kinfold.scope_agency()) and 'general' = any ((select kinfold.scope_categories())::text[]));
create policy deciders on kinfold.parameter_override as restrictive for insert to kinfold_staff, kinfold_assigned
  with check ((select kinfold.scope_actor() ->> 'capacity') in ('agency-lead', 'administrator', 'quality') and by_seat = (select (kinfold.scope_actor() ->> 'seat')::uuid));
create policy deciders_change on kinfold.parameter_override as restrictive for update to kinfold_staff, kinfold_assigned
  using ((select kinfold.scope_actor() ->> 'capacity') in ('agency-lead', 'administrator', 'quality'));
revoke execute on function kinfold.relations_of from kinfold_staff, kinfold_assigned, kinfold_person;
revoke execute on function kinfold.append_audit from kinfold_staff, kinfold_assigned, kinfold_person;
-- What a family support partner, a youth or a caregiver sees of how somebody is reached: what was said to be shared with the team.
drop policy charts_reads on kinfold.contact_point;
create policy charts_reads on kinfold.contact_point for select to kinfold_assigned using (chart = any ((select kinfold.scope_charts())::uuid[]) and category = any ((select kinfold.scope_categories())::text[]));
create policy shared_reads on kinfold.contact_point for select to kinfold_person using (
  chart = any ((select kinfold.scope_charts())::uuid[]) and category = any ((select kinfold.scope_categories())::text[]) and not confidential and 'team' = any (share_with));
do $$ declare t text; begin
  foreach t in array array['identifier','coverage','referral','review_task','eligibility_decision','referral_assignment'] loop
    execute format('alter policy charts_reads on kinfold.%I to kinfold_assigned', t);
  end loop;
  alter policy with_chart on kinfold.earlier_version to kinfold_staff, kinfold_assigned;
end $$;
