import { z } from 'zod';
import { codecKeys } from './codec-keys.ts';
import { missing } from './missing.ts';
import { trustedProxies } from './trusted-proxies.ts';
import { heldSecrets, webhookSecrets, webhookSecretsBySlug } from './webhook-secrets.ts';

// Messages continue the sentence "VARIABLE …" and say how to fix it. They never repeat the value, which may be a secret.

const databaseUrl = 'postgresql://user:password@host:5432/database';

const text = z.string().trim();
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? null);

function wholeNumber(from: number, to: number, fallback: number) {
  const message = `must be a whole number from ${from} to ${to}`;
  return text
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= from && value <= to, message)
    .default(fallback);
}

const isUrl = (value: string, protocols: string[]) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);
const withoutSlash = (value: string) => value.replace(/\/+$/, '');

const webUrl = text
  .refine((value) => isUrl(value, ['http:', 'https:']), 'must be an address like https://relance.example.org')
  .transform(withoutSlash);

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/;

const flag = text
  .toLowerCase()
  .refine((value) => ['true', 'false', '1', '0'].includes(value), 'must be true or false')
  .transform((value) => value === 'true' || value === '1');

// Temporal joins the deployment's name and the build id with a dot, and splits at the first dot.
const deployment = text.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, 'must be letters, digits, - or _');
const buildId = text.regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}$/, 'must be letters, digits, ., -, _ or +');

/** The environment variables, by their own names. */
export const environment = z.object({
  DATABASE_URL: z
    .string(missing(`the address of a PostgreSQL database, like ${databaseUrl}`))
    .trim()
    .refine((value) => isUrl(value, ['postgres:', 'postgresql:']), `must be an address like ${databaseUrl}`),
  DATABASE_POOL_SIZE: wholeNumber(1, 500, 10),
  IMPORT_CASES_PER_SECOND: wholeNumber(1, 10_000, 30),
  TEMPORAL_ADDRESS: z
    .string(missing('host:port of a Temporal server, like 127.0.0.1:7233'))
    .trim()
    .regex(/^[^\s:/]+:\d{1,5}$|^\[[0-9a-fA-F:]+\]:\d{1,5}$/, 'must be host:port without https://, like 127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: text.default('default'),
  TEMPORAL_API_KEY: optional(text),
  TEMPORAL_TASK_QUEUE: text.default('relance'),
  TEMPORAL_CODEC_KEYS: codecKeys.optional().transform((keys) => keys ?? []),
  RELANCE_DEPLOYMENT: deployment.default('relance'),
  RELANCE_BUILD_ID: optional(buildId),
  TEMPORAL_UI_URL: webUrl.default('http://127.0.0.1:8233'),
  RESEND_API_KEY: optional(text.startsWith('re_', 'must be a key of Resend, which begins with re_')),
  RESEND_BASE_URL: optional(webUrl),
  RESEND_WEBHOOK_SECRET: webhookSecrets.optional().transform((secrets) => secrets ?? []),
  RESEND_PER_SECOND: wholeNumber(1, 1_000, 5),
  EMAIL_FROM: optional(
    text.regex(
      /^[^@<>\s]+@[^@<>\s]+$|^[^<>@]+<[^@<>\s]+@[^@<>\s]+>$/,
      'must be an address like Relance <relance@example.org>',
    ),
  ),
  PRINT_PROVIDER: optional(
    z.enum(['merci_facteur', 'maileva', 'mailbox'], 'must be merci_facteur, maileva or mailbox'),
  ),
  MERCI_FACTEUR_SERVICE_ID: optional(text),
  MERCI_FACTEUR_SECRET_KEY: optional(text),
  MERCI_FACTEUR_USER_ID: optional(text.regex(/^\d{1,12}$/, 'must be the number of a user at Merci Facteur')),
  MERCI_FACTEUR_AUTHORIZED_IPS: optional(text),
  MERCI_FACTEUR_BASE_URL: optional(webUrl),
  MERCI_FACTEUR_WEBHOOK_KEY: optional(heldSecrets('the secret key of the webhooks')),
  MAILEVA_CLIENT_ID: optional(text),
  MAILEVA_CLIENT_SECRET: optional(text),
  MAILEVA_USERNAME: optional(text),
  MAILEVA_PASSWORD: optional(text),
  MAILEVA_BASE_URL: optional(webUrl),
  MAILEVA_TOKEN_URL: optional(webUrl),
  MAILEVA_WEBHOOK_LOGIN: optional(text),
  MAILEVA_WEBHOOK_PASSWORD: optional(heldSecrets('the password of the notifications')),
  SMS_PROVIDER: optional(z.enum(['brevo', 'mailbox'], 'must be brevo or mailbox')),
  BREVO_API_KEY: optional(text),
  BREVO_BASE_URL: optional(webUrl),
  SMS_SENDER: optional(text.regex(/^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/, 'must be 3 to 11 letters and digits')),
  MAILBOX_WEBHOOK_SECRET: webhookSecrets.optional().transform((secrets) => secrets ?? []),
  MAILBOX_URL: webUrl.default('http://127.0.0.1:8025'),
  PAYMENTS_WEBHOOK_SECRETS: webhookSecretsBySlug.optional().transform((secrets) => secrets ?? {}),
  WORKER_METRICS_HOST: text.default('127.0.0.1'),
  WORKER_METRICS_PORT: wholeNumber(0, 65_535, 0),
  API_HOST: text.default('127.0.0.1'),
  API_PORT: wholeNumber(1, 65_535, 3000),
  PUBLIC_URL: webUrl.optional(),
  TRUSTED_PROXIES: trustedProxies.optional().transform((proxies) => proxies ?? []),
  RELANCE_DEMO_CLOCK: flag.default(false),
  OPERATOR_KEY: optional(
    text.regex(/^rel_[A-Za-z0-9_-]{24,}$/, 'must be rel_ and at least 24 letters, digits, - or _'),
  ),
  // Kept unchanged, trailing slash included: it is compared with what the provider calls itself.
  OIDC_ISSUER: optional(
    text.refine(
      (value) => isUrl(value, ['https:']) || (isUrl(value, ['http:']) && LOOPBACK.test(value)),
      'must be an address that begins with https://: what it says is believed',
    ),
  ),
  OIDC_CLIENT_ID: optional(text),
  OIDC_CLIENT_SECRET: optional(text),
  OIDC_NAME: optional(text.max(40, 'must have at most 40 characters: it stands on a button')),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    )
    .default('info'),
});
