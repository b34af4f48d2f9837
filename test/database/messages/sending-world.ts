import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import pino from 'pino';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { type Asked, createAskProvider } from '../../../activities/ask-provider.ts';
import { createHandOver, type HandedOver } from '../../../activities/hand-over.ts';
import { createRecordTry } from '../../../activities/record-try.ts';
import { createRenderMessage, type Rendered } from '../../../activities/render-message.ts';
import { createSendStep } from '../../../activities/send-step.ts';
import { createSettleMessage } from '../../../activities/settle-message.ts';
import type { Tries, TryOutcome } from '../../../domain/messages/tries.ts';
import { contactHashOf, loadAddressee, recipientsOf } from '../../../facts/messages/addressing/recipients.ts';
import { senderState } from '../../../facts/messages/sending-lines/sender-state.ts';
import type { LookUpCursor } from '../../../providers/email/port.ts';
import { createMailboxProvider } from '../../../providers/email/resend.ts';
import { handOver as reserved, NOW, openWorld } from '../holds/case-world.ts';
import { nobodyAtTemporal } from '../nobody-at-temporal.ts';

const NOTHING_UNKNOWN: Tries = { count: 1, unknownSinceAt: null };
/** Nothing answers at this address: no workflow is told, and what was stored before stays. */
const away = nobodyAtTemporal();

export const minutes = (count: number, from = NOW) => new Date(from.getTime() + count * 60_000);

/** A creditor of its own whose activities run against Postgres and the mailbox; no workflow can be told, since Temporal is away. */
export async function openSending(mailboxUrl: string, channels?: ActivityDeps['channels']) {
  const world = await openWorld();
  const errors: { code?: string }[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(JSON.parse(line) as object) });
  const deps = {
    db: world.db,
    dispatcher: { client: away, taskQueue: 'none', demoClock: false },
    liveEmail: null,
    mailbox: createMailboxProvider({ baseUrl: mailboxUrl }),
    emailFrom: null,
    firstTasksPerSecond: 100,
    log,
    ...(channels && { channels }),
  } as ActivityDeps;
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  const call = (messageId: string, at: Date) => ({ creditorId: world.creditor.id, messageId, at: at.toISOString() });
  /** A message as rendering leaves it: nothing about it has changed. */
  const rendered = async (actor: 'system' | 'user' = 'user', data: object = {}): Promise<string> => {
    const customer = await world.newCustomer();
    const invoice = await world.newInvoice(customer);
    const id = await reserved(world, { customerId: customer.id, invoiceId: invoice.id }, 'rendered');
    const account = await loadAddressee(world.db, customer.id);
    const kind = 'kind' in data ? String(data.kind) : 'email';
    const contactHash = contactHashOf(account, kind === 'letter' ? [] : recipientsOf(account, []), kind);
    const { version } = await world.read(invoice.id);
    await world.db.messageItem.updateMany({ where: { messageId: id }, data: { version } });
    await world.db.message.update({
      where: { id },
      data: { contactHash, handedOverAt: null, actor: { kind: actor, name: 'x' }, ...data },
    });
    return id;
  };
  return {
    world,
    errors,
    rendered,
    row: (id: string) => world.db.message.findUniqueOrThrow({ where: { id } }),
    handOver: (id: string, at = NOW, unknown = false): Promise<HandedOver> =>
      environment.run(createHandOver(deps), { ...call(id, at), unknown }),
    /** The same hand-over by this `attempt`, asked for so many minutes ago. */
    handOverAgain: (id: string, at: Date, { attempt = 1, askedMinutesAgo = 0 }): Promise<HandedOver> =>
      new MockActivityEnvironment({
        attempt,
        scheduledTimestampMs: Date.now() - askedMinutesAgo * 60_000,
      }).run(createHandOver(deps), { ...call(id, at), unknown: false, mayBeLate: true }),
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
    sendStep: (invoiceId: string, at: Date): Promise<unknown> =>
      environment.run(createSendStep(deps), { creditorId: world.creditor.id, invoiceId, at: at.toISOString() }),
    ask: (id: string, cursor: LookUpCursor | null, nextAskAt: string | null = null): Promise<Asked> =>
      environment.run(createAskProvider(deps), { ...call(id, NOW), cursor, nextAskAt }),
    /** The creditor's stopped lines in Postgres, and what readiness reports of them. */
    stored: () => world.db.sendingLine.findMany({ where: { creditorId: world.creditor.id, stoppedAt: { not: null } } }),
    lines: async () => (await senderState(world.db)).filter(({ creditorId }) => creditorId === world.creditor.id),
  };
}
