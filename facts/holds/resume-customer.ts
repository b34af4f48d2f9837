import type { Database } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { recordHistory } from '../history.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { seeToDeclaring } from './ask-to-declare.ts';
import { endHold } from './end-hold.ts';
import { linesFor } from './expire-pause.ts';
import { takePausedCustomer, tellEach } from './paused-customer.ts';

/** Ends a customer's pause; does nothing when there is none. Holds of single invoices stay. */
export async function resumeCustomer(
  db: Database,
  context: FactContext,
  customerId: string,
): Promise<FactOutcome<null>> {
  return db.$transaction(async (tx) => {
    const { pause, invoices } = await takePausedCustomer(tx, context, customerId);
    const data = { holdId: pause?.id ?? null };
    const tellings = tellEach(invoices, { signal: 'pauseLifted', data }, { onlyUntold: pause === null });
    if (!pause) return { answer: null, tellings, replayed: true, handedOver: [] };
    const ids = invoices.map((invoice) => invoice.id);
    const day = await readBusinessDay(tx, context);
    await endHold(tx, day, pause, { outcome: 'lifted', at: context.at, invoiceIds: ids });
    await seeToDeclaring(tx, context, day, { customerId, invoiceIds: ids, terms: null });
    await raiseVersion(tx, ids);
    const line = { kind: 'resumed', data: { ...data, outcome: 'lifted', customer: true } } as const;
    await recordHistory(tx, context, linesFor(customerId, ids, line));
    return { answer: null, tellings, replayed: false, handedOver: [] };
  });
}
