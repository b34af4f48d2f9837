-- The shipped hand-over of a dispute under a name of somebody's own is for colleagues too: its first text says so in a sentence that it has
-- always had. The rest as in template_purposes: what a step or a planned action sends to customers stays as it is. A small table: nothing waits.
UPDATE "templates" t SET "purpose" = 'internal' WHERE "purpose" IS NULL AND "level" IS NULL AND "kind" = 'email'
  AND EXISTS (SELECT 1 FROM "template_variants" v WHERE v."templateId" = t."id" AND v."position" = 0
    AND v."bodyHtml" LIKE '%Message interne%: ne le transmettez pas au client.%')
  AND NOT EXISTS (SELECT 1 FROM "scenario_steps" s WHERE s."templateId" = t."id")
  AND NOT EXISTS (SELECT 1 FROM "actions" a WHERE a."creditorId" = t."creditorId" AND a."templateId" = t."id" AND a."state" = 'open');
