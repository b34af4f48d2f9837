import { statementInput } from '../../facts/inputs/statement.ts';
import type { FactContext } from '../../facts/outcome.ts';
import { createRun } from '../../facts/runs/create-run.ts';
import { takeCustomer } from '../../facts/runs/take-customer.ts';
import { createStatement } from '../../facts/third-parties/create-statement.ts';
import type { Database } from '../../prisma/client.ts';
import type { DemoTogether } from '../../prisma/demo-data/demo-types.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { contextAt, type SeedNames } from './seed-names.ts';
import { sendMail } from './send-reminder.ts';

/** Stores what was done about invoices of several customers at once, as the API and the worker would have. */
export async function applyTogether(db: Database, names: SeedNames, together: DemoTogether): Promise<void> {
  const context = contextAt(names, together.at, together.by);
  const { creditorId } = names;
  const rows = await db.invoice.findMany({
    where: { creditorId, number: { in: together.numbers } },
    select: { id: true, number: true },
  });
  const idOf = new Map(rows.map(({ id, number }) => [number, id]));
  const invoiceIds = together.numbers.map((number) => idOf.get(number) ?? '');
  if (together.kind === 'run') return run(db, context, together.level, invoiceIds);
  const thirdPartyId = names.thirdParties.get(together.thirdParty) ?? '';
  const input = statementInput.parse({ invoice_ids: invoiceIds, mode: 'email' });
  await sendMail(db, context, await createStatement(db, context, thirdPartyId, input, null));
}

async function run(db: Database, context: FactContext, level: number, invoiceIds: readonly string[]): Promise<void> {
  const asked = { level, mode: 'email', dryRun: false, invoiceIds } as const;
  const id = await createRun(db, context, asked, null);
  const row = await db.run.findUniqueOrThrow({ where: { id }, include: { items: true } });
  const customerIds = new Set(row.items.flatMap(({ customerId }) => customerId ?? []));
  for (const customerId of customerIds) {
    const { startMessageIds } = await db.$transaction(async (tx) => {
      await lockCustomers(tx, [customerId]);
      return takeCustomer(tx, context, row, customerId);
    });
    for (const messageId of startMessageIds) await sendMail(db, context, messageId);
  }
  await db.run.update({ where: { id }, data: { takenAt: context.at } });
}
