import { stopCode } from '../domain/case/attention-codes.ts';
import type { MessageOutcome } from '../facts/messages/settling/settle-message.ts';
import { lineOf, openLine } from '../facts/messages/sending-lines/sending-line.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { withDetail } from './try-detail.ts';
import { settleAndTell } from './settle-and-tell.ts';

/** What the message's workflow found out. `settled`: a webhook, an answer of the provider or a person settled it. */
export type FoundOutcome =
  | { kind: 'sent'; reference: string }
  | { kind: 'failed'; code: string; detail: string }
  | { kind: 'ambiguous'; nextAskAt?: string | null }
  | { kind: 'settled'; outcome: 'sent' | 'not_sent' };

/** Records the outcome and tells the invoices. The outcome of a probe opens the line, which was stopped. */
export const createSettleMessage =
  (deps: ActivityDeps) =>
  async (call: MessageCall & { outcome: FoundOutcome; probe?: boolean }): Promise<void> => {
    if (call.probe) await open(deps, call);
    await settleAndTell(deps, call, toOutcome(await whole(deps, call)));
  };

/** Adds what the provider said about the last try, which is kept in Postgres and not in Temporal. */
async function whole({ db }: ActivityDeps, call: MessageCall & { outcome: FoundOutcome }): Promise<FoundOutcome> {
  if (call.outcome.kind !== 'failed') return call.outcome;
  const { waitDetail } = await db.message.findUniqueOrThrow({
    where: { id: call.messageId },
    select: { waitDetail: true },
  });
  return withDetail(call.outcome, waitDetail);
}

async function open(deps: ActivityDeps, { creditorId, messageId }: MessageCall): Promise<void> {
  const message = await deps.db.message.findUniqueOrThrow({ where: { id: messageId } });
  const provider = lineOf(message);
  if (provider && (await openLine(deps.db, { creditorId, provider }))) {
    deps.log.info({ creditorId, provider }, 'sending goes on: the provider takes mails again');
  }
}

function toOutcome(found: FoundOutcome): MessageOutcome {
  if (found.kind === 'failed') return { ...found, code: stopCode(found.code) };
  if (found.kind !== 'settled') return found;
  return found.outcome === 'sent' ? { kind: 'sent', reference: null } : { kind: 'cancelled', reason: 'not_sent' };
}
