-- An accent is one character from now on (NFC) in whatever is stored and looked for; a Mac's files had it as two. What was stored so is
-- made the same, so that it is found, but where the same number is there in both forms: those are two documents, and stay two.
DO $$
DECLARE
  named record;
BEGIN
  FOR named IN
    SELECT * FROM (VALUES
      ('invoices', 'number'), ('invoices', 'externalId'), ('customers', 'reference'), ('third_parties', 'reference'),
      ('payments', 'externalId'), ('payments', 'reversalExternalId'), ('refunds', 'externalId'),
      ('early_reversals', 'externalId'), ('early_reversals', 'paymentExternalId')
    ) AS names ("table", "column")
  LOOP
    EXECUTE format($update$
      UPDATE %1$I SET %2$I = composed.text
      FROM (
        SELECT DISTINCT ON ("creditorId", normalize(%2$I, NFC)) id, "creditorId", normalize(%2$I, NFC) AS text
        FROM %1$I WHERE %2$I IS NOT NFC NORMALIZED ORDER BY "creditorId", normalize(%2$I, NFC), id
      ) composed
      WHERE %1$I.id = composed.id AND NOT EXISTS (
        SELECT FROM %1$I other WHERE other."creditorId" = composed."creditorId" AND other.%2$I = composed.text)
    $update$, named."table", named."column");
  END LOOP;
END $$;

-- What a group asks of tags, and the tags.
UPDATE "customers" SET tags = ARRAY(SELECT normalize(tag, NFC) FROM unnest(tags) WITH ORDINALITY AS had (tag, place) ORDER BY place)
WHERE array_to_string(tags, ' ') IS NOT NFC NORMALIZED;

UPDATE "customer_groups" SET criteria = normalize(criteria::text, NFC)::jsonb WHERE criteria::text IS NOT NFC NORMALIZED;
