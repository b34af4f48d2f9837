import { Prisma } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import { lockCustomersByReference } from '../../prisma/lock.ts';
import { type CaseDocument, documentIn, documentStatement } from '../cases/read-document.ts';
import { contentHash } from '../content-hash.ts';
import type { InvoiceInput } from '../inputs/invoice.ts';
import type { FactContext } from '../outcome.ts';
import { FOLLOWED_SCENARIOS } from '../resolve-scenario.ts';
import { invoiceRows, type OpenedCase, openedCase } from './store-invoice.ts';

/**
 * Stores invoices in one transaction and one round trip to Postgres. Only plain new invoices are stored: those that may
 * have to be refused, exist already or need a further check are left out, for `createInvoice` to handle. Returns what
 * was stored, in the order given.
 */
export async function createInvoices(
  db: Database,
  context: FactContext,
  inputs: readonly InvoiceInput[],
): Promise<OpenedCase[]> {
  const plain = plainRows(context, inputs);
  if (plain.length === 0) return [];
  const [, stored] = await db.$inOneTrip(...storing(context.creditorId, plain));
  return openedOf(plain, stored!);
}

/** Stores one plain new invoice and reads it in the same round trip; null for any other, which `createInvoice` handles. */
export async function createReadInvoice(
  db: Database,
  context: FactContext,
  input: InvoiceInput,
): Promise<{ opened: OpenedCase; document: CaseDocument } | null> {
  const plain = plainRows(context, [input]);
  if (!plain[0]) return null;
  const { creditorId } = context;
  const reading = documentStatement(creditorId, plain[0].rows.invoice.id);
  const [, stored, found] = await db.$inOneTrip(...storing(creditorId, plain), reading);
  const [opened] = openedOf(plain, stored!);
  const document = documentIn(found!);
  return opened && document ? { opened, document } : null;
}

interface PlainRows {
  input: InvoiceInput;
  rows: ReturnType<typeof invoiceRows>;
}

const plainRows = (context: FactContext, inputs: readonly InvoiceInput[]): PlainRows[] =>
  inputs.filter(isPlain).map((input) => ({ input, rows: invoiceRows(context, input, contentHash(input)) }));

/** The statements that lock the customers and then insert the invoices. */
function storing(creditorId: string, plain: readonly PlainRows[]): [Prisma.Sql, Prisma.Sql] {
  const references = plain.map(({ input }) => input.customer_reference);
  const asked = plain.map(({ input, rows }) => ({ ...rows, reference: input.customer_reference }));
  return [lockCustomersByReference(creditorId, references), insertPlain(creditorId, asked)];
}

/** The cases of the rows that `insertPlain` returned. */
function openedOf(plain: readonly PlainRows[], stored: readonly Record<string, unknown>[]): OpenedCase[] {
  const customerIds = new Map(stored.map(({ id, customerId }) => [id, customerId as string]));
  return plain.flatMap(({ input, rows }) => {
    const customerId = customerIds.get(rows.invoice.id);
    return customerId ? [openedCase(rows.invoice.id, customerId, input)] : [];
  });
}

/** True for an invoice without an initial level and without ids that have to be checked. */
function isPlain(input: InvoiceInput): boolean {
  const { kind, scenario_id: scenarioId, initial_level: level, case_file: file } = input;
  return kind === 'invoice' && !scenarioId && !level && !file?.referrer_id && !file?.notary_id;
}

type AskedRow = ReturnType<typeof invoiceRows> & { reference: string };

/**
 * Inserts invoices with their customer (found by reference), the scenario version that the customer follows, and their
 * history. Skips an invoice whose customer does not exist, was erased or is insolvent (a person is then asked to
 * declare the claim), and one whose number is taken, in the same list too.
 */
function insertPlain(creditorId: string, asked: readonly AskedRow[]): Prisma.Sql {
  const { invoice, history } = asked[0]!;
  const columns = [...Object.keys(invoice), 'customerId', 'scenarioVersionId'];
  const noted = [...Object.keys(history), 'customerId'];
  return Prisma.sql`
    WITH asked AS (
      SELECT position, row, customer.id AS "customerId", NULL::uuid AS "ownScenarioId"
      FROM jsonb_array_elements(${JSON.stringify(asked)}::jsonb) WITH ORDINALITY AS given (row, position)
      JOIN customers customer ON customer."creditorId" = ${creditorId}::uuid AND customer.reference = row ->> 'reference'
        AND customer."erasedAt" IS NULL
      WHERE NOT EXISTS (SELECT FROM holds h WHERE h."customerId" = customer.id AND h."invoiceId" IS NULL
        AND h."endedAt" IS NULL AND h.cause = 'insolvency')
    ), followed AS (${FOLLOWED_SCENARIOS}
    ), stored AS (
      INSERT INTO invoices (${listed(columns)})
      SELECT ${listed(columns, 'made')}
      FROM (
        SELECT position, row -> 'invoice' || jsonb_build_object(
          'customerId', asked."customerId", 'scenarioVersionId', followed."versionId") AS columns
        FROM asked LEFT JOIN followed USING (position)
      ) new
      CROSS JOIN LATERAL jsonb_populate_record(NULL::invoices, new.columns) made
      ORDER BY position
      ON CONFLICT ("creditorId", number) DO NOTHING
      RETURNING id, invoices."customerId"
    ), noted AS (
      INSERT INTO history (${listed(noted)})
      SELECT ${listed(noted, 'line')}
      FROM stored
      JOIN asked ON (asked.row -> 'invoice' ->> 'id')::uuid = stored.id
      CROSS JOIN LATERAL jsonb_populate_record(NULL::history,
        asked.row -> 'history' || jsonb_build_object('customerId', stored."customerId")) line
      ORDER BY asked.position
    )
    SELECT id, "customerId" FROM stored`;
}

/** The columns, quoted; every row of a kind has the same ones. */
const listed = (columns: readonly string[], of?: string): Prisma.Sql =>
  Prisma.raw(columns.map((column) => `${of ? `${of}.` : ''}"${column}"`).join(', '));
