-- A dry run makes no message that could say how its letters would travel.
ALTER TABLE "run_items" ADD COLUMN "letterKind" "LetterKind", ADD COLUMN "viaPrintProvider" BOOLEAN NOT NULL DEFAULT false;
