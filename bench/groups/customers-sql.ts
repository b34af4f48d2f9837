/**
 * The statements that create `customers` customers for the creditor $1 in Postgres, with four invoices each over three
 * years: one in three is open, the others were paid after some days or weeks.
 */
export function customersSql(customers: number): string[] {
  return [
    'SELECT setseed(0.42)',
    `
INSERT INTO customers (id, "creditorId", reference, name, kind, "addressLines", "postalCode", city, country, tags,
  "contentHash", "updatedAt")
SELECT uuidv7(), $1::uuid, 'C-' || n, 'Client ' || n,
  (ARRAY['professional','professional','consumer','public'])[1 + n % 4]::"CustomerKind",
  ARRAY['4 rue des Lilas'], '69003', 'Lyon', 'FR', CASE WHEN n % 50 = 0 THEN ARRAY['à surveiller'] ELSE '{}' END, '', now()
FROM generate_series(1, ${customers}) n`,
    `
INSERT INTO invoices (id, "creditorId", "customerId", number, "issuedOn", "dueOn", "totalCents", "balanceCents", currency,
  "contentHash", version, "toldVersion", "plannedVersion", level, "closedAs", "closedAt", "updatedAt", "scenarioVersionId")
SELECT uuidv7(), $1::uuid, i."customerId", 'F-' || i.n, i."issuedOn", i."issuedOn" + 30, i.cents,
  CASE WHEN i.paid THEN 0 ELSE i.cents END, 'EUR', '', 1, 1, 1, i.level, CASE WHEN i.paid THEN 'paid'::"ClosedAs" END,
  CASE WHEN i.paid THEN i."issuedOn" + 20 + i.days END, now(), v.id
FROM (
  SELECT c.id AS "customerId", row_number() OVER () AS n, random() < 0.66 AS paid, (random() * 80)::int AS days,
    current_date - 20 - (random() * 1000)::int AS "issuedOn", (5000 + random() * 500000)::bigint AS cents,
    (random() * 3)::int AS level
  FROM customers c, generate_series(1, 4) WHERE c."creditorId" = $1::uuid
) i, (SELECT v.id FROM scenario_versions v JOIN scenarios s ON s.id = v."scenarioId"
      WHERE s."creditorId" = $1::uuid ORDER BY v.id LIMIT 1) v`,
    'INSERT INTO invoice_listings SELECT * FROM invoice_listing_truth WHERE "creditorId" = $1::uuid',
    'ANALYZE',
  ];
}
