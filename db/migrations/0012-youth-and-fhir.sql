-- The family's record in full: revisions, court orders, use rules, what stood before; and partners that send referrals as FHIR.

-- Two people editing at once: a change names the revision it was made from, and a stale one is told.
alter table kinfold.relative add column revision integer not null default 1;
alter table kinfold.coverage add column revision integer not null default 1;
alter table kinfold.school add column revision integer not null default 1;
alter table kinfold.contact_point
  add column revision integer not null default 1,
  add column extension text,
  add column share_with text[] not null default '{}';
comment on column kinfold.contact_point.share_with is 'Who may be given it beside the agency itself (team, providers, school, court, plan); empty: nobody else.';
alter table kinfold.identifier add column ended_reason text;

create table kinfold.court_order (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  relative uuid not null,
  kind text not null check (kind in ('sole-custody', 'joint-custody', 'no-contact', 'supervised-contact', 'guardianship', 'adult-guardianship',
    'rights-ended', 'child-protection-custody')),
  document_seen boolean not null default false,
  says text,
  from_day date not null,
  to_day date,
  ended_reason text,
  primary key (chart, id),
  foreign key (chart, relative) references kinfold.relative (chart, id),
  check (to_day is null or to_day >= from_day)
);
comment on table kinfold.court_order is 'Orders about a relative and this youth: custody, guardianship, no contact. Dated; an order ends, it is not removed.';

create table kinfold.earlier_version (
  chart uuid not null references kinfold.chart,
  of_table text not null,
  row_id uuid not null,
  revision integer not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null,
  was jsonb not null,
  until timestamptz not null default now(),
  changed_by uuid,
  primary key (chart, of_table, row_id, revision)
);
comment on table kinfold.earlier_version is 'What a row said before it was changed. Written by the database itself, whoever changes the row.';

create function kinfold.keep_earlier_version() returns trigger
language plpgsql security definer set search_path = kinfold, pg_temp as $$
declare
  v_was jsonb := to_jsonb(old);
begin
  if new.revision = old.revision then return new; end if;
  insert into earlier_version (chart, of_table, row_id, revision, agency, holder, programme, category, was, changed_by)
  values (old.chart, tg_table_name, coalesce((v_was ->> 'id')::uuid, old.chart), old.revision, old.agency, old.holder, old.programme, old.category,
    v_was - array['agency', 'holder', 'programme'], (scope_actor() ->> 'seat')::uuid);
  return new;
end $$;

do $$
declare t text;
begin
  foreach t in array array['youth', 'relative', 'contact_point', 'coverage', 'school'] loop
    execute format('create trigger keep_earlier_version before update on kinfold.%I for each row execute function kinfold.keep_earlier_version()', t);
  end loop;
end $$;

-- Reach follows the chart's own policy, so that a transferred chart takes its orders and earlier versions along.
do $$
declare t text;
begin
  foreach t in array array['court_order', 'earlier_version'] loop
    execute format('alter table kinfold.%I enable row level security', t);
    execute format($p$create policy with_chart on kinfold.%I for select to kinfold_staff, kinfold_assigned, kinfold_person using (
      category = any ((select kinfold.scope_categories())::text[]) and exists (select 1 from kinfold.chart c where c.id = %I.chart))$p$, t, t);
    execute format('grant select on kinfold.%I to kinfold_staff, kinfold_assigned, kinfold_person', t);
  end loop;
end $$;
create policy command_adds on kinfold.court_order for insert to kinfold_staff, kinfold_assigned with check (
  chart = any ((select kinfold.scope_command())::uuid[]) and agency = (select kinfold.scope_agency()));
create policy command_changes on kinfold.court_order for update to kinfold_staff, kinfold_assigned using (
  chart = any ((select kinfold.scope_command())::uuid[]));
grant insert, update (to_day, ended_reason) on kinfold.court_order to kinfold_staff, kinfold_assigned;
grant update (to_day, ended_reason) on kinfold.identifier to kinfold_staff, kinfold_assigned;

-- What a chart is found by is worked out anew when names, numbers or addresses change. No request role may delete; this may,
-- of the chart whose lock the command holds.
create function kinfold.rekey_chart(p_chart uuid, p_keys jsonb) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  delete from name_key n where n.chart = p_chart and not exists (
    select 1 from jsonb_to_recordset(p_keys) as k (kind text, token text) where k.kind = n.kind and k.token = n.token);
  insert into name_key (chart, agency, holder, programme, kind, token)
  select c.id, c.agency, c.holder, c.programme, k.kind, k.token from chart c, jsonb_to_recordset(p_keys) as k (kind text, token text)
  where c.id = p_chart on conflict do nothing;
end $$;
grant execute on function kinfold.rekey_chart to kinfold_staff, kinfold_assigned;

-- Partners that send referrals by program. A client acts in one seat and reaches what that seat reaches.
create table kinfold.fhir_client (
  id uuid primary key,
  name text not null,
  seat uuid not null references kinfold.seat,
  secret_hash bytea not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
comment on table kinfold.fhir_client is 'A program of a partner that may send referrals: a random secret, kept only as its hash, and the seat it acts in.';
create table kinfold.fhir_session (
  session uuid primary key references kinfold.session,
  client uuid not null references kinfold.fhir_client
);
comment on table kinfold.fhir_session is 'The short sessions that access tokens of partners stand for.';

create table kinfold.fhir_resource (
  type text not null check (type in ('Patient', 'RelatedPerson', 'ServiceRequest', 'Coverage', 'Condition')),
  id uuid not null,
  client uuid not null references kinfold.fhir_client,
  chart uuid not null references kinfold.chart,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  resource jsonb not null,
  at timestamptz not null,
  primary key (type, id)
);
create index fhir_resource_chart on kinfold.fhir_resource (chart);
comment on table kinfold.fhir_resource is 'What a partner sent, as it was taken, under the ids the record knows it by.';

alter table kinfold.fhir_client enable row level security;
alter table kinfold.fhir_session enable row level security;
alter table kinfold.fhir_resource enable row level security;
create policy own_agency on kinfold.fhir_resource for select to kinfold_staff, kinfold_assigned using (
  agency = (select kinfold.scope_agency()) and category = any ((select kinfold.scope_categories())::text[]));
create policy command_adds on kinfold.fhir_resource for insert to kinfold_staff, kinfold_assigned with check (
  chart = any ((select kinfold.scope_command())::uuid[]) and agency = (select kinfold.scope_agency()));
grant select, insert on kinfold.fhir_resource to kinfold_staff, kinfold_assigned;
