import { beforeAll, expect, it } from 'vitest';
import { messageBody, readMessages } from '../../../api/messages/message-body.ts';
import { qualificationInput } from '../../../facts/inputs/specific-action.ts';
import { qualify } from '../../../facts/qualifications/qualify.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** The text about the one item of a mail to a colleague, after this qualification. */
async function toldOf(qualified: Record<string, unknown>) {
  const { id } = await world.newInvoice(await world.newCustomer());
  const user = { id: crypto.randomUUID(), creditorId: world.creditor.id, name: 'Paul' };
  await world.db.user.create({ data: { ...user, email: `${user.id}@societe.example`, role: 'collector' } });
  const notify = { colleague: { user_id: user.id } };
  const input = qualificationInput.parse({ invoice_ids: [id], notify, ...qualified });
  const asking = { requestKey: null, consoleUrl: 'http://console.example' };
  const { startMessageIds } = await qualify(world.db, world.on(NOW), input, asking);
  const { customBodyHtml } = await world.db.message.findUniqueOrThrow({ where: { id: startMessageIds![0]! } });
  return (customBodyHtml ?? '')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replace(/^.*<\/a> \([^)]*\) : /s, '')
    .split('<')[0];
}

it('a comment that is the reason of a status too is told a colleague once, and another reason beside it', async () => {
  const comment = 'Prix contesté';
  expect(await toldOf({ status: 'dispute', comment })).toBe('litige en cours – Prix contesté');
  expect(await toldOf({ status: 'litigation', comment: `${comment}\nVoir le devis` })).toBe(
    'contentieux – Prix contesté Voir le devis',
  );
  const dispute = { reason: 'Marchandise abîmée' };
  expect(await toldOf({ status: 'dispute', dispute, comment })).toBe(
    'litige en cours (Marchandise abîmée) – Prix contesté',
  );
  expect(await toldOf({ status: 'dispute', dispute })).toBe('litige en cours (Marchandise abîmée)');
});

it('a mail to a colleague says which invoices it is about, and what is left of them', async () => {
  const customer = await world.newCustomer();
  const invoices = [await world.newInvoice(customer), await world.newInvoice(customer)];
  const ids = invoices.map(({ id }) => id);
  const id = crypto.randomUUID();
  const user = { id, creditorId: world.creditor.id, name: 'Paul', email: `${id}@societe.example` };
  await world.db.user.create({ data: { ...user, role: 'collector' } });
  const notify = { colleague: { user_id: id, comment: 'À toi' } };
  const input = qualificationInput.parse({ invoice_ids: ids, status: 'dispute', comment: 'Abîmé', notify });
  const asking = { requestKey: null, consoleUrl: 'http://console.example' };
  const { startMessageIds } = await qualify(world.db, world.on(NOW), input, asking);
  const [row] = await readMessages(world.db, { where: { id: startMessageIds![0]! } });
  const shown = messageBody(row!, { connectors: { print: null, sms: null }, mailboxUrl: '' });
  expect([shown.origin, shown.invoice_ids.toSorted()]).toEqual(['internal', ids.toSorted()]);
  expect(shown.amount_cents).toBe(row!.items.reduce((sum, { amountCents }) => sum + amountCents, 0));
  expect(shown.amount_cents).toBeGreaterThan(0);
});
