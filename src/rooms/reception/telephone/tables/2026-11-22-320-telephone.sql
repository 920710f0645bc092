-- Calls in and out. A call keeps its whole story in `call`; what is counted and looked up stands apart.

create table telephone_call (
  clinic      integer not null references clinic,
  id          uuid not null,
  state       text not null check (state in ('ringing', 'answered', 'ended', 'abandoned')),
  direction   text not null check (direction in ('in', 'out')),
  number      text collate "C",
  patient     uuid,
  rang_at     timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  call        jsonb not null,
  primary key (clinic, id),
  foreign key (clinic, patient) references patient
);
create index telephone_call_day on telephone_call (clinic, rang_at);
create index telephone_call_patient on telephone_call (clinic, patient, rang_at) where patient is not null;
create index telephone_call_open on telephone_call (clinic, rang_at) where state in ('ringing', 'answered');
