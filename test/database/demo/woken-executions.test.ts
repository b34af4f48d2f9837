import { beforeAll, expect, it } from 'vitest';
import { livingExecutions, wokenExecutions } from '../../../facts/demo/woken-executions.ts';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { invoiceWorkflowId, specificActionWorkflowId } from '../../../workflows/ids.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

const DAY_ON = '2026-11-30';
const EVE = new Date('2026-11-29T11:00:00.000Z');
const HOUR = new Date('2026-11-30T08:00:00.000Z');

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

it('a specific action and the cases that it stands for come to its hour together, and not before', async () => {
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer);
  const what = { kind: 'email', mode: 'automatic', title: 'Relance', subject: 'Objet', body_html: '<p>Texte</p>' };
  const whom = { customer_id: customer.id, invoice_ids: [invoiceId], execute_on: DAY_ON };
  const input = specificActionInput.parse({ ...what, ...whom });
  const { answer } = await createSpecific(world.db, world.on(NOW), input, null);
  const { slug } = world.creditor;
  const both = [specificActionWorkflowId(slug, answer.id), invoiceWorkflowId(slug, invoiceId)];
  expect(await wokenExecutions(world.db, EVE, HOUR)).toEqual(expect.arrayContaining(both));
  const woken = await wokenExecutions(world.db, NOW, EVE);
  expect(both.filter((id) => woken.includes(id))).toEqual([]);
  const living = await livingExecutions(world.db);
  expect(living.filter((id) => both.includes(id)).toSorted()).toEqual(both.toSorted());
});
