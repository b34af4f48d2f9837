import type { Database } from '../../prisma/client.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { recordHistory } from '../history.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { seeToDeclaring } from './ask-to-declare.ts';
import { endHold } from './end-hold.ts';
import { takeOpenCase, tellAgain } from './open-case.ts';

/** Ends an invoice's own pause; does nothing when there is none. A pause of the whole customer stays. */
export async function liftPause(db: Database, context: FactContext, invoiceId: string): Promise<FactOutcome<null>> {
  return db.$transaction(async (tx) => {
    const invoice = await takeOpenCase(tx, context, invoiceId);
    const standing = invoice.holds.find((hold) => hold.kind === 'pause');
    const telling = { invoiceId, signal: 'pauseLifted', data: { holdId: standing?.id ?? null } } as const;
    if (!standing) return { answer: null, tellings: tellAgain(invoice, telling), replayed: true, handedOver: [] };
    const day = await readBusinessDay(tx, context);
    await endHold(tx, day, standing, { outcome: 'lifted', at: context.at, invoiceIds: [invoiceId] });
    const { customerId } = invoice;
    await seeToDeclaring(tx, context, day, { customerId, invoiceIds: [invoiceId], terms: null });
    await raiseVersion(tx, [invoiceId]);
    await recordHistory(tx, context, [
      { customerId: invoice.customerId, invoiceId, kind: 'resumed', data: { holdId: standing.id, outcome: 'lifted' } },
    ]);
    return { answer: null, tellings: [telling], replayed: false, handedOver: [] };
  });
}
