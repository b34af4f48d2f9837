import { join, resolve } from 'node:path';
import { z } from 'zod';

interface MailboxSettings {
  host: string;
  /** Other names for the mailbox, besides numbers and names that nobody can register, which it accepts anyway. */
  names: string[];
  /** 0 takes a free port. */
  port: number;
  /** The mailbox's own folder. */
  dataDir: string;
  webhookSecret?: string;
  /** Without `/v1`. */
  apiUrl?: string;
}

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const environment = z.object({
  MAILBOX_HOST: optional(z.string()),
  MAILBOX_URL: optional(z.url({ protocol: /^https?$/, message: 'must be an http(s) address' })),
  MAILBOX_PORT: optional(
    z
      .string()
      .regex(/^\d{1,5}$/, 'must be a whole number')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be at most 65535'),
  ),
  RELANCE_DATA: optional(z.string()),
  MAILBOX_WEBHOOK_SECRET: optional(
    z
      .string()
      // The API accepts several secrets while one is being changed; the mailbox signs with the first.
      .transform((secrets) => secrets.split('|')[0]?.trim() ?? '')
      .refine(
        (secret) => /^whsec_[A-Za-z0-9+/]{16,}={0,2}$/.test(secret),
        'must be "whsec_" followed by base64, the same as the API has',
      ),
  ),
  RELANCE_API_URL: optional(z.url({ protocol: /^https?$/, message: 'must be an http(s) address' })),
});

/** Reads the mailbox's settings, or throws one error that lists every mistake. */
export function mailboxSettings(env: NodeJS.ProcessEnv): MailboxSettings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The mailbox cannot start, its settings are wrong:\n${mistakes.join('\n')}`);
  }
  const { MAILBOX_HOST, MAILBOX_URL, MAILBOX_PORT, RELANCE_DATA, MAILBOX_WEBHOOK_SECRET, RELANCE_API_URL } =
    parsed.data;
  return {
    host: MAILBOX_HOST ?? '127.0.0.1',
    names: MAILBOX_URL === undefined ? [] : [MAILBOX_URL],
    port: MAILBOX_PORT ?? 8025,
    dataDir: join(resolve(RELANCE_DATA ?? '.data'), 'mailbox'),
    ...(MAILBOX_WEBHOOK_SECRET === undefined ? {} : { webhookSecret: MAILBOX_WEBHOOK_SECRET }),
    ...(RELANCE_API_URL === undefined ? {} : { apiUrl: RELANCE_API_URL.replace(/\/+$/, '') }),
  };
}
