-- A request that takes long says so meanwhile, and one that failed keeps its place: its repeat is the same request, not another.
ALTER TABLE "idempotent_requests" ADD COLUMN "attemptedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
