-- What was recorded wrongly is taken back or set right with a reason, never edited away; the administrator (CSA) does so for what
-- it recorded itself after the chart went on; and an agency's own history (agreements) goes from fact to duty like a chart's.

-- Who said that something is wrong, when and why, and what it had said. The row it is about stays, out of every view.
create table kinfold.recorded_wrongly (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null,
  of_table text not null,
  row_id uuid,
  was jsonb not null,
  instead jsonb,
  reason text not null check (length(btrim(reason)) >= 3),
  by_seat uuid not null references kinfold.seat,
  at timestamptz not null default kinfold.present(),
  primary key (chart, id)
);
comment on table kinfold.recorded_wrongly is 'What was recorded wrongly: what it said, what is right instead (null: it never was so), who says so and why.';
alter table kinfold.recorded_wrongly enable row level security;
create policy with_chart on kinfold.recorded_wrongly for select to kinfold_staff, kinfold_assigned using (
  category = any ((select kinfold.scope_categories())::text[]) and exists (select 1 from kinfold.chart c where c.id = recorded_wrongly.chart));
create policy command_adds on kinfold.recorded_wrongly for insert to kinfold_staff, kinfold_assigned with check (
  chart = any ((select kinfold.scope_command())::uuid[]) and agency = (select kinfold.scope_agency())
  and category = any ((select kinfold.scope_categories())::text[]) and kinfold.labels_fit(chart, holder, programme));
create policy own_hand on kinfold.recorded_wrongly as restrictive for insert to kinfold_staff, kinfold_assigned
  with check (by_seat = (select (kinfold.scope_actor() ->> 'seat')::uuid));
grant select, insert on kinfold.recorded_wrongly to kinfold_staff, kinfold_assigned;

-- A row recorded wrongly names the entry that says so, and no reader is shown it: one door for every list there is or will be.
do $$ declare t text; begin
  foreach t in array array['alert', 'court_order', 'relative', 'contact_point', 'coverage', 'school', 'enrolment', 'consent'] loop
    execute format('alter table kinfold.%I add column wrong uuid', t);
    execute format('create policy not_wrong on kinfold.%I as restrictive for select to kinfold_staff, kinfold_assigned, kinfold_person using (wrong is null)', t);
  end loop;
end $$;
drop index kinfold.enrolment_one_open;
create unique index enrolment_one_open on kinfold.enrolment (chart) where ended_on is null and wrong is null;

-- Takes a row back (`p_change` null) or sets named columns right, and keeps what it said. What hangs on it goes with it. Answers
-- whether there was such a row within reach of this command.
create function kinfold.mend_row(p_chart uuid, p_id uuid, p_table text, p_row uuid, p_change jsonb, p_reason text) returns boolean
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_columns text[] := case p_table
    when 'enrolment' then '{started_on,ended_on,ground,end_reason}' when 'consent' then '{given_on}' when 'coverage' then '{from_day}'
    when 'school' then '{last_iep_on}' when 'referral' then '{received_at}'
    when 'referral_assignment' then '{on_day,at,state,answered_at,answered_by}' else '{}' end;
  v_taken_back boolean := p_table in ('alert', 'court_order', 'relative', 'contact_point', 'coverage', 'school', 'enrolment', 'consent');
  v_row jsonb;
  k text;
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  if (p_change is null and not v_taken_back) or exists (select 1 from jsonb_object_keys(coalesce(p_change, '{}')) c where c <> all (v_columns)) then
    raise exception 'not mended here' using errcode = 'insufficient_privilege';
  end if;
  execute format('select to_jsonb(t) from kinfold.%I t where chart = $1 and id = $2 for update', p_table) into v_row using p_chart, p_row;
  if v_row is null or v_row ->> 'wrong' is not null or not (v_row ->> 'category' = any (scope_categories()))
    or not ((v_row ->> 'holder')::integer = any (scope_agencies() || scope_intake()) or p_chart = any (scope_charts())) then
    return false;
  end if;
  insert into recorded_wrongly (chart, id, agency, holder, programme, category, of_table, row_id, was, instead, reason, by_seat)
  values (p_chart, p_id, (a ->> 'agency')::integer, (v_row ->> 'holder')::integer, v_row ->> 'programme', v_row ->> 'category', p_table, p_row,
    v_row - array['agency', 'holder', 'programme'], p_change, p_reason, (a ->> 'seat')::uuid);
  if p_change is null then
    execute format('update kinfold.%I set wrong = $3 where chart = $1 and id = $2', p_table) using p_chart, p_row, p_id;
    if p_table = 'relative' then
      update court_order set wrong = p_id where chart = p_chart and relative = p_row and wrong is null;
      update contact_point set wrong = p_id where chart = p_chart and relative = p_row and wrong is null;
    end if;
    -- The alert an order raised carries the order's own id.
    update alert set wrong = p_id where chart = p_chart and wrong is null and id in (select o.id from court_order o where o.chart = p_chart and o.wrong = p_id);
  else
    for k in select jsonb_object_keys(p_change) loop
      execute format('update kinfold.%I set %I = (jsonb_populate_record(null::kinfold.%I, $3)).%I where chart = $1 and id = $2', p_table, k, p_table, k)
        using p_chart, p_row, p_change;
    end loop;
  end if;
  return true;
