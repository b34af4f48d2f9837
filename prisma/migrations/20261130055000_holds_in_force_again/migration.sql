-- A promise or a pause that stands again after its end had stopped nothing in between: what was planned then knew nothing of it. Of
-- those that were put back before nobody knows when: they count from where they began, as until now. No row is rewritten.
ALTER TABLE "holds" ADD COLUMN "lapsedAt" TIMESTAMPTZ(3), ADD COLUMN "againAt" TIMESTAMPTZ(3);
