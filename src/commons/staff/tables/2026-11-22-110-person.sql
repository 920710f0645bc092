-- Who works here: roster, authorisation, employment and access with their dates.

create table person (
  clinic           integer not null references clinic,
  id               uuid not null,
  given_name       text not null,
  family_name      text not null,
  roles            text[] not null,
  hpr_number       text,
  authorised_from  date,
  authorised_until date,
  employed_from    date not null,
  employed_until   date,
  access_until     date,
  is_specialist    boolean not null default false,
  school           text,
  added_at         timestamptz not null,
  primary key (clinic, id),
  unique (clinic, hpr_number)
);
