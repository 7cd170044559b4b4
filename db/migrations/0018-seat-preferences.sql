-- What a seat wants of its work list: filters kept under names, which one it opens with, and whether the weekly digest comes.

-- Kept anew with an id and with whom it is shared; nothing wrote the former table.
drop table kinfold.saved_filter;
create table kinfold.saved_filter (
  id uuid primary key,
  seat uuid not null references kinfold.seat,
  name text not null check (length(name) between 1 and 60),
  filter jsonb not null,
  shared boolean not null default false,
  saved_at timestamptz not null default now(),
  unique (seat, name)
);
comment on table kinfold.saved_filter is 'A way of looking at the work list under a name: codes only, nothing about anybody. Shared ones are shown to the team.';

-- A team is a supervisor and those they supervise: whoever has the same supervisor, the supervisors, and those one supervises.
create function kinfold.scope_teammates() returns uuid[] language sql stable security definer set search_path = kinfold, pg_temp
begin atomic
  with me as (select (kinfold.scope_actor() ->> 'seat')::uuid as seat),
    leads as (select v.supervisor from kinfold.supervision v join me on v.seat = me.seat where v.to_day is null
      union select me.seat from me)
  select coalesce(array_agg(seat), '{}') from (
    select supervisor as seat from leads
    union select v.seat from kinfold.supervision v join leads on leads.supervisor = v.supervisor where v.to_day is null) team;
end;
grant execute on function kinfold.scope_teammates to kinfold_staff, kinfold_assigned, kinfold_person;

alter table kinfold.saved_filter enable row level security;
create policy own_filters on kinfold.saved_filter for all to kinfold_staff, kinfold_assigned, kinfold_person
  using (seat = (select (kinfold.scope_actor() ->> 'seat')::uuid)) with check (seat = (select (kinfold.scope_actor() ->> 'seat')::uuid));
create policy shared_filters on kinfold.saved_filter for select to kinfold_staff, kinfold_assigned
  using (shared and seat = any ((select kinfold.scope_teammates())::uuid[]));
grant select, insert, update, delete on kinfold.saved_filter to kinfold_staff, kinfold_assigned, kinfold_person;

create table kinfold.seat_preference (
  seat uuid primary key references kinfold.seat,
  opens_with uuid references kinfold.saved_filter on delete set null,
  -- Null: as is usual for the capacity.
  digest boolean,
  -- The Monday whose digest was handed to the mail server last, so that each goes out once.
  digest_of date
);
comment on table kinfold.seat_preference is 'What a seat chose for itself. Without a row, everything is as is usual for its capacity.';
alter table kinfold.seat_preference enable row level security;
create policy own_preference on kinfold.seat_preference for all to kinfold_staff, kinfold_assigned, kinfold_person
  using (seat = (select (kinfold.scope_actor() ->> 'seat')::uuid)) with check (seat = (select (kinfold.scope_actor() ->> 'seat')::uuid));
grant select, insert (seat, opens_with, digest), update (seat, opens_with, digest) on kinfold.seat_preference
  to kinfold_staff, kinfold_assigned, kinfold_person;

-- The last contact a reader may see is looked for chart by chart; see docs/decisions.
create index fact_contact_made on kinfold.fact (chart, on_day) where kind = 'contact.made';
