-- Set again at once, a pause that was lifted by mistake takes back what its end had asked of a person.
ALTER TABLE "holds" ADD COLUMN "endAskedToConfirm" BOOLEAN NOT NULL DEFAULT false;
