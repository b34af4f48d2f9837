import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';
import { startApi } from './running-api.ts';

const LOGIN = { login: 'relance', passwords: ['the password of before'] };

let api: Awaited<ReturnType<typeof startApi>>;
let world: World;
let key: string;
beforeAll(async () => {
  const account = { serviceId: 's', secretKey: 's', userId: '1', authorizedIps: null, baseUrl: null };
  const print = { provider: 'merci_facteur', ...account } as const;
  api = await startApi(undefined, { print, printWebhooks: { merciFacteur: null, maileva: LOGIN } });
  world = await openWorld();
  ({ key } = await createKey(world.db, { creditorId: world.creditor.id, name: 'Léa', role: 'collector' }));
});
afterAll(() => api.stop());

async function posted(provider: string): Promise<string> {
  const customer = await world.newCustomer();
  const invoice = await world.newInvoice(customer);
  const id = await handOver(world, { customerId: customer.id, invoiceId: invoice.id }, 'sent');
  const letter = { kind: 'letter', letterKind: 'registered', viaPrintProvider: true, test: false } as const;
  await world.db.message.update({ where: { id }, data: { ...letter, provider, sentAt: NOW } });
  return id;
}

it('The print provider of before is still let in with its password, to tell of the letters that it took', async () => {
  const authorization = `Basic ${Buffer.from(`${LOGIN.login}:${LOGIN.passwords[0]}`).toString('base64')}`;
  const headers = { authorization, 'Content-Type': 'application/json' };
  const answer = await api.ask('POST', '/v1/webhooks/print/maileva', { raw: '{}', headers });
  expect([200, 422]).toContain(answer.status);
});

it('A letter says whether the print provider of today tells what becomes of it', async () => {
  const followed = async (provider: string): Promise<boolean> => {
    const { body } = await api.ask('GET', `/v1/messages/${await posted(provider)}`, { key });
    return (body as { followed: boolean }).followed;
  };
  expect(await followed('merci_facteur')).toBe(true);
  expect(await followed('maileva')).toBe(false);
});
