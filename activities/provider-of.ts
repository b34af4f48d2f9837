import type { EmailProvider } from '../providers/email/port.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Who takes this message: the local mailbox while it is a test; null for a letter, which a person takes. */
export function providerOf(deps: ActivityDeps, message: { kind: string; test: boolean }): EmailProvider | null {
  if (message.kind !== 'email') return null;
  return message.test ? deps.mailbox : deps.liveEmail;
}
