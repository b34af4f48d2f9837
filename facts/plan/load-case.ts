import type { Transaction } from '../../prisma/client.ts';
import { WITHOUT_LOGO } from '../settings-without-logo.ts';

const CASE = {
  holds: { where: { endedAt: null }, orderBy: { sinceAt: 'asc' } },
  customer: {
    include: {
      holds: { where: { endedAt: null, invoiceId: null } },
      creditor: { include: { settings: WITHOUT_LOGO } },
    },
  },
  scenarioVersion: { include: { steps: { orderBy: { position: 'asc' } } } },
  openStep: { include: { action: true } },
  stepRecords: true,
} as const;

/** An open or closed invoice with all that its plan depends on. To be read under the lock of its customer. */
export async function loadCaseForPlan(tx: Transaction, invoiceId: string) {
  return tx.invoice.findUniqueOrThrow({ where: { id: invoiceId }, include: CASE });
}

export type CaseForPlan = Awaited<ReturnType<typeof loadCaseForPlan>>;

/** The creditor's settings; every creditor has them from the start. */
export function settingsOf(row: Pick<CaseForPlan, 'creditorId' | 'customer'>) {
  const { settings } = row.customer.creditor;
  if (!settings) throw new Error(`creditor ${row.creditorId} has no settings`);
  return settings;
}
