-- The function as it is now. It is created by the migrations, which alone are run; a test compares both.
--
-- The text that `q` is searched in: `folded` of domain/format/folded.ts in SQL. Declared immutable because generated columns
-- and the listings of invoices keep its result. A migration that changes it has to compute those again.
CREATE OR REPLACE FUNCTION folded(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(
    replace(replace(lower(regexp_replace(normalize(t, NFD), '[\u0300-\u036f]', '', 'g')), 'œ', 'oe'), 'æ', 'ae'),
    U&'\2018\2019\00a0\202f\03c2', '''''  σ')
$$;
