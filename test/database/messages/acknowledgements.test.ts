import { beforeAll, expect, it } from 'vitest';
import { failureOf, readMessage } from '../../../facts/messages/drawing/draw-message.ts';
import { renderEmail } from '../../../emails/render-email.tsx';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { pauseCustomer } from '../../../facts/holds/pause-customer.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { reserveMessage } from '../../../facts/messages/reserving/reserve-message.ts';
import { SHIPPED_ANSWERS } from '../../../domain/shipped/templates.ts';
import { tagValues } from '../../../domain/tags/tag-values.ts';
import { bankLines } from '../../../domain/wording/bank-lines.ts';
import { plain } from '../../domain/plain.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

const PAGE = 'https://pay.example/f';
const IBAN = 'FR7630006000011234567890189';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.setSettings({ iban: IBAN });
});

/** An invoice of €300, and the mail that we send about it after an event. */
async function told(
  key: 'promise_noted' | 'dispute_noted',
  what: (id: string) => Promise<unknown>,
  originId: string = crypto.randomUUID(),
) {
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer, { payment_url: PAGE });
  await what(invoiceId);
  const shipped = SHIPPED_ANSWERS.find((one) => one.key === key)!;
  const messageId = await world.db.$transaction((tx) =>
    reserveMessage(tx, world.on(NOW), {
      ...{ customerId: customer.id, language: 'fr', currency: 'EUR', kind: 'email', letterKind: null, level: null },
      ...{
        origin: 'acknowledgement',
        originId,
        actionId: null,
        templateId: null,
        actor: world.on(NOW).actor,
        test: true,
      },
      items: [{ invoiceId, cycle: 1, stepKey: null, level: 0, repeat: 0, amountCents: 300_00 }],
      edits: { subject: shipped.subject, bodyHtml: shipped.bodyHtml },
    }),
  );
  const call = { creditorId: world.creditor.id, messageId, at: NOW.toISOString() };
  const read = await world.db.$transaction((tx) => readMessage(tx, call));
  expect(failureOf(read)).toBeNull();
  const { html, text } = await renderEmail(read.texts!.email!, read.content);
  return { html, text: plain(text), bank: bankLines(read.texts!.email!, read.content), content: read.content };
}

const promise = (amountCents: number) => (id: string) =>
  recordPromise(world.db, world.on(NOW), id, { amount_cents: amountCents, promised_on: '2026-12-12' });
const nothing = async () => undefined;

it('What is contested is acknowledged without asking for it: no account, no code and no way to pay', async () => {
  const dispute = (id: string) => openDispute(world.db, world.on(NOW), id, { reason: 'Casse', amount_cents: 50_00 });
  const { html, text, bank } = await told('dispute_noted', dispute);
  expect(bank).toBeNull();
  expect(text).toContain('contestation');
  expect(html + text).not.toMatch(/IBAN|pay\.example|Régler en ligne/);
});

it('Nor is an insolvent debtor asked to pay, whether his invoice or all of him is paused for it; one who is paused for a while is told how', async () => {
  const pause = (cause: 'insolvency' | 'overindebtedness' | 'other') => (id: string) =>
    setPause(world.db, world.on(NOW), id, { reason: 'Jugement', cause });
  const ofCustomer = async (id: string) =>
    pauseCustomer(world.db, world.on(NOW), (await world.read(id)).customerId, {
      reason: 'Jugement',
      cause: 'insolvency',
    });
  for (const what of [pause('insolvency'), pause('overindebtedness'), ofCustomer]) {
    const { html, text, bank } = await told('promise_noted', what);
    expect(bank).toBeNull();
    expect(html + text).not.toMatch(/IBAN|pay\.example|Régler en ligne/);
  }
  expect((await told('promise_noted', pause('other'))).bank).not.toBeNull();
});

