-- What whoever imports a file calls it, so that a list of imports says which is which. Nothing is rewritten.
ALTER TABLE "imports" ADD COLUMN "fileName" TEXT;
