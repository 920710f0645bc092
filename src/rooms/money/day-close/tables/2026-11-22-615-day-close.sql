-- The day settlement of each doctor-entity: float, moves, counts, explanations; locked and never opened again.

create table day_close (
  clinic  integer not null references clinic,
  id      uuid not null,
  entity  uuid not null,
  day     date not null,
  state   text not null check (state in ('open', 'counted', 'locked')),
  content jsonb not null,
  primary key (clinic, id),
  constraint day_close_once unique (clinic, entity, day),
  foreign key (clinic, entity) references doctor_entity
);
create function day_close_stays_locked() returns trigger language plpgsql as $$
begin
  -- Remarks may be added; nothing else of a locked settlement changes.
  if old.state = 'locked' and (new.state <> 'locked' or (new.content - 'remarks') <> (old.content - 'remarks')) then
    raise exception 'a locked day settlement is never changed';
  end if;
  return new;
end $$;
create trigger day_close_locked before update on day_close for each row execute function day_close_stays_locked();
