import type { EmailProvider } from '../providers/email/port.ts';
import type { PrintProvider } from '../providers/print/port.ts';
import type { SmsProvider } from '../providers/sms/port.ts';
import type { ActivityDeps } from './activity-deps.ts';

interface Leaving {
  kind: string;
  test: boolean;
}

/**
 * The provider that takes this mail: the local mailbox for a test; null for what is not a mail, and without an API key.
 */
export function providerOf(deps: ActivityDeps, message: Leaving): EmailProvider | null {
  if (message.kind !== 'email') return null;
  return message.test ? deps.mailbox : deps.liveEmail;
}

/**
 * The provider that prints this letter; null for what is not a letter, for a letter that a person posts, and when no
 * provider is configured any more.
 */
export function printProviderOf(
  deps: ActivityDeps,
  message: Leaving & { viaPrintProvider: boolean },
): PrintProvider | null {
  const print = deps.channels?.print;
  if (message.kind !== 'letter' || !message.viaPrintProvider || !print) return null;
  return message.test ? print.mailbox : print.live;
}

/** The provider that takes this SMS; null for what is not an SMS, and when no provider is configured any more. */
export function smsProviderOf(deps: ActivityDeps, message: Leaving): SmsProvider | null {
  const sms = deps.channels?.sms;
  if (message.kind !== 'sms' || !sms) return null;
  return message.test ? sms.mailbox : sms.live;
}

/** Name of the provider that takes this message, as stored with the message; null when there is none. */
export function providerNameOf(deps: ActivityDeps, message: Leaving & { viaPrintProvider: boolean }): string | null {
  const provider = providerOf(deps, message) ?? printProviderOf(deps, message) ?? smsProviderOf(deps, message);
  return provider?.name ?? null;
}
