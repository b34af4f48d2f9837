import { cancellationSignal } from '@temporalio/activity';
import { isOpenState } from '../domain/messages/open-states.ts';
import type { ProviderNews } from '../domain/messages/provider-status.ts';
import { type ProviderEvent, settleProviderEvent } from '../facts/settle-provider-event.ts';
import type { Message } from '../prisma/generated/client.ts';
import type { LookedUpEvent, LookUpCursor } from '../providers/email/port.ts';
import { carryOut } from '../temporal/carry-out.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { beating } from './beating.ts';
import { type AskedMessage, followOne } from './follow-one.ts';
import { providerOf } from './provider-of.ts';

export type Asked =
  /** `status`: how the message ended, by this answer or meanwhile. */
  | { kind: 'over'; status: string }
  | { kind: 'more'; cursor: LookUpCursor }
  | { kind: 'not_found' }
  | { kind: 'no_answer'; code: string };

type AskCall = MessageCall & { cursor: LookUpCursor | null; nextAskAt: string | null };

/**
 * Asks the provider once whether it has the mail that carries our tag, for a message whose answer was lost. If it has,
 * the message is settled as by a webhook. If it has not, that proves nothing and settles nothing.
 */
export const createAskProvider =
  (deps: ActivityDeps) =>
  (call: AskCall): Promise<Asked> =>
    beating(() => ask(deps, call));

async function ask(deps: ActivityDeps, call: AskCall): Promise<Asked> {
  const message = await deps.db.message.findUniqueOrThrow({ where: { id: call.messageId } });
  if (!isOpenState(message.status)) return { kind: 'over', status: message.status };
  const about = message.kind === 'email' ? askAboutMail : askAboutLetterOrSms;
  const asked = await about(deps, call, message);
  if (asked.kind === 'not_found' || asked.kind === 'no_answer') await planNextAsk(deps, call);
  return asked;
}

/** Notes when the provider is asked next; nothing is noted of a message whose outcome is known by now. */
async function planNextAsk({ db }: ActivityDeps, { messageId, nextAskAt }: AskCall): Promise<void> {
  const nextTryAt = nextAskAt === null ? null : new Date(nextAskAt);
  await db.message.updateMany({ where: { id: messageId, status: 'ambiguous' }, data: { nextTryAt } });
}

type AskedMail = AskedMessage & Pick<Message, 'subject' | 'firstTriedAt'>;

async function askAboutMail(deps: ActivityDeps, call: AskCall, message: AskedMail): Promise<Asked> {
  const { id: messageTag, recipients: to, subject, firstTriedAt: sinceAt } = message;
  const provider = providerOf(deps, message);
  const query = sinceAt && { messageTag, to, subject: subject ?? '', sinceAt };
  const answer =
    provider && query
      ? await provider.lookUp(query, call.cursor, cancellationSignal())
      : ({ kind: 'not_found' } as const);
  if (answer.kind === 'more') return answer;
  if (answer.kind === 'found') {
    await settle(deps, call, { providerReference: answer.reference, messageTag }, answer.event);
    const { status } = await deps.db.message.findUniqueOrThrow({ where: { id: call.messageId } });
    return isOpenState(status) ? { kind: 'not_found' } : { kind: 'over', status };
  }
  deps.log.info({ messageId: call.messageId, ...answer }, 'the provider was asked, and the outcome is still unknown');
  return answer;
}

async function settle(
  deps: ActivityDeps,
  call: AskCall,
  found: Pick<ProviderEvent, 'providerReference' | 'messageTag'>,
  event: LookedUpEvent,
): Promise<void> {
  const at = new Date(call.at);
  const news: ProviderNews =
    event === 'suppressed'
      ? { event: 'bounced', bounceType: 'hard' }
      : { event, bounceType: event === 'bounced' ? 'undetermined' : null };
  const settled = await settleProviderEvent(deps.db, at, { ...found, ...news, detail: '' }, 'asked');
  if (settled) await carryOut(deps, settled, at);
}

/** Asks the provider about a letter or an SMS; an answer settles the message as a webhook would. */
async function askAboutLetterOrSms(deps: ActivityDeps, call: AskCall, message: AskedMessage): Promise<Asked> {
  const found = await followOne(deps, message, new Date(call.at), cancellationSignal());
  const { status } = await deps.db.message.findUniqueOrThrow({ where: { id: call.messageId } });
  if (!isOpenState(status)) return { kind: 'over', status };
  return found ? { kind: 'not_found' } : { kind: 'no_answer', code: 'no_answer' };
}
