-- The day as it was given on, with what stood in it, and who took it over.

create table handover (
  clinic   integer not null references clinic,
  id       uuid not null,
  given_at timestamptz not null,
  handover jsonb not null,
  view     jsonb not null,
  primary key (clinic, id)
);
create index handover_given on handover (clinic, given_at);
