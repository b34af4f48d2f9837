-- A day that no calendar can read ('infinity', year 294276) would keep every message to its customer from being drawn. Rows that
-- are there already are left alone: nothing of ours has ever written one.
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_readable_dates"
  CHECK ("issuedOn" BETWEEN '0001-01-01' AND '9999-12-31' AND "dueOn" BETWEEN '0001-01-01' AND '9999-12-31') NOT VALID;
