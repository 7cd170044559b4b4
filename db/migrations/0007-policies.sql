-- The second wall. Policies are per role and compare columns with arrays from scalar sub-selects, so that each is worked
-- out once a query. Identity and referral rows follow the intake reach, everything else the chart reach.

do $$
declare
  t text;
  identity_tables text[] := array['chart', 'youth', 'name_key', 'relative', 'contact_point', 'identifier', 'coverage', 'chart_link',
    'referral', 'review_task', 'eligibility_decision', 'referral_assignment', 'consent', 'enrolment'];
  work_tables text[] := array['fact', 'duty', 'school', 'alert', 'relationship', 'contact', 'duty_decision'];
  key text;
begin
  foreach t in array identity_tables || work_tables loop
    key := case when t = 'chart' then 'id' else 'chart' end;
    execute format('alter table kinfold.%I enable row level security', t);
    execute format($p$create policy staff_reads on kinfold.%I for select to kinfold_staff using (
      holder = any ((select kinfold.%s())::integer[]) and category = any ((select kinfold.scope_categories())::text[]))$p$, t,
      case when t = any (identity_tables) then 'scope_intake' else 'scope_agencies' end);
    execute format($p$create policy charts_reads on kinfold.%I for select to kinfold_assigned, kinfold_person using (
      %I = any ((select kinfold.scope_charts())::uuid[]) and category = any ((select kinfold.scope_categories())::text[]))$p$, t, key);
    execute format($p$create policy engine_reads on kinfold.%I for select to kinfold_engine using (
      %I = any ((select kinfold.scope_command())::uuid[]))$p$, t, key);
    -- Writes touch the charts this command holds, and are labelled with the writer's own agency.
    execute format($p$create policy command_adds on kinfold.%I for insert to kinfold_staff, kinfold_assigned, kinfold_person with check (
      %I = any ((select kinfold.scope_command())::uuid[]) and agency = (select kinfold.scope_agency()))$p$, t, key);
    execute format($p$create policy command_changes on kinfold.%I for update to kinfold_staff, kinfold_assigned, kinfold_person using (
      %I = any ((select kinfold.scope_command())::uuid[]))$p$, t, key);
    execute format($p$create policy engine_writes on kinfold.%I for all to kinfold_engine using (
      %I = any ((select kinfold.scope_command())::uuid[])) with check (%I = any ((select kinfold.scope_command())::uuid[]))$p$, t, key, key);
    execute format('grant select on kinfold.%I to kinfold_staff, kinfold_assigned, kinfold_person', t);
  end loop;
end $$;

-- A withdrawn note is out of every view but the privacy officer's, which reads it through its own function.
alter policy staff_reads on kinfold.contact using (
  holder = any ((select kinfold.scope_agencies())::integer[]) and category = any ((select kinfold.scope_categories())::text[]) and withdrawn_at is null);
alter policy charts_reads on kinfold.contact using (
  chart = any ((select kinfold.scope_charts())::uuid[]) and category = any ((select kinfold.scope_categories())::text[]) and withdrawn_at is null);

-- What each role may write. Nothing is ever deleted by a request role.
grant insert on kinfold.chart, kinfold.youth, kinfold.name_key, kinfold.relative, kinfold.contact_point, kinfold.identifier, kinfold.coverage,
  kinfold.chart_link, kinfold.referral, kinfold.review_task, kinfold.eligibility_decision, kinfold.referral_assignment, kinfold.consent,
  kinfold.enrolment, kinfold.school, kinfold.alert, kinfold.relationship, kinfold.contact, kinfold.duty_decision
  to kinfold_staff, kinfold_assigned;
grant update on kinfold.youth, kinfold.relative, kinfold.contact_point, kinfold.coverage, kinfold.school, kinfold.alert to kinfold_staff, kinfold_assigned;
grant update (ended_on, ended_reason) on kinfold.consent to kinfold_staff, kinfold_assigned;
grant update (to_day, reason) on kinfold.relationship to kinfold_staff, kinfold_assigned;
grant update (ended_on, ground, end_reason) on kinfold.enrolment to kinfold_staff, kinfold_assigned;
grant update (state, answered_at, answered_by, return_reason) on kinfold.referral_assignment to kinfold_staff, kinfold_assigned;
grant update (settled_at, settled_by, answer, note) on kinfold.review_task to kinfold_staff, kinfold_assigned;
grant update (undone_at, undone_reason) on kinfold.chart_link to kinfold_staff, kinfold_assigned;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on kinfold.contact to kinfold_staff, kinfold_assigned;

-- Tables without a youth.
grant select on kinfold.agency, kinfold.county, kinfold.service_area, kinfold.capacity to kinfold_staff, kinfold_assigned, kinfold_person, kinfold_engine, kinfold_reports;

alter table kinfold.draft enable row level security;
create policy own_drafts on kinfold.draft for all to kinfold_staff, kinfold_assigned, kinfold_person
  using (person = (select kinfold.scope_person())) with check (person = (select kinfold.scope_person()));
