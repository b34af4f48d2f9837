-- A mail that came back for a while stops no case: it is listed until the address takes mails again or a person has seen to it.
ALTER TABLE "messages" ADD COLUMN "dealtWithAt" TIMESTAMPTZ(3);
-- The same of an import with refused rows: listed until a person has seen to them.
ALTER TABLE "imports" ADD COLUMN "dealtWithAt" TIMESTAMPTZ(3);
