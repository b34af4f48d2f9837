-- Whether the print and the SMS provider of the installation are this creditor's too: they were everybody's.
ALTER TABLE "settings" ADD COLUMN "printEnabled" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "smsEnabled" BOOLEAN NOT NULL DEFAULT true;
