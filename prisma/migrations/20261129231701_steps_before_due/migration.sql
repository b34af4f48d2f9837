-- A scenario may say that a step of level 1 or more leaves before the debt is due; none does until it says so.
ALTER TABLE "scenario_steps" ADD COLUMN "mayPrecedeDue" BOOLEAN NOT NULL DEFAULT false;
