import { beforeAll, describe, expect, it } from 'vitest';
import { changeSettings, readSettings } from '../../../facts/creditors/change-settings.ts';
import type { SettingsChange } from '../../../facts/inputs/settings.ts';
import { companyHashOf } from '../../../facts/messages/before-leaving/company-hash.ts';
import { companyContent } from '../../../facts/messages/drawing/load-content.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { raiseVersion } from '../../../facts/raise-version.ts';
import { NOW } from '../holds/case-world.ts';
import { minutes, openSending } from './sending-world.ts';

const MORNING = minutes(-180);
const R1 = { issued_on: '2026-10-01', due_on: '2026-10-01' };

let sending: Awaited<ReturnType<typeof openSending>>;
beforeAll(async () => {
  // Nothing listens at this address: no mail is tried here.
  sending = await openSending('http://127.0.0.1:1');
  await change({ ...ACCOUNT, acts_for: { creditor: 'Lefèvre SARL', mandate_on: '2026-01-05' } });
});

const ACCOUNT = { iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP' };
const CORRECTED = { iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' };
const change = (settings: SettingsChange) =>
  changeSettings(sending.world.db, sending.world.creditor.id, settings, () => undefined);

/** The first reminder of an invoice, made at its hour; it waits for its turn, a quota or a stopped line. Temporal is away. */
async function waits(bodyHtml: string | null = null) {
  const customer = await sending.world.newCustomer();
  const { id: invoiceId } = await sending.world.newInvoice(customer, R1);
  return { customer, invoiceId, id: await madeAt(invoiceId, bodyHtml) };
}

async function madeAt(invoiceId: string, bodyHtml: string | null = null): Promise<string> {
  await sending.world.plan(invoiceId, MORNING);
  await expect(sending.sendStep(invoiceId, NOW)).rejects.toThrow();
  const { messageId } = (await sending.world.read(invoiceId)).openStep!;
  await note(messageId!, { customBodyHtml: bodyHtml });
  expect(await sending.render(messageId!)).toMatchObject({ kind: 'ready' });
  return messageId!;
}

const leaves = async (id: string, unknown = false) =>
  expect(await sending.handOver(id, minutes(90), unknown)).toMatchObject({ kind: 'go' });

/** The message is cancelled and not tried; what is still due becomes a new message once its case is planned or a person confirms. */
async function isTakenBack(id: string, reason: string) {
  await expect(sending.handOver(id, minutes(90))).rejects.toThrow();
  expect(await sending.row(id)).toMatchObject({ status: 'cancelled', failureDetail: reason, tries: 0 });
}

const inDoubt = { status: 'sending', unknownSinceAt: NOW, tries: 1 } as const;
const note = (id: string, data: object) => sending.world.db.message.update({ where: { id }, data });

describe('A mail that waits while the account of the company is corrected', () => {
  it('does not ask to pay to the one before: it is made anew, and leaves with that of now', async () => {
    const [early, { id, invoiceId }] = [await waits(), await waits()];
    await leaves(early.id);
    await change(CORRECTED);
    await isTakenBack(id, 'company_changed');
    await leaves(await madeAt(invoiceId));
  });

  it('is tried on as it is when it may have left, was made before that was kept, or names no account', async () => {
    const [doubtful, former, asksNothing] = [await waits(), await waits(), await waits()];
    await note(doubtful.id, inDoubt);
    await note(former.id, { companyHash: null });
    const company = companyContent(await readSettings(sending.world.db, sending.world.creditor.id));
    await note(asksNothing.id, {
      origin: 'internal',
      companyHash: companyHashOf({ ...company, iban: null, bic: null }),
    });
    await change(ACCOUNT);
    await leaves(doubtful.id, true);
    await leaves(former.id);
    await leaves(asksNothing.id);
  });
});

describe('A mail that quotes the account of its reader, and waits while another invoice of it changes,', () => {
  const newInvoice = (customer: { reference: string }) => sending.world.newInvoice(customer, R1);
  const pay = (number: string) => sending.world.pay(number, 30_000);
  const raise = (id: string) => sending.world.db.$transaction((tx) => raiseVersion(tx, [id]));
  const ACCOUNT_TEXT = '<p>Votre compte\u00a0: #items_list</p>';

  /** The invoice of the message, and another one of the same customer. */
  async function waitsBeside(text: string) {
    const customer = await sending.world.newCustomer();
    const [own, other] = [await newInvoice(customer), await newInvoice(customer)];
    return { id: await madeAt(own.id, text), own, other };
  }

  it('does not claim what was paid or is contested since; of a text about its own invoices alone that says nothing', async () => {
    const [paid, contested, ofItsOwn] = [
      await waitsBeside(ACCOUNT_TEXT),
      await waitsBeside('<p>Restent dus #account_overdue.</p>'),
      await waitsBeside('<p>Restent dus #balance\u00a0: #items_list_selected</p>'),
    ];
    await pay(paid.other.number);
    await openLitigation(sending.world.db, sending.world.on(NOW), contested.other.id, { reason: 'Confié à Me Durand' });
    await pay(ofItsOwn.other.number);
    await isTakenBack(paid.id, 'account_changed');
    await isTakenBack(contested.id, 'account_changed');
    await leaves(ofItsOwn.id);
    await leaves(await madeAt(paid.own.id, ACCOUNT_TEXT));
  });

  it('leaves as it is when no sum of it has changed, when it may have left already, or was made before that was kept', async () => {
    const [same, doubtful, former] = [
      await waitsBeside(ACCOUNT_TEXT),
      await waitsBeside(ACCOUNT_TEXT),
      await waitsBeside(ACCOUNT_TEXT),
    ];
    await raise(same.other.id);
    await note(doubtful.id, inDoubt);
    await note(former.id, { accountHash: null });
    await pay(doubtful.other.number);
    await pay(former.other.number);
    await leaves(same.id);
    await leaves(doubtful.id, true);
    await leaves(former.id);
  });
});
