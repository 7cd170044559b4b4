-- The rules as they were. An edition is a pack with its calendar, whole, as this installation judged by it from an instant on;
-- what a chart's facts meant then is worked out with the edition of then. Written by the program when it starts with rules that
-- are not those of the newest edition; never changed, never removed. Rules are about nobody: no row here concerns a youth.
create table kinfold.pack_edition (
  id integer generated always as identity primary key,
  programme text not null check (programme in ('nj-cmo', 'pa-tcm')),
  pack text not null,
  version text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  calendar_hash text not null check (calendar_hash ~ '^[0-9a-f]{64}$'),
  files jsonb not null,
  calendar text not null,
  engine text not null,
  recorded_at timestamptz not null
);
create index pack_edition_newest on kinfold.pack_edition (pack, id desc);
comment on table kinfold.pack_edition is 'Every edition of a pack this installation judged by, since when: rules as written, about nobody. Append-only.';
comment on column kinfold.pack_edition.hash is 'SHA-256 of the pack''s files, as outcomes name it; `calendar_hash` that of its calendar.';
comment on column kinfold.pack_edition.files is 'The files as read: a list of `path` and `text`.';
comment on column kinfold.pack_edition.calendar is 'The text of the calendar the pack counts business days by.';
comment on column kinfold.pack_edition.engine is 'The version of the engine that judged by it first.';

create function kinfold.refuse_change() returns trigger language plpgsql set search_path = kinfold, pg_temp as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on kinfold.pack_edition for each row execute function kinfold.refuse_change();

-- Everybody who works under a programme's rules may read them as they were; programmes do not read each other's.
alter table kinfold.pack_edition enable row level security;
create policy own_programme on kinfold.pack_edition for select to kinfold_staff, kinfold_assigned, kinfold_person
  using (programme = (select kinfold.scope_actor() ->> 'programme'));
grant select on kinfold.pack_edition to kinfold_staff, kinfold_assigned, kinfold_person;

-- What is due in the days after today is `soon`, whatever weekday today is; filters kept under the former word go on finding it.
update kinfold.saved_filter set filter = jsonb_set(filter, '{time}', '"soon"') where filter ->> 'time' = 'this-week';
