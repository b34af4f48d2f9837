-- Who stopped a run, and when: what had not left by then does not leave. A small table: nothing waits.
ALTER TABLE "runs" ADD COLUMN "stoppedAt" TIMESTAMPTZ(3), ADD COLUMN "stoppedBy" JSONB;