end $$;
grant execute on function kinfold.mend_row to kinfold_staff, kinfold_assigned;

-- Where each fact of a held chart came from, also of those out of the writer's sight: what is taken back takes all of it along.
create function kinfold.fact_sources(p_chart uuid) returns table (seq integer, agency integer, source_table text, source_id uuid)
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  return query select f.seq, f.agency, f.source_table, f.source_id from fact f where f.chart = p_chart;
end $$;
grant execute on function kinfold.fact_sources to kinfold_staff, kinfold_assigned;

-- The administrator's door to a chart it registered and handed on: for what it recorded itself (the letter of its own decision,
-- its own link of two charts), and nothing else, since every row policy still asks who holds the chart.
create function kinfold.open_registered_command(p_token bytea, p_seat uuid, p_chart uuid, p_write uuid, p_digest bytea) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := enter(p_token, p_seat, array[p_chart]);
  c record;
  w record;
begin
  select id, holder, agency, programme, stage into c from chart where id = p_chart;
  if not found or c.agency is distinct from scope_registrar() or c.holder = c.agency then
    return open_command(p_token, p_seat, p_chart, p_write, p_digest);
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_chart::text, 1));
  select digest, answer into w from write where person = (a ->> 'person')::uuid and id = p_write;
  if found then
    if w.digest is distinct from p_digest then raise exception 'this id was used for another write' using errcode = 'KF410'; end if;
    perform enter(p_token, p_seat);
    return json_build_object('actor', a, 'answered', w.answer);
  end if;
  select id, holder, agency, programme, stage into c from chart where id = p_chart;
  return json_build_object('actor', a, 'chart', json_build_object('id', c.id, 'holder', c.holder, 'agency', c.agency, 'programme', c.programme, 'stage', c.stage),
    'relations', '[]'::json, 'known', engine_known(p_chart));
end $$;
grant execute on function kinfold.open_registered_command to kinfold_staff, kinfold_assigned;
-- Letters this administrator recorded of a chart it registered, wherever the chart is.
create function kinfold.registrar_letters(p_chart uuid) returns setof kinfold.fact
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare v_agency integer := scope_registrar();
begin
  if v_agency is null then return; end if;
  return query select f.* from fact f where f.chart = p_chart and f.kind = 'referral.letter-sent' and f.agency = v_agency and not f.withdraws
    and not exists (select 1 from fact n where n.chart = f.chart and n.supersedes = f.seq);
end $$;
grant execute on function kinfold.registrar_letters to kinfold_staff, kinfold_assigned;
create policy registrar_undoes on kinfold.chart_link for update to kinfold_staff using (
  agency = (select kinfold.scope_registrar()) and chart = any ((select kinfold.scope_command())::uuid[])
  and category = any ((select kinfold.scope_categories())::text[]));

