import { beforeAll, describe, expect, it } from 'vitest';
import { recordNote } from '../../../facts/calls/record-note.ts';
import { changeCustomer } from '../../../facts/customers/change-customer.ts';
import { openDispute } from '../../../facts/holds/open-dispute.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { storeUnit } from '../../../facts/imports/store-unit.ts';
import { readRecords } from '../../../facts/imports/read-file.ts';
import { toUnits } from '../../../facts/imports/units.ts';
import { customerChange } from '../../../facts/inputs/customer.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { loadAddressee, recipientsOf } from '../../../facts/messages/addressing/recipients.ts';
import { addTask } from '../../../facts/tasks/add-task.ts';
import { createWorld, photograph, refusal, type World } from '../world.ts';
import { columnsWithout, eraseOf, LATER, placesOf, statementAbout } from './erased.ts';
import { knownCustomer, SECRET } from './known-customer.ts';

let world: World;
let erase: ReturnType<typeof eraseOf>;
beforeAll(async () => {
  world = await createWorld();
  erase = eraseOf(world);
});

/** The tables in which personal data of a customer may be. */
const PLACES = [
  ...['actions', 'attachments', 'consents', 'contacts', 'customers', 'decisions', 'history', 'holds'],
  ...['invoice_listings', 'invoices', 'message_contents', 'message_proofs', 'messages', 'payments', 'qualifications'],
  ...['refunds', 'specific_actions', 'step_records'],
];

/**
 * All other columns of these tables hold only our own words, numbers, states and hashes. A new column must be listed here or filled in
 * `knownCustomer`.
 */
const NOTHING_PERSONAL = Object.entries({
  actions: 'attentionCode completedByRequest groupKey origin registeredNumber requestKey',
  attachments: 'contentType sha256',
  consents: 'kind recordedBy',
  contacts: 'phone',
  customers: 'contentHash country erasedBy erasureReason language reference',
  decisions: 'actor id kind verdict',
  history: 'actorKind actorName kind',
  holds: 'cause createdBy earlierLapses evidenceKind outcome',
  invoice_listings: 'number',
  invoices: 'attentionCode confirmReason contentHash externalId number postponedStepKey',
  message_contents: 'replyTo senderEmail senderName',
  message_proofs: 'contentType kind sha256 source',
  messages:
    'accountHash actor attachmentIds companyHash contactHash failureCode htmlSha256 language originId pdfSha256 provider providerReference textSha256 trackingNumber waitCode',
  payments: 'answer contentHash externalId reversalExternalId',
  qualifications: 'actor contentHash requestKey status',
  refunds: 'contentHash externalId',
  specific_actions: 'actor requestKey',
  step_records: 'stepKey',
}).flatMap(([table, columns]) => columns.split(' ').map((column) => `${table}.${column}`));

const textOf = (value: unknown) =>
  JSON.stringify(value, (_name, part: unknown) => (typeof part === 'bigint' ? String(part) : part), 1);

