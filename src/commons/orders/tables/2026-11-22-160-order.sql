-- What doctors ask the rooms to do. An item keeps its whole story in `item`; room, state and haste stand apart for the work lists.

create table clinical_order (
  clinic      integer not null references clinic,
  id          uuid not null,
  patient     uuid not null,
  state       text not null check (state in ('prepared', 'placed', 'declined')),
  -- Question, who prepared, ordered or declined it and when, until when it holds.
  head        jsonb not null,
  doctor      uuid not null,
  at          timestamptz not null,
  valid_until date,
  primary key (clinic, id),
  foreign key (clinic, patient) references patient
);
create index clinical_order_patient on clinical_order (clinic, patient, at);
create index clinical_order_prepared on clinical_order (clinic, doctor) where state = 'prepared';

create table order_item (
  clinic         integer not null,
  clinical_order uuid not null,
  number         smallint not null,
  code           text not null,
  room           text not null,
  haste          smallint not null,
  state          text not null check (state in ('ordered', 'accepted', 'performed', 'answered', 'handed back', 'cancelled')),
  item           jsonb not null,
  primary key (clinic, clinical_order, number),
  foreign key (clinic, clinical_order) references clinical_order
);
create index order_item_waiting on order_item (clinic, room) where state in ('ordered', 'accepted');
create index order_item_handed_back on order_item (clinic) where state = 'handed back';
