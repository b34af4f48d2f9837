import type { Database } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { rowInCode } from '../../prisma/row-in-code.ts';
import { ACKNOWLEDGED_JSON, type Acknowledged } from '../limitation/limitation-of.ts';
import { CONTACTS, CUSTOMER_ALONE, CUSTOMER_HOLDS, INVOICE_HOLDS } from '../rows-as-json.ts';
import type { CaseRow } from './case-view.ts';

/** An invoice or a credit note with everything its answer shows. */
export interface CaseDocument {
  row: CaseRow;
  acknowledged: Acknowledged;
}

/** What `CARRIER` selects of a message, named `m` where this is used. */
const CARRIER_JSON = Prisma.sql`jsonb_build_object('kind', m.kind, 'letterKind', m."letterKind",
  'viaPrintProvider', m."viaPrintProvider", 'reservedAt', m."reservedAt", 'renderedAt', m."renderedAt",
  'actionId', m."actionId", 'status', m.status)`;

/**
 * The statement that reads a document as `readCases` does, with the payments and promises for its limitation. Written by hand,
 * because every caller who posts or opens an invoice waits for it and Prisma needs more than a dozen statements.
 */
export const documentStatement = (creditorId: string, id: string): Prisma.Sql => Prisma.sql`
  SELECT jsonb_build_object('acknowledged', ${ACKNOWLEDGED_JSON}, 'row', to_jsonb(i) || jsonb_build_object(
      'holds', ${INVOICE_HOLDS},
      'customer', ${CUSTOMER_ALONE} || jsonb_build_object('holds', ${CUSTOMER_HOLDS}, 'contacts', ${CONTACTS}),
      'openStep', (SELECT to_jsonb(o) || jsonb_build_object(
          'action', jsonb_build_object('mode', a.mode, 'messageId', a."messageId", 'messages', ARRAY(
            SELECT ${CARRIER_JSON} || jsonb_build_object('id', m.id)
            FROM messages m WHERE m."actionId" = a.id AND m.kind = 'letter' AND m.status IN ('reserved', 'rendered'))),
          'message', (SELECT ${CARRIER_JSON} || jsonb_build_object('test', m.test, 'waitsForLine', m."waitsForLine")
            FROM messages m WHERE m.id = o."messageId"))
        FROM open_steps o JOIN actions a ON a.id = o."actionId" WHERE o."invoiceId" = i.id),
      'lineStoppedAt', (SELECT l."stoppedAt" FROM open_steps o JOIN messages m ON m.id = o."messageId"
        JOIN sending_lines l ON l."creditorId" = i."creditorId" AND l.provider = CASE WHEN m.test THEN 'mailbox' ELSE 'resend' END
        WHERE o."invoiceId" = i.id AND m."waitsForLine"),
      'stepRecords', ARRAY(SELECT to_jsonb(d) FROM step_records d WHERE d."invoiceId" = i.id),
      'scenarioVersion', (SELECT to_jsonb(v) || jsonb_build_object(
          'steps', ARRAY(SELECT jsonb_build_object('level', t.level)
            FROM scenario_steps t WHERE t."versionId" = v.id ORDER BY t.position),
          'scenario', jsonb_build_object('id', s.id, 'name', s.name))
        FROM scenario_versions v JOIN scenarios s ON s.id = v."scenarioId" WHERE v.id = i."scenarioVersionId"))) AS document
  FROM invoices i JOIN customers c ON c.id = i."customerId"
  WHERE i.id = ${id}::uuid AND i."creditorId" = ${creditorId}::uuid`;

/** The document in the rows of `documentStatement`; null when there is no row. */
export function documentIn([found]: readonly Record<string, unknown>[]): CaseDocument | null {
  return found ? rowInCode<CaseDocument>(found['document']) : null;
}

/** A document by its id; null when the creditor has none. */
export async function readDocument(db: Database, creditorId: string, id: string): Promise<CaseDocument | null> {
  return documentIn(await db.$queryRaw(documentStatement(creditorId, id)));
}
