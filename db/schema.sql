-- Types
CREATE DOMAIN kinfold.category AS text CONSTRAINT category_check CHECK ((VALUE = ANY (ARRAY['general'::text, 'mental-health'::text, 'school'::text, 'child-welfare'::text, 'justice'::text, 'incident'::text, 'quality-of-care'::text, 'reproductive'::text, 'hiv'::text, 'violence'::text, 'family-private'::text, 'substance-use'::text, 'counseling-notes'::text])));

-- Sequences
CREATE SEQUENCE kinfold.scope_key_high AS bigint START 1 INCREMENT 1;
CREATE SEQUENCE kinfold.scope_key_low AS bigint START 1 INCREMENT 1;

-- Tables
CREATE TABLE kinfold.absence (
  id uuid NOT NULL,
  seat uuid NOT NULL,
  cover uuid NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL
);
ALTER TABLE kinfold.absence ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.agency (
  id integer NOT NULL,
  programme text NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  short_name text NOT NULL,
  phone text,
  phone_source text,
  website text,
  zone text NOT NULL DEFAULT 'America/New_York'::text,
  source text NOT NULL,
  confidence text NOT NULL,
  note text,
  staff_reach text NOT NULL DEFAULT 'agency'::text,
  revision integer NOT NULL DEFAULT 1,
  sign_on_revision integer NOT NULL DEFAULT 1,
  idle_minutes smallint NOT NULL DEFAULT 15
);
CREATE TABLE kinfold.agency_duty (
  id uuid NOT NULL,
  key text NOT NULL,
  agency integer NOT NULL,
  rule text NOT NULL,
  clause text NOT NULL,
  root integer NOT NULL,
  owes text NOT NULL,
  owing text NOT NULL,
  force text NOT NULL,
  state text NOT NULL,
  due date NOT NULL,
  due_at timestamp with time zone,
  late_after date NOT NULL,
  late_after_at timestamp with time zone,
  until date,
  paused_from date,
  because text,
  met_on date,
  pattern jsonb,
  open_parts text[] NOT NULL DEFAULT '{}'::text[],
  said text
);
ALTER TABLE kinfold.agency_duty ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.agency_fact (
  id uuid NOT NULL,
  seq integer NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  agency integer NOT NULL,
  kind text NOT NULL,
  on_day date NOT NULL,
  data jsonb NOT NULL DEFAULT '{}'::jsonb,
  supersedes integer,
  withdraws boolean NOT NULL DEFAULT false,
  document text,
  reason text,
  said_by uuid
);
ALTER TABLE kinfold.agency_fact ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.agency_subject (
  id uuid NOT NULL,
  subject text NOT NULL,
  agency integer NOT NULL,
  programme text NOT NULL,
  evaluated_with text
);
ALTER TABLE kinfold.agency_subject ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.agreement (
  id uuid NOT NULL,
  agency integer NOT NULL,
  kind text NOT NULL,
  with_agency integer,
  with_name text NOT NULL
);
ALTER TABLE kinfold.agreement ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.alert (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  code text NOT NULL,
  words text NOT NULL,
  from_day date NOT NULL,
  to_day date,
  wrong uuid
);
ALTER TABLE kinfold.alert ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.audit_era (
  era integer NOT NULL,
  system text NOT NULL,
  started_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE kinfold.audit_era ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.audit_event (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  era integer NOT NULL DEFAULT 1,
  person uuid,
  seat uuid,
  session uuid,
  capacity text,
  agency integer,
  holder integer,
  programme text,
  chart uuid,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  operation text NOT NULL,
  outcome text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}'::jsonb,
  salt bytea NOT NULL DEFAULT sha256(convert_to((gen_random_uuid())::text, 'UTF8'::name)),
  digest bytea NOT NULL,
  redacted_at timestamp with time zone
) PARTITION BY RANGE (at);
ALTER TABLE kinfold.audit_event ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.audit_redaction (
  id uuid NOT NULL,
  event bigint NOT NULL,
  event_at timestamp with time zone NOT NULL,
  agency integer NOT NULL,
  court_order text NOT NULL,
  reason text NOT NULL,
  requested_by uuid NOT NULL,
  requested_person uuid NOT NULL,
  requested_at timestamp with time zone NOT NULL DEFAULT now(),
  confirmed_by uuid,
  confirmed_person uuid,
  confirmed_at timestamp with time zone
);
ALTER TABLE kinfold.audit_redaction ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.audit_seal (
  number bigint NOT NULL,
  era integer NOT NULL,
  from_tx xid8 NOT NULL,
  to_tx xid8 NOT NULL,
  events integer NOT NULL,
  root bytea NOT NULL,
  previous bytea NOT NULL,
  head bytea NOT NULL,
  sealed_at timestamp with time zone NOT NULL DEFAULT clock_timestamp()
);
ALTER TABLE kinfold.audit_seal ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.capacity (
  code text NOT NULL,
  label text NOT NULL,
  works_through text NOT NULL,
  intake_reach text NOT NULL,
  chart_reach text NOT NULL,
  categories text[] NOT NULL,
  narrowed text NOT NULL DEFAULT 'never'::text,
  records boolean NOT NULL DEFAULT true
);
CREATE TABLE kinfold.chart (
  id uuid NOT NULL,
  number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  opened_on date NOT NULL,
  stage text NOT NULL DEFAULT 'referred'::text,
  stage_since date,
  evaluated_with text
);
ALTER TABLE kinfold.chart ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.chart_left (
  chart uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  left_at timestamp with time zone NOT NULL,
  left_on date NOT NULL,
  to_agency integer NOT NULL,
  name text NOT NULL,
  born date
);
ALTER TABLE kinfold.chart_left ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.chart_link (
  chart uuid NOT NULL,
  other uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  kind text NOT NULL,
  reason text,
  at timestamp with time zone NOT NULL DEFAULT now(),
  undone_at timestamp with time zone,
  undone_reason text,
  id uuid NOT NULL DEFAULT gen_random_uuid()
);
ALTER TABLE kinfold.chart_link ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.clock_setting (
  only_one boolean NOT NULL DEFAULT true,
  ahead interval NOT NULL DEFAULT '00:00:00'::interval
);
ALTER TABLE kinfold.clock_setting ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.consent (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  given_by text NOT NULL,
  authority text NOT NULL,
  purpose text NOT NULL,
  given_on date NOT NULL,
  method text NOT NULL,
  language text NOT NULL,
  items text[] NOT NULL DEFAULT '{}'::text[],
  ended_on date,
  ended_reason text,
  wrong uuid,
  ended_by text,
  ended_authority text
);
ALTER TABLE kinfold.consent ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.contact (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'mental-health'::text,
  made boolean NOT NULL,
  with_whom text[] NOT NULL,
  how text NOT NULL,
  place text,
  on_day date NOT NULL,
  started_at timestamp with time zone,
  minutes_face integer,
  minutes_travel integer,
  interpreter text,
  topics text[] NOT NULL DEFAULT '{}'::text[],
  about_duty text,
  words text,
  signed_at timestamp with time zone NOT NULL DEFAULT now(),
  signed_by uuid NOT NULL,
  fact_seq integer,
  supersedes uuid,
  amend_reason text,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_reason text,
  minutes_call integer
);
ALTER TABLE kinfold.contact ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.contact_point (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  relative uuid,
  kind text NOT NULL,
  value text NOT NULL,
  city text,
  state text,
  zip text,
  county text,
  voicemail boolean,
  text_ok boolean,
  confidential boolean NOT NULL DEFAULT false,
  seen_by text,
  from_day date NOT NULL,
  to_day date,
  revision integer NOT NULL DEFAULT 1,
  extension text,
  share_with text[] NOT NULL DEFAULT '{}'::text[],
  wrong uuid
);
ALTER TABLE kinfold.contact_point ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.county (
  code text NOT NULL,
  state text NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  medicaid_code text,
  served_revision integer NOT NULL DEFAULT 1
);
CREATE TABLE kinfold.court_order (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  relative uuid NOT NULL,
  kind text NOT NULL,
  document_seen boolean NOT NULL DEFAULT false,
  says text,
  from_day date NOT NULL,
  to_day date,
  ended_reason text,
  wrong uuid
);
ALTER TABLE kinfold.court_order ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.coverage (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  kind text NOT NULL,
  plan text,
  plan_state text,
  member_number text,
  special_programs text[] NOT NULL DEFAULT '{}'::text[],
  from_day date NOT NULL,
  to_day date,
  revision integer NOT NULL DEFAULT 1,
  wrong uuid
);
ALTER TABLE kinfold.coverage ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.demo (
  only_one boolean NOT NULL DEFAULT true,
  people jsonb NOT NULL,
  password text NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE kinfold.demo ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.directory_change (
  id uuid NOT NULL,
  agency integer NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now(),
  by_seat uuid NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  reason text NOT NULL
);
ALTER TABLE kinfold.directory_change ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.draft (
  key text NOT NULL,
  chart uuid,
  body jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  seat uuid NOT NULL
);
ALTER TABLE kinfold.draft ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.duty (
  chart uuid NOT NULL,
  key text NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL,
  rule text NOT NULL,
  clause text NOT NULL,
  root integer NOT NULL,
  item text,
  owes text NOT NULL,
  owing text NOT NULL DEFAULT 'holder'::text,
  force text NOT NULL,
  state text NOT NULL,
  due date NOT NULL,
  due_at timestamp with time zone,
  late_after date NOT NULL,
  late_after_at timestamp with time zone,
  until date,
  paused_from date,
  because text,
  met_on date,
  pattern jsonb,
  open_parts text[] NOT NULL DEFAULT '{}'::text[],
  said text,
  numbers_on date
);
ALTER TABLE kinfold.duty ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.duty_decision (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  duty text NOT NULL,
  kind text NOT NULL,
  on_day date,
  reason text,
  evidence text,
  to_seat uuid,
  by_seat uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE kinfold.duty_decision ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.duty_left (
  chart uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL,
  left_at timestamp with time zone NOT NULL,
  key text NOT NULL,
  rule text NOT NULL,
  clause text NOT NULL,
  force text NOT NULL,
  state text NOT NULL,
  owes text NOT NULL,
  owing text NOT NULL,
  due date NOT NULL,
  due_at timestamp with time zone,
  late_after date NOT NULL,
  late_after_at timestamp with time zone,
  until date,
  paused_from date,
  pattern jsonb,
  open_parts text[] NOT NULL,
  met_on date,
  numbers_on date
);
ALTER TABLE kinfold.duty_left ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.earlier_version (
  chart uuid NOT NULL,
  of_table text NOT NULL,
  row_id uuid NOT NULL,
  revision integer NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL,
  was jsonb NOT NULL,
  until timestamp with time zone NOT NULL DEFAULT now(),
  changed_by uuid
);
ALTER TABLE kinfold.earlier_version ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.eligibility_decision (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  decided_on date NOT NULL,
  outcome text NOT NULL,
  reasons text[] NOT NULL,
  grounds text[] NOT NULL DEFAULT '{}'::text[],
  intensity text,
  recorded boolean NOT NULL DEFAULT false,
  document text,
  by_seat uuid NOT NULL,
  supersedes uuid,
  supersede_reason text
);
ALTER TABLE kinfold.eligibility_decision ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.emergency_access (
  id uuid NOT NULL,
  chart uuid NOT NULL,
  seat uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  reason text NOT NULL,
  from_at timestamp with time zone NOT NULL DEFAULT now(),
  to_at timestamp with time zone NOT NULL,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  review text
);
ALTER TABLE kinfold.emergency_access ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.enrolment (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  started_on date NOT NULL,
  ended_on date,
  ground text,
  start_reason text,
  end_reason text,
  wrong uuid
);
ALTER TABLE kinfold.enrolment ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.fact (
  chart uuid NOT NULL,
  seq integer NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL,
  kind text NOT NULL,
  on_day date NOT NULL,
  at timestamp with time zone,
  data jsonb NOT NULL DEFAULT '{}'::jsonb,
  supersedes integer,
  withdraws boolean NOT NULL DEFAULT false,
  said_by uuid,
  source_table text,
  source_id uuid
);
ALTER TABLE kinfold.fact ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.fact_page (
  chart uuid NOT NULL,
  to_seq integer NOT NULL,
  facts json NOT NULL
);
ALTER TABLE kinfold.fact_page ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.fhir_client (
  id uuid NOT NULL,
  name text NOT NULL,
  seat uuid NOT NULL,
  secret_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  disabled_at timestamp with time zone
);
ALTER TABLE kinfold.fhir_client ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.fhir_resource (
  type text NOT NULL,
  id uuid NOT NULL,
  client uuid NOT NULL,
  chart uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  resource jsonb NOT NULL,
  at timestamp with time zone NOT NULL
);
ALTER TABLE kinfold.fhir_resource ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.fhir_session (
  session uuid NOT NULL,
  client uuid NOT NULL
);
ALTER TABLE kinfold.fhir_session ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.identifier (
  chart uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  kind text NOT NULL,
  value text NOT NULL,
  from_day date NOT NULL,
  to_day date,
  ended_reason text
);
ALTER TABLE kinfold.identifier ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.import_batch (
  id uuid NOT NULL,
  agency integer NOT NULL,
  programme text NOT NULL,
  by_seat uuid,
  file_name text NOT NULL,
  file_digest bytea NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now(),
  rows integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'running'::text,
  counts jsonb NOT NULL DEFAULT '{}'::jsonb,
  source text,
  mapping jsonb,
  columns text[]
);
ALTER TABLE kinfold.import_batch ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.import_batch_file (
  batch uuid NOT NULL,
  agency integer NOT NULL,
  text text NOT NULL
);
ALTER TABLE kinfold.import_batch_file ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.import_row (
  batch uuid NOT NULL,
  "row" integer NOT NULL,
  agency integer NOT NULL,
  programme text NOT NULL,
  outcome text NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]'::jsonb,
  cells jsonb,
  chart uuid
);
ALTER TABLE kinfold.import_row ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.invitation (
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  person uuid NOT NULL,
  agency integer NOT NULL,
  invited_by uuid NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  mailed boolean NOT NULL DEFAULT false,
  clears_factors boolean NOT NULL DEFAULT false,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone
);
ALTER TABLE kinfold.invitation ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.job_name (
  name text NOT NULL
);
ALTER TABLE kinfold.job_name ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.job_progress (
  id uuid NOT NULL,
  name text NOT NULL,
  agency integer NOT NULL,
  programme text NOT NULL,
  by_seat uuid,
  session uuid,
  total integer NOT NULL DEFAULT 0,
  done integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  result jsonb NOT NULL DEFAULT '{}'::jsonb,
  state text NOT NULL DEFAULT 'waiting'::text,
  asked_at timestamp with time zone NOT NULL DEFAULT now(),
  started_at timestamp with time zone,
  finished_at timestamp with time zone
);
ALTER TABLE kinfold.job_progress ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.job_request (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  data jsonb NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE kinfold.job_request ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.job_row (
  job uuid NOT NULL,
  "row" integer NOT NULL,
  agency integer NOT NULL,
  chart uuid,
  outcome text NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]'::jsonb
);
ALTER TABLE kinfold.job_row ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.name_key (
  chart uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  kind text NOT NULL,
  token text NOT NULL
);
ALTER TABLE kinfold.name_key ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.on_call_shift (
  id uuid NOT NULL,
  agency integer NOT NULL,
  seat uuid NOT NULL,
  from_at timestamp with time zone NOT NULL,
  to_at timestamp with time zone NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT now(),
  cancelled_at timestamp with time zone
);
ALTER TABLE kinfold.on_call_shift ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.pack_edition (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  programme text NOT NULL,
  pack text NOT NULL,
  version text NOT NULL,
  hash text NOT NULL,
  calendar_hash text NOT NULL,
  files jsonb NOT NULL,
  calendar text NOT NULL,
  engine text NOT NULL,
  recorded_at timestamp with time zone NOT NULL
);
ALTER TABLE kinfold.pack_edition ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.parameter_override (
  id uuid NOT NULL,
  agency integer NOT NULL,
  programme text NOT NULL,
  pack text NOT NULL,
  parameter text NOT NULL,
  value jsonb NOT NULL,
  reason text NOT NULL,
  from_day date NOT NULL,
  to_day date,
  by_seat uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  ended_at timestamp with time zone
);
ALTER TABLE kinfold.parameter_override ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.passkey (
  id uuid NOT NULL,
  credential text NOT NULL,
  person uuid NOT NULL,
  label text NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL DEFAULT '{}'::text[],
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  last_used_at timestamp with time zone
);
ALTER TABLE kinfold.passkey ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.person (
  id uuid NOT NULL,
  name text NOT NULL,
  email text,
  password_hash text,
  password_set_at timestamp with time zone,
  locale text NOT NULL DEFAULT 'en'::text,
  disabled_at timestamp with time zone,
  password_suffices_alone boolean NOT NULL DEFAULT false,
  email_proven boolean NOT NULL DEFAULT false
);
ALTER TABLE kinfold.person ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.recorded_wrongly (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL,
  of_table text NOT NULL,
  row_id uuid,
  was jsonb NOT NULL,
  instead jsonb,
  reason text NOT NULL,
  by_seat uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT kinfold.present()
);
ALTER TABLE kinfold.recorded_wrongly ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.recovery_code (
  person uuid NOT NULL,
  hash bytea NOT NULL,
  used_at timestamp with time zone
);
ALTER TABLE kinfold.recovery_code ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.referral (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  source text NOT NULL,
  external_id text,
  fingerprint text,
  received_at timestamp with time zone NOT NULL,
  registered_by uuid,
  recorded_for text,
  document text,
  caller text,
  domains text[] NOT NULL,
  situation text,
  intensity text,
  consent jsonb NOT NULL,
  as_registered jsonb NOT NULL
);
ALTER TABLE kinfold.referral ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.referral_assignment (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  to_agency integer NOT NULL,
  on_day date NOT NULL,
  at timestamp with time zone NOT NULL,
  reason text,
  state text NOT NULL DEFAULT 'offered'::text,
  answered_at timestamp with time zone,
  answered_by uuid,
  return_reason text,
  return_because text
);
ALTER TABLE kinfold.referral_assignment ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.relationship (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  seat uuid NOT NULL,
  kind text NOT NULL,
  from_day date NOT NULL,
  to_day date,
  reason text,
  ended_at timestamp with time zone,
  given_by uuid DEFAULT ((kinfold.scope_actor() ->> 'seat'::text))::uuid,
  authority uuid,
  ended_by uuid,
  end_reason text
);
ALTER TABLE kinfold.relationship ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.relative (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  name text NOT NULL,
  relationship text NOT NULL,
  lives_with boolean,
  interpreter boolean,
  authority text NOT NULL DEFAULT 'none-confirmed'::text,
  authority_from date,
  authority_to date,
  from_day date NOT NULL,
  to_day date,
  revision integer NOT NULL DEFAULT 1,
  wrong uuid,
  languages jsonb NOT NULL DEFAULT '[]'::jsonb
);
ALTER TABLE kinfold.relative ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.review_task (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  code text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,
  opened_at timestamp with time zone NOT NULL DEFAULT now(),
  settled_at timestamp with time zone,
  settled_by uuid,
  answer text,
  note text
);
ALTER TABLE kinfold.review_task ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.saved_filter (
  id uuid NOT NULL,
  seat uuid NOT NULL,
  name text NOT NULL,
  filter jsonb NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  saved_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE kinfold.saved_filter ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.school (
  chart uuid NOT NULL,
  id uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'school'::text,
  name text NOT NULL,
  district text,
  grade text,
  support text,
  classification text,
  last_iep_on date,
  next_annual_on date,
  next_reevaluation_on date,
  consent_to_talk boolean,
  from_day date NOT NULL,
  to_day date,
  revision integer NOT NULL DEFAULT 1,
  wrong uuid
);
ALTER TABLE kinfold.school ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.seat (
  id uuid NOT NULL,
  person uuid NOT NULL,
  capacity text NOT NULL,
  agency integer NOT NULL,
  title text,
  from_day date NOT NULL,
  to_day date
);
ALTER TABLE kinfold.seat ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.seat_preference (
  seat uuid NOT NULL,
  opens_with uuid,
  digest boolean,
  digest_of date
);
ALTER TABLE kinfold.seat_preference ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.second_factor_demand (
  id uuid NOT NULL,
  agency integer NOT NULL,
  demanded boolean NOT NULL,
  from_day date NOT NULL,
  reason text NOT NULL,
  by_seat uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE kinfold.second_factor_demand ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.service_area (
  agency integer NOT NULL,
  county text NOT NULL,
  from_day date NOT NULL,
  to_day date
);
CREATE TABLE kinfold.session (
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  person uuid NOT NULL,
  started_at timestamp with time zone NOT NULL DEFAULT now(),
  last_seen_at timestamp with time zone NOT NULL DEFAULT now(),
  ends_at timestamp with time zone NOT NULL,
  locked_at timestamp with time zone,
  ended_at timestamp with time zone,
  stepped_up_at timestamp with time zone,
  device text,
  idle_minutes smallint NOT NULL DEFAULT 15,
  at_screen boolean NOT NULL DEFAULT false
);
ALTER TABLE kinfold.session ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.sessions_ended (
  id uuid NOT NULL,
  agency integer NOT NULL,
  person uuid,
  ended integer NOT NULL,
  reason text NOT NULL,
  by_seat uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE kinfold.sessions_ended ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.sign_in_step (
  token_hash bytea NOT NULL,
  kind text NOT NULL,
  person uuid,
  session uuid,
  agency integer,
  data jsonb NOT NULL DEFAULT '{}'::jsonb,
  tries integer NOT NULL DEFAULT 0,
  expires_at timestamp with time zone NOT NULL
);
ALTER TABLE kinfold.sign_in_step ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.sign_in_wait (
  subject bytea NOT NULL,
  kind text NOT NULL,
  failures integer NOT NULL,
  last_at timestamp with time zone NOT NULL,
  blocked_until timestamp with time zone NOT NULL
);
ALTER TABLE kinfold.sign_in_wait ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.single_sign_on (
  agency integer NOT NULL,
  issuer text NOT NULL,
  client_id text NOT NULL,
  client_secret bytea NOT NULL,
  email_domain text NOT NULL,
  set_by uuid,
  set_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE kinfold.single_sign_on ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.single_sign_on_link (
  issuer text NOT NULL,
  subject text NOT NULL,
  person uuid NOT NULL,
  linked_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE kinfold.single_sign_on_link ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.supervision (
  supervisor uuid NOT NULL,
  seat uuid NOT NULL,
  from_day date NOT NULL,
  to_day date
);
ALTER TABLE kinfold.supervision ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.totp (
  person uuid NOT NULL,
  secret bytea NOT NULL,
  confirmed_at timestamp with time zone,
  last_step bigint NOT NULL DEFAULT 0
);
ALTER TABLE kinfold.totp ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.write (
  person uuid NOT NULL,
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now(),
  digest bytea NOT NULL,
  answer jsonb NOT NULL
);
ALTER TABLE kinfold.write ENABLE ROW LEVEL SECURITY;
CREATE TABLE kinfold.youth (
  chart uuid NOT NULL,
  agency integer NOT NULL,
  holder integer NOT NULL,
  programme text NOT NULL,
  category kinfold.category NOT NULL DEFAULT 'general'::text,
  legal_first text NOT NULL,
  legal_last text NOT NULL,
  preferred_name text,
  pronouns text,
  gender text,
  born date,
  born_estimated boolean NOT NULL DEFAULT false,
  interpreter boolean,
  race_ethnicity text[] NOT NULL DEFAULT '{}'::text[],
  county text,
  revision integer NOT NULL DEFAULT 1,
  languages jsonb NOT NULL DEFAULT '[]'::jsonb
);
ALTER TABLE kinfold.youth ENABLE ROW LEVEL SECURITY;

-- Constraints
ALTER TABLE kinfold.absence ADD CONSTRAINT absence_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.absence ADD CONSTRAINT absence_check CHECK (((to_day >= from_day) AND (seat <> cover)));
ALTER TABLE kinfold.absence ADD CONSTRAINT absence_cover_fkey FOREIGN KEY (cover) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.absence ADD CONSTRAINT absence_seat_fkey FOREIGN KEY (seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.agency ADD CONSTRAINT agency_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.agency ADD CONSTRAINT agency_confidence_check CHECK ((confidence = ANY (ARRAY['seen'::text, 'inferred'::text, 'general-knowledge'::text, 'unseen'::text])));
ALTER TABLE kinfold.agency ADD CONSTRAINT agency_idle_minutes_check CHECK (((idle_minutes >= 5) AND (idle_minutes <= 15)));
ALTER TABLE kinfold.agency ADD CONSTRAINT agency_kind_check CHECK ((kind = ANY (ARRAY['cmo'::text, 'csa'::text, 'fso'::text, 'mco'::text, 'payer'::text, 'tcm-provider'::text, 'county'::text])));
ALTER TABLE kinfold.agency ADD CONSTRAINT agency_programme_check CHECK ((programme = ANY (ARRAY['nj-cmo'::text, 'pa-tcm'::text])));
ALTER TABLE kinfold.agency ADD CONSTRAINT agency_staff_reach_check CHECK ((staff_reach = ANY (ARRAY['agency'::text, 'assigned'::text])));
ALTER TABLE kinfold.agency_duty ADD CONSTRAINT agency_duty_pkey PRIMARY KEY (id, key);
ALTER TABLE kinfold.agency_duty ADD CONSTRAINT agency_duty_id_fkey FOREIGN KEY (id) REFERENCES kinfold.agency_subject(id);
ALTER TABLE kinfold.agency_fact ADD CONSTRAINT agency_fact_pkey PRIMARY KEY (id, seq);
ALTER TABLE kinfold.agency_fact ADD CONSTRAINT agency_fact_id_fkey FOREIGN KEY (id) REFERENCES kinfold.agency_subject(id);
ALTER TABLE kinfold.agency_subject ADD CONSTRAINT agency_subject_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.agency_subject ADD CONSTRAINT agency_subject_subject_check CHECK ((subject = 'agreement'::text));
ALTER TABLE kinfold.agency_subject ADD CONSTRAINT agency_subject_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.agreement ADD CONSTRAINT agreement_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.agreement ADD CONSTRAINT agreement_kind_check CHECK ((kind = ANY (ARRAY['provider'::text, 'family-support'::text, 'school'::text, 'hospital'::text, 'other'::text])));
ALTER TABLE kinfold.agreement ADD CONSTRAINT agreement_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.agreement ADD CONSTRAINT agreement_id_fkey FOREIGN KEY (id) REFERENCES kinfold.agency_subject(id);
ALTER TABLE kinfold.agreement ADD CONSTRAINT agreement_with_agency_fkey FOREIGN KEY (with_agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.alert ADD CONSTRAINT alert_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.alert ADD CONSTRAINT alert_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.audit_era ADD CONSTRAINT audit_era_pkey PRIMARY KEY (era);
ALTER TABLE kinfold.audit_event ADD CONSTRAINT audit_event_pkey PRIMARY KEY (id, at);
ALTER TABLE kinfold.audit_event ADD CONSTRAINT audit_event_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'looked'::text])));
ALTER TABLE kinfold.audit_redaction ADD CONSTRAINT audit_redaction_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.audit_redaction ADD CONSTRAINT audit_redaction_check CHECK (((confirmed_person IS NULL) OR (confirmed_person <> requested_person)));
ALTER TABLE kinfold.audit_redaction ADD CONSTRAINT audit_redaction_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.audit_redaction ADD CONSTRAINT audit_redaction_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.audit_redaction ADD CONSTRAINT audit_redaction_confirmed_person_fkey FOREIGN KEY (confirmed_person) REFERENCES kinfold.person(id);
ALTER TABLE kinfold.audit_redaction ADD CONSTRAINT audit_redaction_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.audit_redaction ADD CONSTRAINT audit_redaction_requested_person_fkey FOREIGN KEY (requested_person) REFERENCES kinfold.person(id);
ALTER TABLE kinfold.audit_seal ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (number);
ALTER TABLE kinfold.capacity ADD CONSTRAINT capacity_pkey PRIMARY KEY (code);
ALTER TABLE kinfold.capacity ADD CONSTRAINT capacity_chart_reach_check CHECK ((chart_reach = ANY (ARRAY['agency'::text, 'programme'::text, 'charts'::text, 'none'::text])));
ALTER TABLE kinfold.capacity ADD CONSTRAINT capacity_intake_reach_check CHECK ((intake_reach = ANY (ARRAY['agency'::text, 'programme'::text, 'search'::text, 'none'::text])));
ALTER TABLE kinfold.capacity ADD CONSTRAINT capacity_narrowed_check CHECK ((narrowed = ANY (ARRAY['never'::text, 'by-agency'::text, 'to-team'::text, 'outside-shift'::text])));
ALTER TABLE kinfold.capacity ADD CONSTRAINT capacity_works_through_check CHECK ((works_through = ANY (ARRAY['staff'::text, 'person'::text])));
ALTER TABLE kinfold.chart ADD CONSTRAINT chart_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.chart ADD CONSTRAINT chart_number_key UNIQUE (number);
ALTER TABLE kinfold.chart ADD CONSTRAINT chart_programme_check CHECK ((programme = ANY (ARRAY['nj-cmo'::text, 'pa-tcm'::text])));
ALTER TABLE kinfold.chart ADD CONSTRAINT chart_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.chart ADD CONSTRAINT chart_holder_fkey FOREIGN KEY (holder) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.chart_left ADD CONSTRAINT chart_left_pkey PRIMARY KEY (chart, agency, left_at);
ALTER TABLE kinfold.chart_left ADD CONSTRAINT chart_left_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.chart_left ADD CONSTRAINT chart_left_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.chart_left ADD CONSTRAINT chart_left_to_agency_fkey FOREIGN KEY (to_agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.chart_link ADD CONSTRAINT chart_link_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.chart_link ADD CONSTRAINT chart_link_kind_check CHECK ((kind = ANY (ARRAY['sibling'::text, 'possible-duplicate'::text, 'same-person'::text, 'not-same-person'::text])));
ALTER TABLE kinfold.chart_link ADD CONSTRAINT chart_link_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.chart_link ADD CONSTRAINT chart_link_other_fkey FOREIGN KEY (other) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.clock_setting ADD CONSTRAINT clock_setting_pkey PRIMARY KEY (only_one);
ALTER TABLE kinfold.clock_setting ADD CONSTRAINT clock_setting_only_one_check CHECK (only_one);
ALTER TABLE kinfold.consent ADD CONSTRAINT consent_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.consent ADD CONSTRAINT consent_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.contact ADD CONSTRAINT contact_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.contact ADD CONSTRAINT contact_minutes_call_check CHECK (((minutes_call >= 0) AND (minutes_call <= 1440)));
ALTER TABLE kinfold.contact ADD CONSTRAINT contact_minutes_face_check CHECK (((minutes_face >= 0) AND (minutes_face <= 1440)));
ALTER TABLE kinfold.contact ADD CONSTRAINT contact_minutes_travel_check CHECK (((minutes_travel >= 0) AND (minutes_travel <= 1440)));
ALTER TABLE kinfold.contact ADD CONSTRAINT contact_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.contact ADD CONSTRAINT contact_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.contact ADD CONSTRAINT contact_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.contact_point ADD CONSTRAINT contact_point_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.contact_point ADD CONSTRAINT contact_point_kind_check CHECK ((kind = ANY (ARRAY['telephone'::text, 'mail'::text, 'address'::text])));
ALTER TABLE kinfold.contact_point ADD CONSTRAINT contact_point_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.county ADD CONSTRAINT county_pkey PRIMARY KEY (code);
ALTER TABLE kinfold.county ADD CONSTRAINT county_state_name_key UNIQUE (state, name);
ALTER TABLE kinfold.county ADD CONSTRAINT county_state_check CHECK ((state = ANY (ARRAY['NJ'::text, 'PA'::text])));
ALTER TABLE kinfold.court_order ADD CONSTRAINT court_order_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.court_order ADD CONSTRAINT court_order_check CHECK (((to_day IS NULL) OR (to_day >= from_day)));
ALTER TABLE kinfold.court_order ADD CONSTRAINT court_order_kind_check CHECK ((kind = ANY (ARRAY['sole-custody'::text, 'joint-custody'::text, 'no-contact'::text, 'supervised-contact'::text, 'guardianship'::text, 'adult-guardianship'::text, 'rights-ended'::text, 'child-protection-custody'::text])));
ALTER TABLE kinfold.court_order ADD CONSTRAINT court_order_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.court_order ADD CONSTRAINT court_order_chart_relative_fkey FOREIGN KEY (chart, relative) REFERENCES kinfold.relative(chart, id);
ALTER TABLE kinfold.coverage ADD CONSTRAINT coverage_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.coverage ADD CONSTRAINT coverage_kind_check CHECK ((kind = ANY (ARRAY['nj-familycare'::text, 'csoci'::text, 'presumptive'::text, 'private'::text, 'none'::text, 'unknown'::text])));
ALTER TABLE kinfold.coverage ADD CONSTRAINT coverage_plan_state_check CHECK ((plan_state = ANY (ARRAY['chosen'::text, 'choice-pending'::text])));
ALTER TABLE kinfold.coverage ADD CONSTRAINT coverage_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.demo ADD CONSTRAINT demo_pkey PRIMARY KEY (only_one);
ALTER TABLE kinfold.demo ADD CONSTRAINT demo_only_one_check CHECK (only_one);
ALTER TABLE kinfold.directory_change ADD CONSTRAINT directory_change_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.directory_change ADD CONSTRAINT directory_change_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.directory_change ADD CONSTRAINT directory_change_by_seat_fkey FOREIGN KEY (by_seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.draft ADD CONSTRAINT draft_pkey PRIMARY KEY (seat, key);
ALTER TABLE kinfold.draft ADD CONSTRAINT draft_seat_fkey FOREIGN KEY (seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.duty ADD CONSTRAINT duty_pkey PRIMARY KEY (chart, key);
ALTER TABLE kinfold.duty ADD CONSTRAINT duty_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.duty_decision ADD CONSTRAINT duty_decision_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.duty_decision ADD CONSTRAINT duty_decision_kind_check CHECK ((kind = ANY (ARRAY['exempted'::text, 'delegated'::text, 'done-on'::text, 'reopened'::text])));
ALTER TABLE kinfold.duty_decision ADD CONSTRAINT duty_decision_by_seat_fkey FOREIGN KEY (by_seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.duty_decision ADD CONSTRAINT duty_decision_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.duty_decision ADD CONSTRAINT duty_decision_to_seat_fkey FOREIGN KEY (to_seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.duty_left ADD CONSTRAINT duty_left_pkey PRIMARY KEY (chart, agency, left_at, key);
ALTER TABLE kinfold.duty_left ADD CONSTRAINT duty_left_chart_agency_left_at_fkey FOREIGN KEY (chart, agency, left_at) REFERENCES kinfold.chart_left(chart, agency, left_at);
ALTER TABLE kinfold.earlier_version ADD CONSTRAINT earlier_version_pkey PRIMARY KEY (chart, of_table, row_id, revision);
ALTER TABLE kinfold.earlier_version ADD CONSTRAINT earlier_version_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.eligibility_decision ADD CONSTRAINT eligibility_decision_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.eligibility_decision ADD CONSTRAINT eligibility_decision_outcome_check CHECK ((outcome = ANY (ARRAY['eligible'::text, 'not-eligible'::text, 'more-information'::text, 'mobile-response'::text, 'short-term'::text, 'idd-path'::text, 'substance-use-path'::text])));
ALTER TABLE kinfold.eligibility_decision ADD CONSTRAINT eligibility_decision_by_seat_fkey FOREIGN KEY (by_seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.eligibility_decision ADD CONSTRAINT eligibility_decision_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.emergency_access ADD CONSTRAINT emergency_access_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.emergency_access ADD CONSTRAINT emergency_access_check CHECK ((to_at <= (from_at + '04:00:00'::interval)));
ALTER TABLE kinfold.emergency_access ADD CONSTRAINT emergency_access_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.emergency_access ADD CONSTRAINT emergency_access_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.emergency_access ADD CONSTRAINT emergency_access_seat_fkey FOREIGN KEY (seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.enrolment ADD CONSTRAINT enrolment_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.enrolment ADD CONSTRAINT enrolment_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.fact ADD CONSTRAINT fact_pkey PRIMARY KEY (chart, seq);
ALTER TABLE kinfold.fact ADD CONSTRAINT fact_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.fact_page ADD CONSTRAINT fact_page_pkey PRIMARY KEY (chart, to_seq);
ALTER TABLE kinfold.fact_page ADD CONSTRAINT fact_page_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.fhir_client ADD CONSTRAINT fhir_client_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.fhir_client ADD CONSTRAINT fhir_client_seat_fkey FOREIGN KEY (seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.fhir_resource ADD CONSTRAINT fhir_resource_pkey PRIMARY KEY (type, id);
ALTER TABLE kinfold.fhir_resource ADD CONSTRAINT fhir_resource_type_check CHECK ((type = ANY (ARRAY['Patient'::text, 'RelatedPerson'::text, 'ServiceRequest'::text, 'Coverage'::text, 'Condition'::text])));
ALTER TABLE kinfold.fhir_resource ADD CONSTRAINT fhir_resource_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.fhir_resource ADD CONSTRAINT fhir_resource_client_fkey FOREIGN KEY (client) REFERENCES kinfold.fhir_client(id);
ALTER TABLE kinfold.fhir_session ADD CONSTRAINT fhir_session_pkey PRIMARY KEY (session);
ALTER TABLE kinfold.fhir_session ADD CONSTRAINT fhir_session_client_fkey FOREIGN KEY (client) REFERENCES kinfold.fhir_client(id);
ALTER TABLE kinfold.fhir_session ADD CONSTRAINT fhir_session_session_fkey FOREIGN KEY (session) REFERENCES kinfold.session(id);
ALTER TABLE kinfold.identifier ADD CONSTRAINT identifier_pkey PRIMARY KEY (chart, kind, value);
ALTER TABLE kinfold.identifier ADD CONSTRAINT identifier_kind_check CHECK ((kind = ANY (ARRAY['cyber'::text, 'medicaid'::text, 'referral'::text, 'other'::text])));
ALTER TABLE kinfold.identifier ADD CONSTRAINT identifier_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.import_batch ADD CONSTRAINT import_batch_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.import_batch ADD CONSTRAINT import_batch_state_check CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'stopped'::text])));
ALTER TABLE kinfold.import_batch ADD CONSTRAINT import_batch_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.import_batch ADD CONSTRAINT import_batch_by_seat_fkey FOREIGN KEY (by_seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.import_batch_file ADD CONSTRAINT import_batch_file_pkey PRIMARY KEY (batch);
ALTER TABLE kinfold.import_batch_file ADD CONSTRAINT import_batch_file_batch_fkey FOREIGN KEY (batch) REFERENCES kinfold.import_batch(id);
ALTER TABLE kinfold.import_row ADD CONSTRAINT import_row_pkey PRIMARY KEY (batch, "row");
ALTER TABLE kinfold.import_row ADD CONSTRAINT import_row_outcome_check CHECK ((outcome = ANY (ARRAY['registered'::text, 'with-tasks'::text, 'unreadable'::text, 'already-here'::text])));
ALTER TABLE kinfold.import_row ADD CONSTRAINT import_row_batch_fkey FOREIGN KEY (batch) REFERENCES kinfold.import_batch(id);
ALTER TABLE kinfold.invitation ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.invitation ADD CONSTRAINT invitation_token_hash_key UNIQUE (token_hash);
ALTER TABLE kinfold.invitation ADD CONSTRAINT invitation_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.invitation ADD CONSTRAINT invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.invitation ADD CONSTRAINT invitation_person_fkey FOREIGN KEY (person) REFERENCES kinfold.person(id);
ALTER TABLE kinfold.job_name ADD CONSTRAINT job_name_pkey PRIMARY KEY (name);
ALTER TABLE kinfold.job_progress ADD CONSTRAINT job_progress_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.job_progress ADD CONSTRAINT job_progress_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'finished'::text, 'stopped'::text])));
ALTER TABLE kinfold.job_progress ADD CONSTRAINT job_progress_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.job_progress ADD CONSTRAINT job_progress_by_seat_fkey FOREIGN KEY (by_seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.job_progress ADD CONSTRAINT job_progress_session_fkey FOREIGN KEY (session) REFERENCES kinfold.session(id);
ALTER TABLE kinfold.job_request ADD CONSTRAINT job_request_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.job_request ADD CONSTRAINT job_request_name_fkey FOREIGN KEY (name) REFERENCES kinfold.job_name(name);
ALTER TABLE kinfold.job_row ADD CONSTRAINT job_row_pkey PRIMARY KEY (job, "row");
ALTER TABLE kinfold.job_row ADD CONSTRAINT job_row_job_fkey FOREIGN KEY (job) REFERENCES kinfold.job_progress(id);
ALTER TABLE kinfold.name_key ADD CONSTRAINT name_key_pkey PRIMARY KEY (chart, kind, token);
ALTER TABLE kinfold.name_key ADD CONSTRAINT name_key_kind_check CHECK ((kind = ANY (ARRAY['name'::text, 'sound'::text, 'identifier'::text, 'telephone'::text, 'match'::text, 'whole'::text, 'family'::text])));
ALTER TABLE kinfold.name_key ADD CONSTRAINT name_key_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.on_call_shift ADD CONSTRAINT on_call_shift_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.on_call_shift ADD CONSTRAINT on_call_shift_check CHECK (((to_at > from_at) AND (to_at <= (from_at + '14 days'::interval))));
ALTER TABLE kinfold.on_call_shift ADD CONSTRAINT on_call_shift_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.on_call_shift ADD CONSTRAINT on_call_shift_made_by_fkey FOREIGN KEY (made_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.on_call_shift ADD CONSTRAINT on_call_shift_seat_fkey FOREIGN KEY (seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.pack_edition ADD CONSTRAINT pack_edition_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.pack_edition ADD CONSTRAINT pack_edition_calendar_hash_check CHECK ((calendar_hash ~ '^[0-9a-f]{64}$'::text));
ALTER TABLE kinfold.pack_edition ADD CONSTRAINT pack_edition_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
ALTER TABLE kinfold.pack_edition ADD CONSTRAINT pack_edition_programme_check CHECK ((programme = ANY (ARRAY['nj-cmo'::text, 'pa-tcm'::text])));
ALTER TABLE kinfold.parameter_override ADD CONSTRAINT parameter_override_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.parameter_override ADD CONSTRAINT parameter_override_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.parameter_override ADD CONSTRAINT parameter_override_by_seat_fkey FOREIGN KEY (by_seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.passkey ADD CONSTRAINT passkey_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.passkey ADD CONSTRAINT passkey_credential_key UNIQUE (credential);
ALTER TABLE kinfold.passkey ADD CONSTRAINT passkey_person_fkey FOREIGN KEY (person) REFERENCES kinfold.person(id);
ALTER TABLE kinfold.person ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.person ADD CONSTRAINT person_email_key UNIQUE (email);
ALTER TABLE kinfold.person ADD CONSTRAINT person_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'es'::text])));
ALTER TABLE kinfold.recorded_wrongly ADD CONSTRAINT recorded_wrongly_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.recorded_wrongly ADD CONSTRAINT recorded_wrongly_reason_check CHECK ((length(btrim(reason)) >= 3));
ALTER TABLE kinfold.recorded_wrongly ADD CONSTRAINT recorded_wrongly_by_seat_fkey FOREIGN KEY (by_seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.recorded_wrongly ADD CONSTRAINT recorded_wrongly_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.recovery_code ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (person, hash);
ALTER TABLE kinfold.recovery_code ADD CONSTRAINT recovery_code_person_fkey FOREIGN KEY (person) REFERENCES kinfold.person(id);
ALTER TABLE kinfold.referral ADD CONSTRAINT referral_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.referral ADD CONSTRAINT referral_recorded_for_check CHECK ((recorded_for = 'csa'::text));
ALTER TABLE kinfold.referral ADD CONSTRAINT referral_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.referral ADD CONSTRAINT referral_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.referral_assignment ADD CONSTRAINT referral_assignment_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.referral_assignment ADD CONSTRAINT referral_assignment_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'returned'::text])));
ALTER TABLE kinfold.referral_assignment ADD CONSTRAINT referral_assignment_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.referral_assignment ADD CONSTRAINT referral_assignment_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.referral_assignment ADD CONSTRAINT referral_assignment_to_agency_fkey FOREIGN KEY (to_agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.relationship ADD CONSTRAINT relationship_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.relationship ADD CONSTRAINT relationship_check CHECK (((to_day IS NULL) OR (to_day >= from_day)));
ALTER TABLE kinfold.relationship ADD CONSTRAINT relationship_kind_check CHECK ((kind = ANY (ARRAY['accountable'::text, 'cover'::text, 'on-call'::text, 'team-member'::text, 'guardian'::text, 'self'::text, 'court-liaison'::text, 'reviewer'::text, 'family-support'::text])));
ALTER TABLE kinfold.relationship ADD CONSTRAINT relationship_authority_fkey FOREIGN KEY (chart, authority) REFERENCES kinfold.relative(chart, id);
ALTER TABLE kinfold.relationship ADD CONSTRAINT relationship_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.relationship ADD CONSTRAINT relationship_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.relationship ADD CONSTRAINT relationship_given_by_fkey FOREIGN KEY (given_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.relationship ADD CONSTRAINT relationship_seat_fkey FOREIGN KEY (seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.relative ADD CONSTRAINT relative_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.relative ADD CONSTRAINT relative_languages_fit CHECK (((jsonb_typeof(languages) = 'array'::text) AND (NOT jsonb_path_exists(languages, '$[*]?(((((!(exists (@."code")) || @."code" == null && @."words" == null) || @."code" != null && @."words" != null) || @."speaks" == false && @."reads" == false) || @."talk" == true && @."speaks" == false) || @."letters" == true && @."reads" == false)'::jsonpath)) AND (jsonb_array_length(jsonb_path_query_array(languages, '$[*]?(@."talk" == true)'::jsonpath)) <= 1) AND (jsonb_array_length(jsonb_path_query_array(languages, '$[*]?(@."letters" == true)'::jsonpath)) <= 1)));
ALTER TABLE kinfold.relative ADD CONSTRAINT relative_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.review_task ADD CONSTRAINT review_task_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.review_task ADD CONSTRAINT review_task_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.review_task ADD CONSTRAINT review_task_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.saved_filter ADD CONSTRAINT saved_filter_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.saved_filter ADD CONSTRAINT saved_filter_seat_name_key UNIQUE (seat, name);
ALTER TABLE kinfold.saved_filter ADD CONSTRAINT saved_filter_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)));
ALTER TABLE kinfold.saved_filter ADD CONSTRAINT saved_filter_seat_fkey FOREIGN KEY (seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.school ADD CONSTRAINT school_pkey PRIMARY KEY (chart, id);
ALTER TABLE kinfold.school ADD CONSTRAINT school_support_check CHECK ((support = ANY (ARRAY['iep'::text, '504'::text, 'none'::text, 'unknown'::text])));
ALTER TABLE kinfold.school ADD CONSTRAINT school_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);
ALTER TABLE kinfold.seat ADD CONSTRAINT seat_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.seat ADD CONSTRAINT seat_check CHECK (((to_day IS NULL) OR (to_day >= from_day)));
ALTER TABLE kinfold.seat ADD CONSTRAINT seat_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.seat ADD CONSTRAINT seat_capacity_fkey FOREIGN KEY (capacity) REFERENCES kinfold.capacity(code);
ALTER TABLE kinfold.seat ADD CONSTRAINT seat_person_fkey FOREIGN KEY (person) REFERENCES kinfold.person(id);
ALTER TABLE kinfold.seat_preference ADD CONSTRAINT seat_preference_pkey PRIMARY KEY (seat);
ALTER TABLE kinfold.seat_preference ADD CONSTRAINT seat_preference_opens_with_fkey FOREIGN KEY (opens_with) REFERENCES kinfold.saved_filter(id) ON DELETE SET NULL;
ALTER TABLE kinfold.seat_preference ADD CONSTRAINT seat_preference_seat_fkey FOREIGN KEY (seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.second_factor_demand ADD CONSTRAINT second_factor_demand_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.second_factor_demand ADD CONSTRAINT second_factor_demand_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.second_factor_demand ADD CONSTRAINT second_factor_demand_by_seat_fkey FOREIGN KEY (by_seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.service_area ADD CONSTRAINT service_area_pkey PRIMARY KEY (agency, county, from_day);
ALTER TABLE kinfold.service_area ADD CONSTRAINT service_area_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.service_area ADD CONSTRAINT service_area_county_fkey FOREIGN KEY (county) REFERENCES kinfold.county(code);
ALTER TABLE kinfold.session ADD CONSTRAINT session_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.session ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);
ALTER TABLE kinfold.session ADD CONSTRAINT session_person_fkey FOREIGN KEY (person) REFERENCES kinfold.person(id);
ALTER TABLE kinfold.sessions_ended ADD CONSTRAINT sessions_ended_pkey PRIMARY KEY (id);
ALTER TABLE kinfold.sessions_ended ADD CONSTRAINT sessions_ended_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.sessions_ended ADD CONSTRAINT sessions_ended_by_seat_fkey FOREIGN KEY (by_seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.sessions_ended ADD CONSTRAINT sessions_ended_person_fkey FOREIGN KEY (person) REFERENCES kinfold.person(id);
ALTER TABLE kinfold.sign_in_step ADD CONSTRAINT sign_in_step_pkey PRIMARY KEY (token_hash);
ALTER TABLE kinfold.sign_in_step ADD CONSTRAINT sign_in_step_kind_check CHECK ((kind = ANY (ARRAY['second-factor'::text, 'passkey-sign-in'::text, 'passkey-register'::text, 'passkey-prove'::text, 'single-sign-on'::text, 'set-up-factor'::text, 'prove-address'::text])));
ALTER TABLE kinfold.sign_in_step ADD CONSTRAINT sign_in_step_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.sign_in_step ADD CONSTRAINT sign_in_step_person_fkey FOREIGN KEY (person) REFERENCES kinfold.person(id);
ALTER TABLE kinfold.sign_in_step ADD CONSTRAINT sign_in_step_session_fkey FOREIGN KEY (session) REFERENCES kinfold.session(id);
ALTER TABLE kinfold.sign_in_wait ADD CONSTRAINT sign_in_wait_pkey PRIMARY KEY (subject);
ALTER TABLE kinfold.sign_in_wait ADD CONSTRAINT sign_in_wait_kind_check CHECK ((kind = ANY (ARRAY['account'::text, 'address'::text, 'emergency'::text])));
ALTER TABLE kinfold.single_sign_on ADD CONSTRAINT single_sign_on_pkey PRIMARY KEY (agency);
ALTER TABLE kinfold.single_sign_on ADD CONSTRAINT single_sign_on_agency_fkey FOREIGN KEY (agency) REFERENCES kinfold.agency(id);
ALTER TABLE kinfold.single_sign_on ADD CONSTRAINT single_sign_on_set_by_fkey FOREIGN KEY (set_by) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.single_sign_on_link ADD CONSTRAINT single_sign_on_link_pkey PRIMARY KEY (issuer, subject);
ALTER TABLE kinfold.single_sign_on_link ADD CONSTRAINT single_sign_on_link_person_fkey FOREIGN KEY (person) REFERENCES kinfold.person(id);
ALTER TABLE kinfold.supervision ADD CONSTRAINT supervision_pkey PRIMARY KEY (seat, supervisor, from_day);
ALTER TABLE kinfold.supervision ADD CONSTRAINT supervision_seat_fkey FOREIGN KEY (seat) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.supervision ADD CONSTRAINT supervision_supervisor_fkey FOREIGN KEY (supervisor) REFERENCES kinfold.seat(id);
ALTER TABLE kinfold.totp ADD CONSTRAINT totp_pkey PRIMARY KEY (person);
ALTER TABLE kinfold.totp ADD CONSTRAINT totp_person_fkey FOREIGN KEY (person) REFERENCES kinfold.person(id);
ALTER TABLE kinfold.write ADD CONSTRAINT write_pkey PRIMARY KEY (person, id);
ALTER TABLE kinfold.youth ADD CONSTRAINT youth_pkey PRIMARY KEY (chart);
ALTER TABLE kinfold.youth ADD CONSTRAINT youth_languages_fit CHECK (((jsonb_typeof(languages) = 'array'::text) AND (NOT jsonb_path_exists(languages, '$[*]?(((((!(exists (@."code")) || @."code" == null && @."words" == null) || @."code" != null && @."words" != null) || @."speaks" == false && @."reads" == false) || @."talk" == true && @."speaks" == false) || @."letters" == true && @."reads" == false)'::jsonpath)) AND (jsonb_array_length(jsonb_path_query_array(languages, '$[*]?(@."talk" == true)'::jsonpath)) <= 1) AND (jsonb_array_length(jsonb_path_query_array(languages, '$[*]?(@."letters" == true)'::jsonpath)) <= 1)));
ALTER TABLE kinfold.youth ADD CONSTRAINT youth_chart_fkey FOREIGN KEY (chart) REFERENCES kinfold.chart(id);

-- Indexes
CREATE INDEX absence_cover ON kinfold.absence USING btree (cover);
CREATE INDEX absence_seat ON kinfold.absence USING btree (seat);
CREATE INDEX agency_duty_open ON kinfold.agency_duty USING btree (agency, due) WHERE (state = ANY (ARRAY['open'::text, 'partial'::text, 'delegated'::text]));
CREATE UNIQUE INDEX agency_fact_superseded_once ON kinfold.agency_fact USING btree (id, supersedes) WHERE (supersedes IS NOT NULL);
CREATE INDEX audit_event_chart ON ONLY kinfold.audit_event USING btree (chart, at);
CREATE INDEX audit_event_person ON ONLY kinfold.audit_event USING btree (person, holder, id) WHERE (holder IS NOT NULL);
CREATE INDEX audit_event_refused ON ONLY kinfold.audit_event USING btree (id) WHERE (outcome = 'refused'::text);
CREATE INDEX audit_event_shown ON ONLY kinfold.audit_event USING gin (((details -> 'charts'::text)) jsonb_path_ops) WHERE (details ? 'charts'::text);
CREATE INDEX audit_event_tx ON ONLY kinfold.audit_event USING btree (era, tx, id);
CREATE UNIQUE INDEX audit_redaction_once ON kinfold.audit_redaction USING btree (event);
CREATE INDEX audit_seal_range ON kinfold.audit_seal USING btree (era, from_tx);
CREATE INDEX chart_evaluated ON kinfold.chart USING btree (holder, evaluated_with);
CREATE INDEX chart_holder_stage ON kinfold.chart USING btree (holder, stage);
CREATE INDEX chart_under_way_elsewhere ON kinfold.chart USING btree (agency) WHERE ((agency <> holder) AND (stage = ANY (ARRAY['referred'::text, 'to-assign'::text, 'assigned'::text, 'accepted'::text])));
CREATE INDEX chart_left_agency ON kinfold.chart_left USING btree (agency, left_at DESC);
CREATE UNIQUE INDEX chart_link_one_open ON kinfold.chart_link USING btree (chart, other, kind) WHERE (undone_at IS NULL);
CREATE INDEX chart_link_other ON kinfold.chart_link USING btree (other) WHERE (undone_at IS NULL);
CREATE UNIQUE INDEX contact_amended_once ON kinfold.contact USING btree (chart, supersedes) WHERE (supersedes IS NOT NULL);
CREATE INDEX contact_by_day ON kinfold.contact USING btree (chart, on_day DESC);
CREATE INDEX duty_owed_by_chart ON kinfold.duty USING btree (chart, due) WHERE (state = ANY (ARRAY['open'::text, 'partial'::text, 'delegated'::text, 'impossible'::text]));
CREATE INDEX duty_decision_handed_to ON kinfold.duty_decision USING btree (to_seat) WHERE (kind = 'delegated'::text);
CREATE INDEX emergency_access_open ON kinfold.emergency_access USING btree (seat, to_at);
CREATE INDEX emergency_access_to_review ON kinfold.emergency_access USING btree (agency, from_at) WHERE (reviewed_at IS NULL);
CREATE UNIQUE INDEX enrolment_one_open ON kinfold.enrolment USING btree (chart) WHERE ((ended_on IS NULL) AND (wrong IS NULL));
CREATE INDEX fact_contact_made ON kinfold.fact USING btree (chart, on_day) WHERE (kind = 'contact.made'::text);
CREATE UNIQUE INDEX fact_superseded_once ON kinfold.fact USING btree (chart, supersedes) WHERE (supersedes IS NOT NULL);
CREATE INDEX fhir_resource_chart ON kinfold.fhir_resource USING btree (chart);
CREATE INDEX invitation_person ON kinfold.invitation USING btree (person);
CREATE INDEX job_progress_agency ON kinfold.job_progress USING btree (agency, asked_at DESC);
CREATE INDEX name_key_lookup ON kinfold.name_key USING btree (holder, kind, token, chart);
CREATE INDEX name_key_statewide ON kinfold.name_key USING btree (kind, token, chart);
CREATE INDEX on_call_shift_agency ON kinfold.on_call_shift USING btree (agency, to_at) WHERE (cancelled_at IS NULL);
CREATE INDEX on_call_shift_seat ON kinfold.on_call_shift USING btree (seat, to_at) WHERE (cancelled_at IS NULL);
CREATE INDEX pack_edition_newest ON kinfold.pack_edition USING btree (pack, id DESC);
CREATE INDEX parameter_override_agency ON kinfold.parameter_override USING btree (agency, from_day) WHERE (ended_at IS NULL);
CREATE INDEX passkey_person ON kinfold.passkey USING btree (person);
CREATE INDEX person_by_last_name ON kinfold.person USING btree (kinfold.folded_name(split_part(name, ' '::text, '-1'::integer)) COLLATE "C");
CREATE INDEX person_by_name ON kinfold.person USING btree (kinfold.folded_name(name) COLLATE "C");
CREATE UNIQUE INDEX person_email_folded ON kinfold.person USING btree (lower(email));
CREATE UNIQUE INDEX referral_external ON kinfold.referral USING btree (source, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX referral_received ON kinfold.referral USING btree (holder, received_at);
CREATE INDEX referral_recorded_by ON kinfold.referral USING btree (registered_by) WHERE (recorded_for IS NOT NULL);
CREATE UNIQUE INDEX referral_assignment_one_open ON kinfold.referral_assignment USING btree (chart) WHERE (state = 'offered'::text);
CREATE INDEX relationship_accountable ON kinfold.relationship USING btree (holder) INCLUDE (chart, seat) WHERE ((kind = 'accountable'::text) AND (to_day IS NULL));
CREATE UNIQUE INDEX relationship_given_once ON kinfold.relationship USING btree (chart, seat, kind) WHERE ((kind <> ALL (ARRAY['accountable'::text, 'cover'::text, 'on-call'::text])) AND (to_day IS NULL) AND (ended_at IS NULL));
CREATE INDEX relationship_named_by ON kinfold.relationship USING btree (given_by, from_day) WHERE (kind = 'accountable'::text);
CREATE UNIQUE INDEX relationship_one_accountable ON kinfold.relationship USING btree (chart) WHERE ((kind = 'accountable'::text) AND (to_day IS NULL));
CREATE INDEX relationship_seat ON kinfold.relationship USING btree (seat, kind) WHERE (to_day IS NULL);
CREATE INDEX relationship_seat_ending ON kinfold.relationship USING btree (seat, to_day) WHERE ((to_day IS NOT NULL) AND (ended_at IS NULL));
CREATE INDEX relationship_was_accountable ON kinfold.relationship USING btree (seat, chart, to_day) WHERE ((kind = 'accountable'::text) AND (to_day IS NOT NULL) AND (ended_at IS NULL));
CREATE INDEX review_task_open ON kinfold.review_task USING btree (holder, opened_at) WHERE (settled_at IS NULL);
CREATE INDEX seat_agency ON kinfold.seat USING btree (agency);
CREATE INDEX seat_person ON kinfold.seat USING btree (person);
CREATE INDEX second_factor_demand_agency ON kinfold.second_factor_demand USING btree (agency, from_day);
CREATE INDEX session_person ON kinfold.session USING btree (person) WHERE (ended_at IS NULL);
CREATE INDEX sessions_ended_agency ON kinfold.sessions_ended USING btree (agency, at);
CREATE INDEX sign_in_step_expires ON kinfold.sign_in_step USING btree (expires_at);
CREATE UNIQUE INDEX single_sign_on_link_person ON kinfold.single_sign_on_link USING btree (person, issuer);
CREATE INDEX supervision_supervisor ON kinfold.supervision USING btree (supervisor);

-- Triggers
CREATE TRIGGER idle_minutes AFTER UPDATE OF idle_minutes ON kinfold.agency FOR EACH ROW WHEN ((old.idle_minutes IS DISTINCT FROM new.idle_minutes)) EXECUTE FUNCTION kinfold.sessions_follow_agency();
CREATE TRIGGER fact_codes_only BEFORE INSERT ON kinfold.agency_fact FOR EACH ROW WHEN ((jsonb_path_exists(new.data, 'strict $.**?(@.type() == "string" && !(@ like_regex "^[-A-Za-z0-9_.:#/@]{1,120}$"))'::jsonpath) OR jsonb_path_exists(new.data, 'strict $.**?(@.type() == "object").keyvalue()?(!(@."key" like_regex "^[-A-Za-z0-9_.:#/@]{1,120}$"))'::jsonpath))) EXECUTE FUNCTION kinfold.refuse_words();
CREATE TRIGGER audit_fill BEFORE INSERT ON kinfold.audit_event FOR EACH ROW EXECUTE FUNCTION kinfold.audit_fill();
CREATE TRIGGER keep_earlier_version BEFORE UPDATE ON kinfold.contact_point FOR EACH ROW EXECUTE FUNCTION kinfold.keep_earlier_version();
CREATE TRIGGER keep_earlier_version BEFORE UPDATE ON kinfold.coverage FOR EACH ROW EXECUTE FUNCTION kinfold.keep_earlier_version();
CREATE TRIGGER fact_codes_only BEFORE INSERT ON kinfold.fact FOR EACH ROW WHEN ((((length((new.data)::text) > 120) OR ((new.data)::text !~ '^([][{},: ]|"[-A-Za-z0-9_.:#/@]+"|[-+0-9.eE]+|true|false|null)*$'::text)) AND (jsonb_path_exists(new.data, 'strict $.**?(@.type() == "string" && !(@ like_regex "^[-A-Za-z0-9_.:#/@]{1,120}$"))'::jsonpath) OR jsonb_path_exists(new.data, 'strict $.**?(@.type() == "object").keyvalue()?(!(@."key" like_regex "^[-A-Za-z0-9_.:#/@]{1,120}$"))'::jsonpath)))) EXECUTE FUNCTION kinfold.refuse_words();
CREATE TRIGGER forget_fact_pages AFTER DELETE OR UPDATE OF chart, seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws ON kinfold.fact FOR EACH ROW EXECUTE FUNCTION kinfold.forget_fact_pages();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON kinfold.pack_edition FOR EACH ROW EXECUTE FUNCTION kinfold.refuse_change();
CREATE TRIGGER keep_earlier_version BEFORE UPDATE ON kinfold.relative FOR EACH ROW EXECUTE FUNCTION kinfold.keep_earlier_version();
CREATE TRIGGER keep_earlier_version BEFORE UPDATE ON kinfold.school FOR EACH ROW EXECUTE FUNCTION kinfold.keep_earlier_version();
CREATE TRIGGER idle_minutes AFTER INSERT OR UPDATE OF agency, to_day ON kinfold.seat FOR EACH ROW EXECUTE FUNCTION kinfold.sessions_follow_seat();
CREATE TRIGGER seat_held_once BEFORE INSERT OR UPDATE OF person, agency, capacity, from_day, to_day ON kinfold.seat FOR EACH ROW EXECUTE FUNCTION kinfold.seat_held_once();
CREATE TRIGGER idle_minutes BEFORE INSERT ON kinfold.session FOR EACH ROW WHEN (new.at_screen) EXECUTE FUNCTION kinfold.session_idle_minutes();
CREATE TRIGGER keep_earlier_version BEFORE UPDATE ON kinfold.youth FOR EACH ROW EXECUTE FUNCTION kinfold.keep_earlier_version();

-- Policies
CREATE POLICY colleagues ON kinfold.absence AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((EXISTS ( SELECT 1
   FROM kinfold.seat s
  WHERE (s.id = absence.seat))));
CREATE POLICY own_agency ON kinfold.agency_duty AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((agency = ( SELECT kinfold.scope_agency() AS scope_agency)));
CREATE POLICY own_agency ON kinfold.agency_fact AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((agency = ( SELECT kinfold.scope_agency() AS scope_agency)));
CREATE POLICY own_agency ON kinfold.agency_subject AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((agency = ( SELECT kinfold.scope_agency() AS scope_agency)));
CREATE POLICY keepers_add ON kinfold.agreement AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_staff
  WITH CHECK (((agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND (( SELECT (kinfold.scope_actor() ->> 'capacity'::text)) = ANY (ARRAY['administrator'::text, 'supervisor'::text, 'agency-lead'::text]))));
CREATE POLICY own_agency ON kinfold.agreement AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((agency = ( SELECT kinfold.scope_agency() AS scope_agency)));
CREATE POLICY charts_reads ON kinfold.alert AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.alert AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.alert AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.alert AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY family_reads ON kinfold.alert AS PERMISSIVE FOR SELECT TO kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_family() AS scope_family)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY not_wrong ON kinfold.alert AS RESTRICTIVE FOR SELECT TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((wrong IS NULL));
CREATE POLICY staff_reads ON kinfold.alert AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY privacy_officer_reads ON kinfold.audit_redaction AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND (( SELECT (kinfold.scope_actor() ->> 'capacity'::text)) = 'privacy-officer'::text)));
CREATE POLICY charts_reads ON kinfold.chart AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_person
  USING (((id = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.chart AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((id = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND (holder = ( SELECT kinfold.scope_agency() AS scope_agency)) AND (programme = ( SELECT (kinfold.scope_actor() ->> 'programme'::text)))));
CREATE POLICY command_changes ON kinfold.chart AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((id = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY engine_writes ON kinfold.chart AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((id = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((id = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY staff_reads ON kinfold.chart AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY both_among_mine ON kinfold.chart_link AS RESTRICTIVE FOR SELECT TO kinfold_assigned, kinfold_person
  USING ((other = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])));
CREATE POLICY both_reached ON kinfold.chart_link AS RESTRICTIVE FOR SELECT TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_agency() AS scope_agency)) OR (EXISTS ( SELECT 1
   FROM kinfold.chart c
  WHERE (c.id = chart_link.other)))));
CREATE POLICY charts_reads ON kinfold.chart_link AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.chart_link AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.chart_link AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.chart_link AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY registrar_reads ON kinfold.chart_link AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_registrar() AS scope_registrar)) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY registrar_undoes ON kinfold.chart_link AS PERMISSIVE FOR UPDATE TO kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_registrar() AS scope_registrar)) AND (chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY staff_reads ON kinfold.chart_link AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY charts_reads ON kinfold.consent AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.consent AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.consent AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.consent AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY family_reads ON kinfold.consent AS PERMISSIVE FOR SELECT TO kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_family() AS scope_family)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY not_wrong ON kinfold.consent AS RESTRICTIVE FOR SELECT TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((wrong IS NULL));
CREATE POLICY staff_reads ON kinfold.consent AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY charts_reads ON kinfold.contact AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND (withdrawn_at IS NULL)));
CREATE POLICY command_adds ON kinfold.contact AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.contact AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.contact AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY family_reads ON kinfold.contact AS PERMISSIVE FOR SELECT TO kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_family() AS scope_family)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND (withdrawn_at IS NULL)));
CREATE POLICY own_hand ON kinfold.contact AS RESTRICTIVE FOR INSERT TO kinfold_assigned, kinfold_staff
  WITH CHECK ((signed_by = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)));
