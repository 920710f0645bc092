-- The clinic's equipment: the passport and the clocks of each device in `thing`; nothing is thrown out of the list.

create table device (
  clinic integer not null references clinic,
  id     uuid not null,
  name   text not null,
  kind   text not null,
  state  text not null check (state in ('in use', 'locked', 'out of use')),
  thing  jsonb not null,
  primary key (clinic, id)
);
create unique index device_serial on device (clinic, kind, (thing ->> 'serial'));

-- What happened to it, as an inspection asks to see it: locked, released, served, taken out of use.
create table device_event (
  clinic integer not null,
  device uuid not null,
  at     timestamptz not null,
  by     uuid not null,
  what   text not null,
  words  text,
  primary key (clinic, device, at, what),
  foreign key (clinic, device) references device
);
