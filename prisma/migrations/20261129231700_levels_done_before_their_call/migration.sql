-- A call, a task or an SMS of a level that was reminded already brings that level's turn no more: out of its counter.
UPDATE "invoices" i SET "nextLevel" = NULL
FROM "open_steps" o
WHERE o."invoiceId" = i."id" AND o."kind" IN ('call', 'task', 'sms') AND i."nextLevel" = o."level"
  AND EXISTS (
    SELECT 1 FROM "step_records" r
    WHERE r."invoiceId" = i."id" AND r."cycle" = i."cycle" AND r."level" = o."level" AND r."outcome" IN ('sent', 'completed'));