CREATE POLICY staff_reads ON kinfold.contact AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND (withdrawn_at IS NULL)));
CREATE POLICY charts_reads ON kinfold.contact_point AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.contact_point AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.contact_point AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.contact_point AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY not_wrong ON kinfold.contact_point AS RESTRICTIVE FOR SELECT TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((wrong IS NULL));
CREATE POLICY shared_reads ON kinfold.contact_point AS PERMISSIVE FOR SELECT TO kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND (NOT confidential) AND ('team'::text = ANY (share_with))));
CREATE POLICY staff_reads ON kinfold.contact_point AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.court_order AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[]))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.court_order AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY family_reads ON kinfold.court_order AS PERMISSIVE FOR SELECT TO kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_family() AS scope_family)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY not_wrong ON kinfold.court_order AS RESTRICTIVE FOR SELECT TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((wrong IS NULL));
CREATE POLICY with_chart ON kinfold.court_order AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND (EXISTS ( SELECT 1
   FROM kinfold.chart c
  WHERE (c.id = court_order.chart)))));
CREATE POLICY charts_reads ON kinfold.coverage AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.coverage AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.coverage AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.coverage AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY not_wrong ON kinfold.coverage AS RESTRICTIVE FOR SELECT TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((wrong IS NULL));
CREATE POLICY staff_reads ON kinfold.coverage AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY same_programme ON kinfold.directory_change AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((agency IN ( SELECT a.id
   FROM kinfold.agency a
  WHERE (a.programme = ( SELECT (kinfold.scope_actor() ->> 'programme'::text))))));
