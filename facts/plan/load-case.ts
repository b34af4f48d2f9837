import type { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { rowInCode } from '../../prisma/row-in-code.ts';
import { CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../case-facts.ts';
import { notFound } from '../refused.ts';
import { CUSTOMER_HOLDS, CUSTOMER_JSON, INVOICE_HOLDS } from '../rows-as-json.ts';
import { WITHOUT_LOGO } from '../settings-without-logo.ts';

/** What `loadCaseForPlan` reads, in Prisma's terms: for its type, and for a test that compares both. */
export const CASE = {
  holds: HOLDS_IN_FORCE,
  customer: {
    include: {
      holds: CUSTOMER_HOLDS_IN_FORCE,
      creditor: { include: { settings: WITHOUT_LOGO } },
    },
  },
  scenarioVersion: { include: { steps: { orderBy: { position: 'asc' } } } },
  openStep: { include: { action: true } },
  stepRecords: true,
} as const;

export type CaseForPlan = Prisma.Result<Transaction['invoice'], { include: typeof CASE }, 'findUniqueOrThrow'>;

/**
 * An invoice, open or closed, with everything its plan depends on. Read it under the lock of its customer. Raw SQL,
 * since every plan and every reminder reads it, and Prisma takes longer over the answer than Postgres.
 */
export async function loadCaseForPlan(tx: Transaction, invoiceId: string): Promise<CaseForPlan> {
  const [row] = await tx.$queryRaw<{ case: unknown }[]>`
    SELECT to_jsonb(i) || jsonb_build_object(
      'holds', ${INVOICE_HOLDS},
      'customer', ${CUSTOMER_JSON} || jsonb_build_object('holds', ${CUSTOMER_HOLDS}),
      'scenarioVersion', (SELECT to_jsonb(v) || jsonb_build_object(
          'steps', ARRAY(SELECT to_jsonb(t) FROM scenario_steps t WHERE t."versionId" = v.id ORDER BY t.position))
        FROM scenario_versions v WHERE v.id = i."scenarioVersionId"),
      'openStep', (SELECT to_jsonb(o) || jsonb_build_object('action', to_jsonb(a))
        FROM open_steps o JOIN actions a ON a.id = o."actionId" WHERE o."invoiceId" = i.id),
      'stepRecords', ARRAY(SELECT to_jsonb(d) FROM step_records d WHERE d."invoiceId" = i.id)) AS case
    FROM invoices i JOIN customers c ON c.id = i."customerId"
    WHERE i.id = ${invoiceId}::uuid`;
  if (!row) throw notFound();
  return rowInCode<CaseForPlan>(row.case);
}
