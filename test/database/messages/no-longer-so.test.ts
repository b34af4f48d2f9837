import { beforeAll, describe, expect, it } from 'vitest';
import { changeSettings, readSettings } from '../../../facts/creditors/change-settings.ts';
import type { SettingsChange } from '../../../facts/inputs/settings.ts';
import { companyHashOf } from '../../../facts/messages/company-hash.ts';
import { companyContent } from '../../../facts/messages/load-content.ts';
import { NOW } from '../holds/case-world.ts';
import { minutes, openSending } from './sending-world.ts';

const MORNING = minutes(-180);

let sending: Awaited<ReturnType<typeof openSending>>;
beforeAll(async () => {
  // No mail is tried here.
  sending = await openSending('http://127.0.0.1:1');
  await change({ ...ACCOUNT, acts_for: { creditor: 'Lefèvre SARL', mandate_on: '2026-01-05' } });
});

const ACCOUNT = { iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP' };
const CORRECTED = { iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' };
const change = (settings: SettingsChange) =>
  changeSettings(sending.world.db, sending.world.creditor.id, settings, () => undefined);

/** The first reminder of an invoice, made at its hour; it waits for its turn, a quota or a stopped line. Temporal is away. */
async function waits() {
  const customer = await sending.world.newCustomer();
  const { id: invoiceId } = await sending.world.newInvoice(customer, { issued_on: '2026-10-01', due_on: '2026-10-01' });
  return { customer, invoiceId, id: await madeAt(invoiceId) };
}

async function madeAt(invoiceId: string): Promise<string> {
  await sending.world.plan(invoiceId, MORNING);
  await expect(sending.sendStep(invoiceId, NOW)).rejects.toThrow();
  const { messageId } = (await sending.world.read(invoiceId)).openStep!;
  expect(await sending.render(messageId!)).toMatchObject({ kind: 'ready' });
  return messageId!;
}

const leaves = async (id: string, unknown = false) =>
  expect(await sending.handOver(id, minutes(90), unknown)).toMatchObject({ kind: 'go' });

/** Cancelled and not tried; what is still due becomes a new message once its case, or its person, has heard of it. */
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
