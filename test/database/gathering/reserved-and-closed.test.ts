import { beforeAll, expect, it } from 'vitest';
import { gatherSteps } from '../../../facts/messages/gather-steps.ts';
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
