-- Who is with whom today: a learner names a colleague for one duty, or for the whole day (duty is null).

create table supervision (
  clinic     integer not null references clinic,
  id         uuid not null,
  learner    uuid not null,
  supervisor uuid not null,
  duty       text,
  day        date not null,
  named_at   timestamptz not null,
  primary key (clinic, id),
  foreign key (clinic, learner) references person,
  foreign key (clinic, supervisor) references person,
  check (learner <> supervisor)
);
create index supervision_learner on supervision (clinic, learner, day);