describe('an erased customer', () => {
  it('is known nowhere any more: in no text, no file and no history; what was owed, paid and sent stays', async () => {
    const one = await knownCustomer(world);
    expect(await placesOf(world.all, SECRET)).toEqual(PLACES);
    expect(await columnsWithout(world.all, SECRET, PLACES)).toEqual(NOTHING_PERSONAL);
    await erase(one.id);
    expect(await placesOf(world.all, SECRET)).toEqual([]);
    expect(await world.all.contact.count({ where: { customerId: one.id } })).toBe(0);
    expect(await world.all.customer.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({
      ...{ name: 'Client effacé', reference: 'C-KNOWN', kind: 'consumer', addressLines: [], erasedAt: LATER },
      ...{ erasedBy: 'test', erasureReason: 'Demande du client' },
    });
    expect(await world.read(one.invoice.id)).toMatchObject({
      ...{ number: one.invoice.number, totalCents: 100_00, paidCents: 100_00, closedAs: 'paid' },
    });
    expect(await world.db.message.findUniqueOrThrow({ where: { id: one.message.id } })).toMatchObject({
      ...{ level: 3, status: 'signed', htmlSha256: 'hash-of-html', pdfSha256: 'hash-of-pdf', recipients: [] },
    });
    const file = await world.db.attachment.findUniqueOrThrow({ where: { id: one.message.attachmentId } });
    expect(file).toMatchObject({ sha256: 'hash-of-file', erasedAt: LATER });
    const history = await world.db.historyEntry.findMany({ where: { customerId: one.id }, orderBy: { id: 'asc' } });
    const lineOf = (wanted: string) =>
      history.find(({ kind, invoiceId }) => kind === wanted && invoiceId === one.invoice.id);
    expect(lineOf('sent')?.data).toEqual({ channel: 'letter', level: 3 });
    expect(lineOf('paid')?.data).toMatchObject({ amountCents: 100_00, paidOn: '2026-11-20' });
    expect(lineOf('erased')).toMatchObject({
      ...{ invoiceId: one.invoice.id, actorName: 'test', data: { reason: 'Demande du client' } },
    });
  });
  it('leaves what is known of others as it was', async () => {
    const [one, other] = [await knownCustomer(world, 'C-ONE'), await knownCustomer(world, 'C-OTHER')];
    const statement = await statementAbout(world, one, other);
    const of = async () => [
      await world.db.customer.findUnique({ where: { id: other.id }, include: { contacts: true, consents: true } }),
      await world.db.historyEntry.findMany({ where: { customerId: other.id }, orderBy: { id: 'asc' } }),
      await world.db.message.findMany({ where: { id: other.message.id }, include: { content: true, proofs: true } }),
      await world.db.attachment.findUnique({ where: { id: other.message.attachmentId } }),
      await world.db.decision.findMany({ where: { invoiceId: other.invoice.id } }),
    ];
    const before = textOf(await of());
    await erase(one.id);
    expect(textOf(await of())).toEqual(before);
    // The text that named both customers is gone; that it was sent, when and to whom, is kept.
    const { content, ...message } = statement;
    const about = { where: { id: message.id }, include: { content: true } } as const;
    expect(await world.db.message.findUniqueOrThrow(about)).toMatchObject({
      ...{ recipients: ['etude@notaire.example'], pdfSha256: 'hash-of-statement', content: { pdf: null } },
    });
    expect(content?.pdf).not.toBeNull();
  });
  it('is erased once: asked again, the first erasure is answered and nothing changes', async () => {
    const one = await knownCustomer(world, 'C-TWICE');
    const { answer } = await erase(one.id);
    const before = await photograph(world);
    const again = await erase(one.id, new Date('2037-01-01T10:00:00Z'), { reason: 'Autre' });
    expect(again).toMatchObject({ replayed: true, answer });
    expect(await photograph(world)).toEqual(before);
  });
  it('is rid of what was written about him since, when that is asked for again; who erased him first is kept', async () => {
    const one = await knownCustomer(world, 'C-SINCE');
    const paid = await world.all.payment.findFirstOrThrow({
      where: { customerId: one.id, allocations: { some: {} } },
    });
    const { answer } = await erase(one.id);
    const word = 'Lutin';
    const said = `compte clos ${word}`;
    await world.reverse(paid.externalId, 'RV-SINCE', said);
    const about = [world.db, { ...world.context, at: LATER }, one.invoice.id] as const;
    for (const fact of [
      () => openDispute(...about, { reason: said }),
      () => openLitigation(...about, { reason: said }),
      () => setPause(...about, { reason: said }),
      () => recordPromise(...about, { amount_cents: 10_00, promised_on: '2036-12-24' }),
    ])
      expect(await refusal(fact())).toMatchObject({ code: 'customer_erased' });
    expect(await refusal(erase(one.id))).toMatchObject({ code: 'case_open' });
    await endCase(...about, 'written_off', { reason: said });
    expect(await placesOf(world.all, word)).toEqual(['history', 'invoices', 'payments']);
    const inTime = new Date('2046-12-02T10:00:00Z');
    const again = await erase(one.id, inTime, { reason: 'Ce qui est venu depuis' });
    expect(again).toMatchObject({ replayed: true, answer });
    expect(await placesOf(world.all, word)).toEqual([]);
    const lines = await world.db.historyEntry.findMany({ where: { customerId: one.id, kind: 'erased' } });
    const reasons = new Set(lines.map(({ data }) => (data as { reason: string }).reason));
    expect([...reasons].toSorted()).toEqual(['Ce qui est venu depuis', 'Demande du client']);
    // Each is posted again and answers as the first time.
    expect(await world.reverse(paid.externalId, 'RV-SINCE', said)).toMatchObject({ replayed: true });
    expect(await endCase(...about, 'written_off', { reason: said })).toMatchObject({ replayed: true });
  });
  it('is written to nowhere, and nothing more is written about him', async () => {
    const one = await knownCustomer(world, 'C-SILENT');
    await erase(one.id);
    const account = await loadAddressee(world.db, one.id);
    expect(recipientsOf(account, ['zoe@example.org'])).toEqual([]);
    const { db, context } = world;
    const alert = { title: 'rappeler', alert_at: '2036-12-02T10:00:00Z', customer_id: one.id };
    const before = await photograph(world);
    for (const fact of [
      () => changeCustomer(db, context, one.id, customerChange.parse({ name: 'Zoé' }), () => undefined),
      () => recordNote(db, context, { customer_id: one.id, invoice_ids: [], text: 'note' }),
      () => addTask(db, context, alert),
      () => world.customer({ reference: 'C-SILENT', name: 'Zoé' }),
      () => world.invoice('C-SILENT'),
      () => world.invoice('C-SILENT', { initial_level: 1 }),
    ])
      expect(await refusal(fact())).toMatchObject({ kind: 'conflict', code: 'customer_erased' });
    expect(await photograph(world)).toEqual(before);
  });
  it('comes back by no import: the row with his reference is refused by name', async () => {
    const one = await knownCustomer(world, 'C-FILE');
    await erase(one.id);
    const file = Buffer.from('reference,name,kind,city\nC-FILE,Zoé,consumer,Lyon\n');
    const [unit] = toUnits('customers', readRecords('customers', file));
    const { refused } = await storeUnit(world.db, world.context, 'customers', unit!);
    expect(refused).toMatchObject([{ line: 2, code: 'customer_erased' }]);
  });
});

describe('a customer is not erased', () => {
  it('while a case of his is open, money is free, or something is to be done', async () => {
    const { id, reference } = await world.customer();
    const invoice = await world.invoice(reference);
    expect(await refusal(erase(id))).toMatchObject({ kind: 'conflict', code: 'case_open' });
    await world.pay(invoice.number, 150_00);
    expect(await refusal(erase(id))).toMatchObject({ code: 'money_unallocated' });
    await world.all.payment.updateMany({ where: { customerId: id }, data: { unallocatedCents: 0 } });
    const task = await addTask(world.db, world.context, {
      ...{ title: 'rappeler', alert_at: '2026-12-02T10:00:00Z', customer_id: id },
    });
    expect(await refusal(erase(id))).toMatchObject({ code: 'action_open' });
    await world.all.action.update({ where: { id: task.id }, data: { state: 'done' } });
    await erase(id);
  });
  it('while a message is on its way or its outcome unknown, or may still come back', async () => {
    const one = await knownCustomer(world, 'C-WAY');
    const where = { id: one.message.id };
    for (const status of ['reserved', 'rendered', 'sending', 'ambiguous'] as const) {
      await world.all.message.update({ where, data: { status } });
      expect(await refusal(erase(one.id))).toMatchObject({ code: 'message_on_its_way' });
    }
    await world.all.message.update({ where, data: { status: 'sent', sentAt: new Date('2036-11-28T10:00:00Z') } });
    expect(await refusal(erase(one.id))).toMatchObject({ code: 'message_on_its_way' });
  });
  it('before the years to keep are over, unless the creditor keeps for none', async () => {
    const one = await knownCustomer(world, 'C-YEARS');
    const before = await photograph(world);
    expect(await refusal(erase(one.id, new Date('2036-11-22T10:00:00Z')))).toMatchObject({
      ...{ code: 'retention_running', detail: 'What is known of this customer is to be kept until 2036-11-23.' },
    });
    expect(await photograph(world)).toEqual(before);
    await world.all.settings.update({ where: { creditorId: world.creditorId }, data: { retentionYears: 0 } });
    await erase(one.id, new Date('2026-12-05T10:00:00Z'));
    await world.all.settings.update({ where: { creditorId: world.creditorId }, data: { retentionYears: 10 } });
  });
  it('who never owed anything has nothing to keep', async () => {
    const { id } = await world.customer();
    await erase(id, world.context.at);
  });
});
