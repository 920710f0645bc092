-- What was seen of the things that the clinic leans on; rows are only added.

create table readiness_check (
  clinic     integer not null references clinic,
  dependency text not null,
  at         timestamptz not null,
  by         uuid,
  health     text not null check (health in ('up', 'slow', 'down')),
  note       text not null default '',
  primary key (clinic, dependency, at)
);
