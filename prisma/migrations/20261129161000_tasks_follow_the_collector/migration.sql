-- What nobody was named for is of whoever is the customer's collector: no name is kept with it. A task that named the
-- collector of that day is told apart no more, and follows him too.
UPDATE "actions" a SET "assigneeId" = NULL
WHERE a."state" = 'open' AND a."assigneeId" IS NOT NULL AND (
  a."origin" = 'promise_broken'
  OR (a."origin" = 'dispute_review' AND NOT EXISTS (
    SELECT 1 FROM "holds" h WHERE 'dispute/' || h."id"::text = a."groupKey" AND h."ownerId" IS NOT NULL))
  OR (a."origin" = 'task' AND EXISTS (
    SELECT 1 FROM "customers" c WHERE c."id" = a."customerId" AND c."collectorId" = a."assigneeId")));
