import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createDeliverMessage } from '../../../activities/deliver-message.ts';
import { createRenderMessage } from '../../../activities/render-message.ts';
import { createStatement } from '../../../facts/third-parties/create-statement.ts';
import { createMaileva } from '../../../providers/print/maileva.ts';
import { createMerciFacteur } from '../../../providers/print/merci-facteur.ts';
import type { PrintProvider } from '../../../providers/print/port.ts';
import { MAILEVA_ACCOUNT, MailevaDouble } from '../../providers/doubles/maileva-double.ts';
import { MerciFacteurDouble, MF_ACCOUNT } from '../../providers/doubles/merci-facteur-double.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
let merciFacteur: MerciFacteurDouble;
let maileva: MailevaDouble;

beforeAll(async () => {
  world = await openWorld();
  await world.setSettings({ liveAt: new Date('2026-01-05T09:00:00.000Z') });
  [merciFacteur, maileva] = await Promise.all([MerciFacteurDouble.start(), MailevaDouble.start()]);
});
afterAll(async () => {
  await Promise.all([merciFacteur.stop(), maileva.stop()]);
});

/** Posts to a notary the statement of a consumer's file, through this provider. */
async function postStatement(print: PrintProvider): Promise<void> {
  const notary = await world.db.thirdParty.create({
    data: {
      id: crypto.randomUUID(),
      creditorId: world.creditor.id,
      name: 'Étude Vasseur',
      addressLines: ['Bâtiment A', '3 place du Palais'],
      postalCode: '31000',
      city: 'Toulouse',
      country: 'FR',
    },
  });
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer, { case_file: { reference: 'D-1', notary_id: notary.id } });
  const connectors = { print: { provider: print.name, kinds: ['simple'] }, sms: null } as const;
  const context = { ...world.on(NOW), connectors };
  const input = { invoice_ids: [invoiceId], mode: 'letter' as const };
  const messageId = await createStatement(world.db, context, notary.id, input, null);
  const deps = {
    db: world.db,
    channels: { connectors, print: { live: print, mailbox: print }, sms: null },
    log: pino({ level: 'silent' }),
  } as unknown as ActivityDeps;
  const call = { creditorId: world.creditor.id, messageId, at: NOW.toISOString() };
  const environment = new MockActivityEnvironment();
  expect(await environment.run(createRenderMessage(deps), call)).toMatchObject({ kind: 'ready' });
  expect(await environment.run(createDeliverMessage(deps), call)).toMatchObject({ kind: 'accepted' });
}

describe('A statement that the print provider posts', () => {
  it('goes to the notary by Merci Facteur, and not to a debtor whose file it names', async () => {
    await postStatement(createMerciFacteur({ ...MF_ACCOUNT, baseUrl: merciFacteur.url, timeoutMs: 3_000 }));
    const [letter] = merciFacteur.letters;
    expect(letter?.recipient).toMatchObject({
      ...{ societe: 'Étude Vasseur', nom: '', adresse1: 'Bâtiment A', adresse2: '3 place du Palais' },
      ...{ cp: '31000', ville: 'Toulouse', pays: 'FRANCE', email: '' },
    });
    expect(JSON.stringify(letter?.recipient)).not.toMatch(/Paul Roy|Bordeaux|roy\.example/);
  });

  it('goes to the notary by Maileva', async () => {
    await postStatement(createMaileva({ ...MAILEVA_ACCOUNT, ...maileva.urls, timeoutMs: 3_000 }));
    expect(maileva.sendings[0]?.recipient).toMatchObject({
      ...{ address_line_1: 'Étude Vasseur', address_line_3: 'Bâtiment A', address_line_4: '3 place du Palais' },
      ...{ address_line_6: '31000 Toulouse', country_code: 'FR' },
    });
  });
});
