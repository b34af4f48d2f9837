-- The balance by age sums up what is open by customers: with theirs in it the index of the counters holds all that it reads. The new one
-- is made before the old one goes, so that the lists can be read meanwhile.
CREATE INDEX "invoice_listings_open_idx" ON "invoice_listings"("creditorId")
  INCLUDE ("stage", "holds", "nextLevel", "nextTurnOn", "stepDueAt", "currency", "balanceCents", "level", "dueOn", "issuedOn", "collectorId", "scenarioId", "customerId")
  WHERE "stage" NOT IN ('paid', 'cancelled', 'written_off');
DROP INDEX "invoice_listings_counters_idx";
