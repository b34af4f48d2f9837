import { expect, it } from 'vitest';
import { createStatement } from '../../../facts/third-parties/create-statement.ts';
import { readUnpaid } from '../../../facts/third-parties/read-unpaid.ts';
import { NOW, openWorld } from '../holds/case-world.ts';

it('whoever is a notary of one file and the referrer of another was last written to on the same day in both lists', async () => {
  const world = await openWorld();
  const { id: creditorId } = world.creditor;
  const [told, untold] = await Promise.all(
    ['Étude Vasseur', 'Étude Muette'].map((name) =>
      world.db.thirdParty.create({
        data: { id: crypto.randomUUID(), creditorId, name, email: 'etude@vasseur.example' },
      }),
    ),
  );
  const customer = await world.newCustomer();
  const files = [{ notary_id: told!.id }, { referrer_id: told!.id }, { referrer_id: untold!.id }];
  const ids: string[] = [];
  for (const by of files) ids.push((await world.newInvoice(customer, { case_file: { reference: 'D-1', ...by } })).id);
  const input = { invoice_ids: [ids[1]!], mode: 'email' as const };
  const messageId = await createStatement(world.db, world.on(NOW), told!.id, input, null);
  await world.db.message.update({ where: { id: messageId }, data: { status: 'sent', sentAt: NOW } });
  for (const role of ['notary', 'referrer'] as const) {
    const unpaid = await readUnpaid(world.db, creditorId, 'EUR', { todayOn: '2026-11-24', role });
    expect([role, unpaid.get(told!.id)?.lastStatementOn]).toEqual([role, '2026-11-24']);
    expect(unpaid.get(untold!.id)?.lastStatementOn ?? null).toBeNull();
  }
});
