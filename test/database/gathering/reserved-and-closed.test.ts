import { beforeAll, expect, it } from 'vitest';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { gatherSteps } from '../../../facts/messages/reserving/gather-steps.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { HOUR, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

let hours: SendHours;
beforeAll(async () => {
  hours = await openSendHours();
});

// The worker is killed between the reservation's commit and the start of the message's workflow, and the invoice is paid before a worker
// is back. Without its id nothing would start the message, which only its own workflow can cancel.
it('a case that was paid after its message was reserved still names the message, so that its workflow is started', async () => {
  const { ids, numbers, customer } = await hours.owes(await hours.scenario('invoice'), R1_TODAY);
  const [messageId] = await hours.wake(ids[0]!, HOUR);
  await hours.pay(numbers[0]!, 30_000, HOUR);
  const again = await hours.underLock(customer.id, (tx) => gatherSteps(tx, hours.machine(HOUR), ids[0]!));
  expect(again).toEqual({ carriedBy: messageId, reserved: [] });
  // Temporal is away here: the message is cancelled, and nobody can be told.
  await expect(hours.rendered(messageId!, HOUR)).rejects.toThrow();
  const message = await hours.db.message.findUniqueOrThrow({ where: { id: messageId! } });
  expect(message).toMatchObject({ status: 'cancelled', failureDetail: 'closed_paid' });
});

it('a later due date that is recorded before a run’s mail is drawn takes it back, and an untouched one is drawn', async () => {
  const { ids, customer } = await hours.owes(await hours.scenario('invoice'), R1_TODAY, R1_TODAY);
  const on = hours.on(HOUR);
  const input = { level: 1, mode: 'email', dryRun: false, invoiceIds: ids } as const;
  const run = { id: await createRun(hours.db, on, input, null) };
  const { startMessageIds } = await hours.underLock(customer.id, async (tx) =>
    takeCustomer(tx, on, await tx.run.findUniqueOrThrow({ where: run }), customer.id),
  );
  expect(startMessageIds).toHaveLength(2);
  await changeInvoice(hours.db, on, ids[0]!, { due_on: '2027-01-15' }, () => undefined);
  const messageOf = (invoiceId: string) =>
    hours.db.message.findFirstOrThrow({ where: { runId: run.id, items: { some: { invoiceId, information: false } } } });
  const [changed, untouched] = [await messageOf(ids[0]!), await messageOf(ids[1]!)];
  await expect(hours.rendered(changed.id, HOUR)).rejects.toThrow();
  expect(await messageOf(ids[0]!)).toMatchObject({ status: 'cancelled', failureDetail: 'invoice_changed' });
  await hours.rendered(untouched.id, HOUR);
  expect(await messageOf(ids[1]!)).toMatchObject({ status: 'rendered' });
});
