import { beforeAll, expect, it } from 'vitest';
import { changeCustomer } from '../../../facts/customers/change-customer.ts';
import { dismissReturn } from '../../../facts/messages/returns/dismiss-return.ts';
import { OPEN_RETURNS } from '../../../facts/messages/returns/open-returns.ts';
import { settleProviderEvent } from '../../../facts/settle-provider-event.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

// A mail that bounced temporarily stops nothing, so there is no task about it: it is listed until a person has dealt with it.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const tell = (messageTag: string, event: 'bounced' | 'delivered', bounceType: 'soft' | 'hard' | null) =>
  settleProviderEvent(
    world.db,
    NOW,
    { providerReference: messageTag, messageTag, event, bounceType, detail: '' },
    'asked',
  );

async function sent(of: { customerId: string; invoiceId: string }): Promise<string> {
  const messageId = await handOver(world, of, 'sent');
  await world.db.message.update({ where: { id: messageId }, data: { sentAt: NOW } });
  return messageId;
}

async function returned(bounceType: 'soft' | 'hard' = 'soft') {
  const { customer, ...invoice } = await world.plannedCase();
  const of = { customerId: customer.id, invoiceId: invoice.id };
  const messageId = await sent(of);
  await tell(messageId, 'bounced', bounceType);
  return { customer, invoice, of, messageId };
}

const isOpen = async (id: string) => (await world.db.message.count({ where: { AND: [{ id }, OPEN_RETURNS] } })) === 1;

it('is listed while nothing was done about it', async () => {
  const { messageId } = await returned();
  expect(await isOpen(messageId)).toBe(true);
});

it('is no more once its case is paid', async () => {
  const { invoice, messageId } = await returned();
  await world.pay(invoice.number, 30_000);
  expect(await isOpen(messageId)).toBe(false);
});

it('is no more once the address takes another mail; another customer’s mail says nothing of it', async () => {
  const { of, messageId } = await returned();
  const other = await returned();
  await tell(await sent(other.of), 'delivered', null);
  expect(await isOpen(messageId)).toBe(true);
  await tell(await sent(of), 'delivered', null);
  expect(await isOpen(messageId)).toBe(false);
});

it('is no more once the contact has another address; another telephone number changes nothing', async () => {
  const { customer, messageId } = await returned();
  const [contact] = await world.db.contact.findMany({ where: { customerId: customer.id } });
  const change = (email: string, phone: string) => {
    const contacts = [{ id: contact!.id, name: 'Paul Roy', email, phone, recovery: true }];
    return changeCustomer(world.db, world.on(NOW), customer.id, { contacts }, () => {});
  };
  await change('paul@roy.example', '+33102030405');
  expect(await isOpen(messageId)).toBe(true);
  await change('p.roy@roy.example', '+33102030405');
  expect(await isOpen(messageId)).toBe(false);
});

it('is no more once a person says so, who may say it twice', async () => {
  const { messageId } = await returned();
  for (let times = 0; times < 2; times += 1) await dismissReturn(world.db, world.on(NOW), messageId);
  expect(await isOpen(messageId)).toBe(false);
});

it('came back for good has its task: it is not listed beside, and is dealt with there', async () => {
  const { invoice, messageId } = await returned('hard');
  expect(await isOpen(messageId)).toBe(false);
  expect(await world.tasks(invoice.id, 'attention')).toMatchObject([{ state: 'open' }]);
  await expect(dismissReturn(world.db, world.on(NOW), messageId)).rejects.toMatchObject({ code: 'not_returned' });
});

it('in passing, then for good, has its task alone', async () => {
  const { messageId } = await returned();
  await tell(messageId, 'bounced', 'hard');
  expect(await isOpen(messageId)).toBe(false);
});
