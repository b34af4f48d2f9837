-- Which attempt of a hand-over wrote it: an earlier one that was given up, and goes on after all, changes nothing any more.
ALTER TABLE "messages" ADD COLUMN "handOverAttempt" INTEGER;
