-- Under the same key another scenario may have another step: a day that a person put a step off to is that step's alone.
ALTER TABLE "invoices" ADD COLUMN "postponedLevel" INTEGER, ADD COLUMN "postponedKind" "Channel";
