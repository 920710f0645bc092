-- People at work as they are decided over: each list holds its own dated lines, and a line that has ended stays.
-- A person is read and judged whole, in every act of the day, so the lists lie with the person.

alter table person
  add column authorisations    jsonb not null default '[]',
  add column employments       jsonb not null default '[]',
  add column accesses          jsonb not null default '[]',
  add column absences          jsonb not null default '[]',
  add column secrecy_signed_on date;

update person set
  authorisations = case when authorised_from is null then '[]' else (
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('role', r, 'kind', 'authorisation',
      'from', authorised_from, 'until', authorised_until, 'checkedOn', added_at::date))), '[]')
    from unnest(roles) r where r in ('doctor', 'nurse', 'bioengineer', 'helsesekretaer')) end,
  employments = jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('kind', 'employed', 'from', employed_from, 'until', employed_until))),
  accesses = (
    select coalesce(jsonb_agg(jsonb_build_object('role', r, 'from', employed_from,
      'until', coalesce(access_until, employed_until, added_at::date + 730), 'decidedBy', id,
      'decidedAt', to_char(added_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]') from unnest(roles) r),
  secrecy_signed_on = added_at::date;

alter table person
  drop column roles, drop column authorised_from, drop column authorised_until, drop column employed_from,
  drop column employed_until, drop column access_until, drop column school;

-- What someone has been seen to master. Nothing is edited: a new assessment takes the place of the older ones.
create table competence (
  clinic      integer not null references clinic,
  id          uuid not null,
  person      uuid not null,
  duty        text not null,
  device      text,
  level       smallint not null check (level between 0 and 4),
  assessor    uuid not null,
  assessed_at timestamptz not null,
  observed    integer not null,
  words       text not null,
  valid_from  date not null,
  valid_until date not null,
  primary key (clinic, id),
  foreign key (clinic, person) references person,
  foreign key (clinic, assessor) references person,
  check (assessor <> person),
  check (valid_from <= valid_until)
);
create index competence_person on competence (clinic, person, duty);

-- A doctor's delegation of one act to one person (helsepersonelloven § 5).
create table delegation (
  clinic      integer not null references clinic,
  id          uuid not null,
  duty        text not null,
  act         text not null,
  task        text not null,
  delegator   uuid not null,
  delegate    uuid not null,
  patients    text not null,
  stop_rules  text[] not null,
  at_most     integer,
  valid_from  date not null,
  valid_until date not null,
  offered_at  timestamptz not null,
  state       text not null check (state in ('offered', 'accepted', 'ended')),
  accepted_at timestamptz,
  used        integer not null default 0,
  how         text check (how in ('withdrawn', 'expired', 'declined', 'returned')),
  ended_at    timestamptz,
  ended_by    uuid,
  words       text,
  primary key (clinic, id),
  foreign key (clinic, delegator) references person,
  foreign key (clinic, delegate) references person,
  check (delegator <> delegate),
  check ((state = 'accepted') <= (accepted_at is not null)),
  check ((state = 'ended') = (how is not null and ended_at is not null))
);
create index delegation_delegate on delegation (clinic, delegate, duty);

-- One piece of work under a delegation, and the unbroken chain of whose hands it has been in.
create table delegated_task (
  clinic    integer not null references clinic,
  id        uuid not null,
  duty      text not null,
  act       text not null,
  delegator uuid not null,
  holder    uuid not null,
  state     text not null check (state in ('held', 'with the doctor', 'done')),
  under     uuid,
  chain     jsonb not null,
  done_by   uuid,
  done_at   timestamptz,
  subject   uuid,
  primary key (clinic, id),
  foreign key (clinic, delegator) references person,
  foreign key (clinic, holder) references person,
  foreign key (clinic, under) references delegation,
  check ((state = 'held') = (under is not null))
);
create index delegated_task_holder on delegated_task (clinic, holder) where state <> 'done';

-- «I am not competent for this»: leads to training, never to blame.
create table learning_need (
  clinic  integer not null references clinic,
  id      uuid not null,
  person  uuid not null,
  duty    text not null,
  said_at timestamptz not null,
  words   text,
  state   text not null default 'open' check (state in ('open', 'met')),
  met_at  timestamptz,
  how     text,
  primary key (clinic, id),
  foreign key (clinic, person) references person
);
create index learning_need_open on learning_need (clinic, person) where state = 'open';

-- What was done under supervision: no part of the record until the named supervisor has countersigned.
create table supervised_act (
  clinic           integer not null references clinic,
  id               uuid not null,
  pupil            uuid not null,
  supervisor       uuid not null,
  duty             text not null,
  act              text not null,
  patient          uuid,
  subject_kind     text not null,
  subject          uuid not null,
  done_at          timestamptz not null,
  version          integer not null default 1,
  state            text not null check (state in ('awaiting', 'countersigned', 'sent back')),
  countersigned_at timestamptz,
  countersigned_by uuid,
  sent_back_at     timestamptz,
  sent_back_by     uuid,
  words            text,
  primary key (clinic, id),
  foreign key (clinic, pupil) references person,
  foreign key (clinic, supervisor) references person,
  check (countersigned_by is distinct from pupil),
  check ((state = 'countersigned') = (countersigned_at is not null))
);
create unique index supervised_act_subject on supervised_act (clinic, subject_kind, subject);
create index supervised_act_open on supervised_act (clinic, supervisor) where state <> 'countersigned';
