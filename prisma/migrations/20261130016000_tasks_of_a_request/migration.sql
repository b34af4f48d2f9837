-- The request by which a person made a task: its repeat, should the answer have been lost, finds it. Few have one, so that the index is small.
ALTER TABLE "actions" ADD COLUMN "requestKey" TEXT;
CREATE UNIQUE INDEX "actions_request_key" ON "actions" ("requestKey") WHERE "requestKey" IS NOT NULL;
