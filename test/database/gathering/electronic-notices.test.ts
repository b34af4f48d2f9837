import { beforeAll, expect, it } from 'vitest';
import { HOUR, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

let hours: SendHours;
beforeAll(async () => {
  hours = await openSendHours();
});

const EVE = '2026-12-08T09:00:00.000Z';

/** An electronic registered letter of the day before about the invoice, with the two notices of it that we sent. */
async function electronicLetter(customerId: string, invoiceId: string) {
  const common = { creditorId: hours.creditor.id, customerId, language: 'fr', currency: 'EUR', test: true, actor: {} };
  const sent = { status: 'sent', reservedAt: new Date(EVE), sentAt: new Date(EVE) } as const;
  const item = { invoiceId, cycle: 1, stepKey: null, level: 0, amountCents: 30_000n };
  const letterId = crypto.randomUUID();
  const letter = {
    kind: 'letter',
    letterKind: 'lre_qualified',
    viaPrintProvider: true,
    origin: 'specific_action',
  } as const;
  await hours.db.message.create({
    data: { ...common, ...sent, id: letterId, ...letter, items: { create: [item] } },
  });
  for (const to of ['sender', 'recipient']) {
    const notice = { kind: 'email', origin: 'acknowledgement', originId: `notice/${to}/${letterId}` } as const;
    const late = { sentAt: new Date('2026-12-09T07:00:00.000Z') };
    const id = crypto.randomUUID();
    await hours.db.message.create({ data: { ...common, ...sent, ...late, id, ...notice, items: { create: [item] } } });
  }
}

it('An electronic registered letter counts once for the customer’s cap: not its notices, least of all the one to the creditor', async () => {
  await hours.setSettings({ maxMessagesCount: 2, maxMessagesDays: 7 });
  const { ids, customer } = await hours.owes(await hours.scenario('invoice'), R1_TODAY, R1_TODAY);
  await electronicLetter(customer.id, ids[0]!);
  expect(await hours.wake(ids[1]!, HOUR)).toHaveLength(1);
  await hours.setSettings({ maxMessagesCount: null, maxMessagesDays: null });
});

it('The notices of an electronic registered letter take neither the account’s day nor the spacing of the invoice', async () => {
  const { ids, customer } = await hours.owes(await hours.scenario('account'), R1_TODAY);
  await electronicLetter(customer.id, ids[0]!);
  expect(await hours.wake(ids[0]!, HOUR)).toHaveLength(1);
});
