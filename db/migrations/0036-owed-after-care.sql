-- Where an agency limits its staff to charts: what is still owed after care ended (an incident's reports) stands with the supervisor who
-- answers today for the youth's last care manager. See docs/decisions/0008-what-a-supervisor-reaches.md.

-- The charts whose care ended, and with whom it was last; what an agency still owes there is looked up by chart.
create index relationship_was_accountable on kinfold.relationship (seat, chart, to_day) where kind = 'accountable' and to_day is not null and ended_at is null;

-- The charts of former care in which the agency still owes something, of those whose last care manager is one of these seats.
create function kinfold.owed_after_care(p_seats uuid[], p_agency integer, p_today date) returns uuid[]
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  return array(select c.id from relationship r join chart c on c.id = r.chart
    where r.seat = any (p_seats) and r.kind = 'accountable' and r.to_day is not null and r.ended_at is null
      and c.holder = p_agency and c.stage in ('transitioned', 'ended')
      and exists (select from duty d where d.chart = c.id and d.owing = 'holder'
        and (d.state in ('open', 'partial', 'delegated') or d.state = 'impossible' and (d.until is null or d.until > p_today)))
      and not exists (select from relationship later where later.chart = r.chart and later.kind = 'accountable' and later.ended_at is null
        and (later.to_day is null or (later.to_day, later.from_day, later.id) > (r.to_day, r.from_day, r.id))));
end $$;
revoke execute on function kinfold.owed_after_care from public;

-- As before, with what is still owed after care ended.
create or replace function kinfold.team_charts(p_seat uuid, p_agency integer, p_today date) returns uuid[]
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
declare
  v_team uuid[] := answers_for(p_seat, p_today);
begin
  return array(
    select r.chart from relationship r
    where r.seat = any (v_team) and r.kind in ('accountable', 'cover') and r.to_day is null and r.ended_at is null and r.from_day <= p_today
    union all
    select r.chart from relationship r
    where r.seat = any (v_team) and r.kind in ('accountable', 'cover') and r.to_day >= p_today and r.ended_at is null and r.from_day <= p_today
    union all
    select r.chart from absence a join relationship r on r.seat = a.seat and r.kind = 'accountable' and r.to_day is null and r.ended_at is null
      and r.from_day <= p_today
    where a.cover = any (v_team) and p_today between a.from_day and a.to_day
    union all
    select r.chart from relationship r where r.given_by = p_seat and r.kind = 'accountable' and r.from_day = p_today and r.ended_at is null)
    || nobodys_charts(p_agency, p_today) || owed_after_care(v_team, p_agency, p_today);
end $$;

-- What of a chart's duties is closed to who reads it, by rule and root: what followed once is worked out anew from the facts they see,
-- and without a fact they may not see something met would be shown as owed.
create function kinfold.duties_kept_back(p_chart uuid) returns text[]
language plpgsql stable security definer set search_path = kinfold, pg_temp as $$
begin
  if not exists (select from chart c where c.id = p_chart and (c.holder = any (scope_agencies()) or c.id = any (scope_charts()))) then
    return '{}';
  end if;
  return array(select distinct d.rule || '#' || d.root from duty d where d.chart = p_chart and not (d.category = any (scope_categories())));
end $$;
comment on function kinfold.duties_kept_back is 'For leaving them out; never for telling that they are there.';
revoke execute on function kinfold.duties_kept_back from public;
grant execute on function kinfold.duties_kept_back to kinfold_staff, kinfold_assigned;
