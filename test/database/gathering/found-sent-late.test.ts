import { beforeAll, describe, expect, it } from 'vitest';
import { actionBody } from '../../../api/actions/action-body.ts';
import { readActions } from '../../../facts/actions/action-row.ts';
import { actionsOfStatus } from '../../../facts/actions/action-filter.ts';
import { explainCase, readCases } from '../../../facts/cases/case-view.ts';
import { closeLitigation } from '../../../facts/holds/close-litigation.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { loadActionToSend, reserveAction, sendableSteps } from '../../../facts/messages/reserving/reserve-action.ts';
import { resolveMessage } from '../../../facts/messages/settling/resolve-message.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { reversePayment } from '../../../facts/money/reverse-payment.ts';
import { HOUR, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

const BEFORE = '2026-12-08T09:00:00.000Z';
const LATER = '2026-12-09T10:00:00.000Z';
const AFTERWARDS = '2026-12-09T11:00:00.000Z';
const FOUND = '2026-12-09T15:00:00.000Z';

let hours: SendHours;
let byItself: string;
beforeAll(async () => {
  hours = await openSendHours();
  byItself = await hours.scenario('invoice');
});

/** Sends the open step: automatically, or after a person's confirmation. */
async function leaves(id: string, at: string): Promise<string> {
  const { openStep, customerId } = await hours.read(id);
  if (openStep!.mode === 'automatic') return (await hours.wake(id, at))[0]!;
  return hours.underLock(customerId, async (tx) => {
    const action = await loadActionToSend(tx, openStep!.actionId);
    const on = hours.on(at);
    return reserveAction(tx, on, action!, sendableSteps(action!, on.at), on.actor);
  });
}

/** R1 was handed over at its hour, and the provider did not answer. */
async function uncertain(
  prepare: (invoice: { id: string; number: string }) => Promise<unknown> = async () => undefined,
) {
  const { ids, numbers, customer } = await hours.owes(byItself, R1_TODAY);
  const [id, number] = [ids[0]!, numbers[0]!];
  await prepare({ id, number });
  await hours.plan(id, BEFORE);
  const messageId = await leaves(id, HOUR);
  await hours.rendered(messageId, HOUR);
  const handed = { status: 'sending', handedOverAt: new Date(HOUR), unknownSinceAt: new Date(HOUR), tries: 1 } as const;
  await hours.db.message.update({ where: { id: messageId }, data: handed });
  await hours.underLock(customer.id, async (tx) =>
    settleMessage(tx, hours.machine(HOUR), await loadMessageToSettle(tx, messageId), { kind: 'ambiguous' }),
  );
  return { id, messageId };
}

/** A person says that it left, and the case is planned. Returns how its second reminder leaves. */
async function foundSent({ id, messageId }: { id: string; messageId: string }) {
  await resolveMessage(hours.db, hours.on(FOUND), messageId, { outcome: 'sent', comment: 'Vu chez le prestataire' });
  await hours.plan(id, FOUND);
  const { openStep, level } = await hours.read(id);
  expect(level).toBe(1);
  return { level: openStep!.level, mode: openStep!.mode };
}

async function isInLitigation(id: string, from: string, to: string): Promise<void> {
  await openLitigation(hours.db, hours.on(from), id, { reason: 'Confié à Me Durand' });
  await closeLitigation(hours.db, hours.on(to), id);
}

describe('A reminder of which nobody knows whether it left', () => {
  it('is no sending under way in the agenda: its step says why it waits, and a person is asked about it once', async () => {
    const { id, messageId } = await uncertain();
    const moment = { at: new Date(LATER), timeZone: 'Europe/Paris', language: 'fr' as const };
    const about = { invoices: { some: { invoiceId: id } } };
    const [step] = (await readActions(hours.db, { where: { ...about, messageId } })).map((row) =>
      actionBody(row, moment),
    );
    const [invoice] = await readCases(hours.db, { where: { id } });
    expect(step).toMatchObject({ origin: 'step', reason: explainCase(invoice!, moment, 'fr').sentence });
    expect(step!.reason).toContain('envoi incertain');
    const asked = await hours.db.action.findMany({
      where: { ...about, ...actionsOfStatus('needs_attention', moment.at) },
    });
    expect(asked).toMatchObject([{ origin: 'attention', attentionCode: 'ambiguous_sending' }]);
  });
});

describe('A reminder that is found to have left long after its hour', () => {
  it('leaves the next one to a person when a payment went back meanwhile', async () => {
    let paymentId = '';
    const message = await uncertain(async ({ number }) => {
      paymentId = (await hours.pay(number, 5_000, BEFORE)).answer.id;
    });
    const reversal = { external_id: crypto.randomUUID(), reason: 'Prélèvement rejeté' };
    const { externalId } = await hours.db.payment.findUniqueOrThrow({ where: { id: paymentId } });
    await reversePayment(hours.db, hours.on(LATER), { externalId }, reversal);
    expect(await foundSent(message)).toEqual({ level: 2, mode: 'to_confirm' });
  });

  it('leaves the next one to a person when a litigation came and went meanwhile', async () => {
    const message = await uncertain();
    await isInLitigation(message.id, LATER, AFTERWARDS);
    expect(await foundSent(message)).toEqual({ level: 2, mode: 'to_confirm' });
    expect(await hours.reasons(message.id)).toContain('confirm');
  });

  it('leaves it by itself when nothing came meanwhile', async () => {
    expect(await foundSent(await uncertain())).toEqual({ level: 2, mode: 'automatic' });
  });

  it('is the step that a person looked at, when what asked for one came before it', async () => {
    const message = await uncertain(async ({ id }) => {
      await isInLitigation(id, BEFORE, BEFORE);
    });
    expect(await foundSent(message)).toEqual({ level: 2, mode: 'automatic' });
  });

  it('has the one after the next leave by itself again, once a person has confirmed the next', async () => {
    const message = await uncertain();
    await isInLitigation(message.id, LATER, AFTERWARDS);
    await foundSent(message);
    const dueAt = (await hours.read(message.id)).openStep!.dueAt.toISOString();
    await hours.deliver([await leaves(message.id, dueAt)], dueAt);
    await hours.plan(message.id, dueAt);
    expect((await hours.read(message.id)).openStep).toMatchObject({ level: 3, mode: 'automatic' });
  });
});
