-- Invoices in a currency that few of them are in lie behind hundreds of thousands of others.
CREATE INDEX "invoice_listings_by_currency_idx" ON "invoice_listings"("creditorId", "currency", "dueOn", "invoiceId");
