import type { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';

/** Messages that came back, and perhaps not for good: no case stops for them, so nobody is asked by a task. */
export const IN_PASSING = { status: 'bounced', failureCode: 'bounced' } as const satisfies Prisma.MessageWhereInput;

const ABOUT_OPEN_CASES: Prisma.MessageWhereInput = {
  OR: [{ items: { none: {} } }, { items: { some: { information: false, invoice: { closedAs: null } } } }],
};

/**
 * What came back in passing and is still to be seen to: not once the address has taken another mail, the customer's contact was
 * corrected, a person has said so, or all cases it was about have ended. What came back for good has its own task.
 */
export const OPEN_RETURNS: Prisma.MessageWhereInput = { ...IN_PASSING, dealtWithAt: null, AND: [ABOUT_OPEN_CASES] };

/** Something has shown that nothing is to be done any more about a customer's mails that came back, at `at`. */
export async function dealWithReturns(
  tx: Transaction,
  at: Date,
  which: { customerId: string } & ({ recipients: { hasSome: string[] } } | { thirdPartyId: null }),
): Promise<void> {
  await tx.message.updateMany({ where: { ...which, ...IN_PASSING, dealtWithAt: null }, data: { dealtWithAt: at } });
}
