import type { z } from 'zod';
import type { environment } from './environment.ts';

/** The SMS provider as the environment names it. `sender`: instead of the company's name. */
export type SmsSettings =
  | { provider: 'brevo'; brevoApiKey: string; baseUrl: string | null; sender: string | null }
  /** The local mailbox, for a creditor on trial alone: it keeps SMS and sends none. */
  | { provider: 'mailbox'; sender: string | null };

/** What is missing among the variables that were given for the provider that was named, as whole sentences. */
export function missingForSms(given: Record<string, string | undefined>): string[] {
  const isMissing = given['SMS_PROVIDER'] === 'brevo' && given['BREVO_API_KEY'] === undefined;
  return isMissing ? ['BREVO_API_KEY is missing: SMS_PROVIDER needs it.'] : [];
}

/** Null: no SMS leaves. A key of Brevo alone names Brevo. */
export function smsSettings(value: z.output<typeof environment>): SmsSettings | null {
  const { SMS_PROVIDER: provider, BREVO_API_KEY: brevoApiKey, BREVO_BASE_URL: baseUrl, SMS_SENDER: sender } = value;
  if (provider === 'mailbox') return { provider, sender };
  return brevoApiKey ? { provider: 'brevo', brevoApiKey, baseUrl, sender } : null;
}
