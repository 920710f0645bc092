-- Whose list a patient is on (fastlegeliste), as the lists of HELFO have told it.

create table patient_list (
  clinic        integer not null references clinic,
  id            uuid not null,
  doctor        uuid not null,
  doctor_number text collate "C" not null,
  doctor_name   text,
  municipality  text not null,
  valid_from    date not null,
  valid_until   date,
  message_id    text not null,
  stated_count  integer,
  entry_count   integer not null,
  -- Entries that could not be read, as they came: nothing of a list is lost.
  unreadable    jsonb not null default '[]',
  read_at       timestamptz not null,
  read_by       uuid not null,
  primary key (clinic, id),
  unique (clinic, message_id),
  foreign key (clinic, doctor) references person
);
create index patient_list_newest on patient_list (clinic, doctor_number, municipality, valid_from);

-- A patient's time on a list. It is closed, never deleted; someone who comes back has a new row.
create table list_member (
  clinic             integer not null,
  doctor_number      text collate "C" not null,
  municipality       text not null,
  patient            uuid not null,
  from_day           date not null,
  until_day          date,
  -- As received; HELFO's codes are shown and never guessed at.
  change             text,
  reason_for_leaving text,
  nav_office         text,
  main_person_number text collate "C",
  last_list          uuid not null,
  primary key (clinic, doctor_number, municipality, patient, from_day),
  foreign key (clinic, patient) references patient,
  foreign key (clinic, last_list) references patient_list
);
create index list_member_patient on list_member (clinic, patient);
