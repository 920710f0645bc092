-- Whose money it is: each doctor or company keeps its own books, numbers, drawer and terminals.

create table doctor_entity (
  clinic              integer not null references clinic,
  id                  uuid not null,
  name                text not null,
  organisation_number text not null,
  address             text not null,
  is_company          boolean not null,
  is_vat_registered   boolean not null,
  registered_at       timestamptz not null,
  registered_by       uuid not null,
  primary key (clinic, id),
  constraint doctor_entity_number unique (clinic, organisation_number)
);

-- Which entity a doctor's bills belong to, from a day on; the newest line that has begun counts.
create table entity_doctor (
  clinic           integer not null references clinic,
  person           uuid not null,
  valid_from       date not null,
  entity           uuid not null,
  -- Last day of the five years that give specialist supplements.
  specialist_until date,
  placed_at        timestamptz not null,
  placed_by        uuid not null,
  primary key (clinic, person, valid_from, placed_at),
  foreign key (clinic, person) references person,
  foreign key (clinic, entity) references doctor_entity
);

create table payment_terminal (
  clinic   integer not null references clinic,
  id       uuid not null,
  entity   uuid not null,
  name     text not null,
  -- Typed in by hand, or told the amount over the line.
  mode     text not null check (mode in ('typed', 'integrated')),
  address  text,
  added_at timestamptz not null,
  added_by uuid not null,
  gone_at  timestamptz,
  primary key (clinic, id),
  foreign key (clinic, entity) references doctor_entity
);
create index payment_terminal_entity on payment_terminal (clinic, entity);

-- Numbers without a hole: the row is locked until the document that took the number is stored, or gives it back.
create table number_series (
  clinic integer not null references clinic,
  entity uuid not null,
  series text not null,
  last   bigint not null,
  primary key (clinic, entity, series),
  foreign key (clinic, entity) references doctor_entity
);
