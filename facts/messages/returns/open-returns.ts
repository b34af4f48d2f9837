import type { Prisma } from '../../../prisma/generated/client.ts';
import type { Transaction } from '../../../prisma/client.ts';

/**
 * Mails that came back, but perhaps not for good (soft or undetermined bounces): no case stops and no task asks about
 * them.
 */
export const IN_PASSING = { status: 'bounced', failureCode: 'bounced' } as const satisfies Prisma.MessageWhereInput;

const ABOUT_OPEN_CASES: Prisma.MessageWhereInput = {
  OR: [{ items: { none: {} } }, { items: { some: { information: false, invoice: { closedAs: null } } } }],
};

/**
 * Soft bounces that still need a look. A bounce is settled once the address has taken another mail, the contact was
 * corrected, a person has said so, or all its cases have ended. Hard bounces have their own task.
 */
export const OPEN_RETURNS: Prisma.MessageWhereInput = { ...IN_PASSING, dealtWithAt: null, AND: [ABOUT_OPEN_CASES] };

/** Marks a customer's soft bounces as dealt with, at `at`. */
export async function dealWithReturns(
  tx: Transaction,
  at: Date,
  which: { customerId: string } & ({ recipients: { hasSome: string[] } } | { thirdPartyId: null }),
): Promise<void> {
  await tx.message.updateMany({ where: { ...which, ...IN_PASSING, dealtWithAt: null }, data: { dealtWithAt: at } });
}
