import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { type Asked, createAskProvider } from '../../../activities/ask-provider.ts';
import { createHandOver, type HandedOver } from '../../../activities/hand-over.ts';
import { createRecordTry } from '../../../activities/record-try.ts';
import { createRenderMessage, type Rendered } from '../../../activities/render-message.ts';
import { createSettleMessage } from '../../../activities/settle-message.ts';
import type { Tries, TryOutcome } from '../../../domain/messages/tries.ts';
import { contactHashOf, loadAddressee, recipientsOf } from '../../../facts/messages/recipients.ts';
import { senderState } from '../../../facts/messages/sender-state.ts';
import type { LookUpCursor } from '../../../providers/email/port.ts';
import { createMailboxProvider } from '../../../providers/email/resend.ts';
import { connectTemporal } from '../../../temporal/connect.ts';
import { type TemporaryMailbox, temporaryMailbox } from '../../mailbox/temporary-mailbox.ts';
import { handOver as reserved, NOW, openWorld, type World } from '../holds/case-world.ts';

const SUNDAY = new Date('2026-11-22T09:00:00.000Z');
const minutes = (count: number, from = NOW) => new Date(from.getTime() + count * 60_000);
const WRONG_KEY: TryOutcome = { kind: 'misconfigured', code: 'invalid_api_key', detail: 'API key is invalid' };
const QUOTA: TryOutcome = { kind: 'not_accepted', code: 'daily_quota_exceeded', detail: 'used up', retryAfterMs: null };
const NOTHING_UNKNOWN: Tries = { count: 1, unknownSinceAt: null };

let world: World;
let mailbox: TemporaryMailbox;
let errors: { code?: string }[] = [];
const away = connectTemporal({
  address: '127.0.0.1:1',
  namespace: 'default',
  tls: null,
  apiKey: null,
  codecKeys: [],
} as never);

beforeAll(async () => {
  mailbox = await temporaryMailbox();
});
afterAll(() => mailbox.stop());

/** A creditor of its own, whose activities run against Postgres and the mailbox; nobody can be told, Temporal is away. */
async function opened() {
  world = await openWorld();
  errors = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(JSON.parse(line) as object) });
  const deps = {
    db: world.db,
    dispatcher: { client: away, taskQueue: 'none', demoClock: false },
    liveEmail: null,
    mailbox: createMailboxProvider({ baseUrl: mailbox.url }),
    emailFrom: null,
    firstTasksPerSecond: 100,
    log,
  } as ActivityDeps;
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  const call = (messageId: string, at: Date) => ({ creditorId: world.creditor.id, messageId, at: at.toISOString() });
  return {
    handOver: (id: string, at = NOW, unknown = false): Promise<HandedOver> =>
      environment.run(createHandOver(deps), { ...call(id, at), unknown }),
    record: (id: string, outcome: TryOutcome, at = NOW): Promise<{ nextTryAt: string }> =>
      environment.run(createRecordTry(deps), {
        ...call(id, at),
        outcome,
        tries: NOTHING_UNKNOWN,
        nextTryAt: minutes(1, at).toISOString(),
      }),
    settle: (id: string, at: Date, probe: boolean): Promise<unknown> => {
      const outcome = { kind: 'sent' as const, reference: id };
      return environment
        .run(createSettleMessage(deps), { ...call(id, at), outcome, probe })
        .catch(() => 'nobody could be told');
    },
    render: (id: string): Promise<Rendered> => environment.run(createRenderMessage(deps), call(id, NOW)),
    ask: (id: string, cursor: LookUpCursor | null, nextAskAt: string | null = null): Promise<Asked> =>
      environment.run(createAskProvider(deps), { ...call(id, NOW), cursor, nextAskAt }),
    lines: async () => (await senderState(world.db)).filter(({ creditorId }) => creditorId === world.creditor.id),
  };
}

/** A message as rendering leaves it: nothing about it has changed. */
async function rendered(actor: 'system' | 'user' = 'user', data: object = {}): Promise<string> {
  const customer = await world.newCustomer();
  const invoice = await world.newInvoice(customer);
  const id = await reserved(world, { customerId: customer.id, invoiceId: invoice.id }, 'rendered');
  const account = await loadAddressee(world.db, customer.id);
  const contactHash = contactHashOf(account, recipientsOf(account, []));
  const { version } = await world.read(invoice.id);
  await world.db.messageItem.updateMany({ where: { messageId: id }, data: { version } });
  await world.db.message.update({
    where: { id },
    data: { contactHash, handedOverAt: null, actor: { kind: actor, name: 'x' }, ...data },
  });
  return id;
}
const row = (id: string) => world.db.message.findUniqueOrThrow({ where: { id } });

