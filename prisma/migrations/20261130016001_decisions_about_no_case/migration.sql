-- What a person decides about a task that moves no case needs no workflow; it is kept under its request's key all the same, for a repeat.
ALTER TABLE "decisions" ALTER COLUMN "invoiceId" DROP NOT NULL;