CREATE POLICY own_drafts ON kinfold.draft AS PERMISSIVE FOR ALL TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((seat = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)))
  WITH CHECK ((seat = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)));
CREATE POLICY charts_reads ON kinfold.duty AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.duty AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.duty AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.duty AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY family_reads ON kinfold.duty AS PERMISSIVE FOR SELECT TO kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_family() AS scope_family)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY staff_reads ON kinfold.duty AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY charts_reads ON kinfold.duty_decision AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.duty_decision AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.duty_decision AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.duty_decision AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY family_reads ON kinfold.duty_decision AS PERMISSIVE FOR SELECT TO kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_family() AS scope_family)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY own_hand ON kinfold.duty_decision AS RESTRICTIVE FOR INSERT TO kinfold_assigned, kinfold_staff
  WITH CHECK (((by_seat = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)) AND ((to_seat IS NULL) OR kinfold.seat_is_of(to_seat, holder))));
CREATE POLICY staff_reads ON kinfold.duty_decision AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY with_chart ON kinfold.earlier_version AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND (EXISTS ( SELECT 1
   FROM kinfold.chart c
  WHERE (c.id = earlier_version.chart)))));
CREATE POLICY charts_reads ON kinfold.eligibility_decision AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.eligibility_decision AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.eligibility_decision AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.eligibility_decision AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY own_hand ON kinfold.eligibility_decision AS RESTRICTIVE FOR INSERT TO kinfold_assigned, kinfold_staff
  WITH CHECK ((by_seat = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)));
CREATE POLICY registrar_reads ON kinfold.eligibility_decision AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_registrar() AS scope_registrar)) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY staff_reads ON kinfold.eligibility_decision AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY own_emergencies ON kinfold.emergency_access AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((seat = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)));
CREATE POLICY charts_reads ON kinfold.enrolment AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.enrolment AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.enrolment AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.enrolment AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY not_wrong ON kinfold.enrolment AS RESTRICTIVE FOR SELECT TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((wrong IS NULL));
CREATE POLICY staff_reads ON kinfold.enrolment AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY charts_reads ON kinfold.fact AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.fact AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.fact AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.fact AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY family_reads ON kinfold.fact AS PERMISSIVE FOR SELECT TO kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_family() AS scope_family)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY staff_reads ON kinfold.fact AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY engine_writes ON kinfold.fact_page AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY command_adds ON kinfold.fhir_resource AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY own_agency ON kinfold.fhir_resource AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY charts_reads ON kinfold.identifier AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.identifier AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.identifier AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.identifier AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY staff_reads ON kinfold.identifier AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY own_agency ON kinfold.import_batch AS PERMISSIVE FOR ALL TO kinfold_assigned, kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ('general'::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))))
  WITH CHECK ((agency = ( SELECT kinfold.scope_agency() AS scope_agency)));
CREATE POLICY own_agency ON kinfold.import_batch_file AS PERMISSIVE FOR ALL TO kinfold_assigned, kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ('general'::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))))
  WITH CHECK ((agency = ( SELECT kinfold.scope_agency() AS scope_agency)));
CREATE POLICY own_agency ON kinfold.import_row AS PERMISSIVE FOR ALL TO kinfold_assigned, kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ('general'::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))))
  WITH CHECK ((agency = ( SELECT kinfold.scope_agency() AS scope_agency)));
CREATE POLICY own_work ON kinfold.job_progress AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND (by_seat = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid))));
CREATE POLICY own_agency ON kinfold.job_row AS PERMISSIVE FOR ALL TO kinfold_assigned, kinfold_staff
  USING ((agency = ( SELECT kinfold.scope_agency() AS scope_agency)))
  WITH CHECK ((agency = ( SELECT kinfold.scope_agency() AS scope_agency)));
CREATE POLICY charts_reads ON kinfold.name_key AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.name_key AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.name_key AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.name_key AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY staff_reads ON kinfold.name_key AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY colleagues ON kinfold.on_call_shift AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((agency = ( SELECT kinfold.scope_agency() AS scope_agency)));
CREATE POLICY own_programme ON kinfold.pack_edition AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((programme = ( SELECT (kinfold.scope_actor() ->> 'programme'::text))));
CREATE POLICY deciders ON kinfold.parameter_override AS RESTRICTIVE FOR INSERT TO kinfold_assigned, kinfold_staff
  WITH CHECK (((( SELECT (kinfold.scope_actor() ->> 'capacity'::text)) = ANY (ARRAY['agency-lead'::text, 'administrator'::text, 'quality'::text])) AND (by_seat = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid))));
CREATE POLICY deciders_change ON kinfold.parameter_override AS RESTRICTIVE FOR UPDATE TO kinfold_assigned, kinfold_staff
  USING ((( SELECT (kinfold.scope_actor() ->> 'capacity'::text)) = ANY (ARRAY['agency-lead'::text, 'administrator'::text, 'quality'::text])));
