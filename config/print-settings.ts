import type { z } from 'zod';
import type { environment } from './environment.ts';

/** The print provider named in the environment; null when a person prints and posts the letters. */
export type PrintSettings =
  | {
      provider: 'merci_facteur';
      serviceId: string;
      secretKey: string;
      userId: string;
      authorizedIps: string | null;
      baseUrl: string | null;
    }
  | {
      provider: 'maileva';
      clientId: string;
      clientSecret: string;
      username: string;
      password: string;
      baseUrl: string | null;
      tokenUrl: string | null;
    }
  /** The local mailbox, only for a creditor on trial: it keeps letters and prints none. */
  | { provider: 'mailbox' };

/**
 * How each provider's webhooks are verified. Not only the current provider's: the previous one still reports about the
 * letters that it took. With null the webhooks are refused, and the provider is asked instead.
 */
export interface PrintWebhookSettings {
  merciFacteur: string[] | null;
  maileva: { login: string; passwords: string[] } | null;
}

type Environment = z.output<typeof environment>;

const NEEDED = {
  merci_facteur: ['MERCI_FACTEUR_SERVICE_ID', 'MERCI_FACTEUR_SECRET_KEY', 'MERCI_FACTEUR_USER_ID'],
  maileva: ['MAILEVA_CLIENT_ID', 'MAILEVA_CLIENT_SECRET', 'MAILEVA_USERNAME', 'MAILEVA_PASSWORD'],
} as const;

const isKnown = (provider: string): provider is keyof typeof NEEDED => Object.hasOwn(NEEDED, provider);

/** Whole sentences: which variables the named provider needs that are not set. */
export function missingForPrint(given: Record<string, string | undefined>): string[] {
  const provider = given['PRINT_PROVIDER'] ?? '';
  if (!isKnown(provider)) return [];
  return NEEDED[provider]
    .filter((name) => given[name] === undefined)
    .map((name) => `${name} is missing: PRINT_PROVIDER needs it.`);
}

/** The settings of the print provider. To be called only when no variable is missing. */
export function printSettings(value: Environment): PrintSettings | null {
  if (value.PRINT_PROVIDER === 'merci_facteur') {
    return {
      provider: 'merci_facteur',
      serviceId: value.MERCI_FACTEUR_SERVICE_ID ?? '',
      secretKey: value.MERCI_FACTEUR_SECRET_KEY ?? '',
      userId: value.MERCI_FACTEUR_USER_ID ?? '',
      authorizedIps: value.MERCI_FACTEUR_AUTHORIZED_IPS,
      baseUrl: value.MERCI_FACTEUR_BASE_URL,
    };
  }
  if (value.PRINT_PROVIDER === 'mailbox') return { provider: 'mailbox' };
  if (value.PRINT_PROVIDER !== 'maileva') return null;
  return {
    provider: 'maileva',
    clientId: value.MAILEVA_CLIENT_ID ?? '',
    clientSecret: value.MAILEVA_CLIENT_SECRET ?? '',
    username: value.MAILEVA_USERNAME ?? '',
    password: value.MAILEVA_PASSWORD ?? '',
    baseUrl: value.MAILEVA_BASE_URL,
    tokenUrl: value.MAILEVA_TOKEN_URL,
  };
}

export function printWebhookSettings(value: Environment): PrintWebhookSettings {
  const { MAILEVA_WEBHOOK_LOGIN: login, MAILEVA_WEBHOOK_PASSWORD: passwords } = value;
  return {
    merciFacteur: value.MERCI_FACTEUR_WEBHOOK_KEY,
    maileva: login && passwords ? { login, passwords } : null,
  };
}
