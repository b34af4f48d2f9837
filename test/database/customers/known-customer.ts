import { randomBytes } from 'node:crypto';
import { recordCall } from '../../../facts/calls/record-call.ts';
import { recordNote } from '../../../facts/calls/record-note.ts';
import { recordConsent } from '../../../facts/customers/record-consent.ts';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { closeLitigation } from '../../../facts/holds/close-litigation.ts';
import { pauseCustomer } from '../../../facts/holds/pause-customer.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { resolveDispute } from '../../../facts/holds/resolve-dispute.ts';
import { refundInput } from '../../../facts/inputs/money.ts';
import { keepProof } from '../../../facts/messages/letters/keep-proof.ts';
import { cancelRefund } from '../../../facts/money/cancel-refund.ts';
import { refundCreditNote, refundPayment } from '../../../facts/money/refund.ts';
import { NOW, type World } from '../world.ts';

/** A word that is in everything personal about the customer, and nowhere else: each file of tests has its own. */
export const SECRET = `Farfadet${randomBytes(3).toString('hex')}`;
const said = `${SECRET} a dit`;
const bytes = () => new Uint8Array(Buffer.from(said));

/** A customer with something written wherever personal data can be, whose only case is paid. */
export async function knownCustomer(world: World, reference = 'C-KNOWN') {
  const { creditorId } = world;
  const customer = await world.customer({
    reference,
    name: `Zoé ${SECRET}`,
    kind: 'consumer',
    address: { lines: [`7 impasse ${SECRET}`], postal_code: SECRET, city: SECRET, country: 'FR' },
    contacts: [{ name: SECRET, email: `zoe@${SECRET}.example`, phone: '0639987654', recovery: true }],
    tags: [SECRET],
  });
  const caseFile = { reference: SECRET, mission: said, report_status: SECRET, invoice_status: SECRET };
  const invoice = await world.invoice(reference, {
    case_file: caseFile,
    invoice_url: `https://example.org/${SECRET}`,
    payment_url: `https://example.org/${SECRET}`,
  });
  const own = { creditorId, customerId: customer.id };
  await work(world, customer.id, invoice.id);
  const message = await sent(world, own, invoice.id);
  const action = await decided(world, own, invoice.id);
  await world.pay(invoice.number, 100_00, { method: said });
  await paidBack(world, reference, invoice.number);
  await world.all.action.updateMany({ where: own, data: { state: 'done', reason: said } });
  await world.all.invoice.update({ where: { id: invoice.id }, data: { attentionText: said, closedReason: said } });
  await world.all.payment.updateMany({ where: { ...own, method: said }, data: { reversalReason: said } });
  await world.all.contact.updateMany({ where: { customerId: customer.id }, data: { emailProblem: said } });
  return { ...customer, invoice, message, action };
}

/** What people do about a case, each with its comment. */
async function work({ db, context }: World, customerId: string, invoiceId: string): Promise<void> {
  const comment = said;
  await recordNote(db, context, { customer_id: customerId, invoice_ids: [invoiceId], text: said });
  await recordCall(db, context, customerId, { invoice_ids: [invoiceId], outcome: 'reached', comment });
  await recordConsent(db, context, customerId, {
    ...{ kind: 'electronic_registered', given_at: '2026-11-01T10:00:00Z', evidence: said },
  });
  await recordPromise(db, context, invoiceId, { amount_cents: 10_00, promised_on: '2026-12-24', comment });
  const { answer } = await openDispute(db, context, invoiceId, { reason: said, comment });
  await resolveDispute(db, context, { invoiceId, disputeId: answer.id }, { outcome: 'rejected', comment });
  await openLitigation(db, context, invoiceId, { reason: said });
  await closeLitigation(db, context, invoiceId, said);
  await pauseCustomer(db, context, customerId, { reason: said, cause: 'overindebtedness' });
}