CREATE POLICY own_agency ON kinfold.parameter_override AS PERMISSIVE FOR ALL TO kinfold_assigned, kinfold_staff
  USING ((agency = ( SELECT kinfold.scope_agency() AS scope_agency)))
  WITH CHECK ((agency = ( SELECT kinfold.scope_agency() AS scope_agency)));
CREATE POLICY command_adds ON kinfold.recorded_wrongly AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY own_hand ON kinfold.recorded_wrongly AS RESTRICTIVE FOR INSERT TO kinfold_assigned, kinfold_staff
  WITH CHECK ((by_seat = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)));
CREATE POLICY with_chart ON kinfold.recorded_wrongly AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND (EXISTS ( SELECT 1
   FROM kinfold.chart c
  WHERE (c.id = recorded_wrongly.chart)))));
CREATE POLICY charts_reads ON kinfold.referral AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.referral AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.referral AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.referral AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY own_hand ON kinfold.referral AS RESTRICTIVE FOR INSERT TO kinfold_assigned, kinfold_staff
  WITH CHECK ((registered_by = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)));
CREATE POLICY registrar_reads ON kinfold.referral AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_registrar() AS scope_registrar)) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY staff_reads ON kinfold.referral AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY answered_once ON kinfold.referral_assignment AS RESTRICTIVE FOR UPDATE TO kinfold_assigned, kinfold_staff
  USING (((state = 'offered'::text) OR ((state = 'accepted'::text) AND (EXISTS ( SELECT 1
   FROM kinfold.chart c
  WHERE ((c.id = referral_assignment.chart) AND (c.stage = 'accepted'::text)))))))
  WITH CHECK (((answered_by = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)) AND (state = ANY (ARRAY['accepted'::text, 'returned'::text]))));
CREATE POLICY charts_reads ON kinfold.referral_assignment AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.referral_assignment AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.referral_assignment AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.referral_assignment AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY registrar_reads ON kinfold.referral_assignment AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_registrar() AS scope_registrar)) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY staff_reads ON kinfold.referral_assignment AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY charts_reads ON kinfold.relationship AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.relationship AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.relationship AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY ended_once ON kinfold.relationship AS RESTRICTIVE FOR UPDATE TO kinfold_assigned, kinfold_staff
  USING (((kind = ANY (ARRAY['accountable'::text, 'cover'::text, 'on-call'::text])) OR (ended_at IS NULL)))
  WITH CHECK (((kind = ANY (ARRAY['accountable'::text, 'cover'::text, 'on-call'::text])) OR ((ended_by = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)) AND (length(btrim(end_reason)) >= 3))));
CREATE POLICY engine_writes ON kinfold.relationship AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY own_hand ON kinfold.relationship AS RESTRICTIVE FOR INSERT TO kinfold_assigned, kinfold_staff
  WITH CHECK (
CASE
    WHEN (kind = ANY (ARRAY['accountable'::text, 'cover'::text, 'on-call'::text])) THEN kinfold.seat_is_of(seat, holder)
    ELSE ((given_by = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)) AND (length(btrim(reason)) >= 3) AND ((kind <> 'guardian'::text) OR (authority IS NOT NULL)) AND kinfold.may_be_related(chart, seat, kind))
END);
CREATE POLICY staff_reads ON kinfold.relationship AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY charts_reads ON kinfold.relative AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.relative AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.relative AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.relative AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY not_wrong ON kinfold.relative AS RESTRICTIVE FOR SELECT TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((wrong IS NULL));
CREATE POLICY staff_reads ON kinfold.relative AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY both_among_mine ON kinfold.review_task AS RESTRICTIVE FOR SELECT TO kinfold_assigned
  USING (((code <> 'likely-duplicate'::text) OR (NOT (detail ? 'chart'::text)) OR ((detail ->> 'chart'::text) = ANY (( SELECT (kinfold.scope_charts())::text[] AS scope_charts)::text[]))));
CREATE POLICY charts_reads ON kinfold.review_task AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.review_task AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.review_task AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.review_task AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY own_match ON kinfold.review_task AS RESTRICTIVE FOR SELECT TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((code <> 'likely-duplicate'::text) OR (agency = ( SELECT kinfold.scope_agency() AS scope_agency))));
CREATE POLICY registrar_reads ON kinfold.review_task AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((agency = ( SELECT kinfold.scope_registrar() AS scope_registrar)) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY settled_once ON kinfold.review_task AS RESTRICTIVE FOR UPDATE TO kinfold_assigned, kinfold_staff
  USING ((settled_at IS NULL))
  WITH CHECK ((settled_by = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)));
CREATE POLICY staff_reads ON kinfold.review_task AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY own_filters ON kinfold.saved_filter AS PERMISSIVE FOR ALL TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((seat = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)))
  WITH CHECK ((seat = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)));
CREATE POLICY shared_filters ON kinfold.saved_filter AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((shared AND (seat = ANY (( SELECT kinfold.scope_teammates() AS scope_teammates)::uuid[]))));
CREATE POLICY charts_reads ON kinfold.school AS PERMISSIVE FOR SELECT TO kinfold_assigned
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.school AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.school AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.school AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY family_reads ON kinfold.school AS PERMISSIVE FOR SELECT TO kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_family() AS scope_family)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY not_wrong ON kinfold.school AS RESTRICTIVE FOR SELECT TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((wrong IS NULL));
CREATE POLICY staff_reads ON kinfold.school AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_agencies() AS scope_agencies)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY colleagues ON kinfold.seat AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((agency = ANY (array_append(( SELECT kinfold.scope_intake() AS scope_intake), ( SELECT kinfold.scope_agency() AS scope_agency)))));
CREATE POLICY own_preference ON kinfold.seat_preference AS PERMISSIVE FOR ALL TO kinfold_assigned, kinfold_person, kinfold_staff
  USING ((seat = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)))
  WITH CHECK ((seat = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)));
CREATE POLICY colleagues ON kinfold.supervision AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_staff
  USING ((EXISTS ( SELECT 1
   FROM kinfold.seat s
  WHERE (s.id = supervision.seat))));
CREATE POLICY charts_reads ON kinfold.youth AS PERMISSIVE FOR SELECT TO kinfold_assigned, kinfold_person
  USING (((chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));
CREATE POLICY command_adds ON kinfold.youth AS PERMISSIVE FOR INSERT TO kinfold_assigned, kinfold_person, kinfold_staff
  WITH CHECK (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND (agency = ( SELECT kinfold.scope_agency() AS scope_agency)) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])) OR (holder = ( SELECT kinfold.scope_agency() AS scope_agency))) AND kinfold.labels_fit(chart, holder, programme)));
CREATE POLICY command_changes ON kinfold.youth AS PERMISSIVE FOR UPDATE TO kinfold_assigned, kinfold_person, kinfold_staff
  USING (((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[])) AND ((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) OR (chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[])))));
CREATE POLICY engine_writes ON kinfold.youth AS PERMISSIVE FOR ALL TO kinfold_engine
  USING ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])))
  WITH CHECK ((chart = ANY (( SELECT kinfold.scope_command() AS scope_command)::uuid[])));
CREATE POLICY staff_reads ON kinfold.youth AS PERMISSIVE FOR SELECT TO kinfold_staff
  USING (((holder = ANY (( SELECT kinfold.scope_intake() AS scope_intake)::integer[])) AND ((category)::text = ANY (( SELECT kinfold.scope_categories() AS scope_categories)::text[]))));

-- Views
CREATE VIEW kinfold.seat_holder WITH (security_barrier=true) AS
 SELECT s.id AS seat,
    s.person,
    p.name,
    s.capacity,
    s.agency,
    s.title,
    s.from_day,
    s.to_day
   FROM (kinfold.seat s
     JOIN kinfold.person p ON ((p.id = s.person)))
  WHERE ((s.agency = ANY (( SELECT kinfold.scope_colleagues() AS scope_colleagues)::integer[])) OR (s.id = ( SELECT ((kinfold.scope_actor() ->> 'seat'::text))::uuid AS uuid)) OR (EXISTS ( SELECT 1
           FROM kinfold.relationship r
          WHERE ((r.seat = s.id) AND (r.chart = ANY (( SELECT kinfold.scope_charts() AS scope_charts)::uuid[]))))));

