import { beforeAll, describe, expect, it } from 'vitest';
import { stopCode } from '../../../domain/case/attention-codes.ts';
import { changeCustomer } from '../../../facts/customers/change-customer.ts';
import { customerChange } from '../../../facts/inputs/customer.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import { settleProviderEvent } from '../../../facts/settle-provider-event.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function onItsWay(status = 'sending') {
  const customer = await world.newCustomer();
  const invoice = await world.newInvoice(customer);
  await world.plan(invoice.id);
  const messageId = await handOver(world, { customerId: customer.id, invoiceId: invoice.id }, status);
  return { customerId: customer.id, invoiceId: invoice.id, messageId };
}

const refuse = (messageId: string, refusal: string) =>
  world.db.$transaction(async (tx) =>
    settleMessage(tx, world.on(NOW), await loadMessageToSettle(tx, messageId), {
      kind: 'failed',
      code: stopCode(refusal),
      detail: '',
    }),
  );

const change = (customerId: string, input: object) =>
  changeCustomer(world.db, world.on(NOW), customerId, customerChange.parse(input), () => undefined);
const ADDRESS = { contacts: [{ name: 'Paul Roy', email: 'paul.roy@roy.example', recovery: true }] };
const PHONE = { contacts: [{ name: 'Paul Roy', email: 'paul@roy.example', phone: '06 39 98 00 01', recovery: true }] };

const attentionOf = async (invoiceId: string) => (await world.read(invoiceId)).attentionCode;

describe('an e-mail address that is corrected', () => {
  it('lets the case go on whose mail the provider did not take', async () => {
    const { customerId, invoiceId, messageId } = await onItsWay();
    await refuse(messageId, 'validation_error');
    await change(customerId, PHONE);
    expect(await attentionOf(invoiceId)).toBe('validation_error');
    expect((await change(customerId, ADDRESS)).tellings.map((told) => told.invoiceId)).toEqual([invoiceId]);
    expect(await attentionOf(invoiceId)).toBeNull();
  });

  it('lets the case go on whose mail the provider did not send in the end', async () => {
    const { customerId, invoiceId, messageId } = await onItsWay('sent');
    await world.db.message.update({ where: { id: messageId }, data: { sentAt: NOW } });
    const event = { event: 'failed', bounceType: null, detail: 'no such domain' } as const;
    await settleProviderEvent(world.db, NOW, { ...event, providerReference: 're_1', messageTag: messageId }, 'asked');
    expect(await attentionOf(invoiceId)).toBe('sending_failed');
    await change(customerId, ADDRESS);
    expect(await attentionOf(invoiceId)).toBeNull();
  });

  it('mends nothing of a mail that was not taken for what it carries', async () => {
    const { customerId, invoiceId, messageId } = await onItsWay();
    await refuse(messageId, 'invalid_attachment');
    await change(customerId, ADDRESS);
    expect(await attentionOf(invoiceId)).toBe('invalid_attachment');
  });

  it('mends nothing of a mail that was never handed over: its words are as wrong as before', async () => {
    const { customerId, invoiceId, messageId } = await onItsWay('rendered');
    await world.db.message.update({ where: { id: messageId }, data: { handedOverAt: null } });
    await refuse(messageId, 'forbidden_wording');
    await change(customerId, ADDRESS);
    expect(await attentionOf(invoiceId)).toBe('forbidden_wording');
  });
});
