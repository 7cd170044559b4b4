-- The chart, its people and its relationships. Every row about a youth carries the same five labels:
--   agency    who recorded it, never changed
--   holder    which agency holds the chart now; a transfer updates it
--   programme the hard wall
--   category  how closely the row is held
--   chart     leads every key

create domain kinfold.category as text check (value in ('general', 'mental-health', 'school', 'child-welfare', 'justice', 'incident',
  'quality-of-care', 'reproductive', 'hiv', 'violence', 'family-private', 'substance-use', 'counseling-notes'));

create table kinfold.chart (
  id uuid primary key,
  number bigint generated always as identity unique,
  agency integer not null references kinfold.agency,
  holder integer not null references kinfold.agency,
  programme text not null check (programme in ('nj-cmo', 'pa-tcm')),
  category kinfold.category not null default 'general',
  opened_on date not null,
  -- Stored copies of what the facts say, for lists: never decided here, always recomputed with the duties.
  stage text not null default 'referred',
  stage_since date,
  last_contact_on date,
  evaluated_with text
);
create index chart_holder_stage on kinfold.chart (holder, stage);

create table kinfold.youth (
  chart uuid primary key references kinfold.chart,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  legal_first text not null,
  legal_last text not null,
  preferred_name text,
  pronouns text,
  gender text,
  born date,
  born_estimated boolean not null default false,
  speaks text not null default 'English',
  reads text,
  interpreter boolean not null default false,
  race_ethnicity text[] not null default '{}',
  county text,
  revision integer not null default 1
);
comment on table kinfold.youth is 'The young person as the family and the youth say it: names, pronouns, birth day or estimate, languages.';

create table kinfold.name_key (
  chart uuid not null references kinfold.chart,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  kind text not null check (kind in ('name', 'sound', 'identifier', 'telephone', 'match')),
  token text collate "C" not null,
  primary key (chart, kind, token)
);
-- The policy's holder test and the range over the token are both answered by this index under row security.
create index name_key_lookup on kinfold.name_key (holder, kind, token, chart);
create index name_key_statewide on kinfold.name_key (kind, token, chart);
comment on table kinfold.name_key is 'What a chart can be found by: folded name parts, their sounds, identifiers, telephone digits, and keys for likely duplicates.';

create table kinfold.relative (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  name text not null,
  relationship text not null,
  lives_with boolean,
  speaks text,
  interpreter boolean not null default false,
  -- Dated authority: 'parent', 'legal-guardian', 'foster', 'custody-order', 'no-contact-order', 'none-confirmed'.
  authority text not null default 'none-confirmed',
  authority_from date,
  authority_to date,
  from_day date not null,
  to_day date,
  primary key (chart, id)
);

create table kinfold.contact_point (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  relative uuid,
  kind text not null check (kind in ('telephone', 'mail', 'address')),
  value text not null,
  city text,
  state text,
  zip text,
  county text,
  voicemail boolean,
  text_ok boolean,
  confidential boolean not null default false,
  seen_by text,
  from_day date not null,
  to_day date,
  primary key (chart, id)
);
comment on column kinfold.contact_point.seen_by is 'Who else may see or hear what is sent there, in the family''s words.';

create table kinfold.identifier (
  chart uuid not null references kinfold.chart,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  kind text not null check (kind in ('cyber', 'medicaid', 'referral', 'other')),
  value text not null,
  from_day date not null,
  to_day date,
  primary key (chart, kind, value)
);

create table kinfold.coverage (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  kind text not null check (kind in ('nj-familycare', 'csoci', 'presumptive', 'private', 'none', 'unknown')),
  plan text,
  plan_state text check (plan_state in ('chosen', 'choice-pending')),
  member_number text,
  special_programs text[] not null default '{}',
  from_day date not null,
  to_day date,
  primary key (chart, id)
);

create table kinfold.school (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'school',
  name text not null,
  district text,
  grade text,
  support text check (support in ('iep', '504', 'none', 'unknown')),
  classification text,
  last_iep_on date,
  next_annual_on date,
  next_reevaluation_on date,
  consent_to_talk boolean,
  from_day date not null,
  to_day date,
  primary key (chart, id)
);

create table kinfold.alert (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  code text not null,
  words text not null,
  from_day date not null,
  to_day date,
  primary key (chart, id)
);

create table kinfold.chart_link (
  chart uuid not null references kinfold.chart,
  other uuid not null references kinfold.chart,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  kind text not null check (kind in ('sibling', 'possible-duplicate', 'same-person', 'not-same-person')),
  reason text,
  at timestamptz not null default now(),
  undone_at timestamptz,
  undone_reason text,
  primary key (chart, other, kind)
);
comment on table kinfold.chart_link is 'Siblings, and the same youth twice: a merge is a link record that can be undone, never a copy.';

create table kinfold.relationship (
  chart uuid not null references kinfold.chart,
  id uuid not null,
  agency integer not null,
  holder integer not null,
  programme text not null,
  category kinfold.category not null default 'general',
  seat uuid not null references kinfold.seat,
  kind text not null check (kind in ('accountable', 'cover', 'on-call', 'team-member', 'guardian', 'self', 'court-liaison', 'reviewer', 'family-support')),
  from_day date not null,
  to_day date,
  reason text,
  -- Set when the chart went to another agency: from that instant on, whatever the day.
  ended_at timestamptz,
  primary key (chart, id),
  check (to_day is null or to_day >= from_day)
);
create index relationship_seat on kinfold.relationship (seat, kind) where to_day is null;
-- Exactly one accountable care manager, or a visible gap; never two.
create unique index relationship_one_accountable on kinfold.relationship (chart) where kind = 'accountable' and to_day is null;

create table kinfold.emergency_access (
  id uuid primary key,
  chart uuid not null references kinfold.chart,
  seat uuid not null references kinfold.seat,
  agency integer not null,
  holder integer not null,
  programme text not null,
  reason text not null,
  from_at timestamptz not null default now(),
  to_at timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid references kinfold.seat,
  review text,
  check (to_at <= from_at + interval '4 hours')
);
create index emergency_access_open on kinfold.emergency_access (seat, to_at);
