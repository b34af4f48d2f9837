-- Rows of an import that were taken, with what a person should look at.
ALTER TABLE "imports" ADD COLUMN "warnings" JSONB NOT NULL DEFAULT '[]';
