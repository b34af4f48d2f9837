-- Who wrote a message and to which account it asks to pay, as a hash: a letter that waits to be posted is compared with the company of now.
ALTER TABLE "messages" ADD COLUMN "companyHash" TEXT;
