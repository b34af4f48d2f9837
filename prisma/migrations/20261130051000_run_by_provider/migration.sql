-- Whether the simple letters of a run were the print provider's when it was asked: switched off while it goes on, they are refused, and
-- never counted as sent because they were made. A small table: nothing waits.
ALTER TABLE "runs" ADD COLUMN "byProvider" BOOLEAN NOT NULL DEFAULT false;
