-- What a text beside the ladder is for, so that one for a colleague is not offered for a customer. Those that were shipped are known by
-- their names, which nobody may have given to a template of a level. One that a scenario's step or a planned action sends to customers is
-- none for colleagues: it stays as it is, as nobody may make internal what is in use. A small table: nothing waits.
CREATE TYPE "TemplatePurpose" AS ENUM ('acknowledgement', 'internal');
ALTER TABLE "templates" ADD COLUMN "purpose" "TemplatePurpose";
UPDATE "templates" SET "purpose" = 'internal' WHERE "level" IS NULL AND "kind" = 'email' AND "name" = 'Litige à prendre en charge (interne)'
  AND NOT EXISTS (SELECT 1 FROM "scenario_steps" s WHERE s."templateId" = "templates"."id")
  AND NOT EXISTS (SELECT 1 FROM "actions" a WHERE a."creditorId" = "templates"."creditorId" AND a."templateId" = "templates"."id" AND a."state" = 'open');
UPDATE "templates" SET "purpose" = 'acknowledgement' WHERE "level" IS NULL AND "kind" = 'email'
  AND "name" IN ('Accusé de réception d’une promesse de règlement', 'Accusé de réception d’un litige');
