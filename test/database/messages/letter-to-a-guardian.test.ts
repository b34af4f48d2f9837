import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createDeliverMessage } from '../../../activities/deliver-message.ts';
import { createRenderMessage } from '../../../activities/render-message.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { createMaileva } from '../../../providers/print/maileva.ts';
import { MAILEVA_ACCOUNT, MailevaDouble } from '../../providers/doubles/maileva-double.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
let maileva: MailevaDouble;
beforeAll(async () => {
  world = await openWorld();
  await world.setSettings({ liveAt: new Date('2026-01-05T09:00:00.000Z') });
  maileva = await MailevaDouble.start();
});
afterAll(() => maileva.stop());

/** The address on the envelope of a letter that the provider posts to a customer with this contact. */
async function envelopeFor(contact: string) {
  const customer = await world.newCustomer({ name: 'Léo Roy', contacts: [{ name: contact, recovery: true }] });
  const { id } = await world.newInvoice(customer, { issued_on: '2026-09-01', due_on: '2026-10-01' });
  const print = createMaileva({ ...MAILEVA_ACCOUNT, ...maileva.urls, timeoutMs: 3_000 });
  const connectors = { print: { provider: print.name, kinds: ['simple', 'registered'] }, sms: null } as const;
  const context = { ...world.on(NOW), connectors };
  const input = { mode: 'letter' as const, letter_kind: 'registered' as const };
  const { messageId } = await sendByHand(world.db, context, id, input, crypto.randomUUID());
  const deps = {
    db: world.db,
    channels: { connectors, print: { live: print, mailbox: print }, sms: null },
    log: pino({ level: 'silent' }),
  } as unknown as ActivityDeps;
  const call = { creditorId: world.creditor.id, messageId, at: NOW.toISOString() };
  const environment = new MockActivityEnvironment();
  expect(await environment.run(createRenderMessage(deps), call)).toMatchObject({ kind: 'ready' });
  expect(await environment.run(createDeliverMessage(deps), call)).toMatchObject({ kind: 'accepted' });
  return maileva.sendings.at(-1)!.recipient;
}

it('The envelope of a registered letter to a minor is to the attention of his guardian, as the window of the letter is', async () => {
  expect(await envelopeFor('Mme Roy, tutrice')).toMatchObject({
    address_line_1: 'Léo Roy',
    address_line_2: 'À l’attention de Mme Roy, tutrice',
    address_line_4: '3 rue des Lilas',
    address_line_6: '33000 Bordeaux',
  });
});

it('One to a customer who is his own contact names him once', async () => {
  const envelope = await envelopeFor('Léo Roy');
  expect(envelope).toMatchObject({ address_line_2: 'Léo Roy', address_line_4: '3 rue des Lilas' });
  expect(JSON.stringify(envelope)).not.toContain('attention');
});
