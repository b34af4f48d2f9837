-- Templates stand in folders. Those that were shipped are put where they stand for a new creditor, as long as they have the names, the
-- levels and the kinds that they were shipped with: what somebody renamed or made something else is his to put somewhere. A small table: nothing waits.
ALTER TABLE "templates" ADD COLUMN "folder" TEXT;
UPDATE "templates" t SET "folder" = shipped."folder"
FROM (VALUES
  ('Rappel avant échéance', 0, 'email', 'Relances'),
  ('Relance R1', 1, 'email', 'Relances'),
  ('Relance R2', 2, 'email', 'Relances'),
  ('Mise en demeure R3', 3, 'letter', 'Relances'),
  ('SMS avant échéance', 0, 'sms', 'SMS'),
  ('SMS R1', 1, 'sms', 'SMS'),
  ('SMS R2', 2, 'sms', 'SMS'),
  ('SMS R3', 3, 'sms', 'SMS'),
  ('Accusé de réception d’une promesse de règlement', NULL, 'email', 'Réponses et accusés'),
  ('Accusé de réception d’un litige', NULL, 'email', 'Réponses et accusés'),
  ('Litige à prendre en charge (interne)', NULL, 'email', 'Messages internes'),
  ('État d’impayés – prescripteur', NULL, 'statement', 'États d’impayés'),
  ('État d’impayés – notaire', NULL, 'statement', 'États d’impayés')
) AS shipped("name", "level", "kind", "folder")
WHERE t."name" = shipped."name" AND t."level" IS NOT DISTINCT FROM shipped."level" AND t."kind"::text = shipped."kind";
