-- Results of patients: of the house and from outside; the reports they came in; and the doctor's review of each answer.
-- A value is never changed: a corrected one is a new row, and the old one stands as replaced or withdrawn.

create table laboratory_report (
  clinic        integer not null references clinic,
  id            uuid not null,
  patient       uuid not null,
  -- The letter that it came in, as it came.
  letter        uuid not null,
  number        text,
  laboratory    text not null,
  laboratory_id text,
  message_id    text,
  status        text,
  arrived_at    timestamptz not null,
  -- A later message of the same report has come.
  overtaken_by  uuid,
  report        jsonb not null,
  primary key (clinic, id),
  foreign key (clinic, patient) references patient
);
create index laboratory_report_number on laboratory_report (clinic, number) where overtaken_by is null;
create index laboratory_report_patient on laboratory_report (clinic, patient, arrived_at);

create table result_review (
  clinic     integer not null references clinic,
  id         uuid not null,
  patient    uuid not null,
  doctor     uuid not null,
  state      text not null check (state in ('received', 'critical notified', 'reviewed', 'informed', 'superseded')),
  urgency    smallint not null,
  arrived_at timestamptz not null,
  -- Reviewed, and the patient is to be told and has not been.
  is_untold  boolean not null default false,
  thing      jsonb not null,
  primary key (clinic, id),
  foreign key (clinic, patient) references patient
);
create index result_review_unseen on result_review (clinic, doctor, urgency, arrived_at) where state in ('received', 'critical notified');
create index result_review_untold on result_review (clinic, arrived_at) where is_untold;
create index result_review_patient on result_review (clinic, patient, arrived_at);

create table laboratory_result (
  clinic         integer not null,
  id             uuid not null,
  patient        uuid not null,
  review         uuid not null,
  report         uuid,
  place          smallint not null,
  -- Our own name of the analysis where it is known; otherwise the code as received.
  analyte        text,
  code           text,
  name           text not null,
  value_number   double precision,
  comparator     text,
  value_text     text,
  unit           text not null default '',
  low            double precision,
  high           double precision,
  limits_text    text,
  limits_source  text,
  flag           text not null check (flag in ('low', 'normal', 'high', 'none')),
  is_critical    boolean not null default false,
  comment        text,
  sampled_at     timestamptz not null,
  arrived_at     timestamptz not null,
  made_by        text not null check (made_by in ('own instrument', 'typed', 'outside laboratory')),
  -- The laboratory's name, or the device's.
  made_where     text not null,
  device         uuid,
  reagent_lot    text,
  clinical_order uuid,
  item           smallint,
  performer      uuid,
  state          text not null default 'stands' check (state in ('stands', 'replaced', 'withdrawn')),
  primary key (clinic, id),
  foreign key (clinic, patient) references patient,
  foreign key (clinic, review) references result_review,
  foreign key (clinic, report) references laboratory_report
);
create index laboratory_result_patient on laboratory_result (clinic, patient, sampled_at);
create index laboratory_result_review on laboratory_result (clinic, review);
create index laboratory_result_report on laboratory_result (clinic, report) where report is not null;
create index laboratory_result_device on laboratory_result (clinic, device, arrived_at) where device is not null;
