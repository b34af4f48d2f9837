-- The creditor whose claims the company collects, with his address, and the day of the written mandate; null: its own.
ALTER TABLE "settings" ADD COLUMN "actsForCreditor" TEXT, ADD COLUMN "mandateOn" DATE;
