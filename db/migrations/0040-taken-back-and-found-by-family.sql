-- A yes that is taken back says whose word that was and by what authority, beside the day and the reason. The row stays.
alter table kinfold.consent add column ended_by text, add column ended_authority text;
grant update (ended_by, ended_authority) on kinfold.consent to kinfold_staff, kinfold_assigned;

-- A youth is found by the names of their family too. Those of people kept away by a court are no way in, nor those of child
-- protection's workers, who stand with many families. Folded as far as SQL can, as whole names were; the program makes the rest the
-- next time something of the youth's changes.
alter table kinfold.name_key drop constraint name_key_kind_check;
alter table kinfold.name_key add constraint name_key_kind_check
  check (kind in ('name', 'sound', 'identifier', 'telephone', 'match', 'whole', 'family'));
insert into kinfold.name_key (chart, agency, holder, programme, kind, token)
select c.id, c.agency, c.holder, c.programme, 'family', part.token
from kinfold.chart c
  cross join lateral (select r.name from kinfold.relative r
    where r.chart = c.id and r.to_day is null and r.wrong is null and r.authority <> 'child-protection' and r.relationship is distinct from 'child-protection'
      and (r.authority <> 'none-confirmed' or r.lives_with is distinct from false)
      and not exists (select 1 from kinfold.court_order o where o.chart = r.chart and o.relative = r.id and o.wrong is null
        and o.kind in ('no-contact', 'rights-ended') and (o.to_day is null or o.to_day > current_date
          or exists (select 1 from kinfold.alert a where a.chart = o.chart and a.id = o.id and a.to_day is null and a.wrong is null)))
    order by (r.authority = 'none-confirmed'), r.from_day, r.id limit 4) kin
  cross join lateral (select btrim(regexp_replace(regexp_replace(
    replace(replace(replace(replace(
      translate(lower(regexp_replace(normalize(kin.name, NFKD), '[\u0300-\u036f]', '', 'g')), 'øØłŁđĐðÐıÆŒÞ', 'oollddddiæœþ'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '[''’‘`´ʼ]', '', 'g'), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+', ' ', 'g')) as name) folded
  cross join lateral regexp_split_to_table(folded.name, ' ') with ordinality as part (token, place)
where part.token <> '' and part.place <= 8
  and not exists (select 1 from kinfold.name_key n where n.chart = c.id and n.kind = 'name' and n.token = part.token)
on conflict do nothing;

-- "T-40007" is told as "40007" on the telephone: the digits of an identifier are a key beside the whole.
insert into kinfold.name_key (chart, agency, holder, programme, kind, token)
select c.id, c.agency, c.holder, c.programme, 'identifier', regexp_replace(i.value, '[^0-9]', '', 'g')
from kinfold.identifier i join kinfold.chart c on c.id = i.chart
where i.to_day is null and length(regexp_replace(i.value, '[^0-9]', '', 'g')) >= 4
on conflict do nothing;

-- As before; a yes that was taken back can be set right too, or stand again when the taking back never was.
create or replace function kinfold.mend_row(p_chart uuid, p_id uuid, p_table text, p_row uuid, p_change jsonb, p_reason text)
 returns boolean
language plpgsql security definer set search_path = kinfold, pg_temp AS $$
declare
  a jsonb := scope_actor();
  v_columns text[] := case p_table
    when 'enrolment' then '{started_on,ended_on,ground,end_reason}' when 'consent' then '{given_on,ended_on,ended_reason,ended_by,ended_authority}' when 'coverage' then '{from_day}'
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

-- Why an organization gave a referral back stands beside its own words, for whoever may read those.
alter table kinfold.referral_assignment add column return_because text;
grant update (return_because) on kinfold.referral_assignment to kinfold_staff, kinfold_assigned;
update kinfold.referral_assignment a set return_because = f.data ->> 'reason'
from kinfold.fact f
where f.chart = a.chart and f.source_id = a.id and f.kind = 'referral.returned' and not f.withdraws and f.data ->> 'reason' is not null;

-- A home, telephone or e-mail that a referral told may be confidential since, or have rules for its use. Whoever reads the referral
-- and not the youth's ways to be reached is told that much and no more, so that what was told can be kept back from them. As it was
-- told, or in an earlier version of the same entry.
create function kinfold.restricted_since(p_chart uuid, p_kind text, p_value text) returns text
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare v_told text := lower(regexp_replace(p_value, '[^[:alnum:]]', '', 'g'));
begin
  if not exists (select 1 from chart c where c.id = p_chart
    and (c.holder = any (scope_intake()) or c.id = any (scope_charts()) or c.agency = scope_registrar())) then
    return null;
  end if;
  return (select case when bool_or(p.confidential) then 'confidential'
      when bool_or(p.to_day is null and (p.voicemail = false or p.text_ok = false or p.seen_by is not null)) then 'has-rules' end
    from contact_point p where p.chart = p_chart and p.kind = p_kind and p.wrong is null
      and (lower(regexp_replace(p.value, '[^[:alnum:]]', '', 'g')) = v_told
        or exists (select 1 from earlier_version e where e.chart = p_chart and e.of_table = 'contact_point' and e.row_id = p.id
          and lower(regexp_replace(e.was ->> 'value', '[^[:alnum:]]', '', 'g')) = v_told)));
end $$;
revoke execute on function kinfold.restricted_since from public;
grant execute on function kinfold.restricted_since to kinfold_staff, kinfold_assigned;
