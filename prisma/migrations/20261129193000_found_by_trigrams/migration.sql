-- Text is looked for anywhere in a word, as in invoice_listings. A server without this extension, or a user who may not add it,
-- searches more slowly.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "customers_searchText_idx" ON "customers" USING GIN ("searchText" gin_trgm_ops);
  CREATE INDEX "contacts_searchText_idx" ON "contacts" USING GIN ("searchText" gin_trgm_ops);
  CREATE INDEX "messages_searchText_recipients_idx" ON "messages" USING GIN ("searchText" gin_trgm_ops, "recipients");
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
  RAISE NOTICE 'pg_trgm is not to be had: the search of customers and messages reads every row';
END $$;
