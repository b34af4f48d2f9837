import type { EmailProvider } from '../providers/email/port.ts';
import type { PrintProvider } from '../providers/print/port.ts';
import type { SmsProvider } from '../providers/sms/port.ts';
import type { ActivityDeps } from './activity-deps.ts';

interface Leaving {
  kind: string;
  test: boolean;
}

/** Who takes this mail: the local mailbox while it is a test; null for what is no mail. */
export function providerOf(deps: ActivityDeps, message: Leaving): EmailProvider | null {
  if (message.kind !== 'email') return null;
  return message.test ? deps.mailbox : deps.liveEmail;
}

/** Who prints this letter; null for what is none, for a person's letter, and where no provider is set any more. */
export function printProviderOf(
  deps: ActivityDeps,
  message: Leaving & { viaPrintProvider: boolean },
): PrintProvider | null {
  const print = deps.channels?.print;
  if (message.kind !== 'letter' || !message.viaPrintProvider || !print) return null;
  return message.test ? print.mailbox : print.live;
}

/** Who takes this SMS; null for what is none, and where no provider is set any more. */
export function smsProviderOf(deps: ActivityDeps, message: Leaving): SmsProvider | null {
  const sms = deps.channels?.sms;
  if (message.kind !== 'sms' || !sms) return null;
  return message.test ? sms.mailbox : sms.live;
}

/** The name that is kept with the message. */
export function providerNameOf(deps: ActivityDeps, message: Leaving & { viaPrintProvider: boolean }): string | null {
  const provider = providerOf(deps, message) ?? printProviderOf(deps, message) ?? smsProviderOf(deps, message);
  return provider?.name ?? null;
}
