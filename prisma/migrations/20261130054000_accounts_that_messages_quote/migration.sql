-- What the account was, as a hash, when a message that quotes it was made: before it leaves it is compared with the account of now.
ALTER TABLE "messages" ADD COLUMN "accountHash" TEXT;