describe('a line on which nothing passes', () => {
  it('is stopped once and said once, however many find it out; nobody fails, and one probes at a time', async () => {
    const { handOver, record, lines } = await opened();
    const ids = [await rendered(), await rendered(), await rendered()] as const;
    for (const id of ids.slice(0, 2)) expect(await handOver(id)).toMatchObject({ kind: 'go', paced: false });
    const first = await record(ids[0], WRONG_KEY);
    const second = await record(ids[1], WRONG_KEY, minutes(1));
    expect([first.nextTryAt, second.nextTryAt]).toEqual([minutes(5).toISOString(), minutes(5).toISOString()]);
    expect(errors).toMatchObject([{ code: 'invalid_api_key' }]);
    expect(await lines()).toMatchObject([{ provider: 'mailbox', code: 'invalid_api_key', waiting: 2, stoppedAt: NOW }]);
    expect(await handOver(ids[2], minutes(2))).toMatchObject({ kind: 'waits', code: 'invalid_api_key' });
    expect((await lines())[0]?.waiting).toBe(3);

    const probes = [
      await handOver(ids[1], minutes(5)),
      await handOver(ids[0], minutes(5)),
      await handOver(ids[2], minutes(5)),
    ];
    expect(probes).toMatchObject([{ kind: 'go', probe: true }, { kind: 'waits' }, { kind: 'waits' }]);
    await record(ids[1], WRONG_KEY, minutes(5));
    expect((await lines())[0]?.nextProbeAt).toEqual(minutes(10));
    expect(errors).toHaveLength(1);
    for (const id of ids) expect((await row(id)).status).toBe('rendered');
    expect(
      await world.db.invoice.count({ where: { creditorId: world.creditor.id, attentionCode: { not: null } } }),
    ).toBe(0);
  });

  it('opens when the probe is taken, and then everybody may go', async () => {
    const { handOver, record, settle, lines } = await opened();
    const [first, other] = [await rendered(), await rendered()];
    await handOver(first);
    await record(first, WRONG_KEY);
    expect(await handOver(first, minutes(5))).toMatchObject({ kind: 'go', probe: true });
    await settle(first, minutes(5), true);
    expect(await lines()).toEqual([]);
    const go = await handOver(other, minutes(6));
    expect(go).toMatchObject({ kind: 'go' });
    expect(go).not.toHaveProperty('probe');
  });

  it('does not open because of a mail that was on its way before it stopped', async () => {
    const { handOver, record, settle, lines } = await opened();
    const [first, early] = [await rendered(), await rendered()];
    await handOver(early);
    await handOver(first);
    await record(first, WRONG_KEY);
    await settle(early, minutes(1), false);
    expect(await lines()).toHaveLength(1);
  });

  it('is one creditor’s: another’s mails pass', async () => {
    const { handOver, record } = await opened();
    const stopped = await rendered();
    await handOver(stopped);
    await record(stopped, WRONG_KEY);
    const elsewhere = await opened();
    expect(await elsewhere.handOver(await rendered())).toMatchObject({ kind: 'go' });
  });

  it('is probed every hour when the quota is used up, and the message says why and until when', async () => {
    const { handOver, record, lines } = await opened();
    const id = await rendered();
    await handOver(id);
    expect((await record(id, QUOTA)).nextTryAt).toBe(minutes(60).toISOString());
    expect(await lines()).toMatchObject([{ kind: 'quota', code: 'daily_quota_exceeded' }]);
    expect(await row(id)).toMatchObject({
      status: 'rendered',
      waitCode: 'daily_quota_exceeded',
      waitDetail: 'used up',
      nextTryAt: minutes(60),
      waitsForLine: true,
    });
  });

  it('is not stopped by a mail that was too fast, or refused for itself', async () => {
    const { handOver, record, lines } = await opened();
    const id = await rendered();
    await handOver(id);
    await record(id, { kind: 'not_accepted', code: 'rate_limit_exceeded', detail: 'slow', retryAfterMs: 1_000 });
    expect(await lines()).toEqual([]);
    expect(await row(id)).toMatchObject({ waitCode: 'rate_limit_exceeded', waitsForLine: false });
    expect(errors).toEqual([]);
  });

  it('keeps a message whose earlier try is unknown no longer than the provider knows its key', async () => {
    const { handOver, record } = await opened();
    const [first, unknown] = [await rendered(), await rendered()];
    await handOver(first);
    await record(first, QUOTA);
    const since = minutes(-60 * 22.5);
    await world.db.message.update({ where: { id: unknown }, data: { status: 'sending', unknownSinceAt: since } });
    expect(await handOver(unknown, NOW, true)).toMatchObject({ kind: 'waits', untilAt: minutes(30).toISOString() });
  });
});

