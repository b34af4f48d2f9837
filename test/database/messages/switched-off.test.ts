import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createDeliverMessage } from '../../../activities/deliver-message.ts';
import { underMessageLock } from '../../../activities/under-lock.ts';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { changeSettings } from '../../../facts/creditors/change-settings.ts';
import { offeredBy } from '../../../providers/print/offers.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

// What was prepared for a provider waits as soon as its creditor no longer uses that provider.

let world: World;
const LETTER = { kind: 'letter', letterKind: 'registered', viaPrintProvider: true } as const;
const SMS = { kind: 'sms', recipients: ['+33612345678'] } as const;

beforeAll(async () => {
  world = await openWorld();
});

const called = vi.fn(() => Promise.resolve({ kind: 'accepted', reference: 'ref', postageCents: null }));
const by = { name: 'mailbox', isIdempotent: true, submit: called, send: called };

/** The activities of a worker whose environment names the mailbox, or a provider beside it. */
function worker(live: typeof by | null): ActivityDeps {
  const channels = {
    connectors: live ? offeredBy('maileva', 'brevo') : offeredBy('mailbox', 'mailbox'),
    print: { live, mailbox: by },
    sms: { live, mailbox: by, sender: null },
  };
  return { db: world.db, channels, log: pino({ level: 'silent' }) } as unknown as ActivityDeps;
}

async function tried(deps: ActivityDeps, data: typeof LETTER | typeof SMS, test: boolean) {
  called.mockClear();
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer);
  const id = await handOver(world, { customerId: customer.id, invoiceId });
  const recipients = 'recipients' in data ? [...data.recipients] : [];
  await world.db.message.update({ where: { id }, data: { ...data, recipients, test } });
  await world.db.messageContent.create({ data: { messageId: id, text: 'Rappel', pdf: new Uint8Array([0x25]) } });
  const call = { creditorId: world.creditor.id, messageId: id, at: NOW.toISOString() };
  const outcome = await new MockActivityEnvironment().run(createDeliverMessage(deps), call);
  const connectors = await underMessageLock(deps, call, (_tx, context) => Promise.resolve(context.connectors));
  return { outcome, connectors, calls: called.mock.calls.length };
}

const set = (change: object) => changeSettings(world.db, world.creditor.id, change, () => undefined);

describe('Letters and SMS of a creditor', () => {
  it('leave through the provider until he switches it off, and wait from then on', async () => {
    for (const data of [LETTER, SMS]) expect(await tried(worker(by), data, false)).toMatchObject({ calls: 1 });
    await set({ print_enabled: false, sms_enabled: false });
    const letter = await tried(worker(by), LETTER, false);
    expect(letter).toMatchObject({ outcome: { kind: 'misconfigured', code: 'no_print_connector' }, calls: 0 });
    const sms = await tried(worker(by), SMS, false);
    expect(sms).toMatchObject({ outcome: { kind: 'misconfigured', code: 'no_sms_connector' }, calls: 0 });
    expect(sms.connectors).toEqual({ print: { provider: 'maileva', kinds: [] }, sms: null });
    await set({ print_enabled: true, sms_enabled: true });
    expect(await tried(worker(by), LETTER, false)).toMatchObject({ calls: 1 });
  });

  it('go to the local mailbox on trial, where it is the provider, and nowhere once he is live', async () => {
    for (const data of [LETTER, SMS]) expect(await tried(worker(null), data, true)).toMatchObject({ calls: 1 });
    await world.db.settings.update({ where: { creditorId: world.creditor.id }, data: { liveAt: NOW } });
    for (const data of [LETTER, SMS]) {
      expect(await tried(worker(null), data, false)).toMatchObject({
        outcome: { kind: 'misconfigured' },
        connectors: { print: { provider: 'mailbox', kinds: [] }, sms: null },
        calls: 0,
      });
    }
  });
});
