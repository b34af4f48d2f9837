-- A promise counts what is paid after it, and credits no more: those that had come before it leave what it counts from.
UPDATE holds h SET "settledAtStartCents" = GREATEST(0, h."settledAtStartCents" - c.cents)
FROM (
  SELECT p.id, sum(a."amountCents") AS cents
  FROM holds p JOIN allocations a ON a."invoiceId" = p."invoiceId" AND a."creditNoteId" IS NOT NULL
    AND a."reversedAt" IS NULL AND a."allocatedAt" <= p."sinceAt"
  WHERE p.kind = 'promise'
  GROUP BY p.id
) c
WHERE h.id = c.id AND h."settledAtStartCents" IS NOT NULL;
