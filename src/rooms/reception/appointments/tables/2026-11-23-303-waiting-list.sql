-- Who waits for a sooner time, what was offered, and until when the offered time is held.

create table waiting_entry (
  clinic       integer not null references clinic,
  id           uuid not null,
  patient      uuid not null,
  type         text not null,
  book         uuid,
  haste        smallint not null check (haste between 1 and 3),
  can_come     jsonb not null,
  since        timestamptz not null,
  added_by     uuid not null,
  instead      uuid,
  declined     smallint not null default 0,
  state        text not null check (state in ('waiting', 'offered', 'placed', 'withdrawn')),
  -- The time that is held, by whom and until when; only while it is offered.
  offer        jsonb,
  answer_by    timestamptz,
  appointment  uuid,
  ended_at     timestamptz,
  end_reason   text,
  primary key (clinic, id),
  foreign key (clinic, patient) references patient,
  foreign key (clinic, book) references book,
  foreign key (clinic, instead) references appointment,
  foreign key (clinic, appointment) references appointment,
  check ((state = 'offered') = (offer is not null))
);
create index waiting_entry_open on waiting_entry (clinic, haste, since) where state in ('waiting', 'offered');
create index waiting_entry_patient on waiting_entry (clinic, patient);

-- A doctor is away: the day is lifted, a time is proposed to each, and held until the patient has answered.
create table day_move (
  clinic     integer not null references clinic,
  id         uuid not null,
  book       uuid not null,
  day        date not null,
  lifted_at  timestamptz not null,
  lifted_by  uuid not null,
  primary key (clinic, id),
  foreign key (clinic, book) references book
);
create index day_move_day on day_move (clinic, day);

create table day_move_line (
  clinic      integer not null,
  day_move    uuid not null,
  appointment uuid not null,
  reached     text not null,
  along       text[] not null default '{}',
  proposed    jsonb,
  told        jsonb not null,
  is_open     boolean not null,
  primary key (clinic, day_move, appointment),
  foreign key (clinic, day_move) references day_move,
  foreign key (clinic, appointment) references appointment
);
create index day_move_line_open on day_move_line (clinic) where is_open;
