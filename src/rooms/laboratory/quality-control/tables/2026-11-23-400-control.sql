-- Control material, controls run, and the lot of reagent in use on each device. A control is never changed save for its explanation.

create table control_material (
  clinic integer not null references clinic,
  id     uuid not null,
  name   text not null,
  level  text not null,
  lot    text not null,
  thing  jsonb not null,
  primary key (clinic, id),
  unique (clinic, name, level, lot)
);

create table control_run (
  clinic   integer not null,
  id       uuid not null,
  device   uuid not null,
  analyte  text not null,
  material uuid not null,
  run_at   timestamptz not null,
  verdict  text not null check (verdict in ('passed', 'failed')),
  thing    jsonb not null,
  primary key (clinic, id),
  foreign key (clinic, device) references device,
  foreign key (clinic, material) references control_material
);
create index control_run_row on control_run (clinic, device, analyte, run_at);
create index control_run_day on control_run (clinic, run_at);

create table reagent_lot (
  clinic       integer not null,
  device       uuid not null,
  analyte      text not null,
  lot          text not null,
  expires_on   date not null,
  in_use_since timestamptz not null,
  by           uuid not null,
  primary key (clinic, device, analyte, in_use_since),
  foreign key (clinic, device) references device
);