/** Money of a payment and of a credit note that was paid back to the customer, each at the second try. */
async function paidBack(world: World, reference: string, number: string): Promise<void> {
  const { db, context } = world;
  const externalId = crypto.randomUUID();
  await world.pay(number, 5_00, { external_id: externalId, allocations: [], customer_reference: reference });
  const creditNote = { kind: 'credit_note', due_on: undefined, total_cents: 5_00 };
  const { id } = await world.invoice(reference, creditNote);
  const refund = () =>
    refundInput.parse({
      ...{ external_id: crypto.randomUUID(), amount_cents: 5_00, paid_on: '2026-11-21', reason: said },
    });
  const ways = [
    (input: ReturnType<typeof refund>) => refundPayment(db, context, { externalId }, input),
    (input: ReturnType<typeof refund>) => refundCreditNote(db, context, id, input),
  ];
  for (const pay of ways) {
    const first = refund();
    await pay(first);
    await cancelRefund(db, context, first.external_id, { reason: said });
    await pay(refund());
  }
}

/** A letter that left, with its attachments and its proofs. */
async function sent({ db, context }: World, own: { creditorId: string; customerId: string }, invoiceId: string) {
  const id = crypto.randomUUID();
  const attachmentId = crypto.randomUUID();
  const file = { filename: `${SECRET}.pdf`, contentType: 'application/pdf' };
  await db.attachment.create({
    data: { id: attachmentId, creditorId: own.creditorId, ...file, sha256: 'hash-of-file', bytes: bytes() },
  });
  await db.message.create({
    data: {
      ...{ id, ...own, kind: 'letter', letterKind: 'registered', level: 3, origin: 'manual', language: 'fr' },
      ...{ currency: 'EUR', test: false, actor: {}, status: 'signed', reservedAt: NOW, sentAt: NOW },
      ...{ recipients: [SECRET], subject: said, contactHash: 'x', customSubject: said, customBodyHtml: said },
      ...{ customRecipients: [SECRET], attachmentIds: [attachmentId], overrideReason: said, failureDetail: said },
      ...{ htmlSha256: 'hash-of-html', pdfSha256: 'hash-of-pdf', waitDetail: said },
      items: { create: { ...{ invoiceId, cycle: 1, level: 3, amountCents: 100_00 } } },
      content: { create: { html: said, text: said, pdf: bytes() } },
    },
  });
  const proof = await keepProof(db, context, id, { ...file, kind: 'receipt', bytes: bytes() });
  const to = { channel: 'letter', level: 3, to: [SECRET], subject: said, detail: said };
  await db.historyEntry.create({
    data: {
      ...{ id: crypto.randomUUID(), ...own, invoiceId, at: NOW, kind: 'sent', data: to, messageId: id },
      ...{ actorKind: 'system', actorName: 'Relance' },
    },
  });
  return { id, attachmentId, proofId: proof.id };
}

/** A specific action with its decision and its qualification, and a step with its reason. */
async function decided({ db }: World, own: { creditorId: string; customerId: string }, invoiceId: string) {
  const id = crypto.randomUUID();
  const { creditorId } = own;
  await db.action.create({
    data: {
      ...{ id, ...own, kind: 'email', origin: 'specific_action', mode: 'manual', dueAt: NOW, dueOn: NOW },
      ...{ title: said, reason: said, comment: said, attentionCode: 'hard_bounce', attentionText: said },
      invoices: { create: { invoiceId } },
      specific: { create: { creditorId, actor: {}, subject: said, bodyHtml: said, recipients: [SECRET] } },
    },
  });
  await db.decision.create({
    data: { id: `d-${id}`, creditorId, kind: 'skip', invoiceId, args: { reason: said }, actor: {} },
  });
  await db.decision.create({
    data: { id: `e-${id}`, creditorId, kind: 'confirm', actionId: id, args: { bodyHtml: said }, actor: {} },
  });
  await db.qualification.create({
    data: {
      ...{ id: crypto.randomUUID(), ...own, invoiceIds: [invoiceId], status: 'none', comment: said, actor: {} },
      ...{ at: NOW, contentHash: 'x' },
    },
  });
  await db.stepRecord.create({
    data: {
      ...{ id: crypto.randomUUID(), invoiceId, cycle: 1, level: 1, outcome: 'skipped', on: NOW, at: NOW, reason: said },
    },
  });
  return { id };
}
