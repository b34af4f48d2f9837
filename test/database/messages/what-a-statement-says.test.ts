import { beforeAll, describe, expect, it } from 'vitest';
import { failureOf, readMessage } from '../../../facts/messages/drawing/draw-message.ts';
import { createStatement, previewStatement } from '../../../facts/third-parties/create-statement.ts';
import { tagValues } from '../../../domain/tags/tag-values.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.setSettings({ latePenaltyRateText: '12,15 %', noticeDeadlineDays: 15 });
});

/** A third party, and a statement of one file to it in a text of the creditor's own. */
async function chosenFor(
  role: 'notary' | 'referrer',
  { body, kind = 'consumer' }: { body: string; kind?: 'consumer' | 'professional' },
) {
  const creditorId = world.creditor.id;
  const party = await world.db.thirdParty.create({
    data: { id: crypto.randomUUID(), creditorId, name: 'Étude Vasseur', email: 'etude@vasseur.example' },
  });
  const text = { subject: 'État', bodyHtml: body, language: 'fr', kind: 'statement' as const };
  const template = await world.db.template.create({
    data: {
      ...{ id: crypto.randomUUID(), creditorId, name: crypto.randomUUID(), kind: 'statement', thirdParty: role },
      variants: { create: { ...text, id: crypto.randomUUID(), position: 0 } },
    },
  });
  const customer = await world.newCustomer({ kind });
  const file = { case_file: { reference: 'D-1', [`${role}_id`]: party.id } };
  const { id } = await world.newInvoice(customer, file);
  const input = { invoice_ids: [id], mode: 'email' as const, template_id: template.id };
  return { partyId: party.id, input };
}

/** A statement with a text of the creditor's own, as it is loaded for rendering. */
async function statementTo(...of: Parameters<typeof chosenFor>) {
  const { partyId, input } = await chosenFor(...of);
  const messageId = await createStatement(world.db, world.on(NOW), partyId, input, null);
  return world.db.$transaction((tx) => readMessage(tx, { messageId, at: NOW.toISOString() }));
}

describe('A statement', () => {
  it('gives a notary the delay of a formal notice to pay, and a referrer none, since he is asked for nothing', async () => {
    const body = '<p>À régler au plus tard le #payment_deadline.</p>';
    const deadline = async (role: 'notary' | 'referrer') =>
      tagValues((await statementTo(role, { body })).content)['#payment_deadline']?.text ?? null;
    expect(await deadline('notary')).toMatch(/9.décembre.2026/u);
    expect(await deadline('referrer')).toBeNull();
  });

  it('can be read before it leaves, as it would leave, and nothing is kept of that', async () => {
    const { partyId, input } = await chosenFor('referrer', { body: '<p>Vos dossiers : #items_list_selected</p>' });
    const read = await previewStatement(world.db, world.on(NOW), partyId, input);
    expect(read).toMatchObject({ recipients: ['etude@vasseur.example'], texts: { email: { subject: 'État' } } });
    expect(read.content.items).toMatchObject([{ file: { reference: 'D-1' } }]);
    expect(await world.db.message.count({ where: { thirdPartyId: partyId } })).toBe(0);
    const refused = previewStatement(world.db, world.on(NOW), partyId, { ...input, mode: 'letter' });
    await expect(refused).rejects.toMatchObject({ code: 'no_address' });
  });

  it('says no rate of penalties, whoever reads it', async () => {
    const { content } = await statementTo('notary', { body: '<p>Taux : #late_penalty_rate</p>', kind: 'professional' });
    expect(tagValues(content)['#late_penalty_rate']).toBeNull();
  });

  it('asks nobody for costs that a consumer may not be asked for', async () => {
    const body = '<p>Avec 40 € de frais de recouvrement par dossier.</p>';
    expect(failureOf(await statementTo('notary', { body }))).toMatchObject({ code: 'forbidden_wording' });
    expect(failureOf(await statementTo('notary', { body, kind: 'professional' }))).toBeNull();
  });
});
