-- Whether a letter is a formal notice by its text. Of what was made before nobody judged it: null counts as it did.
ALTER TABLE "messages" ADD COLUMN "formalNotice" BOOLEAN;
