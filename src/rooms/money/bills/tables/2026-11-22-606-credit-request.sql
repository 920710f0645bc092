-- Someone asks that a bill be taken back; another person decides.

create table credit_request (
  clinic     integer not null references clinic,
  id         uuid not null,
  bill       uuid not null,
  reason     text not null,
  bill_anew  boolean not null,
  asked_by   uuid not null,
  asked_at   timestamptz not null,
  state      text not null default 'asked' check (state in ('asked', 'credited', 'turned down')),
  decided_by uuid,
  decided_at timestamptz,
  because    text,
  primary key (clinic, id),
  foreign key (clinic, bill) references bill,
  check (decided_by is distinct from asked_by),
  check ((state = 'asked') = (decided_by is null))
);
create unique index credit_request_once on credit_request (clinic, bill) where state = 'asked';
