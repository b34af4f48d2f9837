-- When the reconciliation of the creditor last came to its end, by the machine's time: it must every minute, and somebody is told when it does not.
ALTER TABLE "settings" ADD COLUMN "reconciledAt" TIMESTAMPTZ(3);
