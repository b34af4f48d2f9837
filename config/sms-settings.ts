import type { z } from 'zod';
import type { environment } from './environment.ts';

/** The SMS provider named in the environment. `sender` replaces the company's name. */
export type SmsSettings =
  | { provider: 'brevo'; brevoApiKey: string; baseUrl: string | null; sender: string | null }
  /** The local mailbox, only for a creditor on trial: it keeps SMS and sends none. */
  | { provider: 'mailbox'; sender: string | null };

/** Whole sentences: which variables the named provider needs that are not set. */
export function missingForSms(given: Record<string, string | undefined>): string[] {
  const isMissing = given['SMS_PROVIDER'] === 'brevo' && given['BREVO_API_KEY'] === undefined;
  return isMissing ? ['BREVO_API_KEY is missing: SMS_PROVIDER needs it.'] : [];
}

/** The settings of the SMS provider; null when no SMS leaves. A Brevo key is enough to choose Brevo. */
export function smsSettings(value: z.output<typeof environment>): SmsSettings | null {
  const { SMS_PROVIDER: provider, BREVO_API_KEY: brevoApiKey, BREVO_BASE_URL: baseUrl, SMS_SENDER: sender } = value;
  if (provider === 'mailbox') return { provider, sender };
  return brevoApiKey ? { provider: 'brevo', brevoApiKey, baseUrl, sender } : null;
}