-- A confidential telephone finds nobody: neither in a search nor as a likely duplicate (see the youth's README). The keys of those
-- that are there go; `known_youths` leaves out what was recorded wrongly.
delete from kinfold.name_key k using kinfold.contact_point p
where p.chart = k.chart and p.kind = 'telephone' and p.confidential and p.to_day is null
  and ((k.kind = 'match' and k.token = 't:' || p.value) or (k.kind = 'telephone' and k.token = right(regexp_replace(p.value, '\D', '', 'g'), 10)))
  and not exists (select 1 from kinfold.contact_point o where o.chart = p.chart and o.kind = p.kind and o.value = p.value and not o.confidential and o.to_day is null);
create or replace function kinfold.known_youths(p_charts uuid[], p_tokens text[]) returns table (chart uuid, number bigint, first text, last text, preferred text,
  born date, county text, "holderName" text, line text, zip text, telephones text[])
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare v_programme text := scope_actor() ->> 'searches';
begin
  if v_programme is null then return; end if;
  return query
    select c.id, c.number, y.legal_first, y.legal_last, y.preferred_name, y.born, y.county, g.short_name, a.value, a.zip,
      array(select substr(k.token, 3) from name_key k where k.chart = c.id and k.kind = 'match' and k.token ^@ 't:' and k.token = any (p_tokens))
    from chart c join youth y on y.chart = c.id join agency g on g.id = c.holder
    left join lateral (select p.value, p.zip from contact_point p where p.chart = c.id and p.kind = 'address' and p.to_day is null and not p.confidential
      and p.wrong is null and exists (select 1 from name_key k where k.chart = c.id and k.kind = 'match' and k.token ^@ 'a:' and k.token = any (p_tokens))
      order by p.relative is not null, p.from_day desc limit 1) a on true
    where c.id = any (p_charts) and c.programme = v_programme;
end $$;

-- Conditions that partners sent before conditions were held as what they tell: each as the strictest of its codes
-- (`src/modules/fhir/condition-categories.ts` has the lines and their source), or as health information.
with line (system, letters, category) as (values
    ('urn:kinfold:need', '^(mental-health|developmental-disability)$', 'mental-health'), ('urn:kinfold:need', '^substance-use$', 'substance-use'),
    ('urn:kinfold:need', '^court-involvement$', 'justice'), ('urn:kinfold:need', '^trouble-in-school$', 'school'),
    ('http://hl7.org/fhir/sid/icd-10-cm', '^F1[0-689]', 'substance-use'), ('http://hl7.org/fhir/sid/icd-10-cm', '^(Z71\.[45]|O99\.3[12]|K70)', 'substance-use'),
    ('http://hl7.org/fhir/sid/icd-10-cm', '^(B20|Z21|R75|Z20\.6|O98\.7)', 'hiv'), ('http://hl7.org/fhir/sid/icd-10-cm', '^(O|Z3[0-9]|N9[467])', 'reproductive'),
    ('http://hl7.org/fhir/sid/icd-10-cm', '^(T74|T76|Z69|Y07)', 'violence'), ('http://hl7.org/fhir/sid/icd-10-cm', '^Z62\.(21|22|81)', 'child-welfare'),
    ('http://hl7.org/fhir/sid/icd-10-cm', '^Z65\.?[0-3]', 'justice'), ('http://hl7.org/fhir/sid/icd-10-cm', '^Z55', 'school'))
update kinfold.fhir_resource r set category = coalesce((
    select l.category from jsonb_array_elements(case when jsonb_typeof(r.resource #> '{code,coding}') = 'array' then r.resource #> '{code,coding}' else '[]' end) c
      join line l on l.system = c ->> 'system' and c ->> 'code' ~ l.letters
    order by array_position(array['mental-health', 'school', 'child-welfare', 'justice', 'reproductive', 'hiv', 'violence', 'substance-use'], l.category) desc
    limit 1), 'mental-health')
where r.type = 'Condition' and r.category = 'general';

-- The history of what is an agency's own and no youth's: facts and what follows from them, as of a chart. `subject` is the kind
-- of thing, `id` the one it is about.
create table kinfold.agency_subject (
  id uuid primary key,
  subject text not null check (subject in ('agreement')),
  agency integer not null references kinfold.agency,
  programme text not null,
  evaluated_with text
);
create table kinfold.agency_fact (
  id uuid not null references kinfold.agency_subject,
  seq integer not null,
  recorded_at timestamptz not null,
  agency integer not null,
  kind text not null,
  on_day date not null,
  data jsonb not null default '{}',
  supersedes integer,
  withdraws boolean not null default false,
  document text,
  reason text,
  said_by uuid,
  primary key (id, seq)
);
create unique index agency_fact_superseded_once on kinfold.agency_fact (id, supersedes) where supersedes is not null;
create trigger fact_codes_only before insert on kinfold.agency_fact for each row when (
  jsonb_path_exists(new.data, 'strict $.** ? (@.type() == "string" && !(@ like_regex "^[-A-Za-z0-9_.:#/@]{1,120}$"))')
  or jsonb_path_exists(new.data, 'strict $.** ? (@.type() == "object").keyvalue() ? (!(@.key like_regex "^[-A-Za-z0-9_.:#/@]{1,120}$"))'))
  execute function kinfold.refuse_words();
create table kinfold.agency_duty (
  id uuid not null references kinfold.agency_subject,
  key text not null,
  agency integer not null,
  rule text not null,
  clause text not null,
  root integer not null,
  owes text not null,
  owing text not null,
  force text not null,
  state text not null,
  due date not null,
  due_at timestamptz,
  late_after date not null,
  late_after_at timestamptz,
  until date,
  paused_from date,
  because text,
  met_on date,
  pattern jsonb,
  open_parts text[] not null default '{}',
  said text,
  primary key (id, key)
);
create index agency_duty_open on kinfold.agency_duty (agency, due) where state in ('open', 'partial', 'delegated');
create table kinfold.agreement (
  id uuid primary key references kinfold.agency_subject,
  agency integer not null references kinfold.agency,
  kind text not null check (kind in ('provider', 'family-support', 'school', 'hospital', 'other')),
  with_agency integer references kinfold.agency,
  with_name text not null
);
comment on table kinfold.agency_subject is 'What an agency keeps a history of beside its charts, and with which rules and numbers its duties were made.';
comment on table kinfold.agency_fact is 'What happened with it. Never edited: a later fact supersedes, with a reason. `document` says where the paper is.';
comment on table kinfold.agreement is 'An agreement of the agency with somebody else; when it was signed, renewed and ended are its facts.';
do $$ declare t text; begin
  foreach t in array array['agency_subject', 'agency_fact', 'agency_duty', 'agreement'] loop
    execute format('alter table kinfold.%I enable row level security', t);
    execute format('create policy own_agency on kinfold.%I for select to kinfold_staff, kinfold_assigned using (agency = (select kinfold.scope_agency()))', t);
    execute format('grant select on kinfold.%I to kinfold_staff, kinfold_assigned', t);
  end loop;
end $$;
create policy keepers_add on kinfold.agreement for insert to kinfold_staff, kinfold_assigned with check (
  agency = (select kinfold.scope_agency()) and (select kinfold.scope_actor() ->> 'capacity') in ('administrator', 'supervisor', 'agency-lead'));
grant insert on kinfold.agreement to kinfold_staff, kinfold_assigned;

-- Takes the history's lock and says what is known of it: of the own agency's, or of one that is to begin. KF404 otherwise.
create function kinfold.open_agency_subject(p_subject text, p_id uuid, p_new boolean) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
begin
  if a is null or not a ->> 'capacity' in ('administrator', 'supervisor', 'agency-lead') then
    raise exception 'not yours to keep' using errcode = 'KF403';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 11));
  if p_new then
    insert into agency_subject (id, subject, agency, programme) values (p_id, p_subject, (a ->> 'agency')::integer, a ->> 'programme');
  elsif not exists (select 1 from agency_subject s where s.id = p_id and s.subject = p_subject and s.agency = (a ->> 'agency')::integer) then
    raise exception 'no such history' using errcode = 'KF404';
  end if;
  return agency_known(p_id);
end $$;

create function kinfold.agency_known(p_id uuid) returns json language sql stable security definer set search_path = kinfold, pg_temp as $$
  select json_build_object(
    'facts', (select coalesce(json_agg(json_build_array(seq, recorded_at, kind, on_day, null, data, 'general', supersedes, withdraws) order by seq), '[]')
      from agency_fact where id = p_id),
    'duties', (select coalesce(json_agg(json_build_array(key, state, 'general', said)), '[]') from agency_duty where id = p_id))
$$;

create function kinfold.store_agency_duties(p_id uuid, p_upsert jsonb, p_gone text[], p_with text) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  insert into agency_duty (id, key, agency, rule, clause, root, owes, owing, force, state, due, due_at, late_after, late_after_at, until, paused_from,
    because, met_on, pattern, open_parts, said)
  select s.id, d.key, s.agency, d.rule, d.clause, d.root, d.owes, d.owing, d.force, d.state, d.due, d."dueAt", d."lateAfter", d."lateAfterAt", d.until,
    d."pausedFrom", d.because, d."metOn", d.pattern, coalesce(d."openParts", '{}'), d.said
  from agency_subject s, jsonb_to_recordset(p_upsert) as d (key text, rule text, clause text, root integer, owes text, owing text, force text, state text,
    due date, "dueAt" timestamptz, "lateAfter" date, "lateAfterAt" timestamptz, until date, "pausedFrom" date, because text, "metOn" date, pattern jsonb,
    "openParts" text[], said text)
  where s.id = p_id
  on conflict (id, key) do update set clause = excluded.clause, owes = excluded.owes, owing = excluded.owing, force = excluded.force, state = excluded.state,
    due = excluded.due, due_at = excluded.due_at, late_after = excluded.late_after, late_after_at = excluded.late_after_at, until = excluded.until,
    paused_from = excluded.paused_from, because = excluded.because, met_on = excluded.met_on, pattern = excluded.pattern,
    open_parts = excluded.open_parts, said = excluded.said;
  delete from agency_duty where id = p_id and key = any (p_gone);
  update agency_subject set evaluated_with = p_with where id = p_id;
end $$;

-- The facts of one command and what now follows from all of them.
create function kinfold.keep_agency_subject(p_id uuid, p_from_seq integer, p_facts jsonb, p_upsert jsonb, p_gone text[], p_with text) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := scope_actor();
  v_last record;
  v_at timestamptz;
begin
  if a is null or not a ->> 'capacity' in ('administrator', 'supervisor', 'agency-lead')
    or not exists (select 1 from agency_subject s where s.id = p_id and s.agency = (a ->> 'agency')::integer) then
    raise exception 'not yours to keep' using errcode = 'KF403';
  end if;
  select seq, recorded_at into v_last from agency_fact where id = p_id order by seq desc limit 1;
  if coalesce(v_last.seq, 0) <> p_from_seq then
    raise exception 'facts were recorded without their lock' using errcode = 'serialization_failure';
  end if;
  v_at := greatest(this_instant(), v_last.recorded_at + interval '1 microsecond');
  insert into agency_fact (id, seq, recorded_at, agency, kind, on_day, data, supersedes, withdraws, document, reason, said_by)
  select p_id, p_from_seq + ord, v_at + (ord - 1) * interval '1 microsecond', (a ->> 'agency')::integer, f ->> 'kind', (f ->> 'on')::date,
    coalesce(f -> 'data', '{}'), (f ->> 'supersedes')::integer, coalesce((f ->> 'withdraws')::boolean, false), f ->> 'document', f ->> 'reason',
    (a ->> 'seat')::uuid
  from jsonb_array_elements(p_facts) with ordinality as e (f, ord);
  perform store_agency_duties(p_id, p_upsert, p_gone, p_with);
end $$;

-- New numbers or a new pack: what the engine now says of a history nobody added to meanwhile.
create function kinfold.store_agency_evaluation(p_programme text, p_id uuid, p_from_seq integer, p_upsert jsonb, p_gone text[], p_with text) returns void
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
begin
  perform enter_system('re-evaluation', p_programme);
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 11));
  if coalesce((select max(seq) from agency_fact where id = p_id), 0) <> p_from_seq then return; end if;
  perform store_agency_duties(p_id, p_upsert, p_gone, p_with);
  if jsonb_array_length(p_upsert) + cardinality(p_gone) > 0 then
    perform append_audit('duties.re-evaluated', 'done', null, jsonb_build_object('subject', p_id, 'with', p_with,
      'changed', jsonb_array_length(p_upsert), 'gone', cardinality(p_gone)));
  end if;
end $$;
grant execute on function kinfold.open_agency_subject, kinfold.keep_agency_subject to kinfold_staff, kinfold_assigned;
grant execute on function kinfold.store_agency_evaluation to kinfold_engine;
