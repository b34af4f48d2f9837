import type { Database } from '../../prisma/client.ts';

/** Removes a creditor whose seeding was interrupted, with everything stored for it so far. No workflow knows it yet. */
export async function removeCreditor(db: Database, creditorId: string): Promise<void> {
  const where = { creditorId };
  await db.$transaction(async (tx) => {
    await tx.historyEntry.deleteMany({ where });
    await tx.openStep.deleteMany({ where });
    await tx.run.deleteMany({ where });
    await tx.message.deleteMany({ where });
    await tx.action.deleteMany({ where });
    await tx.allocation.deleteMany({ where });
    await tx.refund.deleteMany({ where });
    await tx.payment.deleteMany({ where });
    await tx.earlyReversal.deleteMany({ where });
    await tx.hold.deleteMany({ where });
    await tx.invoice.deleteMany({ where });
    await tx.qualification.deleteMany({ where });
    await tx.customer.deleteMany({ where });
    await tx.thirdParty.deleteMany({ where });
    await tx.customerGroup.deleteMany({ where });
    await tx.scenario.deleteMany({ where });
    await tx.template.deleteMany({ where });
    await tx.user.deleteMany({ where });
    await tx.settings.deleteMany({ where });
    await tx.creditor.delete({ where: { id: creditorId } });
  });
}
