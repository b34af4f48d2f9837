import { nextFollowAt } from '../domain/messages/letter-status.ts';
import { settleLetter } from '../facts/messages/letters/settle-letter.ts';
import { settleProviderEvent } from '../facts/settle-provider-event.ts';
import type { Message } from '../prisma/generated/client.ts';
import type { ProofKind } from '../providers/print/port.ts';
import { carryOut } from '../temporal/carry-out.ts';
import { tellOutcome } from '../temporal/tell-outcome.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { printProviderOf, smsProviderOf } from './provider-of.ts';

export type AskedMessage = Pick<
  Message,
  | 'id'
  | 'kind'
  | 'letterKind'
  | 'test'
  | 'viaPrintProvider'
  | 'provider'
  | 'recipients'
  | 'providerReference'
  | 'trackingNumber'
  | 'sentAt'
  | 'handedOverAt'
>;

/** Pauses in milliseconds before an SMS is asked about again; after the last one it is not asked about any more. */
const SMS_PAUSES_MS = [600_000, 3_600_000, 86_400_000];

/**
 * Asks the provider what became of one letter or SMS and records what is new. Returns whether the provider gave an
 * answer. A letter is not asked of a provider that has not taken it. Without the right provider the question is planned
 * again, because a forgotten variable may come back.
 */
export async function followOne(
  deps: ActivityDeps,
  message: AskedMessage,
  at: Date,
  signal: AbortSignal,
): Promise<boolean> {
  if (message.kind === 'sms') return followSms(deps, message, at, signal);
  const provider = printProviderOf(deps, message);
  const { id: reference, providerReference, trackingNumber, letterKind } = message;
  const sentAt = message.sentAt ?? message.handedOverAt ?? at;
  // Planned before the provider is asked: a message at which this call breaks off must not stay first in the line for
  // ever.
  await planFollow(deps, reference, nextFollowAt({ sentAt, isComplete: false, answered: false }, at));
  if (provider?.name !== message.provider) return false;
  const kept = await deps.db.messageProof.findMany({ where: { messageId: reference }, select: { kind: true } });
  const known = kept.map(({ kind }) => kind as ProofKind);
  // Until the provider gives a reference of its own, the stored one is our message id.
  const named = providerReference === reference ? null : providerReference;
  const ageMs = Math.max(0, at.getTime() - sentAt.getTime());
  const query = { reference, providerReference: named, trackingNumber, kind: letterKind ?? 'simple', known, ageMs };
  const state = await provider.ask(query, signal);
  if (state.kind !== 'found') {
    if (state.kind !== 'not_found') return false;
    await planFollow(deps, reference, nextFollowAt({ sentAt, isComplete: false, answered: true }, at));
    return true;
  }
  const followAt = nextFollowAt({ sentAt, isComplete: state.isComplete, answered: true }, at);
  const events = state.events.length > 0 ? state.events : (['accepted'] as const);
  const settled = await settleLetter(deps.db, at, { ...state, provider: provider.name, reference, events, followAt });
  if (!settled) return true;
  if (settled.outcome) await tellOutcome(deps.dispatcher, settled, settled.outcome, at);
  await carryOut(deps, settled, at);
  return true;
}

async function followSms(deps: ActivityDeps, message: AskedMessage, at: Date, signal: AbortSignal): Promise<boolean> {
  const provider = smsProviderOf(deps, message);
  const [to] = message.recipients;
  const sentAt = message.sentAt ?? at;
  const pause = SMS_PAUSES_MS.find((one) => one > at.getTime() - sentAt.getTime() + 1_000);
  const nextAt = pause === undefined ? null : new Date(at.getTime() + pause);
  const withoutProvider = nextFollowAt({ sentAt, isComplete: false, answered: false }, at);
  await planFollow(deps, message.id, provider ? nextAt : withoutProvider);
  if (!provider || !to) return false;
  const state = await provider.ask({ reference: message.id, to }, signal);
  if (state.kind !== 'found') return state.kind === 'not_found';
  const { providerReference, event, detail } = state;
  const news = { providerReference, messageTag: message.id, event, bounceType: null, detail };
  const settled = await settleProviderEvent(deps.db, at, news, 'asked');
  if (event !== 'sent') await planFollow(deps, message.id, null);
  if (settled?.outcome) await tellOutcome(deps.dispatcher, settled, settled.outcome, at);
  if (settled) await carryOut(deps, settled, at);
  return true;
}

async function planFollow(deps: ActivityDeps, id: string, followAt: Date | null): Promise<void> {
  await deps.db.message.updateMany({ where: { id }, data: { followAt } });
}
