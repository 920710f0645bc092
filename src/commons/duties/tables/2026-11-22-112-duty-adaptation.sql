-- What the clinic has decided about a line of the job description; the latest to have begun counts, and the older ones stay.

create table duty_adaptation (
  clinic      integer not null references clinic,
  id          uuid not null,
  duty        text not null,
  is_on       boolean not null,
  who         jsonb,
  level_alone smallint check (level_alone between 0 and 4),
  words       text,
  owner       uuid,
  deputy      uuid,
  decided_by  uuid not null,
  decided_at  timestamptz not null,
  valid_from  date not null,
  primary key (clinic, id),
  foreign key (clinic, owner) references person,
  foreign key (clinic, deputy) references person,
  foreign key (clinic, decided_by) references person
);
create index duty_adaptation_duty on duty_adaptation (clinic, duty, valid_from);
