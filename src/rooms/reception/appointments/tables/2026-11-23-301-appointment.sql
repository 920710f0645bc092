-- Appointments, and the pieces of books that they hold. No two that hold their time may share a piece of a book.

create table appointment (
  clinic               integer not null references clinic,
  id                   uuid not null,
  patient              uuid not null,
  type                 text not null,
  books                uuid[] not null,
  -- The local day, by which the board is read.
  day                  date not null,
  starts_at            timestamptz not null,
  ends_at              timestamptz not null,
  haste                smallint not null check (haste between 1 and 3),
  about                text not null,
  -- Short words beside the name: wheelchair, taxi, fasting.
  marks                text[] not null default '{}',
  channel              text not null,
  booked_at            timestamptz not null,
  booked_by            uuid not null,
  first_contact_on     date not null,
  squeezed_in_because  text,
  moves                jsonb not null default '[]',
  state                text not null,
  arrived_at           timestamptz,
  received_by          uuid,
  waits_in             text,
  calls                jsonb not null default '[]',
  stays                jsonb not null default '[]',
  -- When and by whom it ended: done, left, no-show or cancelled.
  ended_at             timestamptz,
  ended_by             uuid,
  end_wish             text,
  end_reason           text,
  is_late              boolean,
  -- What other rooms have told of the visit.
  looked_at            timestamptz,
  open_orders          jsonb not null default '[]',
  unseen_by_doctor     boolean not null default false,
  observed_until       timestamptz,
  bill                 text not null default 'not made',
  answers              jsonb not null default '{}',
  primary key (clinic, id),
  foreign key (clinic, patient) references patient,
  check (starts_at < ends_at)
);
create index appointment_day on appointment (clinic, day, starts_at);
create index appointment_patient on appointment (clinic, patient, starts_at);

create table appointment_book (
  clinic      integer not null,
  appointment uuid not null,
  book        uuid not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  during      tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored,
  holds_time  boolean not null,
  is_squeezed boolean not null,
  primary key (clinic, appointment, book),
  foreign key (clinic, appointment) references appointment,
  foreign key (clinic, book) references book,
  constraint appointment_book_once exclude using gist (clinic with =, book with =, during with &&) where (holds_time and not is_squeezed)
);
create index appointment_book_time on appointment_book (clinic, book, starts_at) where holds_time;

-- The five-day meter: one wish for a doctor's time, from the day someone first asked to the day first offered.
create table offer_clock (
  clinic             integer not null,
  id                 uuid not null,
  patient            uuid not null,
  book               uuid,
  first_contact_on   date not null,
  first_offered_for  date,
  late_reason        text,
  appointment        uuid,
  written_by         uuid not null,
  written_at         timestamptz not null,
  primary key (clinic, id),
  foreign key (clinic, patient) references patient,
  foreign key (clinic, book) references book,
  foreign key (clinic, appointment) references appointment
);
create index offer_clock_day on offer_clock (clinic, first_contact_on);
create index offer_clock_open on offer_clock (clinic, patient) where appointment is null;
