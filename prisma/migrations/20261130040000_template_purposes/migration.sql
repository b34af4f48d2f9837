-- What a text beside the ladder is for, so that one for a colleague is not offered for a customer. Those that were shipped are known by
-- their names, which nobody may have given to a template of a level. A small table: nothing waits.
CREATE TYPE "TemplatePurpose" AS ENUM ('acknowledgement', 'internal');
ALTER TABLE "templates" ADD COLUMN "purpose" "TemplatePurpose";
UPDATE "templates" SET "purpose" = 'internal' WHERE "level" IS NULL AND "kind" = 'email' AND "name" = 'Litige à prendre en charge (interne)';
UPDATE "templates" SET "purpose" = 'acknowledgement' WHERE "level" IS NULL AND "kind" = 'email'
  AND "name" IN ('Accusé de réception d’une promesse de règlement', 'Accusé de réception d’un litige');
