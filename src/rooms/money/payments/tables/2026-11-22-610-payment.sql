-- Payments, refunds and receipts.

create table payment (
  clinic      integer not null references clinic,
  id          uuid not null,
  bill        uuid not null,
  entity      uuid not null,
  state       text not null check (state in ('requested', 'failed', 'received', 'refunded', 'corrected')),
  means       text not null check (means in ('card', 'cash', 'vipps', 'invoice')),
  terminal    uuid,
  amount      integer not null check (amount > 0),
  -- The local day on which the money came.
  received_on date,
  content     jsonb not null,
  primary key (clinic, id),
  foreign key (clinic, bill) references bill,
  foreign key (clinic, entity) references doctor_entity,
  foreign key (clinic, terminal) references payment_terminal
);
create index payment_bill on payment (clinic, bill);
create index payment_day on payment (clinic, received_on, entity) where received_on is not null;

create table refund (
  clinic   integer not null references clinic,
  id       uuid not null,
  payment  uuid not null,
  bill     uuid not null,
  entity   uuid not null,
  state    text not null check (state in ('asked', 'turned down', 'approved', 'paid out')),
  amount   integer not null check (amount > 0),
  paid_on  date,
  content  jsonb not null,
  primary key (clinic, id),
  foreign key (clinic, payment) references payment,
  foreign key (clinic, bill) references bill
);
create index refund_open on refund (clinic, state) where state in ('asked', 'approved');
create index refund_day on refund (clinic, paid_on, entity) where paid_on is not null;
create index refund_payment on refund (clinic, payment);

-- The sales document as it was given; the number has no hole within the entity.
create table receipt (
  clinic    integer not null references clinic,
  id        uuid not null,
  entity    uuid not null,
  number    bigint not null,
  kind      text not null check (kind in ('sale', 'return', 'changed means', 'credit note')),
  bill      uuid not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  content   jsonb not null,
  primary key (clinic, id),
  constraint receipt_number unique (clinic, entity, number),
  foreign key (clinic, entity) references doctor_entity,
  foreign key (clinic, bill) references bill
);
create index receipt_bill on receipt (clinic, bill);
create trigger receipt_stands before update or delete on receipt for each row execute function refuse_change();
