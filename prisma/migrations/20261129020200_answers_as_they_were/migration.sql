-- AlterTable
ALTER TABLE "idempotent_requests"
  ALTER COLUMN "headers" TYPE JSON USING "headers"::json,
  ALTER COLUMN "body" TYPE JSON USING "body"::json;
