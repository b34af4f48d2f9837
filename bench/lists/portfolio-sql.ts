/**
 * The statements that create a portfolio of `invoices` invoices for the creditor $1 in Postgres: three years of them, a
 * third still open, with the levels, steps, holds, third parties and credit notes of a real one. No workflow is started:
 * lists and counters only read Postgres.
 */
export function portfolioSql(invoices: number): { what: string; sql: string }[] {
  const customers = Math.max(50, Math.round(invoices / 25));
  const parties = Math.max(20, Math.round(invoices / 500));
  return [
    { what: 'the dice', sql: 'SELECT setseed(0.42)' },
    { what: 'collectors', sql: COLLECTORS },
    { what: `${customers} customers`, sql: customersSql(customers) },
    { what: 'their contacts', sql: CONTACTS },
    { what: `${parties} referrers and notaries`, sql: partiesSql(parties) },
    ...Array.from({ length: 10 }, (_, part) => ({
      what: `invoices, ${part + 1} of 10`,
      sql: invoicesSql(Math.ceil(invoices / 10), part),
    })),
    { what: 'levels and turns', sql: TURNS },
    { what: 'actions', sql: ACTIONS },
    { what: 'open steps', sql: OPEN_STEPS },
    { what: 'what left already', sql: STEP_RECORDS },
    { what: 'holds', sql: HOLDS },
    { what: 'credit notes', sql: creditNotesSql(Math.round(invoices / 50)) },
  ];
}

/** Writes what the triggers would have written. */
export const LISTINGS =
  'INSERT INTO invoice_listings SELECT * FROM invoice_listing_truth WHERE "creditorId" = $1::uuid';

const COLLECTORS = `
INSERT INTO users (id, "creditorId", name, email, role)
SELECT uuidv7(), $1::uuid, 'Chargé ' || n, 'charge' || n || '@example.org', 'collector' FROM generate_series(1, 12) n`;

const customersSql = (count: number) => `
INSERT INTO customers (id, "creditorId", reference, name, kind, "addressLines", "postalCode", city, country, tags,
  "collectorId", "contentHash", "updatedAt")
SELECT uuidv7(), $1::uuid, 'C-' || lpad(n::text, 7, '0'),
  (ARRAY['Menuiserie','Boulangerie','Garage','Cabinet','Étude','Syndic','Agence','Hôtel'])[1 + n % 8] || ' '
    || (ARRAY['Lagarde','Besançon','Ferrand','Zoé','Dubois','Lefèvre','Martin','Moreau','Œuvrard'])[1 + n / 8 % 9] || ' ' || n,
  CASE WHEN n % 50 = 0 THEN 'public' WHEN n % 4 = 0 THEN 'consumer' ELSE 'professional' END::"CustomerKind",
  ARRAY['4 rue des Lilas'], '69003', 'Lyon', 'FR', '{}', c.ids[1 + (12 * power(random(), 2))::int % 12], '', now()
FROM generate_series(1, ${count}) n,
  (SELECT array_agg(id) AS ids FROM users WHERE "creditorId" = $1::uuid AND role = 'collector') c`;

const CONTACTS = `
INSERT INTO contacts (id, "customerId", position, name, email, recovery)
SELECT uuidv7(), id, 0, 'Comptabilité', lower(reference) || '@debiteur.example', true FROM customers WHERE "creditorId" = $1::uuid`;

const partiesSql = (count: number) => `
INSERT INTO third_parties (id, "creditorId", name, "addressLines")
SELECT uuidv7(), $1::uuid, 'Étude ' || n, '{}' FROM generate_series(1, ${count}) n`;

