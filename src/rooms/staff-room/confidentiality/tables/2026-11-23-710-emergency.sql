-- Emergency mode of someone's session: switched on without a question; what was done in it is asked about afterwards.
-- What was done stands in the access log, under the ground `emergency`.

create table emergency (
  clinic      integer not null references clinic,
  id          uuid not null,
  session     uuid not null,
  started_by  uuid not null,
  started_at  timestamptz not null,
  runs_until  timestamptz not null,
  ended_at    timestamptz,
  patient     uuid,
  words       text,
  words_at    timestamptz,
  reviewed_at timestamptz,
  reviewed_by uuid,
  answers     jsonb,
  primary key (clinic, id),
  foreign key (clinic, started_by) references person,
  foreign key (clinic, reviewed_by) references person,
  check ((reviewed_at is null) = (answers is null)),
  check (reviewed_by is distinct from started_by)
);
create index emergency_open on emergency (clinic, started_at) where reviewed_at is null;
create index emergency_session on emergency (clinic, session);