it('The notice of an electronic letter, to its reader and to the creditor, asks for nothing either', async () => {
  for (const to of ['sender', 'recipient']) {
    const { html, bank } = await told('promise_noted', nothing, `notice/${to}/x`);
    expect(bank).toBeNull();
    expect(html).not.toMatch(/IBAN|pay\.example/);
  }
});

it('A promise of a part is thanked for its sum, which alone the code asks for, and stands beside its day', async () => {
  const { text, content } = await told('promise_noted', promise(100_00));
  expect(content).toMatchObject({ promisedCents: 100_00 });
  expect(text).toContain('Vous nous avez promis 100,00 € le 12 décembre 2026.');
  // Only one total: that of what is owed, in the table.
  expect(text).not.toContain('pour un total de');
  expect(text).toMatch(/promesse de règlement : 100,00 € le\s+12\/12\/2026/);
});

it('A promise in instalments is confirmed with each of its sums and days, in the words of whoever reads it', async () => {
  const twice = async (id: string) => {
    await promise(100_00)(id);
    await recordPromise(world.db, world.on(NOW), id, { amount_cents: 200_00, promised_on: '2027-01-12' });
  };
  const { text, content } = await told('promise_noted', twice);
  const line = text.replaceAll(/\s+/g, ' ');
  expect(line).toContain('Vous nous avez promis 100,00 € le 12 décembre 2026 et 200,00 € le 12 janvier 2027.');
  expect(plain(tagValues({ ...content, language: 'en' })['#promised_payments']?.text ?? '')).toBe(
    '€100.00 on 12 December 2026 and €200.00 on 12 January 2027',
  );
  expect(tagValues({ ...content, promisedPayments: [] })['#promised_payments']).toBeNull();
});

it('Of a promise of which a part has come, what has still to come is confirmed, and no more', async () => {
  const inPart = async (id: string) => {
    await promise(200_00)(id);
    await world.pay((await world.read(id)).number, 100_00);
    await recordPromise(world.db, world.on(NOW), id, { amount_cents: 50_00, promised_on: '2027-01-12' });
  };
  const { content } = await told('promise_noted', inPart);
  expect(content).toMatchObject({ promisedCents: 150_00 });
  expect(content.promisedPayments).toEqual([
    { on: '2026-12-12', amountCents: 100_00 },
    { on: '2027-01-12', amountCents: 50_00 },
  ]);
});

it('A promise of the whole is thanked for as such, with all that a transfer needs', async () => {
  const { text, html, bank, content } = await told('promise_noted', promise(300_00));
  expect(content.promisedCents).toBeUndefined();
  expect(text).toContain('Vous nous avez promis 300,00 € le 12 décembre 2026.');
  expect(text).toMatch(/promesse de règlement : 12\/12\/2026/);
  expect(bank?.code).not.toBeNull();
  expect(html).toContain(PAGE);
});

it('Who collects another’s claims thanks for a promise and notes a dispute under his mandate, and says of which sum, without asking for more', async () => {
  await world.setSettings({ actsForCreditor: 'Cabinet Rivière, 69002 Lyon', mandateOn: new Date('2026-03-01') });
  const dispute = (id: string) => openDispute(world.db, world.on(NOW), id, { reason: 'Casse' });
  const noted = await told('dispute_noted', dispute);
  const promised = await told('promise_noted', promise(100_00));
  for (const { text } of [noted, promised]) {
    expect(text).toContain('Cabinet Rivière');
    expect(text).not.toContain('Elle est à payer');
  }
  expect(noted.text).toMatch(
    /Somme réclamée par le créancier\s: 300,00\s€ en principal.*ne vous demande pas\sde la payer/s,
  );
  expect(promised.text).toMatch(/Somme due\s: 300,00\s€ en principal.*Ce que vous avez\spromis\sest\sà\spayer/s);
  const notice = await told('promise_noted', nothing, 'notice/recipient/y');
  expect(notice.text).not.toMatch(/Cabinet Rivière|Somme due/);
  await world.setSettings({ actsForCreditor: null, mandateOn: null });
});