-- Functions
CREATE OR REPLACE FUNCTION kinfold.add_keys(p_keys jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  held uuid[] := scope_command();
begin
  if exists (select 1 from jsonb_to_recordset(p_keys) as k (chart uuid) where k.chart <> all (held)) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  insert into name_key (chart, agency, holder, programme, kind, token)
  select c.id, c.agency, c.holder, c.programme, k.kind, k.token
  from jsonb_to_recordset(p_keys) as k (chart uuid, kind text, token text) join chart c on c.id = k.chart
  on conflict do nothing;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.agency_known(p_id uuid)
 RETURNS json
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
  select json_build_object(
    'facts', (select coalesce(json_agg(json_build_array(seq, recorded_at, kind, on_day, null, data, 'general', supersedes, withdraws) order by seq), '[]')
      from agency_fact where id = p_id),
    'duties', (select coalesce(json_agg(json_build_array(key, state, 'general', said)), '[]') from agency_duty where id = p_id))
$function$
;
CREATE OR REPLACE FUNCTION kinfold.answers_for(p_seat uuid, p_today date)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  return array(select distinct v.seat from supervision v
    where v.supervisor = any (array_append(array(select a.seat from absence a where a.cover = p_seat and p_today between a.from_day and a.to_day), p_seat))
      and v.from_day <= p_today and (v.to_day is null or v.to_day >= p_today));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.append_audit(p_operation text, p_outcome text, p_chart uuid, p_details jsonb DEFAULT '{}'::jsonb, p_category text DEFAULT 'general'::text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := kinfold.scope_actor();
  v_id bigint;
begin
  if a is null then raise exception 'nobody entered this transaction' using errcode = 'insufficient_privilege'; end if;
  insert into audit_event (person, seat, session, capacity, agency, programme, holder, chart, category, operation, outcome, details, digest, era)
  values ((a ->> 'person')::uuid, (a ->> 'seat')::uuid, (a ->> 'session')::uuid, coalesce(a ->> 'capacity', a ->> 'system'), (a ->> 'agency')::integer,
    a ->> 'programme', (select c.holder from chart c where c.id = p_chart), p_chart, p_category, p_operation, p_outcome,
    case when a ? 'system' then p_details || jsonb_build_object('system', a ->> 'system') else p_details end, '',
    (select coalesce(max(era), 1) from audit_era))
  returning id into v_id;
  return v_id;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.append_looks(p_looks jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  insert into audit_event (person, seat, session, capacity, agency, programme, holder, chart, operation, outcome, details, digest, era)
  select coalesce(l.person, s.person), coalesce(l.seat, s.seat), coalesce(l.session, s.session), coalesce(l.capacity, s.capacity),
    coalesce(l.agency, s.agency), coalesce(l.programme, s.programme), (select c.holder from chart c where c.id = l.chart), l.chart, l.operation, l.outcome,
    l.details, '', (select coalesce(max(era), 1) from audit_era)
  from jsonb_to_recordset(p_looks) as l (person uuid, seat uuid, session uuid, capacity text, agency integer, programme text, chart uuid,
    operation text, outcome text, details jsonb, token text, "asSeat" uuid)
  left join lateral (
    select s.id as session, s.person, t.id as seat, t.capacity, t.agency, g.programme
    from session s left join seat t on t.id = l."asSeat" and t.person = s.person left join agency g on g.id = t.agency
    where l.person is null and s.token_hash = decode(l.token, 'hex') limit 1) s on true;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.ask_job(p_id uuid, p_name text, p_total integer, p_data jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
  v_session uuid := gen_random_uuid();
  v_key bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || clock_timestamp()::text, 'UTF8'));
begin
  if a ->> 'person' is null then raise exception 'nobody entered this transaction' using errcode = 'insufficient_privilege'; end if;
  insert into session (id, token_hash, person, ends_at, device)
  values (v_session, v_key, (a ->> 'person')::uuid, now() + interval '1 day', 'Background work');
  insert into job_progress (id, name, agency, programme, by_seat, session, total)
  values (p_id, p_name, (a ->> 'agency')::integer, a ->> 'programme', (a ->> 'seat')::uuid, v_session, p_total);
  insert into job_request (name, data)
  values (p_name, p_data || jsonb_build_object('job', p_id, 'seat', a ->> 'seat', 'key', encode(v_key, 'hex')));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.audit_digest(p_salt bytea, p_at timestamp with time zone, p_person uuid, p_seat uuid, p_chart uuid, p_operation text, p_outcome text, p_details jsonb)
 RETURNS bytea
 LANGUAGE sql
 STABLE
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
  select sha256(p_salt || convert_to(concat_ws('|', extract(epoch from p_at)::text, coalesce(p_person::text, ''), coalesce(p_seat::text, ''),
    coalesce(p_chart::text, ''), p_operation, p_outcome, p_details::text), 'UTF8'))
$function$
;
CREATE OR REPLACE FUNCTION kinfold.audit_fill()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  new.digest := sha256(new.salt || convert_to(concat_ws('|', extract(epoch from new.at)::text, coalesce(new.person::text, ''), coalesce(new.seat::text, ''),
    coalesce(new.chart::text, ''), new.operation, new.outcome, new.details::text), 'UTF8'));
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.audit_trail(p_filter jsonb)
 RETURNS TABLE(id bigint, at timestamp with time zone, person uuid, name text, capacity text, operation text, outcome text, chart uuid, chart_number bigint, details jsonb, sealed boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  v_from timestamptz := (p_filter ->> 'from')::date::timestamp at time zone (a ->> 'zone');
  v_before timestamptz := ((p_filter ->> 'to')::date + 1)::timestamp at time zone (a ->> 'zone');
  v_number bigint := (p_filter ->> 'number')::bigint;
  v_chart uuid := (p_filter ->> 'chart')::uuid;
  v_person uuid := (p_filter ->> 'person')::uuid;
  v_elsewhere boolean := v_person is not null and not exists (select 1 from seat t where t.person = v_person and t.agency = v_agency);
  v_shown jsonb;
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'the audit trail is the privacy officer''s' using errcode = 'KF403';
  end if;
  if v_number is not null then
    select c.id into v_chart from chart c where c.number = v_number and (v_chart is null or c.id = v_chart);
    if not found then return; end if;
  end if;
  v_shown := jsonb_build_array(v_chart);
  return query
    select e.id, e.at, e.person, p.name, e.capacity, e.operation, e.outcome, e.chart, c.number,
      case when e.agency = v_agency or e.holder = v_agency then e.details else jsonb_build_object('charts', v_shown) end,
      exists (select 1 from audit_seal s where s.era = e.era and e.tx >= s.from_tx and e.tx < s.to_tx)
    from audit_event e left join person p on p.id = e.person left join chart c on c.id = e.chart
    where (v_chart is null or e.chart = v_chart or (e.details ? 'charts' and e.details -> 'charts' @> v_shown))
      and (e.agency = v_agency or e.holder = v_agency
        -- Who held the chart when somebody elsewhere had it in a list stands in the chart's own row before that.
        or (v_chart is not null and e.chart is null and v_agency = (select h.holder from audit_event h
          where h.chart = v_chart and h.at <= e.at and h.holder is not null order by h.at desc limit 1)))
      and (v_person is null or e.person = v_person)
      -- Of somebody elsewhere only what they did on charts held here is to be seen: their other rows need not be read.
      and (not v_elsewhere or v_chart is not null or e.holder = v_agency)
      and (p_filter ->> 'operation' is null or e.operation = p_filter ->> 'operation')
      and (p_filter ->> 'outcome' is null or e.outcome = p_filter ->> 'outcome')
      -- A look that showed no youth, such as a count or a list of colleagues, would bury the others.
      and (p_filter ->> 'showing' is distinct from 'youth' or e.outcome <> 'looked' or e.chart is not null
        or jsonb_array_length(coalesce(e.details -> 'charts', '[]')) > 0)
      and (v_from is null or e.at >= v_from)
      and (v_before is null or e.at < v_before)
      and (p_filter ->> 'before' is null or e.id < (p_filter ->> 'before')::bigint)
    order by e.id desc limit least(coalesce((p_filter ->> 'limit')::integer, 100), 500);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.carrying(p_chart uuid, p_today date)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_carrying uuid[] := array(select r.seat from relationship r where r.chart = p_chart and r.kind in ('accountable', 'cover') and r.ended_at is null
    and r.from_day <= p_today and (r.to_day is null or r.to_day >= p_today));
begin
  return v_carrying || array(select a.cover from absence a where a.seat = any (v_carrying) and p_today between a.from_day and a.to_day);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.caseloads()
 RETURNS TABLE(seat uuid, charts integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_agency integer := scope_agency();
begin
  if not 'general' = any (scope_categories()) then return; end if;
  return query select r.seat, count(*)::integer from relationship r
    where r.holder = v_agency and r.kind = 'accountable' and r.to_day is null group by r.seat;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.change_agency(p_id uuid, p_agency integer, p_base integer, p_phone text, p_phone_source text, p_website text, p_staff_reach text, p_reason text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_before jsonb;
  v_after record;
begin
  perform may_change_agency(p_agency);
  select jsonb_build_object('phone', phone, 'phoneSource', phone_source, 'website', website, 'staffReach', staff_reach) into v_before
  from agency where id = p_agency and revision = p_base for update;
  if not found then return null; end if;
  update agency set phone = p_phone, phone_source = p_phone_source, website = p_website, revision = revision + 1,
    staff_reach = case when p_agency = scope_agency() then coalesce(p_staff_reach, staff_reach) else staff_reach end
  where id = p_agency returning * into v_after;
  insert into directory_change (id, agency, by_seat, before, after, reason)
  values (p_id, p_agency, (scope_actor() ->> 'seat')::uuid, v_before,
    jsonb_build_object('phone', v_after.phone, 'phoneSource', v_after.phone_source, 'website', v_after.website, 'staffReach', v_after.staff_reach), p_reason);
  return v_after.revision;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.change_service_area(p_id uuid, p_agency integer, p_county text, p_base integer, p_from date, p_reason text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_before jsonb;
  v_revision integer;
begin
  perform may_change_agency(p_agency);
  if scope_actor() ->> 'capacity' <> 'csa-coordinator' then raise exception 'not yours to change' using errcode = 'KF403'; end if;
  update county set served_revision = served_revision + 1 where code = p_county and served_revision = p_base returning served_revision into v_revision;
  if not found then return null; end if;
  select coalesce(jsonb_agg(jsonb_build_object('agency', s.agency, 'from', s.from_day, 'to', s.to_day)), '[]') into v_before
  from service_area s join agency g on g.id = s.agency where s.county = p_county and g.kind = (select kind from agency where id = p_agency);
  update service_area s set to_day = p_from - 1
  from agency g where g.id = s.agency and g.kind = (select kind from agency where id = p_agency)
    and s.county = p_county and s.from_day < p_from and (s.to_day is null or s.to_day >= p_from);
  insert into service_area (agency, county, from_day) values (p_agency, p_county, p_from)
  on conflict (agency, county, from_day) do update set to_day = null;
  insert into directory_change (id, agency, by_seat, before, after, reason)
  values (p_id, p_agency, (scope_actor() ->> 'seat')::uuid, v_before, jsonb_build_object('county', p_county, 'agency', p_agency, 'from', p_from), p_reason);
  return v_revision;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.charts_of_one_youth(p_chart uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  return query
    with recursive same (chart) as (
      select p_chart
      union
      select n.chart from same s, lateral (
        select l.other as chart from chart_link l where l.chart = s.chart and l.kind = 'same-person' and l.undone_at is null
        union all select l.chart from chart_link l where l.other = s.chart and l.kind = 'same-person' and l.undone_at is null
        union all select i.chart from identifier mine join identifier i on i.holder = mine.holder and i.kind = mine.kind and i.value = mine.value and i.to_day is null
          where mine.chart = s.chart and mine.kind in ('cyber', 'medicaid') and mine.to_day is null
            and exists (select 1 from youth y join youth o on o.born = y.born where y.chart = mine.chart and o.chart = i.chart)) n)
    select same.chart from same;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.close_agency_command(p jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  perform append_audit(p ->> 'operation', 'done', null, coalesce(p -> 'details', '{}'));
  insert into job_request (name, data) select j ->> 'name', j -> 'data' from jsonb_array_elements(coalesce(p -> 'jobs', '[]')) j;
  insert into write (person, id, digest, answer)
  values (scope_person(), (p -> 'write' ->> 'id')::uuid, decode(p -> 'write' ->> 'digest', 'hex'), p -> 'write' -> 'answer');
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.close_command(p jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
  v_chart uuid := (p ->> 'chart')::uuid;
  v_seat uuid := (a ->> 'seat')::uuid;
  v_agency integer := (a ->> 'agency')::integer;
  v_details jsonb := coalesce(p -> 'details', '{}');
  v_write jsonb := p -> 'write';
  c record;
begin
  if not coalesce(a -> 'command' ? v_chart::text, false) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  select h.holder, h.programme, clock_timestamp() + s.ahead as present, (select coalesce(max(era), 1) from audit_era) as era into c
  from clock_setting s left join chart h on h.id = v_chart;
  perform engine_record(v_chart, (p ->> 'fromSeq')::integer, p -> 'facts', v_seat, coalesce(v_agency, c.holder), c.holder, c.programme, c.present);
  perform engine_store(v_chart, p -> 'upsert', case when p -> 'gone' = '[]' then '{}' else array(select jsonb_array_elements_text(p -> 'gone')) end, p -> 'stage');
  -- A row that supersedes another comes with a fact that does.
  if p @? '$.facts[*].supersedes ? (@ != null)' then perform raise_superseded(v_chart); end if;
  if a ? 'system' then v_details := v_details || jsonb_build_object('system', a ->> 'system'); end if;
  insert into audit_event (person, seat, session, capacity, agency, programme, holder, chart, category, operation, outcome, details, digest, era)
  values ((a ->> 'person')::uuid, v_seat, (a ->> 'session')::uuid, coalesce(a ->> 'capacity', a ->> 'system'), v_agency, a ->> 'programme', c.holder, v_chart,
    coalesce(p ->> 'category', 'general'), p ->> 'operation', 'done', v_details, '', c.era);
  if p -> 'jobs' <> '[]' then
    insert into job_request (name, data) select j ->> 'name', j -> 'data' from jsonb_array_elements(p -> 'jobs') j;
  end if;
  if jsonb_typeof(v_write) = 'object' then
    insert into write (person, id, digest, answer)
    values ((a ->> 'person')::uuid, (v_write ->> 'id')::uuid, decode(v_write ->> 'digest', 'hex'), v_write -> 'answer');
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.close_commands(p jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
begin
  if not (array(select c.chart from jsonb_to_recordset(p) as c (chart uuid)) <@ scope_command()) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  perform engine_record_many(p, (a ->> 'seat')::uuid, this_instant());
  perform engine_store_many(p);
  insert into audit_event (person, seat, session, capacity, agency, programme, holder, chart, category, operation, outcome, details, digest, era)
  select (a ->> 'person')::uuid, (a ->> 'seat')::uuid, (a ->> 'session')::uuid, coalesce(a ->> 'capacity', a ->> 'system'), (a ->> 'agency')::integer,
    a ->> 'programme', h.holder, h.id, coalesce(c.category, 'general'), c.operation, 'done', coalesce(c.details, '{}'), '',
    (select coalesce(max(era), 1) from audit_era)
  from jsonb_to_recordset(p) as c (chart uuid, category text, operation text, details jsonb) join chart h on h.id = c.chart;
  insert into job_request (name, data)
  select j ->> 'name', j -> 'data' from jsonb_to_recordset(p) as c (jobs jsonb), jsonb_array_elements(coalesce(c.jobs, '[]')) j;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.confirm_redaction(p_id uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
  r record;
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'redaction is for privacy officers' using errcode = 'KF403';
  end if;
  select * into r from audit_redaction where id = p_id and agency = (a ->> 'agency')::integer for update;
  if not found then raise exception 'no such redaction' using errcode = 'KF404'; end if;
  if r.confirmed_at is not null or r.requested_by = (a ->> 'seat')::uuid or r.requested_person = (a ->> 'person')::uuid then return null; end if;
  update audit_redaction set confirmed_by = (a ->> 'seat')::uuid, confirmed_person = (a ->> 'person')::uuid, confirmed_at = now() where id = p_id;
  update audit_event set details = jsonb_build_object('redacted', p_id), salt = '', redacted_at = now() where id = r.event and at = r.event_at;
  return r.event;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.count_held_charts()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$ select count(*) from chart where holder = scope_agency() $function$
;
CREATE OR REPLACE FUNCTION kinfold.demands_second_factor(p_agency integer, p_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
  select coalesce((select d.demanded from second_factor_demand d where d.agency = p_agency and d.from_day <= p_day
    order by d.from_day desc, d.recorded_at desc limit 1), false)
$function$
;
CREATE OR REPLACE FUNCTION kinfold.duties_kept_back(p_chart uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  if not exists (select from chart c where c.id = p_chart and (c.holder = any (scope_agencies()) or c.id = any (scope_charts()))) then
    return '{}';
  end if;
  return array(select distinct d.rule || '#' || d.root from duty d where d.chart = p_chart and not (d.category = any (scope_categories())));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.emergencies(p_state text, p_limit integer)
 RETURNS TABLE(id uuid, chart uuid, number bigint, by text, capacity text, reason text, from_at timestamp with time zone, until timestamp with time zone, open boolean, reviewed_at timestamp with time zone, reviewed_by text, review text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'emergency access is reviewed by the privacy officer' using errcode = 'KF403';
  end if;
  return query
    select e.id, e.chart, c.number, p.name, s.capacity, e.reason, e.from_at, e.to_at, e.to_at > now(), e.reviewed_at, rp.name, e.review
    from emergency_access e join chart c on c.id = e.chart join seat s on s.id = e.seat join person p on p.id = s.person
    left join seat rs on rs.id = e.reviewed_by left join person rp on rp.id = rs.person
    where e.agency = (a ->> 'agency')::integer
      and case p_state when 'open' then e.to_at > now() when 'to-review' then e.reviewed_at is null else true end
    order by e.from_at desc limit p_limit;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.engine_fold(p_charts uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
 SET "TimeZone" TO 'UTC'
AS $function$
begin
  insert into fact_page (chart, to_seq, facts)
  select c.chart, l.seq, f.facts
  from unnest(p_charts) as c (chart)
    cross join lateral (select coalesce(max(to_seq), 0) as seq from fact_page where chart = c.chart) p
    cross join lateral (select coalesce(max(seq), 0) as seq from fact where chart = c.chart) l
    cross join lateral (select json_agg(json_build_array(seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws) order by seq) as facts
      from fact where chart = c.chart and seq > p.seq) f
  where l.seq - p.seq >= 16;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.engine_known(p_chart uuid)
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_pages json;
  v_to integer;
begin
  select json_agg(facts order by to_seq), max(to_seq) into v_pages, v_to from fact_page where chart = p_chart;
  -- Arrays in the order of FactColumns and DutyColumns.
  return json_build_object('pages', coalesce(v_pages, '[]'),
    'facts', (select coalesce(json_agg(json_build_array(seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws) order by seq), '[]')
      from fact where chart = p_chart and seq > coalesce(v_to, 0)),
    'duties', (select coalesce(json_agg(json_build_array(key, state, category, said)), '[]') from duty where chart = p_chart));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.engine_record(p_chart uuid, p_from_seq integer, p_facts jsonb, p_said_by uuid, p_agency integer, p_holder integer, p_programme text, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_last record;
  v_count integer := jsonb_array_length(p_facts);
begin
  if v_count = 0 then return; end if;
  -- Both grow together, so the last fact has both.
  select seq, recorded_at into v_last from fact where chart = p_chart order by seq desc limit 1;
  if coalesce(v_last.seq, 0) <> p_from_seq then
    raise exception 'facts were recorded without the chart''s lock' using errcode = 'serialization_failure';
  end if;
  insert into fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day, at, data, supersedes, withdraws, said_by, source_table, source_id)
  select p_chart, p_from_seq + ord, greatest(p_now, v_last.recorded_at + interval '1 microsecond') + (ord - 1) * interval '1 microsecond',
    p_agency, p_holder, p_programme, f ->> 'category', f ->> 'kind', (f ->> 'on')::date, (f ->> 'at')::timestamptz, coalesce(f -> 'data', '{}'),
    (f ->> 'supersedes')::integer, coalesce((f ->> 'withdraws')::boolean, false), p_said_by, f -> 'source' ->> 'table', (f -> 'source' ->> 'id')::uuid
  from jsonb_array_elements(p_facts) with ordinality as e (f, ord);
  -- Each time a chart passes a multiple of 32.
  if (p_from_seq + v_count) / 32 > p_from_seq / 32 then perform engine_fold(array[p_chart]); end if;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.engine_record_many(p jsonb, p_said_by uuid, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_agency integer := scope_agency();
begin
  if exists (select 1 from jsonb_to_recordset(p) as a (chart uuid, "fromSeq" integer, facts jsonb) where jsonb_array_length(a.facts) > 0
      and a."fromSeq" <> coalesce((select max(f.seq) from fact f where f.chart = a.chart), 0)) then
    raise exception 'facts were recorded without the chart''s lock' using errcode = 'serialization_failure';
  end if;
  insert into fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day, at, data, supersedes, withdraws, said_by, source_table, source_id)
  select c.id, a."fromSeq" + ord,
    greatest(p_now, (select max(f.recorded_at) from fact f where f.chart = c.id) + interval '1 microsecond') + (ord - 1) * interval '1 microsecond',
    coalesce(v_agency, c.holder), c.holder, c.programme,
    f ->> 'category', f ->> 'kind', (f ->> 'on')::date, (f ->> 'at')::timestamptz, coalesce(f -> 'data', '{}'),
    (f ->> 'supersedes')::integer, coalesce((f ->> 'withdraws')::boolean, false), p_said_by, f -> 'source' ->> 'table', (f -> 'source' ->> 'id')::uuid
  from jsonb_to_recordset(p) as a (chart uuid, "fromSeq" integer, facts jsonb) join chart c on c.id = a.chart,
    jsonb_array_elements(a.facts) with ordinality as e (f, ord);
  perform engine_fold(array(select a.chart from jsonb_to_recordset(p) as a (chart uuid, "fromSeq" integer, facts jsonb)
    where (a."fromSeq" + jsonb_array_length(a.facts)) / 32 > a."fromSeq" / 32));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.engine_store(p_chart uuid, p_upsert jsonb, p_gone text[], p_stage jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  if jsonb_array_length(p_upsert) > 0 then
    insert into duty (chart, key, agency, holder, programme, category, rule, clause, root, item, owes, owing, force, state, due, due_at,
      late_after, late_after_at, until, paused_from, because, met_on, pattern, open_parts, said, numbers_on)
    select c.id, d.key, c.agency, c.holder, c.programme, d.category, d.rule, d.clause, d.root, d.item, d.owes, d.owing, d.force, d.state, d.due, d."dueAt",
      d."lateAfter", d."lateAfterAt", d.until, d."pausedFrom", d.because, d."metOn", d.pattern, coalesce(d."openParts", '{}'), d.said, d."numbersOn"
    from chart c, jsonb_to_recordset(p_upsert) as d (key text, category text, rule text, clause text, root integer, item text, owes text, owing text,
      force text, state text, due date, "dueAt" timestamptz, "lateAfter" date, "lateAfterAt" timestamptz, until date, "pausedFrom" date, because text,
      "metOn" date, pattern jsonb, "openParts" text[], said text, "numbersOn" date)
    where c.id = p_chart
    on conflict (chart, key) do update set category = excluded.category, owes = excluded.owes, owing = excluded.owing, force = excluded.force,
      state = excluded.state, due = excluded.due, due_at = excluded.due_at, late_after = excluded.late_after, late_after_at = excluded.late_after_at,
      until = excluded.until, paused_from = excluded.paused_from, because = excluded.because, met_on = excluded.met_on, pattern = excluded.pattern,
      open_parts = excluded.open_parts, clause = excluded.clause, said = excluded.said, numbers_on = excluded.numbers_on;
  end if;
  if cardinality(p_gone) > 0 then
    delete from duty where chart = p_chart and key = any (p_gone);
  end if;
  if p_stage is not null then
    update chart set stage = p_stage ->> 'stage', stage_since = (p_stage ->> 'since')::date, evaluated_with = p_stage ->> 'evaluatedWith'
    where id = p_chart and (stage, stage_since, evaluated_with) is distinct from
      (p_stage ->> 'stage', (p_stage ->> 'since')::date, p_stage ->> 'evaluatedWith');
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.engine_store_many(p jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  insert into duty (chart, key, agency, holder, programme, category, rule, clause, root, item, owes, owing, force, state, due, due_at,
    late_after, late_after_at, until, paused_from, because, met_on, pattern, open_parts, said, numbers_on)
  select c.id, d.key, c.agency, c.holder, c.programme, d.category, d.rule, d.clause, d.root, d.item, d.owes, d.owing, d.force, d.state, d.due, d."dueAt",
    d."lateAfter", d."lateAfterAt", d.until, d."pausedFrom", d.because, d."metOn", d.pattern, coalesce(d."openParts", '{}'), d.said, d."numbersOn"
  from jsonb_to_recordset(p) as a (chart uuid, upsert jsonb) join chart c on c.id = a.chart,
    jsonb_to_recordset(a.upsert) as d (key text, category text, rule text, clause text, root integer, item text, owes text, owing text,
      force text, state text, due date, "dueAt" timestamptz, "lateAfter" date, "lateAfterAt" timestamptz, until date, "pausedFrom" date, because text,
      "metOn" date, pattern jsonb, "openParts" text[], said text, "numbersOn" date)
  on conflict (chart, key) do update set category = excluded.category, owes = excluded.owes, owing = excluded.owing, force = excluded.force,
    state = excluded.state, due = excluded.due, due_at = excluded.due_at, late_after = excluded.late_after, late_after_at = excluded.late_after_at,
    until = excluded.until, paused_from = excluded.paused_from, because = excluded.because, met_on = excluded.met_on, pattern = excluded.pattern,
    open_parts = excluded.open_parts, clause = excluded.clause, said = excluded.said, numbers_on = excluded.numbers_on;
  delete from duty d using jsonb_to_recordset(p) as a (chart uuid, gone jsonb), jsonb_array_elements_text(a.gone) g where d.chart = a.chart and d.key = g;
  update chart c set stage = a.stage ->> 'stage', stage_since = (a.stage ->> 'since')::date,
    evaluated_with = a.stage ->> 'evaluatedWith'
  from jsonb_to_recordset(p) as a (chart uuid, stage jsonb) where c.id = a.chart and jsonb_typeof(a.stage) = 'object';
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.ensure_audit_month(p_month date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_name text := 'audit_event_' || to_char(p_month, 'YYYY_MM');
  v_from timestamptz := date_trunc('month', p_month::timestamp) at time zone 'UTC';
  v_to timestamptz := (date_trunc('month', p_month::timestamp) + interval '1 month') at time zone 'UTC';
begin
  if to_regclass('kinfold.' || v_name) is not null then return; end if;
  -- Nobody appends while rows move; done once a month, ahead of time, when there is nothing to move.
  lock table kinfold.audit_event in access exclusive mode;
  if to_regclass('kinfold.' || v_name) is not null then return; end if;
  execute format('create table kinfold.%I (like kinfold.audit_event including defaults including constraints)', v_name);
  execute format('alter table kinfold.%I enable row level security', v_name);
  execute format('with moved as (delete from kinfold.audit_event_other where at >= %L and at < %L returning *)
    insert into kinfold.%I select * from moved', v_from, v_to, v_name);
  execute format('alter table kinfold.audit_event attach partition kinfold.%I for values from (%L) to (%L)', v_name, v_from, v_to);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.enter(p_token bytea, p_seat uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  return kinfold.enter(p_token, p_seat, '{}'::uuid[]);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.enter(p_token bytea, p_seat uuid, p_command uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  t record;
  v_today date;
  v_agencies text := '{}';
  v_intake text := '{}';
  v_charts text := '{}';
  v_reached uuid[];
  v_through text;
  v_actor jsonb;
  v_kept text;
begin
  select s.id as session, s.person, s.locked_at is not null or locks_at(s) < now() as locked, s.stepped_up_at, now() + clock.ahead as present,
      seat.id as seat, seat.capacity, seat.agency, seat.from_day, seat.to_day, agency.programme, agency.zone, agency.staff_reach,
      capacity.works_through, capacity.intake_reach, capacity.chart_reach, capacity.categories, capacity.narrowed, capacity.records,
      person.name, person.locale, ((now() + clock.ahead) at time zone agency.zone)::date as today
    into t
  from session s cross join clock_setting clock
    left join (seat join agency on agency.id = seat.agency join capacity on capacity.code = seat.capacity
      join person on person.id = seat.person and person.disabled_at is null) on seat.id = p_seat and seat.person = s.person
  where s.token_hash = p_token and s.ended_at is null and s.ends_at > now();
  if not found then raise exception 'no such session' using errcode = 'KF401'; end if;
  if t.locked then
    raise exception 'the session is locked' using errcode = 'KF423';
  end if;
  v_today := t.today;
  if t.seat is null or t.from_day > v_today or t.to_day < v_today then
    raise exception 'not a seat of this person today' using errcode = 'KF403';
  end if;
  if not t.records and cardinality(p_command) > 0 then
    raise exception 'this capacity records nothing in charts' using errcode = 'insufficient_privilege';
  end if;

  v_through := t.works_through;
  if t.narrowed = 'outside-shift' or (t.staff_reach = 'assigned' and t.narrowed in ('by-agency', 'to-team')) then
    if not exists (select 1 from on_call_shift o where o.seat = p_seat and o.agency = t.agency and o.to_at > t.present
        and o.from_at <= t.present and o.cancelled_at is null) then
      v_through := 'assigned';
    end if;
  end if;
  if session_user in ('kinfold_staff', 'kinfold_assigned', 'kinfold_person') and session_user <> 'kinfold_' || v_through then
    raise exception '%', v_through using errcode = 'KF409';
  end if;

  if v_through = 'staff' then
    if t.chart_reach = 'agency' then v_agencies := array[t.agency]::text;
    elsif t.chart_reach = 'programme' then v_agencies := (select array_agg(id)::text from agency where programme = t.programme);
    end if;
    if t.intake_reach in ('agency', 'search') then v_intake := array[t.agency]::text;
    elsif t.intake_reach = 'programme' then v_intake := (select array_agg(id)::text from agency where programme = t.programme);
    end if;
  else
    -- By charts: those this seat is related to today, those of seats it covers today, and emergencies still open.
    v_reached := array(
      select r.chart from relationship r where r.seat = p_seat and r.to_day is null and r.ended_at is null and r.from_day <= v_today
      union
      select r.chart from relationship r where r.seat = p_seat and r.to_day >= v_today and r.ended_at is null and r.from_day <= v_today
      union
      select r.chart from absence a join relationship r on r.seat = a.seat and r.kind = 'accountable' and r.ended_at is null
        and r.from_day <= v_today and (r.to_day is null or r.to_day >= v_today)
      where a.cover = p_seat and v_today between a.from_day and a.to_day
      union
      select e.chart from emergency_access e where e.seat = p_seat and e.to_at > now());
    if t.narrowed = 'to-team' then
      v_reached := array(select distinct unnest(v_reached || team_charts(p_seat, t.agency, v_today)));
    elsif t.narrowed = 'by-agency' then
      v_reached := v_reached || recorded_charts(p_seat, t.agency);
    end if;
    v_charts := v_reached::text;
  end if;

  v_actor := jsonb_build_object('session', t.session, 'person', t.person, 'seat', t.seat, 'capacity', t.capacity, 'agency', t.agency,
    'programme', t.programme, 'name', t.name, 'zone', t.zone, 'today', v_today, 'locale', t.locale, 'through', v_through,
    'steppedUp', coalesce(t.stepped_up_at > t.present - interval '10 minutes', false),
    'searches', case when t.intake_reach = 'search' then t.programme end, 'command', to_jsonb(p_command));
  v_kept := set_config('kinfold.actor', v_actor::text, true);
  v_kept := set_config('kinfold.agencies', v_agencies, true);
  v_kept := set_config('kinfold.intake', v_intake, true);
  v_kept := set_config('kinfold.charts', v_charts, true);
  v_kept := set_config('kinfold.categories', t.categories::text, true);
  v_kept := set_config('kinfold.seal', kinfold.scope_seal(v_actor::text, v_agencies, v_intake, v_charts, t.categories::text), true);
  return v_actor || jsonb_build_object('sees', t.categories);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.enter_system(p_job text, p_programme text, p_command uuid[] DEFAULT '{}'::uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_actor jsonb;
begin
  v_actor := jsonb_build_object('system', p_job, 'programme', p_programme, 'capacity', 'system', 'command', to_jsonb(p_command));
  perform set_config('kinfold.actor', v_actor::text, true),
          set_config('kinfold.agencies', (select coalesce(array_agg(id), '{}')::text from agency where programme = p_programme), true),
          set_config('kinfold.intake', (select coalesce(array_agg(id), '{}')::text from agency where programme = p_programme), true),
          set_config('kinfold.charts', p_command::text, true),
          set_config('kinfold.categories', '{general,mental-health,school,child-welfare,justice,incident,quality-of-care,reproductive,hiv,violence,family-private,substance-use,counseling-notes}', true);
  perform set_config('kinfold.seal', scope_seal(current_setting('kinfold.actor'), current_setting('kinfold.agencies'),
    current_setting('kinfold.intake'), current_setting('kinfold.charts'), current_setting('kinfold.categories')), true);
  return v_actor;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.fact_sources(p_chart uuid)
 RETURNS TABLE(seq integer, agency integer, source_table text, source_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  return query select f.seq, f.agency, f.source_table, f.source_id from fact f where f.chart = p_chart;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.folded_name(p_name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select translate(lower(regexp_replace(normalize(p_name, NFKD), '[\u0300-\u036f]', '', 'g')), 'øłđðı', 'olddi')
$function$
;
CREATE OR REPLACE FUNCTION kinfold.forget_fact_pages()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  delete from fact_page where chart = old.chart;
  if tg_op = 'UPDATE' and new.chart <> old.chart then delete from fact_page where chart = new.chart; end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.handed_on(p_chart uuid, p_duty text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  d record;
begin
  select e.holder, e.category, e.by_seat, e.to_seat into d from duty_decision e
  where e.chart = p_chart and e.duty = p_duty and e.kind = 'delegated' order by e.at desc limit 1;
  if not found or not (d.category = any (scope_categories())) or not (d.holder = any (scope_agencies()) or p_chart = any (scope_charts())) then
    return null;
  end if;
  return (select jsonb_build_object('by', bp.name, 'to', tp.name, 'toMe', d.to_seat = (scope_actor() ->> 'seat')::uuid)
    from seat b join person bp on bp.id = b.person, seat t join person tp on tp.id = t.person
    where b.id = d.by_seat and t.id = d.to_seat and t.agency = d.holder);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.hold_chart(p_chart uuid, p_to integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  t text;
  a jsonb := scope_actor();
  c record;
  v_at timestamptz := this_instant();
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  select id, holder, programme into c from chart
  where id = p_chart and holder = scope_agency() and a ->> 'capacity' in ('supervisor', 'agency-lead', 'csa-coordinator');
  if not found or c.programme is distinct from (select programme from agency where id = p_to and kind in ('cmo', 'csa', 'tcm-provider')) then
    raise exception 'not yours to hand over' using errcode = 'insufficient_privilege';
  end if;
  if exists (select 1 from enrolment e where e.chart = p_chart and e.agency = c.holder) then
    insert into chart_left (chart, agency, holder, programme, left_at, left_on, to_agency, name, born)
    select p_chart, c.holder, p_to, c.programme, v_at, (a ->> 'today')::date, p_to,
      concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last), y.born
    from youth y where y.chart = p_chart;
    insert into duty_left (chart, agency, holder, programme, category, left_at, key, rule, clause, force, state, owes, owing, due, due_at, late_after,
      late_after_at, until, paused_from, pattern, open_parts, met_on, numbers_on)
    select p_chart, c.holder, p_to, c.programme, d.category, v_at, d.key, d.rule, d.clause, d.force, d.state, d.owes, d.owing, d.due, d.due_at, d.late_after,
      d.late_after_at, d.until, d.paused_from, d.pattern, d.open_parts, d.met_on, d.numbers_on
    from duty d where d.chart = p_chart and d.owing = 'holder' and d.state <> 'void';
  end if;
  update chart set holder = p_to where id = p_chart;
  for t in select k.table_name from information_schema.columns k join information_schema.tables b using (table_schema, table_name)
    where k.table_schema = 'kinfold' and b.table_type = 'BASE TABLE' and k.column_name = 'holder'
      and k.table_name !~ '^audit_' and k.table_name <> 'chart' loop
    execute format('update kinfold.%I set holder = $1 where chart = $2', t) using p_to, p_chart;
  end loop;
  update relationship set ended_at = now(),
    to_day = case when kind = 'accountable' then coalesce(to_day, greatest(from_day, (a ->> 'today')::date)) else to_day end
  where chart = p_chart and ended_at is null and kind not in ('self', 'guardian') and seat in (select id from seat where agency <> p_to);
  update emergency_access set to_at = now() where chart = p_chart and to_at > now();
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.idle_minutes_of(p_person uuid)
 RETURNS smallint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
  select coalesce(min(g.idle_minutes), 15::smallint) from seat s join agency g on g.id = s.agency
  where s.person = p_person and (s.to_day is null or s.to_day >= (present() at time zone g.zone)::date)
$function$
;
CREATE OR REPLACE FUNCTION kinfold.keep_agency_subject(p_id uuid, p_from_seq integer, p_facts jsonb, p_upsert jsonb, p_gone text[], p_with text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.keep_earlier_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_was jsonb := to_jsonb(old);
begin
  if new.revision = old.revision then return new; end if;
  insert into earlier_version (chart, of_table, row_id, revision, agency, holder, programme, category, was, changed_by)
  values (old.chart, tg_table_name, coalesce((v_was ->> 'id')::uuid, old.chart), old.revision, old.agency, old.holder, old.programme, old.category,
    v_was - array['agency', 'holder', 'programme'], (scope_actor() ->> 'seat')::uuid);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.known_youths(p_charts uuid[], p_tokens text[])
 RETURNS TABLE(chart uuid, number bigint, first text, last text, preferred text, born date, "bornEstimated" boolean, county text, "holderName" text, line text, zip text, telephones text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare v_programme text := scope_actor() ->> 'searches';
begin
  if v_programme is null then return; end if;
  return query
    select c.id, c.number, y.legal_first, y.legal_last, y.preferred_name, y.born, y.born_estimated, y.county, g.short_name, a.value, a.zip,
      array(select substr(k.token, 3) from name_key k where k.chart = c.id and k.kind = 'match' and k.token ^@ 't:' and k.token = any (p_tokens))
    from chart c join youth y on y.chart = c.id join agency g on g.id = c.holder
    left join lateral (select p.value, p.zip from contact_point p where p.chart = c.id and p.kind = 'address' and p.to_day is null and not p.confidential
      and p.wrong is null and exists (select 1 from name_key k where k.chart = c.id and k.kind = 'match' and k.token ^@ 'a:' and k.token = any (p_tokens))
      order by p.relative is not null, p.from_day desc limit 1) a on true
    where c.id = any (p_charts) and c.programme = v_programme;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.labels_fit(p_chart uuid, p_holder integer, p_programme text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  return exists (select 1 from chart c where c.id = p_chart and c.holder = p_holder and c.programme = p_programme);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.locks_at(s kinfold.session)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
RETURN ((s).last_seen_at + make_interval(mins => ((s).idle_minutes)::integer))
;
CREATE OR REPLACE FUNCTION kinfold.looks_at(p_chart uuid, p_limit integer, p_lists boolean)
 RETURNS TABLE(at timestamp with time zone, name text, capacity text, agency text, operation text, outcome text, own boolean, listed boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  v_shown jsonb := jsonb_build_array(p_chart);
  v_person uuid := scope_person();
  v_categories text[] := scope_categories();
  v_agencies integer[] := scope_agencies();
  v_charts uuid[] := scope_charts();
begin
  if not exists (select 1 from chart c where c.id = p_chart and (c.holder = any (v_agencies) or c.id = any (v_charts))) then
    raise exception 'no such chart' using errcode = 'KF404';
  end if;
  return query
    select e.at, p.name, e.capacity, g.short_name, e.operation, e.outcome, e.person = v_person, e.chart is null
    from audit_event e left join person p on p.id = e.person left join agency g on g.id = e.agency
    where (e.chart = p_chart or (p_lists and e.details ? 'charts' and e.details -> 'charts' @> v_shown)) and e.category = any (v_categories)
      and (not e.details ? 'other' or exists (select 1 from chart o where o.id::text = e.details ->> 'other' and (o.holder = any (v_agencies) or o.id = any (v_charts))))
    order by e.at desc limit p_limit;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.matching_keys(p_chart uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare v_agency integer := scope_registrar();
begin
  if v_agency is null then return '{}'; end if;
  return array(select k.token from chart c join name_key k on k.chart = c.id and k.kind = 'match'
    where c.id = p_chart and v_agency in (c.agency, c.holder));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.may_be_related(p_chart uuid, p_seat uuid, p_kind text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
  select exists (select 1 from seats_to_relate(p_chart) s
    where s.seat = p_seat and p_kind = any (relation_kinds(s.capacity)) and s.person <> scope_person()) $function$
;
CREATE OR REPLACE FUNCTION kinfold.may_change_agency(p_agency integer)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
begin
  if not exists (select 1 from agency g where g.id = p_agency and g.programme = a ->> 'programme'
      and (a ->> 'capacity' = 'csa-coordinator' or (a ->> 'capacity' = 'administrator' and g.id = (a ->> 'agency')::integer))) then
    raise exception 'not yours to change' using errcode = 'KF403';
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.mend_row(p_chart uuid, p_id uuid, p_table text, p_row uuid, p_change jsonb, p_reason text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.nobodys_charts(p_agency integer, p_today date)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_gone uuid[] := array(select s.id from seat s where s.agency = p_agency and s.to_day < p_today);
begin
  return array(select c.id from chart c
    where c.holder = p_agency and c.stage = any ('{referred,to-assign,assigned,accepted,enrolled,planning,active-community,active-out-of-home,transitioning}'::text[])
      and c.id not in (select r.chart from relationship r
        where r.holder = p_agency and r.kind = 'accountable' and r.to_day is null and not (r.seat = any (v_gone))));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.open_agency_command(p_token bytea, p_seat uuid, p_write uuid, p_digest bytea)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := enter(p_token, p_seat);
  w record;
begin
  perform pg_advisory_xact_lock(hashtextextended((a ->> 'person') || ' ' || p_write::text, 9));
  select digest, answer into w from write where person = (a ->> 'person')::uuid and id = p_write;
  if not found then return jsonb_build_object('actor', a); end if;
  if w.digest <> p_digest then raise exception 'this id was used for another write' using errcode = 'KF410'; end if;
  return jsonb_build_object('actor', a, 'answered', w.answer);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.open_agency_subject(p_subject text, p_id uuid, p_new boolean)
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.open_command(p_token bytea, p_seat uuid, p_chart uuid, p_write uuid, p_digest bytea)
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.open_commands(p_token bytea, p_seat uuid, p_charts uuid[])
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare a jsonb := enter(p_token, p_seat, p_charts);
begin
  return opened_many(a, p_charts);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.open_registered_command(p_token bytea, p_seat uuid, p_chart uuid, p_write uuid, p_digest bytea)
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
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
  select id, holder, agency, programme, stage, stage_since, evaluated_with into c from chart where id = p_chart;
  return json_build_object('actor', a, 'chart', json_build_object('id', c.id, 'holder', c.holder, 'agency', c.agency, 'programme', c.programme, 'stage', c.stage,
      'since', c.stage_since, 'evaluatedWith', c.evaluated_with),
    'relations', '[]'::json, 'known', engine_known(p_chart));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.open_system_command(p_job text, p_programme text, p_chart uuid)
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := enter_system(p_job, p_programme, array[p_chart]);
begin
  perform pg_advisory_xact_lock(hashtextextended(p_chart::text, 1));
  return opened(a, p_chart);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.open_system_commands(p_job text, p_programme text, p_charts uuid[])
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare a jsonb := enter_system(p_job, p_programme, p_charts);
begin
  return opened_many(a, p_charts);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.opened(a jsonb, p_chart uuid)
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  c record;
begin
  select id, holder, agency, programme, stage, stage_since, evaluated_with into c from chart where id = p_chart;
  if not found then
    if a ->> 'through' = 'assigned' then perform reach_new_chart(p_chart); end if;
    return json_build_object('actor', a, 'chart', null, 'relations', '[]'::json, 'known', '{"pages":[],"facts":[],"duties":[]}'::json);
  end if;
  if not (c.holder = any (scope_agencies()) or c.holder = any (scope_intake()) or c.id = any (scope_charts())) then
    raise exception 'no such chart' using errcode = 'KF404';
  end if;
  return json_build_object('actor', a, 'chart', json_build_object('id', c.id, 'holder', c.holder, 'agency', c.agency, 'programme', c.programme, 'stage', c.stage,
      'since', c.stage_since, 'evaluatedWith', c.evaluated_with),
    'relations', relations_of((a ->> 'seat')::uuid, p_chart, (a ->> 'today')::date), 'known', engine_known(p_chart));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.opened_many(a jsonb, p_charts uuid[])
 RETURNS json
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_charts uuid[] := array(select distinct c from unnest(p_charts) c order by c);
  v_chart uuid;
begin
  foreach v_chart in array v_charts loop
    perform pg_advisory_xact_lock(hashtextextended(v_chart::text, 1));
  end loop;
  if exists (select 1 from chart c where c.id = any (v_charts) and not (c.holder = any ((select scope_agencies())::integer[])
      or c.holder = any ((select scope_intake())::integer[]) or c.id = any ((select scope_charts())::uuid[]))) then
    raise exception 'no such chart' using errcode = 'KF404';
  end if;
  return json_build_object('actor', a, 'charts', (
    select coalesce(json_agg(json_build_object(
      'chart', json_build_object('id', c.id, 'holder', c.holder, 'agency', c.agency, 'programme', c.programme, 'stage', c.stage, 'since', c.stage_since,
        'evaluatedWith', c.evaluated_with),
      'relations', case when a ? 'seat' then relations_of((a ->> 'seat')::uuid, c.id, (a ->> 'today')::date) else '[]'::jsonb end,
      'known', json_build_object('pages', coalesce(p.pages, '[]'::json), 'facts', coalesce(f.facts, '[]'::json), 'duties', coalesce(d.duties, '[]'::json)))), '[]')
    from chart c
    cross join lateral (select json_agg(facts order by to_seq) as pages, coalesce(max(to_seq), 0) as to_seq from fact_page where chart = c.id) p
    cross join lateral (select json_agg(json_build_array(seq, recorded_at, kind, on_day, at, data, category, supersedes, withdraws) order by seq) as facts
      from fact where chart = c.id and seq > p.to_seq) f
    cross join lateral (select json_agg(json_build_array(key, state, category, said)) as duties from duty where chart = c.id) d
    where c.id = any (v_charts)));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.owed_after_care(p_seats uuid[], p_agency integer, p_today date)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  return array(select c.id from relationship r join chart c on c.id = r.chart
    where r.seat = any (p_seats) and r.kind = 'accountable' and r.to_day is not null and r.ended_at is null
      and c.holder = p_agency and c.stage in ('transitioned', 'ended')
      and exists (select from duty d where d.chart = c.id and d.owing = 'holder'
        and (d.state in ('open', 'partial', 'delegated') or d.state = 'impossible' and (d.until is null or d.until > p_today)))
      and not exists (select from relationship later where later.chart = r.chart and later.kind = 'accountable' and later.ended_at is null
        and (later.to_day is null or (later.to_day, later.from_day, later.id) > (r.to_day, r.from_day, r.id))));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.owes_second_factor(p_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
  select exists (
    select 1 from seat s join agency g on g.id = s.agency join capacity c on c.code = s.capacity
      cross join lateral (select (present() at time zone g.zone)::date as today) t
    where s.person = p_person and c.works_through = 'staff' and s.from_day <= t.today and (s.to_day is null or s.to_day >= t.today)
      and demands_second_factor(g.id, t.today))
$function$
;
CREATE OR REPLACE FUNCTION kinfold.people_in_trail(p_text text, p_person uuid, p_limit integer)
 RETURNS TABLE(person uuid, name text, agency text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  v_low text := folded_name(p_text);
  v_high text := v_low || U&'\+10FFFF';
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'the audit trail is the privacy officer''s' using errcode = 'KF403';
  end if;
  return query
    select f.id, f.name, (select g.short_name from agency g where g.id = coalesce(
      (select t.agency from seat t where t.person = f.id and t.agency = v_agency limit 1),
      -- Elsewhere: for whom they did it, and no other work of theirs.
      (select e.agency from audit_event e where e.person = f.id and e.holder = v_agency order by e.id desc limit 1)))
    from (
      select p.id, p.name from person p where p.id = p_person
      union select p.id, p.name from person p where folded_name(p.name) collate "C" >= v_low and folded_name(p.name) collate "C" < v_high
      union select p.id, p.name from person p
        where folded_name(split_part(p.name, ' ', -1)) collate "C" >= v_low and folded_name(split_part(p.name, ' ', -1)) collate "C" < v_high) f
    where exists (select 1 from seat t where t.person = f.id and t.agency = v_agency)
      or exists (select 1 from audit_event e where e.person = f.id and e.holder = v_agency)
    order by f.name, f.id limit least(p_limit, 50);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.present()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$ select now() + ahead from clock_setting $function$
;
CREATE OR REPLACE FUNCTION kinfold.raise_superseded(p_chart uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  strictness text[] := array['general', 'mental-health', 'school', 'child-welfare', 'justice', 'incident', 'quality-of-care', 'reproductive', 'hiv',
    'violence', 'family-private', 'substance-use', 'counseling-notes'];
begin
  update fact old set category = new.category from fact new
  where old.chart = p_chart and new.chart = p_chart and new.supersedes = old.seq
    and array_position(strictness, new.category::text) > array_position(strictness, old.category::text);
  update contact old set category = new.category from contact new
  where old.chart = p_chart and new.chart = p_chart and new.supersedes = old.id
    and array_position(strictness, new.category::text) > array_position(strictness, old.category::text);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.reach_new_chart(p_chart uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_charts text := (scope_charts() || p_chart)::text;
  v_kept text := set_config('kinfold.charts', v_charts, true);
begin
  v_kept := set_config('kinfold.seal', scope_seal(current_setting('kinfold.actor'), current_setting('kinfold.agencies'),
    current_setting('kinfold.intake'), v_charts, current_setting('kinfold.categories')), true);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.recorded_charts(p_seat uuid, p_agency integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  return array(select r.chart from referral r join chart c on c.id = r.chart
    where r.registered_by = p_seat and r.recorded_for is not null and c.holder = p_agency
      and c.stage = any ('{referred,to-assign,assigned,accepted,enrolled,planning,active-community,active-out-of-home,transitioning}'::text[])
      and not exists (select 1 from relationship a where a.chart = r.chart and a.kind = 'accountable'));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.referred_elsewhere(p_chart uuid)
 RETURNS TABLE(id uuid, number bigint, stage text, holder integer, name text, born date, county text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare v_agency integer := scope_registrar();
begin
  if v_agency is null then return; end if;
  if p_chart is null then
    return query
      select c.id, c.number, c.stage, c.holder, concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last), y.born, y.county
      from chart c join youth y on y.chart = c.id
      where c.agency = v_agency and c.agency <> c.holder and c.stage in ('referred', 'to-assign', 'assigned', 'accepted');
  else
    return query
      select c.id, c.number, case when c.stage in ('referred', 'to-assign', 'assigned', 'accepted') then c.stage else 'enrolled' end, c.holder,
        concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last), y.born, y.county
      from chart c join youth y on y.chart = c.id
      where c.id = p_chart and c.agency = v_agency and c.agency <> c.holder;
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.refuse_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  raise exception 'facts hold codes, days and references only' using errcode = 'check_violation', constraint = 'fact_codes_only';
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.registered_beyond(p_source text)
 RETURNS TABLE(external_id text, fingerprint text, chart uuid, mended boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  v_charts uuid[] := scope_charts();
  v_categories text[] := scope_categories();
begin
  if a is null or a ->> 'through' <> 'assigned' then return; end if;
  return query
    select r.external_id, r.fingerprint, r.chart, false from referral r
    where r.agency = v_agency and r.source = p_source and r.external_id is not null and r.category = any (v_categories)
      and r.chart not in (select unnest(v_charts))
    union all
    select r.external_id, r.fingerprint, r.chart, true
    from import_batch b join import_row i on i.batch = b.id join referral r on r.chart = i.chart
    where b.agency = v_agency and b.source = p_source and i.outcome in ('registered', 'with-tasks')
      and r.agency = v_agency and r.source <> p_source and r.external_id is not null and r.category = any (v_categories)
      and r.chart not in (select unnest(v_charts));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.registrar_letters(p_chart uuid)
 RETURNS SETOF kinfold.fact
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare v_agency integer := scope_registrar();
begin
  if v_agency is null then return; end if;
  return query select f.* from fact f where f.chart = p_chart and f.kind = 'referral.letter-sent' and f.agency = v_agency and not f.withdraws
    and not exists (select 1 from fact n where n.chart = f.chart and n.supersedes = f.seq);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.rekey_chart(p_chart uuid, p_keys jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  delete from name_key n where n.chart = p_chart and not exists (
    select 1 from jsonb_to_recordset(p_keys) as k (kind text, token text) where k.kind = n.kind and k.token = n.token);
  insert into name_key (chart, agency, holder, programme, kind, token)
  select c.id, c.agency, c.holder, c.programme, k.kind, k.token from chart c, jsonb_to_recordset(p_keys) as k (kind text, token text)
  where c.id = p_chart on conflict do nothing;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.relation_kinds(p_capacity text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select case
    when p_capacity = 'caregiver' then '{guardian}'
    when p_capacity = 'youth' then '{self}'
    when p_capacity = 'court-liaison' then '{court-liaison}'
    when p_capacity = 'reviewer' then '{reviewer}'
    when p_capacity = 'family-support-partner' then '{family-support,team-member}'
    when p_capacity in ('provider', 'natural-support', 'care-manager', 'supervisor', 'on-call', 'pe-coordinator', 'targeted-case-manager',
      'tcm-supervisor') then '{team-member}'
    else '{}' end::text[] $function$
;
CREATE OR REPLACE FUNCTION kinfold.relations_of(p_seat uuid, p_chart uuid, p_today date)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_kinds text[];
  v_present timestamptz;
  v_accountable uuid[];
  v_carrying uuid[];
begin
  select array_agg(distinct r.kind) filter (where r.seat = p_seat), coalesce(array_agg(r.seat) filter (where r.kind = 'accountable'), '{}'),
      coalesce(array_agg(r.seat) filter (where r.kind in ('accountable', 'cover')), '{}')
    into v_kinds, v_accountable, v_carrying
  from relationship r where r.chart = p_chart and r.ended_at is null and r.from_day <= p_today and (r.to_day is null or r.to_day >= p_today);
  if exists (select 1 from absence a where a.cover = p_seat and a.seat = any (v_accountable) and p_today between a.from_day and a.to_day) then
    v_kinds := array_append(v_kinds, 'cover');
  end if;
  -- `carrying` and `answers_for` in one question.
  if exists (select 1 from supervision v
      where v.seat = any (v_carrying || array(select a.cover from absence a where a.seat = any (v_carrying) and p_today between a.from_day and a.to_day))
        and v.supervisor = any (array_append(array(select a.seat from absence a where a.cover = p_seat and p_today between a.from_day and a.to_day), p_seat))
        and v.from_day <= p_today and (v.to_day is null or v.to_day >= p_today)) then
    v_kinds := array_append(v_kinds, 'supervisor');
  end if;
  -- Most people have no shift at all, and need no clock.
  if exists (select 1 from on_call_shift o where o.seat = p_seat and o.cancelled_at is null) then
    v_present := present();
    if exists (select 1 from on_call_shift o where o.seat = p_seat and o.from_at <= v_present and o.to_at > v_present and o.cancelled_at is null
        and o.agency = (select holder from chart where id = p_chart)) then
      v_kinds := array_append(v_kinds, 'on-call');
    end if;
  end if;
  if exists (select 1 from emergency_access e where e.seat = p_seat and e.chart = p_chart and e.to_at > now()) then
    v_kinds := array_append(v_kinds, 'emergency');
  end if;
  return coalesce(to_jsonb(v_kinds), '[]');
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.request_redaction(p_id uuid, p_event bigint, p_order text, p_reason text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
  e record;
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'redaction is for privacy officers' using errcode = 'KF403';
  end if;
  select id, at, redacted_at into e from audit_event v
  where v.id = p_event and (v.agency = (a ->> 'agency')::integer or v.holder = (a ->> 'agency')::integer)
    and exists (select 1 from audit_seal s where s.era = v.era and v.tx >= s.from_tx and v.tx < s.to_tx);
  if not found then raise exception 'no such audit row' using errcode = 'KF404'; end if;
  insert into audit_redaction (id, event, event_at, agency, court_order, reason, requested_by, requested_person)
  values (p_id, e.id, e.at, (a ->> 'agency')::integer, p_order, p_reason, (a ->> 'seat')::uuid, (a ->> 'person')::uuid);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.restricted_since(p_chart uuid, p_kind text, p_value text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.review_emergency(p_id uuid, p_words text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
  e record;
begin
  if a ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'emergency access is reviewed by the privacy officer' using errcode = 'KF403';
  end if;
  select id, chart, reviewed_at into e from emergency_access where id = p_id and agency = (a ->> 'agency')::integer for update;
  if not found then raise exception 'no such emergency access' using errcode = 'KF404'; end if;
  if e.reviewed_at is not null then return false; end if;
  update emergency_access set reviewed_at = now(), reviewed_by = (a ->> 'seat')::uuid, review = p_words where id = p_id;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.scope_actor()
 RETURNS jsonb
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT (kinfold.scope_setting('actor'::text))::jsonb AS scope_setting;
END
;
CREATE OR REPLACE FUNCTION kinfold.scope_agencies()
 RETURNS integer[]
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT COALESCE((kinfold.scope_setting('agencies'::text))::integer[], '{}'::integer[]) AS "coalesce";
END
;
CREATE OR REPLACE FUNCTION kinfold.scope_agency()
 RETURNS integer
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT (((kinfold.scope_setting('actor'::text))::jsonb ->> 'agency'::text))::integer AS int4;
END
;
CREATE OR REPLACE FUNCTION kinfold.scope_categories()
 RETURNS text[]
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT COALESCE((kinfold.scope_setting('categories'::text))::text[], '{}'::text[]) AS "coalesce";
END
;
CREATE OR REPLACE FUNCTION kinfold.scope_charts()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT COALESCE((kinfold.scope_setting('charts'::text))::uuid[], '{}'::uuid[]) AS "coalesce";
END
;
CREATE OR REPLACE FUNCTION kinfold.scope_colleagues()
 RETURNS integer[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  a jsonb := kinfold.scope_actor();
begin
  if a is null or a ->> 'through' = 'person' then return '{}'; end if;
  return array_append(kinfold.scope_intake(), (a ->> 'agency')::integer);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.scope_command()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT COALESCE((translate(((kinfold.scope_setting('actor'::text))::jsonb ->> 'command'::text), '[]"'::text, '{}'::text))::uuid[], '{}'::uuid[]) AS "coalesce";
END
;
CREATE OR REPLACE FUNCTION kinfold.scope_family()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT
         CASE
             WHEN (((kinfold.scope_setting('actor'::text))::jsonb ->> 'capacity'::text) = ANY (ARRAY['youth'::text, 'caregiver'::text])) THEN COALESCE((kinfold.scope_setting('charts'::text))::uuid[], '{}'::uuid[])
             ELSE '{}'::uuid[]
         END AS "case";
END
;
CREATE OR REPLACE FUNCTION kinfold.scope_intake()
 RETURNS integer[]
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT COALESCE((kinfold.scope_setting('intake'::text))::integer[], '{}'::integer[]) AS "coalesce";
END
;
CREATE OR REPLACE FUNCTION kinfold.scope_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT (((kinfold.scope_setting('actor'::text))::jsonb ->> 'person'::text))::uuid AS uuid;
END
;
CREATE OR REPLACE FUNCTION kinfold.scope_registrar()
 RETURNS integer
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT
         CASE
             WHEN (((kinfold.scope_setting('actor'::text))::jsonb ->> 'searches'::text) IS NOT NULL) THEN (((kinfold.scope_setting('actor'::text))::jsonb ->> 'agency'::text))::integer
             ELSE NULL::integer
         END AS "case";
END
;
CREATE OR REPLACE FUNCTION kinfold.scope_seal(p_actor text, p_agencies text, p_intake text, p_charts text, p_categories text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  k bytea := int8send(pg_sequence_last_value('kinfold.scope_key_high'::regclass)) || int8send(pg_sequence_last_value('kinfold.scope_key_low'::regclass));
begin
  if strpos(p_actor || p_agencies || p_intake || p_charts || p_categories, E'\x1f') > 0 then
    raise exception 'a scope holds no separator' using errcode = 'insufficient_privilege';
  end if;
  return encode(sha256(k || int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp())
    || convert_to(p_actor || E'\x1f' || p_agencies || E'\x1f' || p_intake || E'\x1f' || p_charts || E'\x1f' || p_categories, 'UTF8') || k), 'hex');
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.scope_setting(p_name text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  k bytea := int8send(pg_sequence_last_value('kinfold.scope_key_high'::regclass)) || int8send(pg_sequence_last_value('kinfold.scope_key_low'::regclass));
begin
  if current_setting('kinfold.seal', true) = encode(sha256(k || int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp())
      || convert_to(current_setting('kinfold.actor', true) || E'\x1f' || current_setting('kinfold.agencies', true) || E'\x1f'
        || current_setting('kinfold.intake', true) || E'\x1f' || current_setting('kinfold.charts', true) || E'\x1f'
        || current_setting('kinfold.categories', true), 'UTF8') || k), 'hex') then
    return current_setting('kinfold.' || p_name, true);
  end if;
  if coalesce(current_setting('kinfold.seal', true), '') = '' then return null; end if;
  raise exception 'the scope of this transaction was not set by enter()' using errcode = 'insufficient_privilege';
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.scope_team()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare a jsonb := scope_actor();
begin
  return coalesce(answers_for((a ->> 'seat')::uuid, (a ->> 'today')::date), '{}');
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.scope_teammates()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
  v_today date := (a ->> 'today')::date;
  v_leads uuid[] := array_append(array(select v.supervisor from supervision v
    where v.seat = (a ->> 'seat')::uuid and v.from_day <= v_today and (v.to_day is null or v.to_day >= v_today)), (a ->> 'seat')::uuid);
begin
  return v_leads || array(select v.seat from supervision v
    where v.supervisor = any (v_leads) and v.from_day <= v_today and (v.to_day is null or v.to_day >= v_today));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.seal_standing()
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_era integer := (select coalesce(max(era), 1) from audit_era);
  v_last audit_seal;
  v_from xid8;
begin
  if scope_actor() ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'the audit trail is the privacy officer''s' using errcode = 'KF403';
  end if;
  select * into v_last from audit_seal order by number desc limit 1;
  v_from := case when v_last.era = v_era then v_last.to_tx else '0'::xid8 end;
  return (
    with open as (select e.at from audit_event e where e.era = v_era and e.tx >= v_from)
    select jsonb_build_object('unsealed', (select count(*) from open), 'unsealedSince', (select min(at) from open),
      'last', case when v_last.number is not null then
        jsonb_build_object('number', v_last.number, 'era', v_last.era, 'sealedAt', v_last.sealed_at, 'head', encode(v_last.head, 'hex')) end));
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.search_known(p_kind text, p_from text[], p_below text[], p_least integer, p_limit integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare v_programme text := scope_actor() ->> 'searches';
begin
  if v_programme is null then return; end if;
  return query
    select k.chart from unnest(p_from, p_below) with ordinality as part (low, high, n)
      join name_key k on k.kind = p_kind and k.token >= part.low and k.token < part.high and k.programme = v_programme
    group by k.chart having count(distinct part.n) >= p_least order by count(distinct part.n) desc, k.chart limit p_limit;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.seat_held_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  -- One of a thousand locks for each person: many seats written at once must not fill the table of locks.
  perform pg_advisory_xact_lock(12, hashtext(new.person::text) & 1023);
  if exists (select 1 from seat s where s.person = new.person and s.agency = new.agency and s.capacity = new.capacity and s.id <> new.id
      and daterange(s.from_day, s.to_day, '[]') && daterange(new.from_day, new.to_day, '[]')) then
    raise exception 'this person has such a seat on some of these days' using errcode = 'exclusion_violation', constraint = 'seat_held_once';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.seat_is_of(p_seat uuid, p_agency integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
  select exists (select 1 from seat s where s.id = p_seat and s.agency = p_agency) $function$
;
CREATE OR REPLACE FUNCTION kinfold.seats_of_session(p_token bytea)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare s record;
begin
  select t.id, t.person, t.locked_at, locks_at(t) as locks_at, t.idle_minutes, t.ends_at, t.stepped_up_at into s
  from session t join person p on p.id = t.person and p.disabled_at is null
  where t.token_hash = p_token and t.ended_at is null and t.ends_at > now();
  if not found then raise exception 'no such session' using errcode = 'KF401'; end if;
  return (select jsonb_build_object('session', s.id, 'person', p.id, 'name', p.name, 'locale', p.locale, 'endsAt', s.ends_at,
      'locksAt', s.locks_at, 'idleMinutes', s.idle_minutes,
      'locked', s.locked_at is not null or s.locks_at < now(),
      'steppedUpAt', s.stepped_up_at,
      'hasPassword', p.password_hash is not null,
      'hasTotp', exists (select 1 from totp where totp.person = p.id and totp.confirmed_at is not null),
      'hasPasskey', exists (select 1 from passkey where passkey.person = p.id),
      'seats', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'capacity', t.capacity, 'title', t.title, 'agency', g.id, 'agencyName', g.name,
          'agencyShort', g.short_name, 'programme', g.programme) order by g.id, t.capacity), '[]')
        from seat t join agency g on g.id = t.agency where t.person = p.id
          and t.from_day <= (now() at time zone g.zone)::date and (t.to_day is null or t.to_day >= (now() at time zone g.zone)::date)))
    from person p where p.id = s.person);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.seats_that_reach(p_chart uuid, p_category text)
 RETURNS TABLE(seat uuid, name text, capacity text, title text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_today date := (scope_actor() ->> 'today')::date;
  c record;
  v_nobodys boolean;
begin
  select chart.holder, g.staff_reach into c from chart join agency g on g.id = chart.holder
  where chart.id = p_chart and (chart.holder = any (scope_agencies()) or chart.id = any (scope_charts()));
  if not found then raise exception 'no such chart' using errcode = 'KF404'; end if;
  v_nobodys := c.staff_reach = 'assigned' and p_chart = any (nobodys_charts(c.holder, v_today));
  return query
    select s.id, p.name, s.capacity, s.title
    from seat s join person p on p.id = s.person and p.disabled_at is null join capacity k on k.code = s.capacity
    where s.agency = c.holder and s.from_day <= v_today and (s.to_day is null or s.to_day >= v_today) and k.works_through = 'staff' and k.chart_reach = 'agency'
      and p_category = any (k.categories)
      and (k.narrowed = 'never' or (k.narrowed in ('by-agency', 'to-team') and c.staff_reach = 'agency')
        or (k.narrowed = 'to-team' and v_nobodys)
        or (relations_of(s.id, p_chart, v_today) - 'on-call' - 'emergency') - case when k.narrowed = 'to-team' then '' else 'supervisor' end <> '[]')
    order by p.name, s.id;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.seats_to_relate(p_chart uuid)
 RETURNS TABLE(seat uuid, person uuid, name text, capacity text, title text, agency text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare c record;
begin
  select chart.holder, chart.programme into c from chart
  where chart.id = p_chart and (chart.holder = any (scope_agencies()) or chart.id = any (scope_charts()));
  if not found then raise exception 'no such chart' using errcode = 'KF404'; end if;
  return query
    select s.id, p.id, p.name, s.capacity, s.title, g.short_name
    from seat s join person p on p.id = s.person and p.disabled_at is null join agency g on g.id = s.agency
    where cardinality(relation_kinds(s.capacity)) > 0
      and (s.agency = c.holder or (g.programme = c.programme and g.kind in ('fso', 'mco', 'payer', 'county')))
      and s.from_day <= (scope_actor() ->> 'today')::date and (s.to_day is null or s.to_day >= (scope_actor() ->> 'today')::date);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.session_idle_minutes()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  new.idle_minutes := idle_minutes_of(new.person);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.sessions_follow_agency()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  update session set idle_minutes = idle_minutes_of(session.person)
  where at_screen and ended_at is null and person in (select s.person from seat s where s.agency = new.id);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.sessions_follow_seat()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  update session set idle_minutes = idle_minutes_of(new.person) where person = new.person and at_screen and ended_at is null;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.sharing_keys(p_tokens text[], p_most integer)
 RETURNS TABLE(token text, chart uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare v_programme text := scope_actor() ->> 'searches';
begin
  if v_programme is null then return; end if;
  return query
    select asked.token, n.chart from unnest(p_tokens) as asked (token),
      lateral (select k.chart from name_key k where k.kind = 'match' and k.token = asked.token and k.programme = v_programme limit p_most) n;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.step_job(p_id uuid, p_done integer, p_failed integer, p_result jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  update job_progress set done = done + p_done, failed = failed + p_failed, result = result || p_result
  where id = p_id and session = (scope_actor() ->> 'session')::uuid;
  if not found then raise exception 'not this job''s own session' using errcode = 'insufficient_privilege'; end if;
  update session set last_seen_at = now() where id = (scope_actor() ->> 'session')::uuid;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.store_agency_duties(p_id uuid, p_upsert jsonb, p_gone text[], p_with text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.store_agency_evaluation(p_programme text, p_id uuid, p_from_seq integer, p_upsert jsonb, p_gone text[], p_with text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  perform enter_system('re-evaluation', p_programme);
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 11));
  if coalesce((select max(seq) from agency_fact where id = p_id), 0) <> p_from_seq then return; end if;
  perform store_agency_duties(p_id, p_upsert, p_gone, p_with);
  if jsonb_array_length(p_upsert) + cardinality(p_gone) > 0 then
    perform append_audit('duties.re-evaluated', 'done', null, jsonb_build_object('subject', p_id, 'with', p_with,
      'changed', jsonb_array_length(p_upsert), 'gone', cardinality(p_gone)));
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.store_evaluations(p jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
begin
  if not (array(select (c ->> 'chart')::uuid from jsonb_array_elements(p) c) <@ scope_command()) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  perform engine_store_many(p);
  perform engine_fold(array(select (c ->> 'chart')::uuid from jsonb_array_elements(p) c));
  insert into audit_event (capacity, programme, holder, chart, operation, outcome, details, digest, era)
  select 'system', a ->> 'programme', h.holder, h.id, 'duties.re-evaluated', 'done', jsonb_build_object('system', a ->> 'system',
      'with', c -> 'stage' -> 'evaluatedWith', 'changed', jsonb_array_length(c -> 'upsert'), 'gone', jsonb_array_length(c -> 'gone')), '',
    (select coalesce(max(era), 1) from audit_era)
  from jsonb_array_elements(p) c join chart h on h.id = (c ->> 'chart')::uuid
  where jsonb_array_length(c -> 'upsert') + jsonb_array_length(c -> 'gone') > 0;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.take_emergency(p_id uuid, p_number bigint, p_identifier text, p_name text, p_born date, p_reason text, p_minutes integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  v_found uuid[];
  v_others bigint[];
  c record;
  v_to timestamptz := now() + make_interval(mins => p_minutes);
begin
  if coalesce(a ->> 'capacity', '') not in ('care-manager', 'supervisor', 'on-call', 'targeted-case-manager', 'tcm-supervisor') then
    raise exception 'emergency access is not for this capacity' using errcode = 'KF403';
  end if;
  if not (a ->> 'steppedUp')::boolean then
    raise exception 'emergency access asks for a second proof of identity' using errcode = 'KF403';
  end if;
  if num_nonnulls(p_number, p_identifier, p_name) <> 1 or (p_name is null) <> (p_born is null) then
    raise exception 'a chart is named in one way' using errcode = 'invalid_parameter_value';
  end if;
  if p_number is not null then
    v_found := array(select chart.id from chart where chart.number = p_number);
  elsif p_identifier is not null then
    v_found := array(select distinct i.chart from identifier i where i.holder = v_agency and i.value = p_identifier and i.to_day is null);
  else
    v_found := array(select distinct k.chart from name_key k join youth y on y.chart = k.chart
      where k.holder = v_agency and k.kind = 'whole' and k.token = p_name and y.born = p_born);
  end if;
  v_found := array(select chart.id from chart where chart.id = any (v_found) and chart.holder = v_agency and chart.programme = a ->> 'programme');
  if cardinality(v_found) > 1 and not (v_found <@ array(select charts_of_one_youth(v_found[1]))) then v_found := '{}'; end if;
  select chart.id, chart.holder, chart.programme into c from chart where chart.id = any (v_found)
  order by chart.stage in ('enrolled', 'planning', 'active-community', 'active-out-of-home', 'transitioning') desc, chart.stage_since desc nulls last, chart.number desc
  limit 1;
  if not found then raise exception 'no such chart' using errcode = 'KF404'; end if;
  v_others := array(select chart.number from chart where chart.id = any (v_found) and chart.id <> c.id order by chart.number desc);
  if c.holder = any (scope_agencies()) or c.id = any (scope_charts()) then
    perform append_audit('emergency.not-needed', 'done', c.id, jsonb_build_object('others', v_others));
    return jsonb_build_object('outcome', 'already-within-reach', 'chart', c.id, 'until', null, 'others', v_others);
  end if;
  insert into emergency_access (id, chart, seat, agency, holder, programme, reason, to_at)
  values (p_id, c.id, (a ->> 'seat')::uuid, v_agency, c.holder, c.programme, p_reason, v_to);
  perform append_audit('emergency.taken', 'done', c.id, jsonb_build_object('emergency', p_id, 'until', v_to, 'others', v_others));
  insert into job_request (name, data) values ('emergency.to-review', jsonb_build_object('emergency', p_id, 'agency', v_agency));
  return jsonb_build_object('outcome', 'taken', 'chart', c.id, 'until', v_to, 'others', v_others);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.team_charts(p_seat uuid, p_agency integer, p_today date)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.this_instant()
 RETURNS timestamp with time zone
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$ select clock_timestamp() + ahead from clock_setting $function$
;
CREATE OR REPLACE FUNCTION kinfold.touch_sessions(p_tokens bytea[], p_ago double precision[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
  update session s set last_seen_at = greatest(s.last_seen_at, seen.at)
  from (select token, clock_timestamp() - make_interval(secs => ago) as at from unnest(p_tokens, p_ago) as u (token, ago)) seen
  where s.token_hash = seen.token and s.ended_at is null and s.locked_at is null and seen.at <= locks_at(s)
$function$
;
CREATE OR REPLACE FUNCTION kinfold.transferred()
 RETURNS TABLE(chart uuid, number bigint, name text, born date, left_at timestamp with time zone, left_on date, to_agency text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
  v_seats uuid[];
begin
  if a is null or not 'general' = any (scope_categories()) then return; end if;
  if a ->> 'through' = 'assigned' then
    v_seats := array_append(case when a ->> 'capacity' in (select code from capacity where narrowed = 'to-team') then scope_team() end, (a ->> 'seat')::uuid);
  end if;
  return query
    select distinct on (l.chart) l.chart, c.number, l.name, l.born, l.left_at, l.left_on, g.short_name
    from chart_left l join chart c on c.id = l.chart join agency g on g.id = l.to_agency
    where l.agency = (a ->> 'agency')::integer and c.holder <> l.agency and c.programme = a ->> 'programme'
      and (l.agency = any (scope_agencies())
        -- Where reach is by charts: who answered for the chart when the agency's care ended, not everybody who once had to do with it.
        or exists (select 1 from relationship r where r.chart = l.chart and r.seat = any (v_seats)
          and r.kind = 'accountable' and (r.to_day is null
            or r.to_day >= (select max(e.ended_on) from enrolment e where e.chart = l.chart and e.agency = l.agency))))
    order by l.chart, l.left_at desc;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.transferred_duties(p_chart uuid)
 RETURNS SETOF kinfold.duty_left
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  return query select d.* from transferred() t join duty_left d on d.chart = t.chart and d.agency = scope_agency() and d.left_at = t.left_at
    where t.chart = p_chart and d.category = any (scope_categories());
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.transferred_facts(p_chart uuid)
 RETURNS SETOF kinfold.fact
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  if not exists (select 1 from transferred() t where t.chart = p_chart) then raise exception 'no such chart' using errcode = 'KF404'; end if;
  return query select * from fact f where f.chart = p_chart and f.agency = scope_agency() and f.category = any (scope_categories())
    and not f.withdraws and not exists (select 1 from fact s where s.chart = f.chart and s.supersedes = f.seq and s.agency = f.agency);
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.transferred_notes(p_chart uuid)
 RETURNS SETOF kinfold.contact
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  if not exists (select 1 from transferred() t where t.chart = p_chart) then raise exception 'no such chart' using errcode = 'KF404'; end if;
  return query select * from contact n where n.chart = p_chart and n.agency = scope_agency() and n.withdrawn_at is null
    and n.category = any (scope_categories());
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.undo_link(p_chart uuid, p_other uuid, p_kind text, p_reason text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  a jsonb := scope_actor();
  v_agency integer := (a ->> 'agency')::integer;
  v_agencies integer[] := scope_intake();
  v_charts uuid[] := scope_charts();
  v_categories text[] := scope_categories();
  v_from uuid[];
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  with undone as (
    update chart_link l set undone_at = now(), undone_reason = p_reason
    where l.undone_at is null and l.kind = p_kind and l.category = any (v_categories)
      and ((l.chart = p_chart and l.other = p_other) or (l.chart = p_other and l.other = p_chart))
      and (l.agency = scope_registrar()
        or ((l.holder = any (v_agencies) or l.chart = any (v_charts))
          and ((a ->> 'through' = 'staff' and l.agency = v_agency)
            or exists (select 1 from chart c where c.id = l.other and (c.holder = any (v_agencies) or c.id = any (v_charts))))))
    returning l.chart)
  select array_agg(undone.chart) into v_from from undone;
  if v_from is null then return false; end if;
  if p_other = any (v_from) then
    perform append_audit('chart.unlinked', 'done', p_other, jsonb_build_object('other', p_chart));
  end if;
  insert into review_task (chart, id, agency, holder, programme, code, detail)
  select c.id, gen_random_uuid(), v_agency, c.holder, c.programme, 'likely-duplicate', asked.detail
  from chart c cross join lateral (select t.detail, t.settled_at, t.answer from review_task t
    where t.chart = c.id and t.code = 'likely-duplicate' and t.detail ->> 'chart' in (p_chart::text, p_other::text)
    order by t.settled_at desc nulls first limit 1) asked
  where c.id in (p_chart, p_other) and c.holder = v_agency and asked.settled_at is not null
    and asked.answer = case p_kind when 'same-person' then 'same-youth' when 'not-same-person' then 'another-youth' else p_kind end;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.who_may_see(p_chart uuid)
 RETURNS TABLE(id uuid, kind text, seat uuid, name text, capacity text, agency text, from_day date, to_day date, over boolean, given_by text, reason text, authority uuid, ended_by text, end_reason text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
declare
  v_holder integer;
  v_today date := (scope_actor() ->> 'today')::date;
  v_zone text := scope_actor() ->> 'zone';
begin
  select c.holder into v_holder from chart c where c.id = p_chart and (c.holder = any (scope_agencies()) or c.id = any (scope_charts()));
  if not found then raise exception 'no such chart' using errcode = 'KF404'; end if;
  return query
    with related as (
      select r.id, r.kind, r.seat, r.from_day, r.to_day, r.ended_at is not null or coalesce(r.to_day < v_today, false) as over,
        r.given_by, r.reason, r.authority, r.ended_by, r.end_reason
      from relationship r where r.chart = p_chart and r.category = any (scope_categories())),
    accountable as (select r.seat from related r where r.kind = 'accountable' and not r.over and r.from_day <= v_today),
    supervising as (select v.supervisor, v.from_day, v.to_day from supervision v
      where v.seat = any (carrying(p_chart, v_today)) and v.from_day <= v_today and (v.to_day is null or v.to_day >= v_today)),
    everybody as (
      select * from related
      union all select null, 'cover', a.cover, a.from_day, a.to_day, false, null, null, null, null, null
        from absence a join accountable on accountable.seat = a.seat where v_today between a.from_day and a.to_day
      -- Once each, though they supervise the one who is accountable and the one who covers.
      union select null, 'supervisor', v.supervisor, v.from_day, v.to_day, false, null, null, null, null::uuid, null
        from supervising v
      union select null, 'supervisor', a.cover, a.from_day, a.to_day, false, null, null, null, null::uuid, null
        from supervising v join absence a on a.seat = v.supervisor and v_today between a.from_day and a.to_day
          join seat s on s.id = a.cover join capacity k on k.code = s.capacity and k.narrowed = 'to-team'
      union all select null, 'on-call', o.seat, (o.from_at at time zone v_zone)::date, (o.to_at at time zone v_zone)::date, false, o.made_by, null, null, null, null
        from on_call_shift o where o.agency = v_holder and o.cancelled_at is null and o.from_at <= present() and o.to_at > present()
      union all select null, 'recorder', r.registered_by, c.opened_on, null, false, null, null, null, null, null
        from referral r join chart c on c.id = r.chart join seat s on s.id = r.registered_by and s.agency = v_holder
          and (s.to_day is null or s.to_day >= v_today) join capacity k on k.code = s.capacity and k.narrowed = 'by-agency'
        where r.chart = p_chart and p_chart = any (recorded_charts(r.registered_by, v_holder))
          and exists (select 1 from agency g where g.id = v_holder and g.staff_reach = 'assigned')
      union all select null, 'emergency', e.seat, (e.from_at at time zone v_zone)::date, (e.to_at at time zone v_zone)::date, false, e.seat, e.reason, null, null, null
        from emergency_access e where e.chart = p_chart and e.to_at > now())
    select e.id, e.kind, e.seat, p.name, s.capacity, g.short_name, e.from_day, e.to_day, e.over, gp.name, e.reason, e.authority, ep.name, e.end_reason
    from everybody e join seat s on s.id = e.seat join person p on p.id = s.person join agency g on g.id = s.agency
      left join seat gs on gs.id = e.given_by left join person gp on gp.id = gs.person
      left join seat es on es.id = e.ended_by left join person ep on ep.id = es.person
    order by e.over, e.from_day, p.name;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.withdraw_note(p_chart uuid, p_contact uuid, p_reason text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  if not (p_chart = any (scope_command())) then
    raise exception 'this command does not hold the chart' using errcode = 'insufficient_privilege';
  end if;
  -- With every earlier version: a note in the wrong chart was there from its first words on.
  with recursive versions as (
    select id, supersedes from contact where chart = p_chart and id = p_contact
    union all
    select c.id, c.supersedes from contact c join versions v on c.chart = p_chart and c.id = v.supersedes)
  update contact set withdrawn_at = now(), withdrawn_by = (scope_actor() ->> 'seat')::uuid, withdrawn_reason = p_reason
  where chart = p_chart and id in (select id from versions) and withdrawn_at is null and holder = any (scope_agencies() || scope_agency());
  return found;
end $function$
;
CREATE OR REPLACE FUNCTION kinfold.withdrawn_notes(p_chart uuid)
 RETURNS SETOF kinfold.contact
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'kinfold', 'pg_temp'
AS $function$
begin
  if scope_actor() ->> 'capacity' is distinct from 'privacy-officer' then
    raise exception 'withdrawn notes are the privacy officer''s' using errcode = 'KF403';
  end if;
  return query select * from contact where chart = p_chart and withdrawn_at is not null and holder = any (scope_agencies());
end $function$
;

-- Grants
GRANT UPDATE ON COLUMN kinfold.alert.code TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.alert.code TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.alert.from_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.alert.from_day TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.alert.to_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.alert.to_day TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.alert.words TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.alert.words TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.chart.evaluated_with TO kinfold_engine;
GRANT UPDATE ON COLUMN kinfold.chart.stage TO kinfold_engine;
GRANT UPDATE ON COLUMN kinfold.chart.stage_since TO kinfold_engine;
GRANT UPDATE ON COLUMN kinfold.chart_link.undone_at TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.chart_link.undone_at TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.chart_link.undone_reason TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.chart_link.undone_reason TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.consent.ended_authority TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.consent.ended_authority TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.consent.ended_by TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.consent.ended_by TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.consent.ended_on TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.consent.ended_on TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.consent.ended_reason TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.consent.ended_reason TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.city TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.city TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.confidential TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.confidential TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.county TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.county TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.extension TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.extension TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.from_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.from_day TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.kind TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.kind TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.relative TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.relative TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.revision TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.revision TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.seen_by TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.seen_by TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.share_with TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.share_with TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.state TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.state TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.text_ok TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.text_ok TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.to_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.to_day TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.value TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.value TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.voicemail TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.voicemail TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.contact_point.zip TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.contact_point.zip TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.court_order.ended_reason TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.court_order.ended_reason TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.court_order.to_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.court_order.to_day TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.coverage.from_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.coverage.from_day TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.coverage.kind TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.coverage.kind TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.coverage.member_number TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.coverage.member_number TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.coverage.plan TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.coverage.plan TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.coverage.plan_state TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.coverage.plan_state TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.coverage.revision TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.coverage.revision TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.coverage.special_programs TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.coverage.special_programs TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.coverage.to_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.coverage.to_day TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.enrolment.end_reason TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.enrolment.end_reason TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.enrolment.ended_on TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.enrolment.ended_on TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.enrolment.ground TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.enrolment.ground TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.identifier.ended_reason TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.identifier.ended_reason TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.identifier.to_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.identifier.to_day TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.referral_assignment.answered_at TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.referral_assignment.answered_at TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.referral_assignment.answered_by TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.referral_assignment.answered_by TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.referral_assignment.return_because TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.referral_assignment.return_because TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.referral_assignment.return_reason TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.referral_assignment.return_reason TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.referral_assignment.state TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.referral_assignment.state TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relationship.end_reason TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relationship.end_reason TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relationship.ended_at TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relationship.ended_at TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relationship.ended_by TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relationship.ended_by TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relationship.reason TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relationship.reason TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relationship.to_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relationship.to_day TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relative.authority TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relative.authority TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relative.authority_from TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relative.authority_from TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relative.authority_to TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relative.authority_to TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relative.from_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relative.from_day TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relative.interpreter TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relative.interpreter TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relative.languages TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relative.languages TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relative.lives_with TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relative.lives_with TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relative.name TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relative.name TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relative.relationship TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relative.relationship TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relative.revision TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relative.revision TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.relative.to_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.relative.to_day TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.review_task.answer TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.review_task.answer TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.review_task.note TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.review_task.note TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.review_task.settled_at TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.review_task.settled_at TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.review_task.settled_by TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.review_task.settled_by TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.category TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.category TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.classification TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.classification TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.consent_to_talk TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.consent_to_talk TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.district TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.district TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.from_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.from_day TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.grade TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.grade TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.last_iep_on TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.last_iep_on TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.name TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.name TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.next_annual_on TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.next_annual_on TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.next_reevaluation_on TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.next_reevaluation_on TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.revision TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.revision TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.support TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.support TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.school.to_day TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.school.to_day TO kinfold_staff;
GRANT INSERT, UPDATE ON COLUMN kinfold.seat_preference.digest TO kinfold_assigned;
GRANT INSERT, UPDATE ON COLUMN kinfold.seat_preference.digest TO kinfold_person;
GRANT INSERT, UPDATE ON COLUMN kinfold.seat_preference.digest TO kinfold_staff;
GRANT INSERT, UPDATE ON COLUMN kinfold.seat_preference.opens_with TO kinfold_assigned;
GRANT INSERT, UPDATE ON COLUMN kinfold.seat_preference.opens_with TO kinfold_person;
GRANT INSERT, UPDATE ON COLUMN kinfold.seat_preference.opens_with TO kinfold_staff;
GRANT INSERT, UPDATE ON COLUMN kinfold.seat_preference.seat TO kinfold_assigned;
GRANT INSERT, UPDATE ON COLUMN kinfold.seat_preference.seat TO kinfold_person;
GRANT INSERT, UPDATE ON COLUMN kinfold.seat_preference.seat TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.youth.born TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.youth.born TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.youth.born_estimated TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.youth.born_estimated TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.youth.county TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.youth.county TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.youth.gender TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.youth.gender TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.youth.interpreter TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.youth.interpreter TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.youth.languages TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.youth.languages TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.youth.legal_first TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.youth.legal_first TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.youth.legal_last TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.youth.legal_last TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.youth.preferred_name TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.youth.preferred_name TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.youth.pronouns TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.youth.pronouns TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.youth.race_ethnicity TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.youth.race_ethnicity TO kinfold_staff;
GRANT UPDATE ON COLUMN kinfold.youth.revision TO kinfold_assigned;
GRANT UPDATE ON COLUMN kinfold.youth.revision TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.add_keys(p_keys jsonb) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.add_keys(p_keys jsonb) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.append_audit(p_operation text, p_outcome text, p_chart uuid, p_details jsonb, p_category text) TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.append_looks(p_looks jsonb) TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.ask_job(p_id uuid, p_name text, p_total integer, p_data jsonb) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.ask_job(p_id uuid, p_name text, p_total integer, p_data jsonb) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.audit_trail(p_filter jsonb) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.audit_trail(p_filter jsonb) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.audit_trail(p_filter jsonb) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.caseloads() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.caseloads() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.change_agency(p_id uuid, p_agency integer, p_base integer, p_phone text, p_phone_source text, p_website text, p_staff_reach text, p_reason text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.change_service_area(p_id uuid, p_agency integer, p_county text, p_base integer, p_from date, p_reason text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.close_agency_command(p jsonb) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.close_agency_command(p jsonb) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.close_command(p jsonb) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.close_command(p jsonb) TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.close_command(p jsonb) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.close_command(p jsonb) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.close_commands(p jsonb) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.close_commands(p jsonb) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.confirm_redaction(p_id uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.confirm_redaction(p_id uuid) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.count_held_charts() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.count_held_charts() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.duties_kept_back(p_chart uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.duties_kept_back(p_chart uuid) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.emergencies(p_state text, p_limit integer) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.emergencies(p_state text, p_limit integer) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.enter(p_token bytea, p_seat uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.enter(p_token bytea, p_seat uuid) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.enter(p_token bytea, p_seat uuid) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.enter_system(p_job text, p_programme text, p_command uuid[]) TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.fact_sources(p_chart uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.fact_sources(p_chart uuid) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.handed_on(p_chart uuid, p_duty text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.handed_on(p_chart uuid, p_duty text) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.handed_on(p_chart uuid, p_duty text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.hold_chart(p_chart uuid, p_to integer) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.hold_chart(p_chart uuid, p_to integer) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.keep_agency_subject(p_id uuid, p_from_seq integer, p_facts jsonb, p_upsert jsonb, p_gone text[], p_with text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.keep_agency_subject(p_id uuid, p_from_seq integer, p_facts jsonb, p_upsert jsonb, p_gone text[], p_with text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.known_youths(p_charts uuid[], p_tokens text[]) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.known_youths(p_charts uuid[], p_tokens text[]) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.known_youths(p_charts uuid[], p_tokens text[]) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.labels_fit(p_chart uuid, p_holder integer, p_programme text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.labels_fit(p_chart uuid, p_holder integer, p_programme text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.looks_at(p_chart uuid, p_limit integer, p_lists boolean) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.looks_at(p_chart uuid, p_limit integer, p_lists boolean) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.looks_at(p_chart uuid, p_limit integer, p_lists boolean) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.matching_keys(p_chart uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.matching_keys(p_chart uuid) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.matching_keys(p_chart uuid) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.may_be_related(p_chart uuid, p_seat uuid, p_kind text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.may_be_related(p_chart uuid, p_seat uuid, p_kind text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.mend_row(p_chart uuid, p_id uuid, p_table text, p_row uuid, p_change jsonb, p_reason text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.mend_row(p_chart uuid, p_id uuid, p_table text, p_row uuid, p_change jsonb, p_reason text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.open_agency_command(p_token bytea, p_seat uuid, p_write uuid, p_digest bytea) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.open_agency_command(p_token bytea, p_seat uuid, p_write uuid, p_digest bytea) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.open_agency_subject(p_subject text, p_id uuid, p_new boolean) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.open_agency_subject(p_subject text, p_id uuid, p_new boolean) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.open_command(p_token bytea, p_seat uuid, p_chart uuid, p_write uuid, p_digest bytea) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.open_command(p_token bytea, p_seat uuid, p_chart uuid, p_write uuid, p_digest bytea) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.open_command(p_token bytea, p_seat uuid, p_chart uuid, p_write uuid, p_digest bytea) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.open_commands(p_token bytea, p_seat uuid, p_charts uuid[]) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.open_commands(p_token bytea, p_seat uuid, p_charts uuid[]) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.open_registered_command(p_token bytea, p_seat uuid, p_chart uuid, p_write uuid, p_digest bytea) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.open_registered_command(p_token bytea, p_seat uuid, p_chart uuid, p_write uuid, p_digest bytea) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.open_system_command(p_job text, p_programme text, p_chart uuid) TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.open_system_commands(p_job text, p_programme text, p_charts uuid[]) TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.people_in_trail(p_text text, p_person uuid, p_limit integer) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.people_in_trail(p_text text, p_person uuid, p_limit integer) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.present() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.present() TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.present() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.present() TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.present() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.referred_elsewhere(p_chart uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.referred_elsewhere(p_chart uuid) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.referred_elsewhere(p_chart uuid) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.registered_beyond(p_source text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.registered_beyond(p_source text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.registrar_letters(p_chart uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.registrar_letters(p_chart uuid) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.rekey_chart(p_chart uuid, p_keys jsonb) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.rekey_chart(p_chart uuid, p_keys jsonb) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.relation_kinds(p_capacity text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.relation_kinds(p_capacity text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.request_redaction(p_id uuid, p_event bigint, p_order text, p_reason text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.request_redaction(p_id uuid, p_event bigint, p_order text, p_reason text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.restricted_since(p_chart uuid, p_kind text, p_value text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.restricted_since(p_chart uuid, p_kind text, p_value text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.review_emergency(p_id uuid, p_words text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.review_emergency(p_id uuid, p_words text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_actor() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_actor() TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.scope_actor() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_actor() TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.scope_actor() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_agencies() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_agencies() TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.scope_agencies() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_agencies() TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.scope_agencies() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_agency() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_agency() TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.scope_agency() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_agency() TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.scope_agency() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_categories() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_categories() TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.scope_categories() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_categories() TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.scope_categories() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_charts() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_charts() TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.scope_charts() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_charts() TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.scope_charts() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_colleagues() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_colleagues() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_colleagues() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_command() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_command() TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.scope_command() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_command() TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.scope_command() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_family() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_family() TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.scope_family() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_family() TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.scope_family() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_intake() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_intake() TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.scope_intake() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_intake() TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.scope_intake() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_person() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_person() TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.scope_person() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_person() TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.scope_person() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_registrar() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_registrar() TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.scope_registrar() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_registrar() TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.scope_registrar() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_setting(p_name text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_setting(p_name text) TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.scope_setting(p_name text) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_setting(p_name text) TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.scope_setting(p_name text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_team() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_team() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.scope_teammates() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.scope_teammates() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.scope_teammates() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.seal_standing() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.seal_standing() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.search_known(p_kind text, p_from text[], p_below text[], p_least integer, p_limit integer) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.search_known(p_kind text, p_from text[], p_below text[], p_least integer, p_limit integer) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.search_known(p_kind text, p_from text[], p_below text[], p_least integer, p_limit integer) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.seat_is_of(p_seat uuid, p_agency integer) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.seat_is_of(p_seat uuid, p_agency integer) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.seats_of_session(p_token bytea) TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.seats_that_reach(p_chart uuid, p_category text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.seats_that_reach(p_chart uuid, p_category text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.seats_to_relate(p_chart uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.seats_to_relate(p_chart uuid) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.sharing_keys(p_tokens text[], p_most integer) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.sharing_keys(p_tokens text[], p_most integer) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.sharing_keys(p_tokens text[], p_most integer) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.step_job(p_id uuid, p_done integer, p_failed integer, p_result jsonb) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.step_job(p_id uuid, p_done integer, p_failed integer, p_result jsonb) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.store_agency_evaluation(p_programme text, p_id uuid, p_from_seq integer, p_upsert jsonb, p_gone text[], p_with text) TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.store_evaluations(p jsonb) TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.take_emergency(p_id uuid, p_number bigint, p_identifier text, p_name text, p_born date, p_reason text, p_minutes integer) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.take_emergency(p_id uuid, p_number bigint, p_identifier text, p_name text, p_born date, p_reason text, p_minutes integer) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.this_instant() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.this_instant() TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.this_instant() TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.this_instant() TO kinfold_reports;
GRANT EXECUTE ON FUNCTION kinfold.this_instant() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.touch_sessions(p_tokens bytea[], p_ago double precision[]) TO kinfold_engine;
GRANT EXECUTE ON FUNCTION kinfold.transferred() TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.transferred() TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.transferred_duties(p_chart uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.transferred_duties(p_chart uuid) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.transferred_facts(p_chart uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.transferred_facts(p_chart uuid) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.transferred_notes(p_chart uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.transferred_notes(p_chart uuid) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.undo_link(p_chart uuid, p_other uuid, p_kind text, p_reason text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.undo_link(p_chart uuid, p_other uuid, p_kind text, p_reason text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.who_may_see(p_chart uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.who_may_see(p_chart uuid) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.withdraw_note(p_chart uuid, p_contact uuid, p_reason text) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.withdraw_note(p_chart uuid, p_contact uuid, p_reason text) TO kinfold_staff;
GRANT EXECUTE ON FUNCTION kinfold.withdrawn_notes(p_chart uuid) TO kinfold_assigned;
GRANT EXECUTE ON FUNCTION kinfold.withdrawn_notes(p_chart uuid) TO kinfold_person;
GRANT EXECUTE ON FUNCTION kinfold.withdrawn_notes(p_chart uuid) TO kinfold_staff;
GRANT USAGE ON SCHEMA kinfold TO kinfold_assigned;
GRANT USAGE ON SCHEMA kinfold TO kinfold_engine;
GRANT USAGE ON SCHEMA kinfold TO kinfold_person;
GRANT USAGE ON SCHEMA kinfold TO kinfold_reports;
GRANT USAGE ON SCHEMA kinfold TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.absence TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.absence TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.agency TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.agency TO kinfold_engine;
GRANT SELECT ON TABLE kinfold.agency TO kinfold_person;
GRANT SELECT ON TABLE kinfold.agency TO kinfold_reports;
GRANT SELECT ON TABLE kinfold.agency TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.agency_duty TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.agency_duty TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.agency_fact TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.agency_fact TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.agency_subject TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.agency_subject TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.agreement TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.agreement TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.alert TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.alert TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.alert TO kinfold_person;
GRANT SELECT ON TABLE kinfold.audit_redaction TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.audit_redaction TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.capacity TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.capacity TO kinfold_engine;
GRANT SELECT ON TABLE kinfold.capacity TO kinfold_person;
GRANT SELECT ON TABLE kinfold.capacity TO kinfold_reports;
GRANT SELECT ON TABLE kinfold.capacity TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.chart TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.chart TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.chart TO kinfold_engine;
GRANT SELECT ON TABLE kinfold.chart TO kinfold_person;
GRANT INSERT, SELECT ON TABLE kinfold.chart_link TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.chart_link TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.chart_link TO kinfold_person;
GRANT INSERT, SELECT ON TABLE kinfold.consent TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.consent TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.consent TO kinfold_person;
GRANT INSERT, SELECT ON TABLE kinfold.contact TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.contact TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.contact TO kinfold_person;
GRANT INSERT, SELECT ON TABLE kinfold.contact_point TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.contact_point TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.contact_point TO kinfold_person;
GRANT SELECT ON TABLE kinfold.county TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.county TO kinfold_engine;
GRANT SELECT ON TABLE kinfold.county TO kinfold_person;
GRANT SELECT ON TABLE kinfold.county TO kinfold_reports;
GRANT SELECT ON TABLE kinfold.county TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.court_order TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.court_order TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.court_order TO kinfold_person;
GRANT INSERT, SELECT ON TABLE kinfold.coverage TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.coverage TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.coverage TO kinfold_person;
GRANT SELECT ON TABLE kinfold.directory_change TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.directory_change TO kinfold_staff;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE kinfold.draft TO kinfold_assigned;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE kinfold.draft TO kinfold_person;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE kinfold.draft TO kinfold_staff;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE kinfold.duty TO kinfold_engine;
GRANT SELECT ON TABLE kinfold.duty TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.duty TO kinfold_person;
GRANT SELECT ON TABLE kinfold.duty TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.duty_decision TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.duty_decision TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.duty_decision TO kinfold_person;
GRANT SELECT ON TABLE kinfold.earlier_version TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.earlier_version TO kinfold_person;
GRANT SELECT ON TABLE kinfold.earlier_version TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.eligibility_decision TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.eligibility_decision TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.eligibility_decision TO kinfold_person;
GRANT SELECT ON TABLE kinfold.emergency_access TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.emergency_access TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.enrolment TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.enrolment TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.enrolment TO kinfold_person;
GRANT INSERT, SELECT ON TABLE kinfold.fact TO kinfold_engine;
GRANT SELECT ON TABLE kinfold.fact TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.fact TO kinfold_person;
GRANT SELECT ON TABLE kinfold.fact TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.fact_page TO kinfold_engine;
GRANT INSERT, SELECT ON TABLE kinfold.fhir_resource TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.fhir_resource TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.identifier TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.identifier TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.identifier TO kinfold_person;
GRANT INSERT, SELECT, UPDATE ON TABLE kinfold.import_batch TO kinfold_assigned;
GRANT INSERT, SELECT, UPDATE ON TABLE kinfold.import_batch TO kinfold_staff;
GRANT DELETE, INSERT, SELECT ON TABLE kinfold.import_batch_file TO kinfold_assigned;
GRANT DELETE, INSERT, SELECT ON TABLE kinfold.import_batch_file TO kinfold_staff;
GRANT INSERT, SELECT, UPDATE ON TABLE kinfold.import_row TO kinfold_assigned;
GRANT INSERT, SELECT, UPDATE ON TABLE kinfold.import_row TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.job_progress TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.job_progress TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.job_row TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.job_row TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.name_key TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.name_key TO kinfold_person;
GRANT SELECT ON TABLE kinfold.name_key TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.on_call_shift TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.on_call_shift TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.pack_edition TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.pack_edition TO kinfold_person;
GRANT SELECT ON TABLE kinfold.pack_edition TO kinfold_staff;
GRANT INSERT, SELECT, UPDATE ON TABLE kinfold.parameter_override TO kinfold_assigned;
GRANT INSERT, SELECT, UPDATE ON TABLE kinfold.parameter_override TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.recorded_wrongly TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.recorded_wrongly TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.referral TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.referral TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.referral TO kinfold_person;
GRANT INSERT, SELECT ON TABLE kinfold.referral_assignment TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.referral_assignment TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.referral_assignment TO kinfold_person;
GRANT INSERT, SELECT ON TABLE kinfold.relationship TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.relationship TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.relationship TO kinfold_person;
GRANT INSERT, SELECT ON TABLE kinfold.relative TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.relative TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.relative TO kinfold_person;
GRANT INSERT, SELECT ON TABLE kinfold.review_task TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.review_task TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.review_task TO kinfold_person;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE kinfold.saved_filter TO kinfold_assigned;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE kinfold.saved_filter TO kinfold_person;
GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE kinfold.saved_filter TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.school TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.school TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.school TO kinfold_person;
GRANT SELECT ON TABLE kinfold.seat TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.seat TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.seat_holder TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.seat_holder TO kinfold_person;
GRANT SELECT ON TABLE kinfold.seat_holder TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.seat_preference TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.seat_preference TO kinfold_person;
GRANT SELECT ON TABLE kinfold.seat_preference TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.service_area TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.service_area TO kinfold_engine;
GRANT SELECT ON TABLE kinfold.service_area TO kinfold_person;
GRANT SELECT ON TABLE kinfold.service_area TO kinfold_reports;
GRANT SELECT ON TABLE kinfold.service_area TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.supervision TO kinfold_assigned;
GRANT SELECT ON TABLE kinfold.supervision TO kinfold_staff;
GRANT INSERT, SELECT ON TABLE kinfold.youth TO kinfold_assigned;
GRANT INSERT, SELECT ON TABLE kinfold.youth TO kinfold_staff;
GRANT SELECT ON TABLE kinfold.youth TO kinfold_person;

-- Comments
COMMENT ON COLUMN kinfold.agency.sign_on_revision IS 'Of its identity provider; here, because the provider''s own row goes when there is none.';
COMMENT ON COLUMN kinfold.capacity.narrowed IS 'When reach is by charts instead of the agency: where the agency says so, to what the seat is related to (by-agency) or also to its team''s charts and those nobody answers for (to-team); or whenever no shift runs.';
COMMENT ON COLUMN kinfold.contact_point.seen_by IS 'Who else may see or hear what is sent there, in the family''s words.';
COMMENT ON COLUMN kinfold.contact_point.share_with IS 'Who may be given it beside the agency itself (team, providers, school, court, plan); empty: nobody else.';
COMMENT ON COLUMN kinfold.county.served_revision IS 'Of who serves it: what somebody saw who says that another does.';
COMMENT ON COLUMN kinfold.duty.said IS 'Fingerprint of what the engine said: equal exactly when nothing changed. Null: written before there was one.';
COMMENT ON COLUMN kinfold.import_row.cells IS 'Kept only for rows that could not be read, so that they can be mended and imported again.';
COMMENT ON COLUMN kinfold.pack_edition.calendar IS 'The text of the calendar the pack counts business days by.';
COMMENT ON COLUMN kinfold.pack_edition.engine IS 'The version of the engine that judged by it first.';
COMMENT ON COLUMN kinfold.pack_edition.files IS 'The files as read: a list of `path` and `text`.';
COMMENT ON COLUMN kinfold.pack_edition.hash IS 'SHA-256 of the pack''s files, as outcomes name it; `calendar_hash` that of its calendar.';
COMMENT ON COLUMN kinfold.relationship.authority IS 'The relative on whose authority a guardian''s seat sees the chart.';
COMMENT ON COLUMN kinfold.relative.interpreter IS 'Whether one is wanted; null: nobody asked.';
COMMENT ON COLUMN kinfold.relative.languages IS 'As the youth''s.';
COMMENT ON COLUMN kinfold.session.at_screen IS 'Somebody signed in with it. A program''s, or long work''s, has no screen that could be left open.';
COMMENT ON COLUMN kinfold.session.idle_minutes IS 'The fewest that an agency of its person asks for. Kept by triggers: on signing in, on a seat, on the agency''s setting.';
COMMENT ON COLUMN kinfold.youth.interpreter IS 'Whether one is wanted; null: nobody asked.';
COMMENT ON COLUMN kinfold.youth.languages IS 'In their order: code (BCP 47) or words; speaks, reads; talk and letters: the preferred ones.';
COMMENT ON FUNCTION kinfold.duties_kept_back(p_chart uuid) IS 'For leaving them out; never for telling that they are there.';
COMMENT ON FUNCTION kinfold.owes_second_factor(p_person uuid) IS 'Whether an agency somebody works for today demands a second factor from its staff.';
COMMENT ON FUNCTION kinfold.relation_kinds(p_capacity text) IS 'As what somebody of this capacity may be related to a chart by hand.';
COMMENT ON FUNCTION kinfold.scope_colleagues() IS 'The agencies whose people''s names this scope may read.';
COMMENT ON FUNCTION kinfold.scope_command() IS 'The charts whose lock this transaction''s command holds: all that the engine role may touch.';
COMMENT ON FUNCTION kinfold.scope_seal(p_actor text, p_agencies text, p_intake text, p_charts text, p_categories text) IS 'Binds the scope to this backend and this transaction: a value set by anything but enter() does not verify.';
COMMENT ON FUNCTION kinfold.scope_team() IS 'The seats whose work the acting seat answers for today: those it supervises, and those of a supervisor it covers.';
COMMENT ON FUNCTION kinfold.this_instant() IS 'As present(), moving on within a transaction.';
COMMENT ON SEQUENCE kinfold.scope_key_high IS 'Half of the key that seals a scope; never drawn from.';
COMMENT ON SEQUENCE kinfold.scope_key_low IS 'The other half.';
COMMENT ON TABLE kinfold.absence IS 'Cover during absence: the covering seat sees and answers for the absent seat''s charts on these days.';
COMMENT ON TABLE kinfold.agency IS 'Organizations: care management organizations, the administrator, family support organizations, health plans, payers.';
COMMENT ON TABLE kinfold.agency_fact IS 'What happened with it. Never edited: a later fact supersedes, with a reason. `document` says where the paper is.';
COMMENT ON TABLE kinfold.agency_subject IS 'What an agency keeps a history of beside its charts, and with which rules and numbers its duties were made.';
COMMENT ON TABLE kinfold.agreement IS 'An agreement of the agency with somebody else; when it was signed, renewed and ended are its facts.';
COMMENT ON TABLE kinfold.audit_era IS 'Transaction numbers start anew in another database cluster; each cluster the audit lived in is an era.';
COMMENT ON TABLE kinfold.audit_event IS 'Who did or saw what, when, in which capacity. Codes and references only. Sealed within a second or so of commit.';
COMMENT ON TABLE kinfold.audit_seal IS 'A chain of Merkle roots over all audit rows of transactions in [from_tx, to_tx).';
COMMENT ON TABLE kinfold.capacity IS 'The capacities a seat may have, with the reach and the data categories that come with each.';
COMMENT ON TABLE kinfold.chart_left IS 'Charts an agency had enrolled and handed over: what it calls them, as the youth was called on that day.';
COMMENT ON TABLE kinfold.chart_link IS 'Siblings, and the same youth twice: a merge is a link record that can be undone, never a copy.';
COMMENT ON TABLE kinfold.consent IS 'Who said yes, by what authority, when, to what, in which language; rights and notices handed over are items.';
COMMENT ON TABLE kinfold.contact IS 'Signed notes. Never edited: an amendment is a new row with a reason; a note in the wrong chart is withdrawn, not erased.';
COMMENT ON TABLE kinfold.court_order IS 'Orders about a relative and this youth: custody, guardianship, no contact. Dated; an order ends, it is not removed.';
COMMENT ON TABLE kinfold.draft IS 'What somebody is still writing in one of their seats. Theirs alone; survives timeout, crash and sign-in; never part of the record.';
COMMENT ON TABLE kinfold.duty_left IS 'What an agency owed of a chart on the day it handed it over.';
COMMENT ON TABLE kinfold.earlier_version IS 'What a row said before it was changed. Written by the database itself, whoever changes the row.';
COMMENT ON TABLE kinfold.fact IS 'What happened. Never edited: a correction or a withdrawal is a later fact that supersedes an earlier one, once.';
COMMENT ON TABLE kinfold.fact_page IS 'Copies of a chart''s facts up to a number, as the engine reads them; of every category, so that nobody but the engine may read them.';
COMMENT ON TABLE kinfold.fhir_client IS 'A program of a partner that may send referrals: a random secret, kept only as its hash, and the seat it acts in.';
COMMENT ON TABLE kinfold.fhir_resource IS 'What a partner sent, as it was taken, under the ids the record knows it by.';
COMMENT ON TABLE kinfold.fhir_session IS 'The short sessions that access tokens of partners stand for.';
COMMENT ON TABLE kinfold.import_batch_file IS 'The text of a file whose rows are still being read; deleted when they are.';
COMMENT ON TABLE kinfold.job_name IS 'The kinds of long work there are. Nobody can ask for another.';
COMMENT ON TABLE kinfold.job_progress IS 'Long work somebody asked for, with how far it is. Codes, counts and references only.';
COMMENT ON TABLE kinfold.job_request IS 'Jobs asked for by a command, in its transaction; handed to the job runner after commit.';
COMMENT ON TABLE kinfold.job_row IS 'What became of each unit of long work, in the order asked.';
COMMENT ON TABLE kinfold.name_key IS 'What a chart can be found by: folded name parts, their sounds, identifiers, telephone digits, and keys for likely duplicates.';
COMMENT ON TABLE kinfold.on_call_shift IS 'The on-call roster: from one instant to another the seat reaches the agency''s charts.';
COMMENT ON TABLE kinfold.pack_edition IS 'Every edition of a pack this installation judged by, since when: rules as written, about nobody. Append-only.';
COMMENT ON TABLE kinfold.person IS 'Somebody who can sign in. A youth or a caregiver becomes one only when they want an account.';
COMMENT ON TABLE kinfold.recorded_wrongly IS 'What was recorded wrongly: what it said, what is right instead (null: it never was so), who says so and why.';
COMMENT ON TABLE kinfold.saved_filter IS 'A way of looking at the work list under a name: codes only, nothing about anybody. Shared ones are shown to the team.';
COMMENT ON TABLE kinfold.seat IS 'A person acting in one capacity for one agency, for a time. A person may have several and acts in one at a time.';
COMMENT ON TABLE kinfold.seat_preference IS 'What a seat chose for itself. Without a row, everything is as is usual for its capacity.';
COMMENT ON TABLE kinfold.second_factor_demand IS 'From which day an agency demands a second factor from its staff, or no longer. The latest day that has come counts, and of one day what was recorded last. Read and written before anybody has entered, on the owner''s connection alone.';
COMMENT ON TABLE kinfold.service_area IS 'Which agency serves which county, from and until when.';
COMMENT ON TABLE kinfold.session IS 'Opaque sessions: only the hash of the token is kept. Idle minutes lock (15, or fewer), 12 hours end (NIST 800-63B-4).';
COMMENT ON TABLE kinfold.sessions_ended IS 'Sessions an agency ended, of one person or (person null) of everybody with a seat there, by whom and why.';
COMMENT ON TABLE kinfold.sign_in_step IS 'A sign-in half done: the ticket for a second factor, a passkey''s challenge, a round trip to an identity provider. Each is taken once.';
COMMENT ON TABLE kinfold.sign_in_wait IS 'Failed attempts in a row, by keyed hash of the account and of the address: many processes count together and nobody can read who tried.';
COMMENT ON TABLE kinfold.single_sign_on IS 'An agency''s own identity provider (OpenID Connect). The client secret is sealed like a TOTP secret.';
COMMENT ON TABLE kinfold.totp IS 'One authenticator app a person. Counts as a second factor once a code from it was confirmed.';
COMMENT ON TABLE kinfold.write IS 'Every write carries an id the client made: the same body again gets the first answer, another body is a conflict.';
COMMENT ON TABLE kinfold.youth IS 'The young person as the family and the youth say it: names, pronouns, birth day or estimate, languages.';
