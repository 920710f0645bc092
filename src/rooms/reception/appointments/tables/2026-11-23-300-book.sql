-- Books and what opens them: weekly rules, and what breaks the rules. Free times are reckoned, so there is no row for a free time.

create table book (
  clinic    integer not null references clinic,
  id        uuid not null,
  name      text not null,
  serves    text not null,
  owner     uuid,
  position  integer not null,
  closed_on date,
  primary key (clinic, id),
  foreign key (clinic, owner) references person
);

create table opening_rule (
  clinic              integer not null,
  id                  uuid not null,
  book                uuid not null,
  weekday             smallint not null check (weekday between 1 and 7),
  from_time           time not null,
  until_time          time not null,
  session             text not null,
  slot_minutes        smallint not null check (slot_minutes > 0),
  valid_from          date not null,
  valid_until         date,
  every_weeks         smallint not null default 1 check (every_weeks > 0),
  release_days_before smallint,
  release_at          time,
  primary key (clinic, id),
  foreign key (clinic, book) references book,
  check (from_time < until_time)
);
create index opening_rule_book on opening_rule (clinic, book);

create table book_exception (
  clinic       integer not null,
  id           uuid not null,
  kind         text not null check (kind in ('absence', 'closed day', 'extra session')),
  book         uuid,
  starts_at    timestamptz,
  ends_at      timestamptz,
  day          date,
  from_time    time,
  until_time   time,
  session      text,
  slot_minutes smallint,
  added_by     uuid not null,
  added_at     timestamptz not null,
  -- An exception that was wrong is lifted, and still seen.
  lifted_at    timestamptz,
  primary key (clinic, id),
  foreign key (clinic, book) references book
);
create index book_exception_day on book_exception (clinic, day) where day is not null;
create index book_exception_absence on book_exception (clinic, ends_at) where kind = 'absence';