grant select, insert, update, delete on kinfold.draft to kinfold_staff, kinfold_assigned, kinfold_person;

alter table kinfold.saved_filter enable row level security;
create policy own_filters on kinfold.saved_filter for all to kinfold_staff, kinfold_assigned, kinfold_person
  using (seat = (select (kinfold.scope_actor() ->> 'seat')::uuid)) with check (seat = (select (kinfold.scope_actor() ->> 'seat')::uuid));
grant select, insert, update, delete on kinfold.saved_filter to kinfold_staff, kinfold_assigned, kinfold_person;

do $$
declare t text;
begin
  foreach t in array array['import_batch', 'import_row', 'parameter_override'] loop
    execute format('alter table kinfold.%I enable row level security', t);
    execute format($p$create policy own_agency on kinfold.%I for all to kinfold_staff, kinfold_assigned
      using (agency = (select kinfold.scope_agency())) with check (agency = (select kinfold.scope_agency()))$p$, t);
    execute format('grant select, insert, update on kinfold.%I to kinfold_staff, kinfold_assigned', t);
  end loop;
end $$;

-- Colleagues: the seats of one's own agency (the administrator's staff also see whom they assign to).
alter table kinfold.seat enable row level security;
create policy colleagues on kinfold.seat for select to kinfold_staff, kinfold_assigned, kinfold_person
  using (agency = any (array_append((select kinfold.scope_intake())::integer[], (select kinfold.scope_agency()))));
grant select on kinfold.seat to kinfold_staff, kinfold_assigned, kinfold_person;
alter table kinfold.supervision enable row level security;
create policy colleagues on kinfold.supervision for select to kinfold_staff, kinfold_assigned
  using (exists (select 1 from kinfold.seat s where s.id = supervision.seat));
grant select on kinfold.supervision to kinfold_staff, kinfold_assigned;
alter table kinfold.absence enable row level security;
create policy colleagues on kinfold.absence for select to kinfold_staff, kinfold_assigned
  using (exists (select 1 from kinfold.seat s where s.id = absence.seat));
grant select on kinfold.absence to kinfold_staff, kinfold_assigned;

-- A colleague's name, without their credentials.
create view kinfold.seat_holder with (security_barrier) as
  select s.id as seat, s.person, p.name, s.capacity, s.agency, s.title, s.from_day, s.to_day
  from kinfold.seat s join kinfold.person p on p.id = s.person
  where s.agency = any (array_append((select kinfold.scope_intake())::integer[], (select kinfold.scope_agency())))
     or exists (select 1 from kinfold.relationship r where r.seat = s.id and r.chart = any ((select kinfold.scope_charts())::uuid[]));
grant select on kinfold.seat_holder to kinfold_staff, kinfold_assigned, kinfold_person;

alter table kinfold.person enable row level security;
alter table kinfold.session enable row level security;
alter table kinfold.scope_key enable row level security;
alter table kinfold.write enable row level security;
alter table kinfold.job_request enable row level security;
alter table kinfold.emergency_access enable row level security;
alter table kinfold.audit_event enable row level security;
alter table kinfold.audit_event_other enable row level security;
alter table kinfold.audit_seal enable row level security;

-- What the engine role itself needs to do its part of a command.
grant usage on schema kinfold to kinfold_engine;
grant select, insert on kinfold.fact to kinfold_engine;
grant select, insert, update, delete on kinfold.duty to kinfold_engine;
grant select, update (stage, stage_since, last_contact_on, evaluated_with) on kinfold.chart to kinfold_engine;
grant create on schema kinfold to kinfold_engine;
do $$ begin
  -- An owner that is not a superuser hands functions over only to a role it is a member of.
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant kinfold_engine to %I', current_user);
  end if;
end $$;
alter function kinfold.engine_known owner to kinfold_engine;
alter function kinfold.engine_record owner to kinfold_engine;
alter function kinfold.engine_store owner to kinfold_engine;
revoke create on schema kinfold from kinfold_engine;

-- Functions: the doors, and nothing behind them.
grant execute on function kinfold.scope_setting, kinfold.scope_agencies, kinfold.scope_intake, kinfold.scope_charts, kinfold.scope_categories, kinfold.scope_actor,
  kinfold.scope_person, kinfold.scope_agency, kinfold.scope_command, kinfold.present, kinfold.this_instant
  to kinfold_staff, kinfold_assigned, kinfold_person, kinfold_engine, kinfold_reports;
grant execute on function kinfold.enter(bytea, uuid), kinfold.open_command, kinfold.close_command, kinfold.append_audit, kinfold.relations_of
  to kinfold_staff, kinfold_assigned, kinfold_person;
grant execute on function kinfold.enter_system, kinfold.open_system_command, kinfold.close_command, kinfold.append_audit to kinfold_engine;
