import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let world: World;
let key: string;
let file: string;
beforeAll(async () => {
  api = await sharedApi();
  world = await openWorld();
  ({ key } = await createKey(world.db, { creditorId: world.creditor.id, name: 'Léa', role: 'collector' }));
  const kept = { creditorId: world.creditor.id, filename: 'facture.pdf', contentType: 'application/pdf' };
  const bytes = new Uint8Array([37, 80, 68, 70]);
  ({ id: file } = await world.db.attachment.create({
    data: { ...kept, id: randomUUID(), bytes, sha256: 'x' },
  }));
});

async function prepared(kind: 'email' | 'letter') {
  const { id: invoiceId, customer } = await world.plannedCase();
  const letterKind = kind === 'letter' ? ('registered' as const) : null;
  const step = { kind, letterKind, level: 3, mode: 'to_confirm' as const, dueAt: NOW };
  const { actionId } = await world.db.openStep.update({ where: { invoiceId }, data: step });
  await world.db.action.update({ where: { id: actionId }, data: step });
  const contact = await world.db.contact.findFirst({ where: { customerId: customer.id } });
  return { path: `/v1/actions/${actionId}`, invoiceId, customer, contact };
}

async function refusalOf(path: string, body: object) {
  const answer = await api.ask('POST', path, { key, body });
  return [answer.status, answer.body.code, answer.body.errors?.[0]?.pointer];
}

describe('what does not travel with a letter on paper is refused, and never archived as sent with it:', () => {
  it('files and addresses of mail given with its confirmation, or with the draft of it', async () => {
    const { path, contact } = await prepared('letter');
    for (const decision of ['confirm', 'draft']) {
      const refused = (body: object) => refusalOf(`${path}/${decision}`, body);
      expect(await refused({ attachments: [file] })).toEqual([422, 'not_an_email', '/attachments']);
      expect(await refused({ recipients: ['chef@exemple.fr'] })).toEqual([422, 'not_an_email', '/recipients']);
      const ofContact = await refused({ recipient_contact_ids: [contact?.id ?? randomUUID()] });
      expect(ofContact).toEqual([422, 'not_an_email', '/recipient_contact_ids']);
    }
    expect((await api.ask('POST', `${path}/draft`, { key, body: { subject: 'Mise en demeure' } })).status).toBe(200);
  });

  it('a mail takes both, as before', async () => {
    const { path } = await prepared('email');
    const body = { attachments: [file], recipients: ['chef@exemple.fr'] };
    const drafted = await api.ask('POST', `${path}/draft`, { key, body });
    expect([drafted.status, drafted.body.recipients]).toEqual([200, ['chef@exemple.fr']]);
  });

  it('addresses of mail in the plan of a specific action', async () => {
    const { invoiceId, customer } = await prepared('email');
    const about = { customer_id: customer.id, invoice_ids: [invoiceId], title: 'Courrier' };
    const how = { kind: 'letter', mode: 'to_confirm', subject: 'Objet', body_html: '<p>Texte</p>' };
    const plan = { ...about, ...how, recipients: ['chef@exemple.fr'] };
    expect(await refusalOf('/v1/specific-actions', plan)).toEqual([422, 'not_an_email', '/recipients']);
  });
});
