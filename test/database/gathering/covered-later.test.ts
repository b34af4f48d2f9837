import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { paymentInput, reversalInput } from '../../../facts/inputs/money.ts';
import { recordPayment } from '../../../facts/money/record-payment.ts';
import { reversePayment } from '../../../facts/money/reverse-payment.ts';
import { HOUR, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

// A step that a person confirms anyway tells that person why to look twice, whenever the reason came.

it('money that covers the claim is said of a step that was to be confirmed already, and no more once it is gone', async () => {
  const hours = await openSendHours();
  const asked = await hours.scenario('invoice', [{ level: 1, anchor: 'due_on', mode: 'to_confirm' }]);
  const { ids, customer } = await hours.owes(asked, R1_TODAY);
  const [id] = ids as [string];
  const before = await hours.next(id);
  expect(await hours.reasons(id)).not.toContain('confirm');
  const externalId = randomUUID();
  const money = { external_id: externalId, amount_cents: 400_000, currency: 'EUR', paid_on: '2026-12-09' };
  const payment = paymentInput.parse({ ...money, customer_reference: customer.reference, allocations: [] });
  await recordPayment(hours.db, hours.on(HOUR), payment);
  await hours.plan(id, HOUR);
  expect([await hours.next(id), await hours.reasons(id)]).toEqual([before, expect.arrayContaining(['confirm'])]);
  const rejected = reversalInput.parse({ external_id: randomUUID(), reason: 'Chèque sans provision' });
  await reversePayment(hours.db, hours.on(HOUR), { externalId }, rejected);
  await hours.plan(id, HOUR);
  // The money is gone, and with it its reason: what is left to say is that a payment came back.
  expect(await whys(hours, id)).not.toContain('credit_cover');
});

async function whys({ db }: SendHours, invoiceId: string): Promise<unknown[]> {
  const { reasons } = await db.openStep.findUniqueOrThrow({ where: { invoiceId } });
  return (reasons as { why?: string }[]).map(({ why }) => why);
}
