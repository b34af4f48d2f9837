import { beforeAll, expect, it } from 'vitest';
import type { LetterKind } from '../../../domain/ladder/step.ts';
import type { LetterEventKind } from '../../../domain/messages/letter-status.ts';
import { settleLetter } from '../../../facts/messages/letters/settle-letter.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A letter about one invoice, at the provider. */
async function posted(letterKind: LetterKind = 'registered'): Promise<{ id: string; invoiceId: string }> {
  const customer = await world.newCustomer();
  const invoice = await world.newInvoice(customer);
  const id = await handOver(world, { customerId: customer.id, invoiceId: invoice.id }, 'sent');
  const letter = { kind: 'letter', letterKind, viaPrintProvider: true, provider: 'mailbox' } as const;
  await world.db.message.update({ where: { id }, data: { ...letter, test: true, sentAt: NOW } });
  return { id, invoiceId: invoice.id };
}

const nothingElse = { providerReference: null, trackingNumber: null, postageCents: null, proofs: [], detail: '' };
/** The provider's notices, one after the other. */
async function told(id: string, ...events: LetterEventKind[]): Promise<void> {
  for (const event of events)
    await settleLetter(world.db, NOW, { ...nothingElse, provider: 'mailbox', reference: id, events: [event] });
}

async function standing({ id, invoiceId }: { id: string; invoiceId: string }) {
  const { status, failureCode } = await world.db.message.findUniqueOrThrow({ where: { id } });
  const { attentionCode } = await world.read(invoiceId);
  const where = { origin: 'attention', state: 'open', invoices: { some: { invoiceId } } } as const;
  return { status, failureCode, attentionCode, tasks: await world.db.action.count({ where }) };
}

it('a letter that came back stops its case; told late that a notice was left, it was not claimed and the case goes on', async () => {
  const letter = await posted();
  await told(letter.id, 'deposited', 'returned');
  const stopped = { status: 'undeliverable', attentionCode: 'undeliverable_letter', tasks: 1 };
  expect(await standing(letter)).toMatchObject(stopped);
  await told(letter.id, 'first_presented', 'returned');
  expect(await standing(letter)).toMatchObject({ status: 'unclaimed', attentionCode: null, tasks: 0 });
  const cleared = await world.db.historyEntry.findFirstOrThrow({
    where: { invoiceId: letter.invoiceId, kind: 'attention' },
    orderBy: { id: 'desc' },
  });
  // No person has looked at it.
  expect(cleared.data).toMatchObject({ cleared: true, outcome: 'told' });
});

it('one that was delivered, says the provider, and came back ends the same in every order, and its case goes on', async () => {
  const orders: LetterEventKind[][] = [
    ['first_presented', 'delivered', 'returned'],
    ['first_presented', 'returned', 'delivered'],
    ['delivered', 'returned', 'first_presented'],
    ['returned', 'delivered', 'first_presented'],
  ];
  for (const events of orders) {
    const letter = await posted();
    await told(letter.id, ...events);
    expect(await standing(letter)).toMatchObject({ status: 'unclaimed', attentionCode: null, tasks: 0 });
  }
  const simple = await posted('simple');
  await told(simple.id, 'delivered', 'returned');
  expect(await standing(simple)).toMatchObject({
    status: 'undeliverable',
    attentionCode: 'undeliverable_letter',
    tasks: 1,
  });
});

it('the reason told after the return holds: refused counts as notified, a wrong address stops the case', async () => {
  const [refused, moved] = [await posted(), await posted()];
  await told(refused.id, 'returned', 'refused');
  const goesOn = { status: 'refused', failureCode: null, attentionCode: null, tasks: 0 };
  expect(await standing(refused)).toEqual(goesOn);
  await told(moved.id, 'first_presented', 'returned');
  expect(await standing(moved)).toMatchObject({ status: 'unclaimed', attentionCode: null });
  await told(moved.id, 'undeliverable', 'first_presented');
  const stopped = { failureCode: 'undeliverable_letter', attentionCode: 'undeliverable_letter', tasks: 1 };
  expect(await standing(moved)).toEqual({ status: 'undeliverable', ...stopped });
});

it('a case that stopped for something else since stays stopped when a notice is told of late', async () => {
  const letter = await posted();
  await told(letter.id, 'returned');
  await world.db.invoice.update({ where: { id: letter.invoiceId }, data: { attentionCode: 'hard_bounce' } });
  await told(letter.id, 'first_presented');
  expect(await standing(letter)).toMatchObject({ status: 'unclaimed', attentionCode: 'hard_bounce', tasks: 1 });
});

it('of a customer who was erased meanwhile the post’s late word says how it ended, and keeps nothing that names him', async () => {
  const { id, invoiceId } = await posted();
  const { customerId } = await world.db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  await world.db.customer.update({ where: { id: customerId }, data: { erasedAt: NOW } });
  const proof = { kind: 'receipt', filename: 'Roy.pdf', contentType: 'application/pdf', bytes: new Uint8Array([1]) };
  const late = { ...nothingElse, detail: 'Roy inconnu', trackingNumber: '1A', proofs: [proof] };
  await settleLetter(world.db, NOW, { ...late, provider: 'mailbox', reference: id, events: ['deposited', 'returned'] });
  const message = await world.db.message.findUniqueOrThrow({ where: { id }, include: { proofs: true, history: true } });
  expect(message).toMatchObject({ status: 'undeliverable', trackingNumber: '1A', failureDetail: null, proofs: [] });
  expect(JSON.stringify(message.history)).not.toContain('Roy');
});
