import type { TryOutcome } from '../domain/messages/tries.ts';
import { smsSize } from '../domain/sms/sms-alphabet.ts';
import { smsSender } from '../domain/sms/sms-text.ts';
import { settingsOf } from '../facts/business-calendar.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { smsProviderOf } from './provider-of.ts';
import { readForTry } from './read-for-try.ts';

/**
 * One try of an SMS. When an earlier try is unknown and the provider does not recognise a repeated SMS, it is not sent
 * again: while tries go on the provider is asked whether it has the SMS, and after that a person is asked.
 */
export async function deliverSms(deps: ActivityDeps, messageId: string, signal: AbortSignal): Promise<TryOutcome> {
  const message = await readForTry(deps, messageId, () => readSms(deps, messageId));
  const provider = smsProviderOf(deps, message);
  if (!provider) return { kind: 'misconfigured', code: 'no_sms_connector', detail: 'BREVO_API_KEY is not set' };
  // SMS were switched off after this one was reserved: it waits, as it does when the provider is gone.
  if (!settingsOf(message.customer.creditor).smsEnabled)
    return { kind: 'misconfigured', code: 'no_sms_connector', detail: 'sms_enabled is false in the settings' };
  const [to] = message.recipients;
  const text = message.content?.text;
  if (!to || !text) throw new Error(`message ${messageId} was not rendered`);
  if (message.unknownSinceAt !== null && !provider.isIdempotent) {
    const asked = await provider.ask({ reference: messageId, to }, signal);
    if (asked.kind === 'found') return { kind: 'accepted', reference: asked.providerReference };
    return {
      kind: 'unknown',
      code: 'unknown',
      detail: 'an earlier try may have passed: it is asked about, and not sent again',
    };
  }
  const sender =
    (await senderOfAll(deps, messageId, message.creditorId)) ??
    smsSender(settingsOf(message.customer.creditor).companyName);
  return provider.send({ reference: messageId, to, sender, text, unicode: smsSize(text).unicode }, signal);
}

/** Workers (by their `deps`) that have already logged that `SMS_SENDER` is set and not used. */
const told = new WeakSet<ActivityDeps>();

/**
 * Returns `SMS_SENDER`, or null when another creditor is live too: then each SMS carries the name of its own company.
 */
async function senderOfAll(deps: ActivityDeps, messageId: string, creditorId: string): Promise<string | null> {
  const sender = deps.channels?.sms?.sender ?? null;
  if (sender === null) return null;
  const others = { creditorId: { not: creditorId }, liveAt: { not: null } };
  const isShared = (await readForTry(deps, messageId, () => deps.db.settings.count({ where: others }))) > 0;
  if (isShared && !told.has(deps)) {
    told.add(deps);
    deps.log.warn('SMS_SENDER is not used, as several creditors are live: each SMS leaves in the name of its company');
  }
  return isShared ? null : sender;
}

function readSms({ db }: ActivityDeps, id: string) {
  return db.message.findUniqueOrThrow({
    where: { id },
    include: {
      content: true,
      customer: {
        include: { creditor: { include: { settings: { select: { companyName: true, smsEnabled: true } } } } },
      },
    },
  });
}
