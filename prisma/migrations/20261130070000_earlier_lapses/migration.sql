-- A promise that was over by mistake more than once: what was planned during any of these times knew nothing of it. Until now only the
-- last time was kept; of those before, nobody knows. No row is rewritten.
ALTER TABLE "holds" ADD COLUMN "earlierLapses" JSONB NOT NULL DEFAULT '[]';
