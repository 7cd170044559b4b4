-- Whether a write was answered before is asked before the chart's history is put together, and not of the text that holds it: looking
-- for one member in the text of a hundred facts took a fifth of the time in which a command opens.
drop function kinfold.opened(jsonb, uuid, uuid, bytea);

-- What a command works on, whose lock its caller holds.
create function kinfold.opened(a jsonb, p_chart uuid) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  c record;
begin
  select id, holder, agency, programme, stage into c from chart where id = p_chart;
  if not found then
    return json_build_object('actor', a, 'chart', null, 'relations', '[]'::json, 'known', '{"facts":[],"duties":[]}'::json);
  end if;
  if not (c.holder = any (scope_agencies()) or c.holder = any (scope_intake()) or c.id = any (scope_charts())) then
    raise exception 'no such chart' using errcode = 'KF404';
  end if;
  return json_build_object('actor', a, 'chart', json_build_object('id', c.id, 'holder', c.holder, 'agency', c.agency, 'programme', c.programme, 'stage', c.stage),
    'relations', relations_of((a ->> 'seat')::uuid, p_chart, (a ->> 'today')::date), 'known', engine_known(p_chart));
end $$;
revoke execute on function kinfold.opened(jsonb, uuid) from public;

create or replace function kinfold.open_command(p_token bytea, p_seat uuid, p_chart uuid, p_write uuid, p_digest bytea) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := enter(p_token, p_seat, array[p_chart]);
  w record;
begin
  -- Before the write is looked for: the same one, sent twice at once, waits here for the other's answer.
  perform pg_advisory_xact_lock(hashtextextended(p_chart::text, 1));
  if p_write is not null then
    select digest, answer into w from write where person = (a ->> 'person')::uuid and id = p_write;
    if found then
      if w.digest is distinct from p_digest then raise exception 'this id was used for another write' using errcode = 'KF410'; end if;
      -- A repetition changes nothing, so it holds nothing.
      perform enter(p_token, p_seat);
      return json_build_object('actor', a, 'answered', w.answer);
    end if;
  end if;
  return opened(a, p_chart);
end $$;

create or replace function kinfold.open_system_command(p_job text, p_programme text, p_chart uuid) returns json
language plpgsql volatile security definer set search_path = kinfold, pg_temp as $$
declare
  a jsonb := enter_system(p_job, p_programme, array[p_chart]);
begin
  perform pg_advisory_xact_lock(hashtextextended(p_chart::text, 1));
  return opened(a, p_chart);
end $$;
