-- What the clinic has decided over the national tariff: dated, named, reasoned; never edited, only added to.

create table tariff_adaptation (
  clinic      integer not null references clinic,
  id          uuid not null,
  code        text not null,
  valid_from  date not null,
  valid_until date,
  change      jsonb not null,
  decided_by  uuid not null,
  decided_at  timestamptz not null,
  reason      text not null,
  source      text not null,
  primary key (clinic, id),
  check (valid_until is null or valid_from <= valid_until)
);
