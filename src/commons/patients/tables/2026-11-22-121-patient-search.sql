-- The whole search by name in one question: beginnings become words (or the words most like them), and all must be in the name.
-- `rows` tells the planner that few come out, so that the patients are fetched by their keys.

create function patients_named(starts text[], born_from date, born_until date, most integer)
returns setof uuid language plpgsql stable security definer rows 20 set search_path = public as $$
declare
  one text;
  words text[];
  first text[]; second text[]; third text[];
begin
  foreach one in array starts loop
    select array_agg(w.word) into words from (
      select n.word from patient_name_word n where n.clinic = current_clinic() and n.word >= one and n.word < one || '~' order by n.word limit 80) w;
    if words is null and length(one) > 2 then
      select array_agg(w) into words from words_like(one, 12) w;
    end if;
    if words is null then return; end if;
    if first is null then first := words; elsif second is null then second := words; elsif third is null then third := words; end if;
  end loop;
  if first is null then return; end if;
  return query select f from find_patients_by_words(first, second, third, born_from, born_until, most) f;
end $$;
