import { expect, it } from 'vitest';
import { draftReminder } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { FactRefused } from '../../../facts/refused.ts';
import { NOW, openWorld } from '../holds/case-world.ts';

it('A first reminder by hand before the due date needs a reason, unless the scenario has it leave before that day', async () => {
  const world = await openWorld();
  const customer = await world.newCustomer();
  const { id } = await world.newInvoice(customer, { issued_on: '2026-11-01', due_on: '2026-12-24' });
  const draft = () => draftReminder(world.db, world.on(NOW), id, { mode: 'email', level: 1 });
  await expect(draft()).rejects.toSatisfy((error) => error instanceof FactRefused && error.code === 'not_due');
  const { scenarioVersionId } = await world.db.invoice.findUniqueOrThrow({ where: { id } });
  await world.db.scenarioStep.updateMany({
    where: { versionId: scenarioVersionId!, level: 1 },
    data: { mayPrecedeDue: true },
  });
  expect(await draft()).toMatchObject({ level: 1 });
});
