-- Purpose: words of names are kept under keys of the whole word, so that one slip is found by equality among any number of people.
-- Old code: runs (it finds fewer slips, and adds words without the new keys).

-- Beginnings of short words are found by their whole keys now.
delete from stepwell.name_word where length(word) <= 7;

-- As `keysKept` in src/domain/patients/search-key.ts makes them; `=` tells a whole word from a beginning.
insert into stepwell.name_word (organization_id, key, word)
select distinct organization_id, '=' || key, word
  from (select distinct organization_id, word, left(word, 24) as whole
          from stepwell.patient_name cross join lateral regexp_split_to_table(folded, ' ') word
         where length(word) > 1) as known
 cross join lateral (
   select whole as key
    union
   select left(whole, place - 1) || substr(whole, place + 1) from generate_series(1, length(whole)) place where length(whole) > 2) as keys
on conflict do nothing;
