-- Everything that waits for evidence, with owner, deputy and clock. Never deleted: closed, handed over or abandoned with a reason.

create table loop (
  clinic         integer not null references clinic,
  id             uuid not null,
  kind           text not null,
  patient        uuid,
  subject_thing  text not null,
  subject_id     text not null,
  -- What it is about in a few words (analyses, errand); beside the kind on the board.
  what           text not null default '',
  haste          smallint not null check (haste between 1 and 3),
  owner_person   uuid,
  owner_station  text,
  deputy_person  uuid,
  deputy_station text,
  opened_at      timestamptz not null,
  opened_by      uuid not null,
  expected_by    timestamptz not null,
  state          text not null default 'open' check (state in ('open', 'closed', 'handed over', 'abandoned')),
  settled_at     timestamptz,
  settled_by     uuid,
  evidence       jsonb,
  reason         text,
  handed_to      text,
  accepted_by    text,
  primary key (clinic, id),
  foreign key (clinic, patient) references patient,
  check ((owner_person is null) <> (owner_station is null)),
  check ((deputy_person is null) <> (deputy_station is null)),
  check ((state = 'open') = (settled_at is null))
);
create index loop_open on loop (clinic, expected_by) where state = 'open';
create index loop_subject on loop (clinic, subject_thing, subject_id) where state = 'open';
create index loop_patient on loop (clinic, patient) where patient is not null;
create index loop_settled on loop (clinic, settled_at) where settled_at is not null;

-- What was changed on the way: given to another, postponed.
create table loop_change (
  clinic integer not null,
  loop   uuid not null,
  at     timestamptz not null,
  by     uuid not null,
  change text not null,
  reason text,
  primary key (clinic, loop, at, change),
  foreign key (clinic, loop) references loop
);
