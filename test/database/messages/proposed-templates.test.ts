import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { qualificationInput } from '../../../facts/inputs/specific-action.ts';
import { proposedTemplates } from '../../../facts/qualifications/proposed-templates.ts';
import { qualify } from '../../../facts/qualifications/qualify.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// Which template is proposed when a customer is told of a status.

let world: World;
beforeEach(async () => {
  world = await openWorld();
});

const proposed = () => proposedTemplates(world.db, world.creditor.id);
const ofName = async (name: string) =>
  (await world.db.template.findFirstOrThrow({ where: { creditorId: world.creditor.id, name } })).id;
const PROMISE = 'Accusé de réception d’une promesse de règlement';
const DISPUTE = 'Accusé de réception d’un litige';

/** A text of the creditor's own. */
async function written(about: object = {}): Promise<string> {
  const template = { id: randomUUID(), creditorId: world.creditor.id, name: randomUUID(), kind: 'email' as const };
  const text = { kind: 'email' as const, language: 'fr', subject: 'Objet', bodyHtml: '<p>Lu.</p>' };
  const variants = { create: { id: randomUUID(), position: 0, ...text } };
  await world.db.template.create({ data: { ...template, level: null, ...about, variants } });
  return template.id;
}

async function tell(status: 'promise' | 'dispute' | 'litigation', words: object): Promise<void> {
  const customer = await world.newCustomer({ kind: 'professional' });
  const { id } = await world.newInvoice(customer);
  const promise = { amount_cents: 10_000, promised_on: '2026-12-10' };
  const body = {
    invoice_ids: [id],
    status,
    ...(status === 'promise' ? { promise } : {}),
    ...(status === 'dispute' ? { dispute: { reason: 'Surface contestée' } } : {}),
    notify: { customer: words },
    then: 'scenario',
  };
  const asking = { requestKey: null, consoleUrl: 'http://console.example' };
  await qualify(world.db, world.on(NOW), qualificationInput.parse(body), asking);
}

it('at first it is the one that was shipped for that status, and none for litigation', async () => {
  expect(await proposed()).toEqual({
    promise: await ofName(PROMISE),
    dispute: await ofName(DISPUTE),
    litigation: null,
  });
});

it('then it is the one that was used last for that status, not for another, whatever was written by hand since', async () => {
  const own = await written();
  await tell('promise', { template_id: await ofName(PROMISE) });
  await tell('promise', { template_id: own });
  await tell('litigation', { template_id: own });
  await tell('promise', { subject: 'Votre dossier', body_html: '<p>Lu.</p>' });
  expect(await proposed()).toEqual({ promise: own, dispute: await ofName(DISPUTE), litigation: own });
});

it('one that was used and may no longer be, or belongs to somebody else, is not proposed', async () => {
  const [reminder, internal] = [await written(), await written()];
  await tell('dispute', { template_id: await ofName(DISPUTE) });
  await tell('dispute', { template_id: reminder });
  await tell('promise', { template_id: internal });
  await world.db.template.update({ where: { id: reminder }, data: { level: 2 } });
  await world.db.template.update({ where: { id: internal }, data: { purpose: 'internal' } });
  expect(await proposed()).toMatchObject({ promise: await ofName(PROMISE), dispute: await ofName(DISPUTE) });
  await world.db.template.update({ where: { id: await ofName(PROMISE) }, data: { name: 'Renommé' } });
  expect((await proposed()).promise).toBeNull();
  const others = await openWorld();
  const theirs = await proposedTemplates(others.db, others.creditor.id);
  expect(Object.values(theirs)).not.toContain(await ofName(DISPUTE));
});
