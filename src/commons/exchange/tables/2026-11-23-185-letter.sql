-- Letters in and out. What comes in is kept byte for byte before anything is read, and is never changed or removed.

create table incoming_letter (
  clinic       integer not null references clinic,
  id           uuid not null,
  arrived_at   timestamptz not null,
  -- Which carrier brought it, and the carrier's own number of the delivery.
  carrier      text not null,
  reference    text not null,
  bytes        bytea not null,
  sha256       text not null,
  encoding     text,
  kind         text,
  version      text,
  message_id   text,
  sender_name  text,
  sender_id    text,
  patient      uuid,
  -- Where it stands for a person: not read yet, filed, waits for a person, broken, come before, a receipt, seen to.
  standing     text not null default 'unread'
               check (standing in ('unread', 'filed', 'waits', 'broken', 'repeated', 'receipt', 'seen to')),
  waits_for    text,
  candidates   uuid[] not null default '{}',
  -- What was read of it, also where it is broken: shown to a person, never filed by itself.
  shown        jsonb,
  faults       jsonb not null default '[]',
  remarks      jsonb not null default '[]',
  -- The decision's picture of the letter.
  thing        jsonb not null,
  closed_words text,
  primary key (clinic, id)
);
create unique index incoming_letter_delivery on incoming_letter (clinic, carrier, reference);
create index incoming_letter_number on incoming_letter (clinic, lower(message_id)) where message_id is not null;
create index incoming_letter_standing on incoming_letter (clinic, standing, arrived_at);

create table outgoing_letter (
  clinic     integer not null references clinic,
  id         uuid not null,
  message_id text not null,
  type       text not null,
  from_her   text,
  to_her     text,
  bytes      bytea not null,
  generated  timestamptz not null,
  -- The letter that a receipt answers.
  answers    uuid,
  status     text,
  state      text not null check (state in ('written', 'handed over', 'overdue', 'received', 'rejected', 'settled')),
  answer_by  timestamptz,
  thing      jsonb not null,
  primary key (clinic, id),
  foreign key (clinic, answers) references incoming_letter
);
create index outgoing_letter_state on outgoing_letter (clinic, state, generated);
create index outgoing_letter_number on outgoing_letter (clinic, lower(message_id));
create index outgoing_letter_answers on outgoing_letter (clinic, answers) where answers is not null;
