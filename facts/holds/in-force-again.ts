import type { Hold } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { asJson, asLapses } from '../stored-json.ts';
import type { HoldRow } from './hold-answer.ts';

type Lapsed = Pick<Hold, 'endedAt' | 'lapsedAt' | 'againAt' | 'earlierLapses'>;

/**
 * The columns that put an ended hold back in force, with the periods in which it stopped nothing: plans made then
 * ignored it.
 */
export function standsAgain({ endedAt, lapsedAt, againAt, earlierLapses }: Lapsed, at: Date) {
  const last = lapsedAt && againAt ? [{ lapsedAt: lapsedAt.toISOString(), againAt: againAt.toISOString() }] : [];
  const earlier = asJson([...asLapses(earlierLapses), ...last]);
  return { endedAt: null, outcome: null, lapsedAt: endedAt, againAt: at, earlierLapses: earlier } as const;
}

/** Does the same when the end was a mistake: the confirmation that it asked for is not asked for. */
export const inForceAgain = (ended: Lapsed, at: Date) =>
  ({ ...standsAgain(ended, at), endAskedToConfirm: false }) as const;

export type EndedHold = HoldRow & Lapsed & { endAskedToConfirm: boolean };

/**
 * Called before a hold that ended by mistake goes on: withdraws the confirmation that its end asked for, unless another
 * hold has ended since.
 */
export async function withdrawConfirmation(
  tx: Transaction,
  { id: invoiceId, customerId }: { id: string; customerId: string },
  ended: EndedHold,
): Promise<void> {
  if (!ended.endAskedToConfirm || !ended.endedAt) return;
  const endedSince = await tx.hold.findFirst({
    where: {
      id: { not: ended.id },
      endedAt: { gte: ended.endedAt },
      customerId,
      OR: [{ invoiceId }, { invoiceId: null }],
    },
  });
  if (endedSince) return;
  await tx.invoice.updateMany({
    where: { id: invoiceId, confirmReason: 'long_hold' },
    data: { confirmReason: null },
  });
}
