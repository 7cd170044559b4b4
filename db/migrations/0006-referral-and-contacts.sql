-- From the referral to the first note: what people record. Rows are written once; a correction is a new row that supersedes.

create table kinfold.county (
  code text primary key,
  state text not null check (state in ('NJ', 'PA')),
  name text not null,
  slug text not null,
  medicaid_code text,
  unique (state, name)
);
create table kinfold.service_area (
  agency integer not null references kinfold.agency,
  county text not null references kinfold.county,
  from_day date not null,
  to_day date,
  primary key (agency, county, from_day)
);
comment on table kinfold.service_area is 'Which agency serves which county, from and until when.';

create table kinfold.import_batch (
  id uuid primary key,
  agency integer not null references kinfold.agency,
  programme text not null,
  by_seat uuid references kinfold.seat,
  file_name text not null,
  file_digest bytea not null,
  at timestamptz not null default now(),
  rows integer not null,
  done integer not null default 0,
  state text not null default 'running' check (state in ('running', 'finished', 'stopped')),
  counts jsonb not null default '{}'
);
create table kinfold.import_row (
  batch uuid not null references kinfold.import_batch,
  row integer not null,
  agency integer not null,
  programme text not null,
  outcome text not null check (outcome in ('registered', 'with-tasks', 'unreadable', 'already-here')),
  problems jsonb not null default '[]',
  cells jsonb,
  chart uuid,
  primary key (batch, row)
);
comment on column kinfold.import_row.cells is 'Kept only for rows that could not be read, so that they can be mended and imported again.';

create table kinfold.referral (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  source text not null,
  external_id text,
  fingerprint text,
  received_at timestamptz not null,
  registered_by uuid references kinfold.seat,
  recorded_for text check (recorded_for in ('csa')),
  document text,
  caller text,
  domains text[] not null,
  situation text,
  intensity text,
  consent jsonb not null,
  as_registered jsonb not null,
  primary key (chart, id)
);
create unique index referral_external on kinfold.referral (source, external_id) where external_id is not null;
create index referral_received on kinfold.referral (holder, received_at);

create table kinfold.review_task (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  code text not null,
  detail jsonb not null default '{}',
  opened_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid references kinfold.seat,
  answer text,
  note text,
  primary key (chart, id)
);
create index review_task_open on kinfold.review_task (holder, opened_at) where settled_at is null;

create table kinfold.eligibility_decision (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  decided_on date not null,
  outcome text not null check (outcome in ('eligible', 'not-eligible', 'more-information', 'mobile-response', 'short-term', 'idd-path', 'substance-use-path')),
  reasons text[] not null,
  grounds text[] not null default '{}',
  intensity text,
  -- Decided here by the administrator's own staff, or recorded by a care management organization as what they decided.
  recorded boolean not null default false,
  document text,
  by_seat uuid not null references kinfold.seat,
  supersedes uuid,
  supersede_reason text,
  primary key (chart, id)
);

create table kinfold.referral_assignment (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  to_agency integer not null references kinfold.agency,
  on_day date not null,
  at timestamptz not null,
  reason text,
  state text not null default 'offered' check (state in ('offered', 'accepted', 'returned')),
  answered_at timestamptz,
  answered_by uuid references kinfold.seat,
  return_reason text,
  primary key (chart, id)
);
create unique index referral_assignment_one_open on kinfold.referral_assignment (chart) where state = 'offered';

create table kinfold.consent (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  given_by text not null,
  authority text not null,
  purpose text not null,
  given_on date not null,
  method text not null,
  language text not null,
  items text[] not null default '{}',
  ended_on date,
  ended_reason text,
  primary key (chart, id)
);
comment on table kinfold.consent is 'Who said yes, by what authority, when, to what, in which language; rights and notices handed over are items.';

create table kinfold.enrolment (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  started_on date not null,
  ended_on date,
  ground text,
  -- Why it was begun, or ended, although a condition of the rule was not shown to be met.
  start_reason text,
  end_reason text,
  primary key (chart, id)
);
create unique index enrolment_one_open on kinfold.enrolment (chart) where ended_on is null;

create table kinfold.contact (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'mental-health',
  made boolean not null,
  with_whom text[] not null,
  how text not null,
  place text,
  on_day date not null,
  started_at timestamptz,
  minutes_face integer check (minutes_face between 0 and 1440),
  minutes_travel integer check (minutes_travel between 0 and 1440),
  interpreter text,
  topics text[] not null default '{}',
  about_duty text,
  words text,
  signed_at timestamptz not null default now(),
  signed_by uuid not null references kinfold.seat,
  fact_seq integer,
  supersedes uuid,
  amend_reason text,
  withdrawn_at timestamptz,
  withdrawn_by uuid references kinfold.seat,
  withdrawn_reason text,
  primary key (chart, id)
);
create unique index contact_amended_once on kinfold.contact (chart, supersedes) where supersedes is not null;
create index contact_by_day on kinfold.contact (chart, on_day desc);
comment on table kinfold.contact is 'Signed notes. Never edited: an amendment is a new row with a reason; a note in the wrong chart is withdrawn, not erased.';

create table kinfold.draft (
  person uuid not null references kinfold.person,
  key text not null,
  chart uuid,
  body jsonb not null,
  revision integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (person, key)
);
comment on table kinfold.draft is 'What somebody is still writing. Theirs alone; survives timeout, crash and sign-in; never part of the record.';

create table kinfold.duty_decision (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  duty text not null,
  kind text not null check (kind in ('exempted', 'delegated', 'done-on', 'reopened')),
  on_day date,
  reason text,
  evidence text,
  to_seat uuid references kinfold.seat,
  by_seat uuid not null references kinfold.seat,
  at timestamptz not null default now(),
  primary key (chart, id)
);

create table kinfold.parameter_override (
  id uuid primary key,
  agency integer not null references kinfold.agency,
  programme text not null,
  pack text not null,
  parameter text not null,
  value jsonb not null,
  reason text not null,
  from_day date not null,
  to_day date,
  by_seat uuid not null references kinfold.seat,
  recorded_at timestamptz not null default now(),
  ended_at timestamptz
);

create table kinfold.saved_filter (
  seat uuid not null references kinfold.seat,
  name text not null,
  filter jsonb not null,
  primary key (seat, name)
);
