-- An accent is one character from now on (NFC) in whatever is stored and looked for; a Mac's files had it as two. What was stored so is
-- made the same, so that it is found, but where the same number is there in both forms: those are two documents, and stay two.

UPDATE "invoices" SET "number" = composed.text
FROM (
  SELECT DISTINCT ON ("creditorId", normalize("number", NFC)) id, "creditorId", normalize("number", NFC) AS text
  FROM "invoices" WHERE "number" IS NOT NFC NORMALIZED ORDER BY "creditorId", normalize("number", NFC), id
) composed
WHERE "invoices".id = composed.id AND NOT EXISTS (
  SELECT FROM "invoices" other WHERE other."creditorId" = composed."creditorId" AND other."number" = composed.text);

UPDATE "invoices" SET "externalId" = composed.text
FROM (
  SELECT DISTINCT ON ("creditorId", normalize("externalId", NFC)) id, "creditorId", normalize("externalId", NFC) AS text
  FROM "invoices" WHERE "externalId" IS NOT NFC NORMALIZED ORDER BY "creditorId", normalize("externalId", NFC), id
) composed
WHERE "invoices".id = composed.id AND NOT EXISTS (
  SELECT FROM "invoices" other WHERE other."creditorId" = composed."creditorId" AND other."externalId" = composed.text);

UPDATE "customers" SET "reference" = composed.text
FROM (
  SELECT DISTINCT ON ("creditorId", normalize("reference", NFC)) id, "creditorId", normalize("reference", NFC) AS text
  FROM "customers" WHERE "reference" IS NOT NFC NORMALIZED ORDER BY "creditorId", normalize("reference", NFC), id
) composed
WHERE "customers".id = composed.id AND NOT EXISTS (
  SELECT FROM "customers" other WHERE other."creditorId" = composed."creditorId" AND other."reference" = composed.text);

UPDATE "payments" SET "externalId" = composed.text
FROM (
  SELECT DISTINCT ON ("creditorId", normalize("externalId", NFC)) id, "creditorId", normalize("externalId", NFC) AS text
  FROM "payments" WHERE "externalId" IS NOT NFC NORMALIZED ORDER BY "creditorId", normalize("externalId", NFC), id
) composed
WHERE "payments".id = composed.id AND NOT EXISTS (
  SELECT FROM "payments" other WHERE other."creditorId" = composed."creditorId" AND other."externalId" = composed.text);

UPDATE "payments" SET "reversalExternalId" = composed.text
FROM (
  SELECT DISTINCT ON ("creditorId", normalize("reversalExternalId", NFC)) id, "creditorId", normalize("reversalExternalId", NFC) AS text
  FROM "payments" WHERE "reversalExternalId" IS NOT NFC NORMALIZED ORDER BY "creditorId", normalize("reversalExternalId", NFC), id
) composed
WHERE "payments".id = composed.id AND NOT EXISTS (
  SELECT FROM "payments" other WHERE other."creditorId" = composed."creditorId" AND other."reversalExternalId" = composed.text);

UPDATE "early_reversals" SET "externalId" = composed.text
FROM (
  SELECT DISTINCT ON ("creditorId", normalize("externalId", NFC)) id, "creditorId", normalize("externalId", NFC) AS text
  FROM "early_reversals" WHERE "externalId" IS NOT NFC NORMALIZED ORDER BY "creditorId", normalize("externalId", NFC), id
) composed
WHERE "early_reversals".id = composed.id AND NOT EXISTS (
  SELECT FROM "early_reversals" other WHERE other."creditorId" = composed."creditorId" AND other."externalId" = composed.text);

UPDATE "early_reversals" SET "paymentExternalId" = composed.text
FROM (
  SELECT DISTINCT ON ("creditorId", normalize("paymentExternalId", NFC)) id, "creditorId", normalize("paymentExternalId", NFC) AS text
  FROM "early_reversals" WHERE "paymentExternalId" IS NOT NFC NORMALIZED ORDER BY "creditorId", normalize("paymentExternalId", NFC), id
) composed
WHERE "early_reversals".id = composed.id AND NOT EXISTS (
  SELECT FROM "early_reversals" other WHERE other."creditorId" = composed."creditorId" AND other."paymentExternalId" = composed.text);

UPDATE "refunds" SET "externalId" = composed.text
FROM (
  SELECT DISTINCT ON ("creditorId", normalize("externalId", NFC)) id, "creditorId", normalize("externalId", NFC) AS text
  FROM "refunds" WHERE "externalId" IS NOT NFC NORMALIZED ORDER BY "creditorId", normalize("externalId", NFC), id
) composed
WHERE "refunds".id = composed.id AND NOT EXISTS (
  SELECT FROM "refunds" other WHERE other."creditorId" = composed."creditorId" AND other."externalId" = composed.text);

UPDATE "third_parties" SET "reference" = composed.text
FROM (
  SELECT DISTINCT ON ("creditorId", normalize("reference", NFC)) id, "creditorId", normalize("reference", NFC) AS text
  FROM "third_parties" WHERE "reference" IS NOT NFC NORMALIZED ORDER BY "creditorId", normalize("reference", NFC), id
) composed
WHERE "third_parties".id = composed.id AND NOT EXISTS (
  SELECT FROM "third_parties" other WHERE other."creditorId" = composed."creditorId" AND other."reference" = composed.text);

-- What a group asks of tags, and the tags.
UPDATE "customers" SET tags = ARRAY(SELECT normalize(tag, NFC) FROM unnest(tags) WITH ORDINALITY AS had (tag, place) ORDER BY place)
WHERE array_to_string(tags, ' ') IS NOT NFC NORMALIZED;

UPDATE "customer_groups" SET criteria = normalize(criteria::text, NFC)::jsonb WHERE criteria::text IS NOT NFC NORMALIZED;
