-- The register of patients. Searching by name goes through words folded to plain letters, see find_by_words below.

create table patient (
  clinic               integer not null references clinic,
  id                   uuid not null,
  state                text not null default 'active' check (state in ('active', 'dead', 'merged')),
  family_name          text not null,
  given_name           text not null,
  name_words           text[] not null,
  birth_date           date,
  sex                  text not null check (sex in ('female', 'male', 'unknown')),
  number               text collate "C",
  number_kind          text not null,
  number_issuer        text,
  phone                text collate "C",
  email                text,
  address              text,
  postcode             text,
  place                text,
  address_block        smallint,
  language             text,
  needs_interpreter    boolean not null default false,
  cave                 jsonb not null default '[]',
  infection            text,
  fastlege             uuid,
  frikort_until        date,
  frikort_asked_at     timestamptz,
  contact_confirmed_at timestamptz,
  merged_into          uuid,
  registered_at        timestamptz not null,
  primary key (clinic, id)
);
-- One patient a number; an H-number counts with its issuer. A merged double keeps its number out of the way.
create unique index patient_number on patient (clinic, number, number_kind, coalesce(number_issuer, ''))
  where number is not null and state <> 'merged';
create index patient_number_prefix on patient (clinic, number) where number is not null;
create index patient_birth_date on patient (clinic, birth_date);
create index patient_phone on patient (clinic, phone) where phone is not null;
create index patient_words on patient using gin (name_words);
create index patient_fastlege on patient (clinic, fastlege) where fastlege is not null;

-- Every word that occurs in a name, so that a beginning or a misspelling becomes whole words.
create table patient_name_word (
  clinic integer not null,
  word   text collate "C" not null,
  primary key (clinic, word)
);
create index patient_name_word_alike on patient_name_word using gin (word gin_trgm_ops);

-- Row-level security would switch the word index off (its operator is not leakproof),
-- so this runs as the table's owner with the clinic's wall written out.
create function find_patients_by_words(first text[], second text[], third text[], born_from date, born_until date, most integer)
returns setof uuid language plpgsql stable security definer set search_path = public as $$
begin
  if second is null then
    return query select p.id from patient p where p.clinic = current_clinic() and p.name_words && first and p.state <> 'merged'
      and (born_from is null or p.birth_date between born_from and born_until) limit most;
  elsif third is null then
    return query select p.id from patient p where p.clinic = current_clinic() and p.name_words && first and p.name_words && second
      and p.state <> 'merged' and (born_from is null or p.birth_date between born_from and born_until) limit most;
  else
    return query select p.id from patient p where p.clinic = current_clinic() and p.name_words && first and p.name_words && second
      and p.name_words && third and p.state <> 'merged'
      and (born_from is null or p.birth_date between born_from and born_until) limit most;
  end if;
end $$;

-- Words that look like a misspelt one: near by letters, or by a swap of two in a short word.
create function words_like(typed text, most integer) returns setof text language sql stable security definer set search_path = public as $$
  select word from patient_name_word
  where clinic = current_clinic() and (word % typed or levenshtein_less_equal(left(word, 60), left(typed, 60), 2) <= least(2, length(typed) / 3))
  order by levenshtein(left(word, 60), left(typed, 60)), word limit most
$$;
