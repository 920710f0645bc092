-- Bills, and the facts of work that they come of.

create table bill (
  clinic        integer not null references clinic,
  id            uuid not null,
  patient       uuid not null,
  entity        uuid not null,
  doctor        uuid not null,
  -- The local day of treatment, and which of the day's contacts with this doctor it is.
  day           date not null,
  about         text not null check (about in ('visit', 'remote contact', 'not attended')),
  state         text not null check (state in ('proposed', 'dropped', 'closed', 'invoiced', 'paid', 'credited')),
  treated_at    timestamptz not null,
  number        bigint,
  -- What the patient pays, and what is still owed, in øre.
  patient_part  integer not null,
  owed          integer not null,
  -- What someone has said of the visit that the facts do not tell: exemption, list, told beforehand.
  circumstances jsonb not null default '{}',
  -- Lines that a person added or took off, with the reason; done again when the facts change.
  adjustments   jsonb not null default '[]',
  -- The bill as it is decided over.
  content       jsonb not null,
  version       integer not null default 1,
  changed_at    timestamptz not null,
  primary key (clinic, id),
  foreign key (clinic, patient) references patient,
  foreign key (clinic, entity) references doctor_entity,
  foreign key (clinic, doctor) references person,
  check ((state in ('proposed', 'dropped')) = (number is null))
);
create unique index bill_proposed_once on bill (clinic, patient, doctor, day, about) where state = 'proposed';
create unique index bill_number on bill (clinic, entity, number) where number is not null;
create index bill_day on bill (clinic, day);
create index bill_patient on bill (clinic, patient, day);
create index bill_open on bill (clinic, day) where state in ('proposed', 'closed', 'invoiced');

-- What was done, as the rooms told it; told again, the newest telling counts, until the bill is closed.
create table billable_fact (
  clinic    integer not null references clinic,
  id        uuid not null,
  patient   uuid not null,
  doctor    uuid,
  day       date not null,
  done_at   timestamptz not null,
  about     text not null check (about in ('visit', 'remote contact', 'not attended')),
  -- The thing that it was told of: kind and id.
  source    text not null,
  performer jsonb,
  fact      jsonb not null,
  bill      uuid,
  withdrawn_at timestamptz,
  primary key (clinic, id),
  constraint billable_fact_once unique (clinic, source),
  foreign key (clinic, patient) references patient,
  foreign key (clinic, bill) references bill
);
create index billable_fact_patient on billable_fact (clinic, patient, day);
create index billable_fact_bill on billable_fact (clinic, bill) where bill is not null;
create index billable_fact_waiting on billable_fact (clinic, day) where bill is null and withdrawn_at is null;
