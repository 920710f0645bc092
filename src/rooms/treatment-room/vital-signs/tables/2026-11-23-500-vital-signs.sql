-- What was measured at the chair. The first value stands: a filing is never changed; a wrong one is corrected in the record.

create table vital_signs (
  clinic         integer not null references clinic,
  id             uuid not null,
  patient        uuid not null,
  kind           text not null check (kind in ('blood pressure', 'vital signs', 'saturation')),
  measured_at    timestamptz not null,
  performer      uuid not null,
  decider        uuid,
  clinical_order uuid,
  order_item     smallint,
  entry          uuid not null,
  taken          jsonb not null,
  finding        jsonb not null,
  primary key (clinic, id),
  foreign key (clinic, patient) references patient,
  foreign key (clinic, entry) references journal_entry,
  foreign key (clinic, clinical_order, order_item) references order_item
);
create index vital_signs_patient on vital_signs (clinic, patient, measured_at);

create function vital_signs_stand() returns trigger language plpgsql as $$
begin
  raise exception 'what was measured stands as it was measured';
end $$;
create trigger vital_signs_stand before update or delete on vital_signs for each row execute function vital_signs_stand();
