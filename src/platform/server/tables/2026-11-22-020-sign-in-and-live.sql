-- Where an event stands among the commits, one-time passwords that run out, emergency that ends by itself, and the log by day.

-- A desk that lost its line asks for everything from the oldest transaction that was under way when it last heard something.
alter table event add column tx xid8 not null default pg_current_xact_id();
create index event_order on event (clinic, tx, number);

-- A one-time password holds for some days; an account that is closed signs nobody in and stays on record.
alter table account add column password_until timestamptz;
alter table account add column closed_at timestamptz;

alter table session add column emergency_until timestamptz;
create index session_open on session (clinic, person) where ended_at is null;

-- Questions about a period read only the pages of that period; it costs next to nothing to write.
create index access_line_at on access_line using brin (at);
