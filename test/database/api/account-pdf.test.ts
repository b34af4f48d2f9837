import { beforeAll, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { pauseCustomer } from '../../../facts/holds/pause-customer.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { printedText } from '../../letters/read-pdf.ts';
import { createWorld, type World } from '../world.ts';
import { sharedApi } from './running-api.ts';

// The statement of account that a customer asks for: all open items of that day, to be read and downloaded.

let world: World;
let key: string;
let api: Awaited<ReturnType<typeof sharedApi>>;

beforeAll(async () => {
  api = await sharedApi();
  world = await createWorld();
  key = (await createKey(world.all, { creditorId: world.creditorId, name: 'Essai', role: 'collector' })).key;
});

async function statementOf(customerId: string) {
  const response = await fetch(`${api.url}/v1/customers/${customerId}/account.pdf`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  const text = await printedText(new Uint8Array(await response.arrayBuffer()));
  return { response, text };
}

it('lists what is open in each currency, with what was paid and credited, and neither sends nor keeps anything', async () => {
  const { id, reference } = await world.customer({ name: 'Menuiserie Lagarde', reference: 'C/1 é' });
  const [partly, disputed, paid] = [
    await world.invoice(reference, { number: 'F-PARTIE', total_cents: 1_500_00 }),
    await world.invoice(reference, { number: 'F-DOLLARS', total_cents: 70_00, currency: 'USD' }),
    await world.invoice(reference, { number: 'F-SOLDEE', total_cents: 10_00 }),
  ];
  await world.pay(partly.number, 300_00);
  await world.pay(paid.number, 12_00);
  await world.invoice(reference, { kind: 'credit_note', number: 'AV-7', due_on: undefined, total_cents: 50_00 });
  await openLitigation(world.db, world.context, disputed.id, { reason: 'Assignation' });
  const { response, text } = await statementOf(id);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('content-disposition')).toMatch(
    /filename="releve-de-compte-C_1 \?-\d{4}-\d\d-\d\d\.pdf"; filename\*=UTF-8''releve-de-compte-C_1%20%C3%A9-\d{4}/,
  );
  expect(text).toMatch(/F-PARTIE\n[^]*1\s500,00\s€\n300,00\s€\n1\s200,00\s€/);
  expect(text).toContain('Avoir AV-7');
  expect(text).toMatch(/Règlement non\naffecté[^]*\u22122,00\s€/);
  expect(text).toMatch(/Solde\n1\s148,00\s€/);
  expect(text).toMatch(/F-DOLLARS[^]*Solde\n70,00\s\$/);
  expect(text).not.toContain('F-SOLDEE');
  expect(text).toContain('ESSAI');
  const { creditorId } = world;
  expect(await world.all.message.count({ where: { creditorId } })).toBe(0);
  const account = (await api.ask('GET', `/v1/customers/${id}/account`, { key })).body;
  expect(account.balance_cents - account.unallocated_cents).toBe(1_148_00);
});

it('writes in the customer’s language, to one who owes nothing too, and without the mark of a trial once the company is live', async () => {
  const { id } = await world.customer({ language: 'en' });
  await world.all.settings.update({ where: { creditorId: world.creditorId }, data: { liveAt: world.context.at } });
  const { response, text } = await statementOf(id);
  expect(text).toContain('nothing is left to pay');
  expect(text).not.toContain('TEST');
  expect(response.headers.get('content-disposition')).toContain('statement-of-account');
});

it('has no bank details for whom a procedure forbids to pay, and has them beside any other pause', async () => {
  const iban = 'FR7630006000011234567890189';
  await world.all.settings.update({ where: { creditorId: world.creditorId }, data: { iban } });
  const owing = async () => {
    const { id, reference } = await world.customer();
    return { id, invoices: [await world.invoice(reference), await world.invoice(reference)] };
  };
  const pause = (cause: 'insolvency' | 'overindebtedness' | 'other') => ({ reason: 'Jugement', cause });
  for (const [cause, isThere] of [
    ['other', true],
    ['insolvency', false],
    ['overindebtedness', false],
  ] as const) {
    const { id } = await owing();
    await pauseCustomer(world.db, world.context, id, pause(cause));
    const { text } = await statementOf(id);
    expect([cause, text.includes('suspendu'), text.includes('IBAN')]).toEqual([cause, true, isThere]);
  }
  const { id, invoices } = await owing();
  for (const [index, isThere] of [true, false].entries()) {
    await setPause(world.db, world.context, invoices[index]!.id, pause('insolvency'));
    expect((await statementOf(id)).text.includes('IBAN')).toBe(isThere);
  }
});

it('is not there for another creditor, byte for byte as for an unknown customer, nor for a payment system', async () => {
  const { id } = await world.customer();
  const other = await api.newCreditor();
  const of = (customerId: string, asker: string) =>
    api.ask('GET', `/v1/customers/${customerId}/account.pdf`, { key: asker });
  const [foreign, unknown] = [await of(id, other.admin), await of(crypto.randomUUID(), other.admin)];
  expect([foreign.status, foreign.text]).toEqual([404, unknown.text]);
  expect((await of(id, other.payments)).status).toBe(403);
});