describe('the hour at which a message begins to leave', () => {
  const cancelled = async (id: string, at: Date, handOver: Awaited<ReturnType<typeof opened>>['handOver']) => {
    await expect(handOver(id, at)).rejects.toThrow();
    expect(await row(id)).toMatchObject({ status: 'cancelled', failureDetail: 'outside_send_hours', tries: 0 });
    expect(await world.db.messageItem.count({ where: { messageId: id, active: true } })).toBe(0);
  };

  it('is an hour of a working day for what nobody sends by hand: else its steps are given back', async () => {
    const { handOver } = await opened();
    await cancelled(await rendered('system'), SUNDAY, handOver);
    await cancelled(await rendered('system'), new Date('2026-11-24T19:30:00.000Z'), handOver);
    expect(await handOver(await rendered('system'), new Date('2026-11-24T18:30:00.000Z'))).toMatchObject({
      kind: 'go',
    });
  }, 60_000);

  it('is any hour for what a person sends', async () => {
    const { handOver } = await opened();
    expect(await handOver(await rendered('user'), SUNDAY)).toMatchObject({ kind: 'go' });
  });

  it('is any hour once an earlier try is unknown: only the same key tells whether it left', async () => {
    const { handOver } = await opened();
    const id = await rendered('system', { status: 'sending', unknownSinceAt: minutes(-30, SUNDAY), tries: 1 });
    expect(await handOver(id, SUNDAY, true)).toMatchObject({ kind: 'go' });
  });
});

describe('a message whose workflow was lost', () => {
  it('is unknown since the hand-over that nobody recorded: a fact leaves it ambiguous, even to a workflow that knows nothing', async () => {
    const { handOver, render } = await opened();
    const id = await rendered();
    await handOver(id);
    expect(await render(id)).toMatchObject({ kind: 'ready', tries: { count: 1, unknownSinceAt: NOW.toISOString() } });
    const { items } = await world.db.message.findUniqueOrThrow({ where: { id }, include: { items: true } });
    await world.db.invoice.update({ where: { id: items[0]!.invoiceId }, data: { version: { increment: 1 } } });
    expect(await handOver(id, minutes(10), false)).toEqual({ kind: 'ambiguous' });
    expect(await row(id)).toMatchObject({ status: 'sending' });
  });

  it('keeps the first unknown try through the tries that follow', async () => {
    const { handOver } = await opened();
    const id = await rendered();
    await handOver(id);
    await handOver(id, minutes(10), true);
    await handOver(id, minutes(20), true);
    expect(await row(id)).toMatchObject({ unknownSinceAt: NOW, handedOverAt: minutes(20) });
  });

  it('but a hand-over that is repeated at its own instant is one and the same', async () => {
    const { handOver } = await opened();
    const id = await rendered();
    await handOver(id);
    await handOver(id);
    expect(await row(id)).toMatchObject({ unknownSinceAt: null });
  });

  it('that was given up before is asked about, not tried', async () => {
    const { render } = await opened();
    expect(await render(await rendered('user', { status: 'ambiguous' }))).toEqual({ kind: 'ambiguous', paced: false });
  });
});

describe('the provider, asked about a message', () => {
  const unknown = () => rendered('user', { status: 'ambiguous', firstTriedAt: new Date(), subject: 'Rappel' });
  const accept = (tag: string) =>
    createMailboxProvider({ baseUrl: mailbox.url }).send(
      {
        from: 'r@durand.example',
        to: ['paul@roy.example'],
        subject: 'Rappel',
        html: 'x',
        text: 'x',
        attachments: [],
        tags: [{ name: 'message_id', value: tag }],
        idempotencyKey: tag,
      },
      new AbortController().signal,
    );
  it('that does not know it settles nothing; the message says when it is asked again', async () => {
    const { ask } = await opened();
    const id = await unknown();
    expect(await ask(id, null, minutes(60).toISOString())).toEqual({ kind: 'not_found' });
    expect(await row(id)).toMatchObject({ status: 'ambiguous', nextTryAt: minutes(60) });
  });

  it('that has it settles it as sent, with its reference, and is not asked again', async () => {
    const { ask } = await opened();
    const id = await unknown();
    const accepted = await accept(id);
    const toTheEnd = async () => {
      let answer = await ask(id, null);
      while (answer.kind === 'more') answer = await ask(id, answer.cursor);
      return answer;
    };
    // Temporal is away, nobody can be told: what was found out is kept all the same.
    await expect(toTheEnd()).rejects.toThrow();
    expect(await row(id)).toMatchObject({
      status: 'sent',
      providerReference: accepted.kind === 'accepted' ? accepted.reference : null,
    });
    expect(await ask(id, null)).toEqual({ kind: 'over', status: 'sent' });
  });
});
