-- The day of the judgment that opened insolvency proceedings; null: the day on which the pause began to tell of them stands for it.
ALTER TABLE "holds" ADD COLUMN "sinceOn" DATE;
