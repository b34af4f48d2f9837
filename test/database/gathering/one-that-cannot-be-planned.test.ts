import { beforeAll, describe, expect, it } from 'vitest';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { HOUR, LADDER, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

let hours: SendHours;
beforeAll(async () => {
  hours = await openSendHours();
});

/** A row that no code of ours would write, as a repair by hand may: planning it throws, each time. */
const breakRow = (invoiceId: string) =>
  hours.db
    .$executeRaw`UPDATE invoices SET "postponedUntilOn" = 'infinity', "postponedStepKey" = 'r1', version = version + 1 WHERE id = ${invoiceId}::uuid AND "creditorId" = ${hours.creditor.id}::uuid`;

describe('An invoice that cannot be planned holds up none of the others', () => {
  it('at the send hour: they leave as one mail without it, and it has no step any more', async () => {
    const byLevel = await hours.scenario('level');
    const { ids } = await hours.owes(byLevel, R1_TODAY, R1_TODAY, R1_TODAY);
    const [first, broken, third] = ids as [string, string, string];
    await breakRow(broken);
    await expect(hours.plan(broken, HOUR)).rejects.toThrow();
    const [messageId, ...more] = [...(await hours.wake(first, HOUR)), ...(await hours.wake(third, HOUR))];
    expect(more).toEqual([]);
    const mail = await hours.rendered(messageId!, HOUR);
    expect(mail.items.map(({ invoiceId }) => invoiceId).sort()).toEqual([first, third].sort());
    expect(await hours.next(broken)).toBeNull();
  });

  it('when a person confirms what waits for it', async () => {
    const asked = await hours.scenario('level', [{ ...LADDER[0]!, mode: 'to_confirm' }]);
    const { ids, customer } = await hours.owes(asked, R1_TODAY, R1_TODAY);
    const [sound, broken] = ids as [string, string];
    await breakRow(broken);
    const { actionId } = (await hours.read(sound)).openStep!;
    const decision = { id: 'd', actionId, invoiceId: sound, args: {}, actor: hours.on(HOUR).actor };
    const { verdict } = await hours.underLock(customer.id, (tx) => confirmStep(tx, hours.on(HOUR), decision));
    expect(verdict).toMatchObject({ accepted: true });
    const mail = await hours.rendered(verdict.messageId!, HOUR);
    expect(mail.items.map(({ invoiceId }) => invoiceId)).toEqual([sound]);
  });
});
