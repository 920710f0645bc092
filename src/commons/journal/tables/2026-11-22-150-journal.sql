-- The record. An entry stands whole in `entry`; what is searched for stands apart. What is signed is never edited:
-- it is corrected by a new entry, or moved out of a wrong patient's record and leaves a receipt (hpl §§ 42 and 44).

create table journal_entry (
  clinic      integer not null references clinic,
  id          uuid not null,
  patient     uuid not null,
  state       text not null check (state in ('draft', 'awaiting countersign', 'signed', 'discarded', 'moved')),
  kind        text not null,
  author      uuid,
  -- Whose hand an unsigned entry waits for.
  waits_for   uuid,
  happened_at timestamptz,
  written_at  timestamptz not null,
  entry       jsonb not null,
  primary key (clinic, id),
  foreign key (clinic, patient) references patient
);
create index journal_entry_patient on journal_entry (clinic, patient, happened_at);
create index journal_entry_unsigned on journal_entry (clinic, waits_for) where waits_for is not null;

create function journal_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'an entry of the record is never deleted'; end if;
  if old.state = 'signed' and new.state <> 'moved' then raise exception 'a signed entry is never edited'; end if;
  if old.state in ('moved', 'discarded') then raise exception 'this entry is closed'; end if;
  return new;
end $$;
create trigger journal_entry_stands before update or delete on journal_entry for each row execute function journal_stands();

-- What was done for a patient and must stand in the record; `entry` is the note that tells it.
create table care_act (
  clinic          integer not null references clinic,
  thing           text not null,
  id              text not null,
  patient         uuid not null,
  done_at         timestamptz not null,
  performer       uuid not null,
  decider         uuid,
  basis           text not null,
  entry           uuid,
  not_health_care text,
  primary key (clinic, thing, id),
  foreign key (clinic, patient) references patient,
  foreign key (clinic, entry) references journal_entry
);
create index care_act_day on care_act (clinic, done_at);
