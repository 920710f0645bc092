-- Power and water: clinics, facts, access log, jobs, answers already given, accounts and sessions.
-- Every key begins with the clinic. Nothing here knows a clinic word.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- The clinic of this connection; without one, no row of any clinic is seen.
create function current_clinic() returns integer language sql stable parallel safe
  as $$ select nullif(current_setting('dagsverk.clinic', true), '')::integer $$;

create table clinic (
  clinic              integer primary key,
  code                text not null unique,
  name                text not null,
  organisation_number text,
  address             text,
  phone               text,
  is_demo             boolean not null default false,
  founded_at          timestamptz not null
);

-- Asked before anyone is signed in: which clinic is meant; no patient and no person in the answer.
create function clinic_directory() returns setof clinic language sql stable security definer set search_path = public
  as $$ select * from clinic order by clinic $$;

-- A dated setting of the clinic (a threshold, an age, an interval); the newest row that has begun counts.
create table setting (
  clinic     integer not null references clinic,
  name       text not null,
  valid_from date not null,
  value      jsonb not null,
  set_by     uuid not null,
  set_at     timestamptz not null,
  reason     text,
  primary key (clinic, name, valid_from, set_at)
);

-- What happened, in the transaction in which it happened; also the trail.
create table event (
  clinic integer not null,
  number bigint generated always as identity,
  at     timestamptz not null,
  name   text not null,
  facts  jsonb not null,
  person uuid,
  primary key (clinic, number)
);
create index event_at on event (clinic, at);

-- Who did or looked at what, and whether it was allowed. Append-only.
create table access_line (
  clinic  integer not null,
  number  bigint generated always as identity,
  tx      xid8 not null default pg_current_xact_id(),
  at      timestamptz not null,
  kind    text not null check (kind in ('act', 'look')),
  call    text not null,
  duty    text,
  person  uuid,
  session text,
  patient uuid,
  seen    uuid[],
  allowed boolean not null,
  ground  text,
  why     text,
  primary key (clinic, number)
);
create index access_line_patient on access_line (clinic, patient, at) where patient is not null;
create index access_line_person on access_line (clinic, person, at);
create index access_line_order on access_line (clinic, tx, number);

-- The chain over the lines: each seal covers its line and the seal before it.
create table access_seal (
  clinic integer not null,
  place  bigint not null,
  tx     xid8 not null,
  line   bigint not null,
  hash   text not null,
  primary key (clinic, place),
  unique (clinic, line)
);

create function refuse_change() returns trigger language plpgsql
  as $$ begin raise exception '% is append-only', tg_table_name; end $$;
create trigger access_line_stands before update or delete on access_line for each row execute function refuse_change();
create trigger access_seal_stands before update or delete on access_seal for each row execute function refuse_change();
create trigger event_stands before update or delete on event for each row execute function refuse_change();

-- What follows from an event, once each, also after a crash.
create table job (
  clinic      integer not null,
  id          uuid not null,
  reaction    text not null,
  event       text not null,
  facts       jsonb not null,
  person      uuid,
  run_at      timestamptz not null,
  attempts    integer not null default 0,
  fault       text,
  primary key (clinic, id)
);
create index job_due on job (clinic, run_at);
create function clinics_with_jobs(due timestamptz) returns setof integer language sql stable security definer set search_path = public
  as $$ select distinct clinic from job where run_at <= due $$;

-- A command that is sent twice (lost connection) is answered twice and done once.
create table command_answer (
  clinic  integer not null,
  command uuid not null,
  person  uuid not null,
  at      timestamptz not null,
  answer  jsonb not null,
  primary key (clinic, command)
);
create index command_answer_at on command_answer (clinic, at);

create table account (
  clinic          integer not null references clinic,
  person          uuid not null,
  username        text not null,
  password_hash   text,
  pin_hash        text,
  must_change     boolean not null default false,
  oidc_subject    text,
  failed_attempts integer not null default 0,
  locked_until    timestamptz,
  primary key (clinic, person),
  unique (clinic, username),
  unique (clinic, oidc_subject)
);

create table passkey (
  clinic        integer not null,
  credential    text not null,
  person        uuid not null,
  public_key    bytea not null,
  counter       bigint not null,
  transports    text[] not null default '{}',
  label         text not null,
  registered_at timestamptz not null,
  primary key (clinic, credential),
  foreign key (clinic, person) references account
);

create table session (
  clinic       integer not null,
  token_hash   text not null,
  id           uuid not null,
  person       uuid not null,
  workstation  text not null default '',
  signed_in_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at   timestamptz not null,
  locked_at    timestamptz,
  ended_at     timestamptz,
  emergency_at timestamptz,
  means        text not null,
  primary key (clinic, token_hash),
  unique (clinic, id),
  foreign key (clinic, person) references account
);

-- A one-time challenge (passkey, outside sign-in) that any server process can meet.
create table challenge (
  clinic     integer not null,
  id         uuid not null,
  value      text not null,
  person     uuid,
  purpose    text not null,
  expires_at timestamptz not null,
  primary key (clinic, id)
);
