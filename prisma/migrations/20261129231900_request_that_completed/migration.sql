-- The request by which a person said that an action is done: its repeat is answered as the first was meant to be.
ALTER TABLE "actions" ADD COLUMN "completedByRequest" TEXT;
