import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createDeliverMessage } from '../../../activities/deliver-message.ts';
import type { Prisma } from '../../../prisma/generated/client.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => void vi.useRealTimers());

const away = () => Promise.reject(new Error('Postgres went away'));

/** A database in which these calls fail, as when Postgres goes away between two calls. */
function failing(calls: Record<string, object | (() => Promise<never>)>): World['db'] {
  const over = (real: object, broken: object): object =>
    new Proxy(real, {
      get: (target, name) => {
        const mine = (broken as Record<string | symbol, unknown>)[name];
        const theirs = (target as Record<string | symbol, unknown>)[name];
        return typeof mine === 'object' && mine !== null ? over(theirs as object, mine) : (mine ?? theirs);
      },
    });
  return over(world.db, calls) as World['db'];
}

async function rendered(data: Prisma.MessageUpdateInput, pdf: Uint8Array<ArrayBuffer> | null = null): Promise<string> {
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer);
  const id = await handOver(world, { customerId: customer.id, invoiceId });
  await world.db.message.update({ where: { id }, data });
  await world.db.messageContent.create({ data: { messageId: id, text: 'Rappel', html: '<p>Rappel</p>', pdf } });
  return id;
}

/** Makes one try with this database; returns its outcome and how often the provider was called. */
async function tryWith(
  db: World['db'],
  messageId: string,
  environment = new MockActivityEnvironment(),
  meanwhile: (signal: AbortSignal) => Promise<void> = () => Promise.resolve(),
) {
  const called = vi.fn(async (_: unknown, signal: AbortSignal) => {
    await meanwhile(signal);
    return { kind: 'accepted', reference: 'ref', postageCents: 611 };
  });
  const email = { name: 'mailbox', send: called };
  const print = { name: 'mailbox', submit: called };
  const sms = { name: 'mailbox', isIdempotent: false, send: called };
  const channels = { print: { live: print, mailbox: print }, sms: { live: sms, mailbox: sms, sender: 'Roux' } };
  const deps = { db, mailbox: email, liveEmail: null, emailFrom: null, channels, log: pino({ level: 'silent' }) };
  const call = { creditorId: world.creditor.id, messageId, at: NOW.toISOString() };
  const outcome = await environment.run(createDeliverMessage(deps as unknown as ActivityDeps), call);
  return { outcome, calls: called.mock.calls.length };
}

const LETTER = { kind: 'letter', letterKind: 'registered', viaPrintProvider: true } as const;
const PDF = new Uint8Array([0x25, 0x50, 0x44, 0x46]);
const UNREADABLE = { outcome: { kind: 'unreadable' }, calls: 0 };

describe('What Postgres fails to tell before the provider is called', () => {
  it('is no try of a mail: neither of the message nor of its attachments', async () => {
    const id = await rendered({ attachmentIds: [crypto.randomUUID()] });
    expect(await tryWith(failing({ $queryRaw: away }), id)).toMatchObject(UNREADABLE);
    expect(await tryWith(failing({ attachment: { findMany: away } }), id)).toMatchObject(UNREADABLE);
    expect(await tryWith(world.db, id)).toMatchObject({ outcome: { kind: 'accepted' }, calls: 1 });
  });

  it('is no try in doubt when Postgres is silent for longer than the server waits for a sign of life', async () => {
    const id = await rendered({});
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const silent = async () => {
      await vi.advanceTimersByTimeAsync(30_000);
      return away();
    };
    const environment = new MockActivityEnvironment();
    let beats = 0;
    environment.on('heartbeat', () => (beats += 1));
    expect(await tryWith(failing({ $queryRaw: silent }), id, environment)).toMatchObject(UNREADABLE);
    expect(beats).toBeGreaterThanOrEqual(5);
  });

  it('is no try of an SMS, which would never be sent again once in doubt', async () => {
    const id = await rendered({ kind: 'sms', recipients: ['+33612345678'] });
    expect(await tryWith(failing({ message: { findUniqueOrThrow: away } }), id)).toMatchObject(UNREADABLE);
  });

  it('is no try of a letter', async () => {
    const id = await rendered(LETTER, PDF);
    expect(await tryWith(failing({ message: { findUniqueOrThrow: away } }), id)).toMatchObject(UNREADABLE);
    expect(await tryWith(failing({ consent: { count: away } }), id)).toMatchObject(UNREADABLE);
  });
});

describe('A letter that the provider has accepted', () => {
  it('stays accepted when its price cannot be kept', async () => {
    const id = await rendered(LETTER, PDF);
    expect(await tryWith(failing({ message: { updateMany: away } }), id)).toMatchObject({
      outcome: { kind: 'accepted', reference: 'ref' },
      calls: 1,
    });
  });
});

describe('The try of a letter', () => {
  const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);

  it('is given up before the server does so: the next one never begins beside it', async () => {
    const id = await rendered(LETTER, PDF);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const givenUp: boolean[] = [];
    await tryWith(world.db, id, undefined, async (signal) => {
      await seconds(44);
      givenUp.push(signal.aborted);
      await seconds(2);
      givenUp.push(signal.aborted);
    });
    expect(givenUp).toEqual([false, true]);
  });

  it.each([
    [40, { outcome: { kind: 'accepted' }, calls: 1 }],
    [46, UNREADABLE],
  ])('whose rows took %i seconds has only what is left of its time', async (count, expected) => {
    const id = await rendered(LETTER, PDF);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const slow = async (query: Prisma.MessageFindUniqueOrThrowArgs) => {
      await seconds(count);
      return world.db.message.findUniqueOrThrow(query);
    };
    expect(await tryWith(failing({ message: { findUniqueOrThrow: slow } }), id)).toMatchObject(expected);
  });
});
