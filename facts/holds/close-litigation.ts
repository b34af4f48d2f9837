import type { Database } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { recordHistory } from '../history.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { createExhaustedTask } from '../plan/exhausted-task.ts';
import { loadCaseForPlan } from '../plan/load-case.ts';
import { raiseVersion } from '../raise-version.ts';
import { endHold } from './end-hold.ts';
import { takeOpenCase, tellAgain } from './open-case.ts';

/**
 * Ends a litigation; does nothing when there is none. The next step needs a person's confirmation; when no step is
 * left, a person is asked again what comes after the ladder.
 */
export async function closeLitigation(
  db: Database,
  context: FactContext,
  invoiceId: string,
  reason?: string,
): Promise<FactOutcome<null>> {
  return db.$transaction(async (tx) => {
    const invoice = await takeOpenCase(tx, context, invoiceId);
    const standing = invoice.holds.find((hold) => hold.kind === 'litigation');
    const telling = { invoiceId, signal: 'litigationClosed', data: { holdId: standing?.id ?? null } } as const;
    if (!standing) return { answer: null, tellings: tellAgain(invoice, telling), replayed: true, handedOver: [] };
    const day = await readBusinessDay(tx, context);
    await endHold(tx, day, standing, { outcome: 'lifted', at: context.at, invoiceIds: [invoiceId] });
    if (invoice.exhaustedAt) await createExhaustedTask(tx, context, await loadCaseForPlan(tx, invoiceId));
    await raiseVersion(tx, [invoiceId]);
    await recordHistory(tx, context, [
      { customerId: invoice.customerId, invoiceId, kind: 'litigation_closed', data: { holdId: standing.id, reason } },
    ]);
    return { answer: null, tellings: [telling], replayed: false, handedOver: [] };
  });
}
