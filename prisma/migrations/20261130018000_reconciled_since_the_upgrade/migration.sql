-- No release before noted its reconciliations: those of the creditors that were there then count from here, and not from their own first day.
UPDATE "settings" SET "reconciledAt" = now() WHERE "reconciledAt" IS NULL;
