-- What the desk itself has seen or heard of a patient, so that it is not asked at every visit.

create table desk_check (
  clinic                   integer not null,
  patient                  uuid not null,
  identity_shown_at        timestamptz,
  next_of_kin_confirmed_at timestamptz,
  primary key (clinic, patient),
  foreign key (clinic, patient) references patient
);