// A few customers have most of the invoices. Older invoices are mostly paid; the newest are not due yet.
const invoicesSql = (count: number, part: number) => `
INSERT INTO invoices (id, "creditorId", "customerId", number, "issuedOn", "dueOn", "totalCents", "balanceCents", currency,
  "contentHash", "caseReference", "referrerId", "notaryId", "scenarioVersionId", version, "toldVersion", "plannedVersion",
  level, "closedAs", "closedAt", "attentionCode", "exhaustedAt", "createdAt", "updatedAt")
SELECT uuidv7(), $1::uuid, customers.ids[1 + (power(i.dice, 3) * (array_length(customers.ids, 1) - 1))::int],
  'F-' || lpad((${part} * ${count} + i.n)::text, 8, '0'), i."issuedOn", i."dueOn", i.total,
  CASE WHEN i.closed IS NOT NULL THEN 0 WHEN i.dice < 0.1 THEN i.total / 2 ELSE i.total END,
  CASE WHEN i.dice2 BETWEEN 0.5 AND 0.502 THEN 'GBP' ELSE 'EUR' END, '',
  CASE WHEN i.dice > 0.5 THEN 'D-' || (i.dice * 1e7)::int END,
  CASE WHEN i.dice2 < 0.3 THEN parties.ids[1 + (power(i.dice, 2) * (array_length(parties.ids, 1) - 1))::int] END,
  CASE WHEN i.dice2 > 0.8 THEN parties.ids[1 + (i.dice * (array_length(parties.ids, 1) - 1))::int] END,
  versions.ids[1 + (i.dice2 * (array_length(versions.ids, 1) - 1))::int], 2, 2, 2,
  least(3, greatest(0, (current_date - i."dueOn") / 20)), i.closed, CASE WHEN i.closed IS NOT NULL THEN i."dueOn"::timestamptz END,
  CASE WHEN i.closed IS NULL AND i.dice2 < 0.01 THEN 'hard_bounce' END,
  CASE WHEN i.closed IS NULL AND current_date - i."dueOn" > 200 AND i.dice > 0.6 THEN now() END, i."issuedOn"::timestamptz, now()
FROM (
  SELECT *, CASE WHEN random() > (CASE WHEN "dueOn" > current_date THEN 0.05 WHEN "dueOn" > current_date - 90 THEN 0.5 ELSE 0.72 END)
    THEN NULL ELSE (CASE WHEN dice2 < 0.02 THEN 'written_off' WHEN dice2 < 0.06 THEN 'cancelled' ELSE 'paid' END)::"ClosedAs" END AS closed
  FROM (
    SELECT *, "issuedOn" + (ARRAY[0, 30, 45, 60])[1 + (dice2 * 4)::int % 4] AS "dueOn" FROM (
      SELECT n, current_date - (random() * 1095)::int AS "issuedOn", random() AS dice, random() AS dice2,
        (1000 + power(random(), 4) * 2000000)::bigint AS total FROM generate_series(1, ${count}) n) a) b) i,
  (SELECT array_agg(id ORDER BY reference) AS ids FROM customers WHERE "creditorId" = $1::uuid) customers,
  (SELECT array_agg(id) AS ids FROM third_parties WHERE "creditorId" = $1::uuid) parties,
  (SELECT array_agg(v.id) AS ids FROM scenario_versions v JOIN scenarios s ON s.id = v."scenarioId" WHERE s."creditorId" = $1::uuid) versions`;

// The next level's date was within the last weeks, or will be within the next ones.
const TURNS = `
UPDATE invoices SET "nextLevel" = level + 1, "nextTurnOn" = greatest("dueOn" + 15, current_date - 20 + (random() * 40)::int)
WHERE "creditorId" = $1::uuid AND "closedAs" IS NULL AND "exhaustedAt" IS NULL AND level < 3`;

const ACTIONS = `
INSERT INTO actions (id, "creditorId", "customerId", kind, level, mode, currency, origin, "dueAt", "dueOn", "messageId")
SELECT id, "creditorId", "customerId", 'email', "nextLevel",
  (CASE WHEN random() < 0.6 THEN 'to_confirm' WHEN random() < 0.8 THEN 'automatic' ELSE 'manual' END)::"StepMode", 'EUR', 'step',
  "nextTurnOn" + interval '8 hours', "nextTurnOn", NULL
FROM invoices WHERE "creditorId" = $1::uuid AND "nextTurnOn" IS NOT NULL`;

const OPEN_STEPS = `
INSERT INTO open_steps ("invoiceId", "creditorId", "customerId", cycle, "stepKey", level, kind, mode, "dueAt", "dueOn", rule, reasons, "actionId")
SELECT id, "creditorId", "customerId", 1, 'r' || level, level, kind, mode, "dueAt", "dueOn", 'due_on+15', '[]', id
FROM actions WHERE "creditorId" = $1::uuid`;

const STEP_RECORDS = `
INSERT INTO step_records (id, "invoiceId", cycle, "stepKey", level, kind, outcome, "on", at)
SELECT uuidv7(), i.id, 1, 'r' || l, l, 'email', 'sent', i."dueOn" + 15 * l, i."dueOn" + 15 * l + interval '8 hours'
FROM invoices i, generate_series(1, 3) l WHERE i."creditorId" = $1::uuid AND i."closedAs" IS NULL AND l <= i.level`;

const HOLDS = `
INSERT INTO holds (id, "creditorId", "customerId", "invoiceId", kind, reason, "sinceAt", "endedAt", "createdBy")
SELECT uuidv7(), "creditorId", "customerId", id,
  (ARRAY['litigation','dispute','promise','pause','specific_action'])[1 + (random() * 5)::int % 5]::"HoldKind", 'x', now(),
  CASE WHEN random() < 0.3 THEN now() END, 'bench'
FROM invoices WHERE "creditorId" = $1::uuid AND "closedAs" IS NULL AND random() < 0.06
UNION ALL
SELECT uuidv7(), "creditorId", id, NULL, 'customer_pause', 'x', now(), NULL, 'bench' FROM customers
WHERE "creditorId" = $1::uuid AND random() < 0.005`;

const creditNotesSql = (count: number) => `
INSERT INTO invoices (id, "creditorId", "customerId", number, kind, "issuedOn", "totalCents", "balanceCents", currency,
  "contentHash", "createdAt", "updatedAt")
SELECT uuidv7(), $1::uuid, customers.ids[1 + (random() * (array_length(customers.ids, 1) - 1))::int], 'AV-' || n, 'credit_note',
  current_date - (random() * 1095)::int, 5000, -5000, 'EUR', '', now(), now()
FROM generate_series(1, ${count}) n, (SELECT array_agg(id) AS ids FROM customers WHERE "creditorId" = $1::uuid) customers`;
