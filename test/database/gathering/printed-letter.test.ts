import { beforeAll, describe, expect, it } from 'vitest';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { gatherSteps } from '../../../facts/messages/reserving/gather-steps.ts';
import { reserveMessage } from '../../../facts/messages/reserving/reserve-message.ts';
import { HOUR, LADDER, openSendHours, R1_TODAY, R3_TODAY, type SendHours } from './send-hours.ts';

const AFTERNOON = '2026-12-09T14:00:00.000Z';
const EVENING = '2026-12-09T16:00:00.000Z';

let hours: SendHours;
let notices: string;
beforeAll(async () => {
  hours = await openSendHours();
  notices = await hours.scenario('invoice', [...LADDER.slice(0, 2), NOTICE]);
});

const NOTICE = { level: 3, kind: 'letter', letterKind: 'registered', mode: 'to_confirm' } as const;

/** A formal notice that a person confirmed and printed in the morning; it waits to be posted. */
async function printed() {
  const { ids, customer, numbers } = await hours.owes(notices, R3_TODAY);
  const invoiceId = ids[0]!;
  const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId } });
  const decision = { id: 'd', actionId, invoiceId, args: {}, actor: hours.on(HOUR).actor };
  const { verdict } = await hours.underLock(customer.id, (tx) => confirmStep(tx, hours.on(HOUR), decision));
  const messageId = verdict.messageId!;
  await hours.rendered(messageId, HOUR);
  return {
    ...{ invoiceId, customer, number: numbers[0]! },
    replanned: async () => {
      await hours.plan(invoiceId, AFTERNOON);
      return (await hours.message(messageId)).status;
    },
    post: async () => {
      await completeAction(hours.db, hours.on(EVENING), actionId, {
        posted_on: '2026-12-09',
        registered_number: '2C1',
      });
      return (await hours.message(messageId)).status;
    },
  };
}

/** An acknowledgement of what the customer said on the telephone. */
const answered = ({ invoiceId, customer }: { invoiceId: string; customer: { id: string } }) =>
  hours.underLock(customer.id, (tx) =>
    reserveMessage(tx, hours.on(HOUR), {
      ...{ customerId: customer.id, language: 'fr', currency: 'EUR', kind: 'email', letterKind: null, level: null },
      ...{ origin: 'acknowledgement', originId: crypto.randomUUID(), actionId: null, templateId: null, test: true },
      actor: hours.on(HOUR).actor,
      items: [{ invoiceId, cycle: 1, stepKey: null, level: 2, repeat: 0, amountCents: 30_000 }],
      edits: { subject: 'Votre appel', bodyHtml: '<p>Nous avons noté votre appel.</p>' },
    }),
  );

describe('A registered letter that is printed and not posted yet stays, and is what was sent, though', () => {
  it('a call about the invoice is answered by mail on the same day', async () => {
    const letter = await printed();
    const messageId = await answered(letter);
    await hours.rendered(messageId, HOUR);
    expect(await hours.handOver(messageId, HOUR)).toBeNull();
    expect(await letter.replanned()).toBe('rendered');
    expect(await letter.post()).toBe('deposited');
    expect(await hours.done(letter.invoiceId)).toEqual(['R3']);
  });

  it('the creditor’s send hour is another from now on', async () => {
    const letter = await printed();
    await hours.setSettings({ sendHour: 10 });
    expect(await letter.replanned()).toBe('rendered');
    await hours.setSettings({ sendHour: 9 });
    expect(await letter.post()).toBe('deposited');
  });

  it('a reminder of another invoice fills the customer’s cap', async () => {
    const letter = await printed();
    await hours.setSettings({ maxMessagesCount: 1, maxMessagesDays: 7 });
    const other = await hours.owesToo(letter.customer, notices, R1_TODAY);
    await hours.deliver(await hours.wake(other.id, HOUR), HOUR);
    expect(await letter.replanned()).toBe('rendered');
    await hours.setSettings({ maxMessagesCount: null, maxMessagesDays: null });
    expect(await letter.post()).toBe('deposited');
  });
});

describe('A registered letter that was to leave by itself, and that no provider takes any more,', () => {
  it('waits for whoever posts it, whatever is heard of the case meanwhile, and is what was sent', async () => {
    const byItself = await hours.scenario('invoice', [...LADDER.slice(0, 2), { ...NOTICE, mode: 'automatic' }]);
    const { ids, customer } = await hours.owes(byItself, R3_TODAY);
    const [invoiceId] = ids as [string];
    const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId } });
    const [messageId] = (await hours.wake(invoiceId, HOUR)) as [string];
    await hours.rendered(messageId, HOUR);
    for (const at of ['2026-12-09T08:20:00.000Z', AFTERNOON, '2026-12-10T08:00:00.000Z']) {
      await hours.plan(invoiceId, at);
      const gathered = await hours.underLock(customer.id, (tx) => gatherSteps(tx, hours.machine(at), invoiceId));
      expect(gathered).toEqual({ carriedBy: messageId, reserved: [] });
      expect((await hours.message(messageId)).status).toBe('rendered');
    }
    await completeAction(hours.db, hours.on('2026-12-10T09:00:00.000Z'), actionId, { registered_number: '2C1' });
    expect(await hours.done(invoiceId)).toEqual(['R3']);
  });
});

describe('A registered letter that is printed and not posted yet is taken back when', () => {
  it('its own day is a later one by now', async () => {
    const letter = await printed();
    const { scenarioVersionId } = await hours.read(letter.invoiceId);
    const ofNotice = { versionId: scenarioVersionId!, level: 3 };
    await hours.db.scenarioStep.updateMany({ where: ofNotice, data: { delayDays: 45 } });
    expect(await letter.replanned()).toBe('cancelled');
    await hours.db.scenarioStep.updateMany({ where: ofNotice, data: { delayDays: 15 } });
  });

  it('part of what it claims is paid', async () => {
    const letter = await printed();
    await hours.pay(letter.number, 10_000, AFTERNOON);
    expect(await letter.replanned()).toBe('cancelled');
  });
});
