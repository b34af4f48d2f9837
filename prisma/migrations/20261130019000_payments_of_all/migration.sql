-- The list of all payments: by day, what is still to be allocated, and by a part of the reference (see found_by_trigrams).
CREATE INDEX "payments_creditorId_paidOn_id_idx" ON "payments"("creditorId", "paidOn", "id");
CREATE INDEX "payments_free_idx" ON "payments"("creditorId", "paidOn", "id") WHERE "unallocatedCents" > 0;
DO $$
BEGIN
  CREATE INDEX "payments_externalId_idx" ON "payments" USING GIN ("externalId" gin_trgm_ops);
EXCEPTION WHEN undefined_file OR feature_not_supported OR undefined_object THEN
  RAISE NOTICE 'pg_trgm is not to be had: the search of payments reads every row';
END $$;
