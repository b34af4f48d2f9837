import type { z } from 'zod';
import type { CodecKey } from './codec-keys.ts';
import { environment } from './environment.ts';
import { missingForOidc, type OidcSettings, oidcSettings } from './oidc-settings.ts';
import {
  missingForPrint,
  type PrintSettings,
  printSettings,
  type PrintWebhookSettings,
  printWebhookSettings,
} from './print-settings.ts';
import { missingForSms, type SmsSettings, smsSettings } from './sms-settings.ts';
import { readTls } from './tls.ts';

/** Everything that a process gets from its environment, parsed once at its start. */
export interface Settings {
  database: { url: string; poolSize: number };
  /** How many of the cases that an import opens one worker plans in a second. */
  importCasesPerSecond: number;
  temporal: {
    /** `host:port` */
    address: string;
    namespace: string;
    /** Null for no TLS. Contents of the PEM files, not paths. */
    tls: { cert?: Buffer; key?: Buffer; ca?: Buffer } | null;
    apiKey: string | null;
    taskQueue: string;
    /** The first key encrypts what Temporal stores, all decrypt it; without keys it is stored readable. */
    codecKeys: CodecKey[];
    /** The release of these workers, for Temporal's worker versioning; null when versioning is not used. */
    version: { deploymentName: string; buildId: string } | null;
    /** Without a trailing slash. */
    uiUrl: string;
  };
  email: {
    /** Null: no mail leaves the machine. */
    resendApiKey: string | null;
    resendBaseUrl: string | null;
    /** `whsec_…`, all valid at the same time; with none the route accepts nothing. */
    resendWebhookSecrets: string[];
    /** Requests per second that Resend allows the whole team. */
    resendPerSecond: number;
    from: string | null;
  };
  /** Null when a person prints and posts the letters. */
  print: PrintSettings | null;
  printWebhooks: PrintWebhookSettings;
  /** Null: no SMS leaves. */
  sms: SmsSettings | null;
  mailboxUrl: string;
  /**
   * The secrets with which the local mailbox may sign (`whsec_…`), all valid at the same time; with none its events are
   * refused.
   */
  mailboxWebhookSecrets: string[];
  /** By creditor's slug; all secrets of a creditor are valid at the same time. */
  payments: { webhookSecrets: Record<string, string[]> };
  /** `trustedProxies`: addresses and ranges that are believed when they name the client's address. */
  api: { host: string; port: number; publicUrl: string; trustedProxies: string[] };
  /** Where a worker serves its metrics and its readiness; null: nowhere. */
  workerMetrics: { host: string; port: number } | null;
  demoClock: boolean;
  operatorKey: string | null;
  /** Null when people sign in by password only. */
  oidc: OidcSettings | null;
  logLevel: string;
}

/** Settings that cannot be used. `mistakes` are whole sentences, one for each mistake; none contains a secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly mistakes: string[];

  constructor(mistakes: string[]) {
    super(`The settings cannot be used:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`);
    this.mistakes = mistakes;
  }
}

/** Reads all settings from an environment. Throws one SettingsError that lists every mistake. */
export function parseSettings(env: NodeJS.ProcessEnv): Settings {
  const { value, given, mistakes } = read(environment, env);
  const tls = readTls(env);
  mistakes.push(...tls.mistakes, ...missingForPrint(given), ...missingForSms(given), ...missingForOidc(given));
  if (!value || mistakes.length > 0) throw new SettingsError(mistakes);
  return {
    database: { url: value.DATABASE_URL, poolSize: value.DATABASE_POOL_SIZE },
    importCasesPerSecond: value.IMPORT_CASES_PER_SECOND,
    temporal: {
      address: value.TEMPORAL_ADDRESS,
      namespace: value.TEMPORAL_NAMESPACE,
      // An API key is only ever sent over TLS.
      tls: tls.value ?? (value.TEMPORAL_API_KEY ? {} : null),
      apiKey: value.TEMPORAL_API_KEY,
      taskQueue: value.TEMPORAL_TASK_QUEUE,
      codecKeys: value.TEMPORAL_CODEC_KEYS,
      version: value.RELANCE_BUILD_ID
        ? { deploymentName: value.RELANCE_DEPLOYMENT, buildId: value.RELANCE_BUILD_ID }
        : null,
      uiUrl: value.TEMPORAL_UI_URL,
    },
    email: {
      resendApiKey: value.RESEND_API_KEY,
      resendBaseUrl: value.RESEND_BASE_URL,
      resendWebhookSecrets: value.RESEND_WEBHOOK_SECRET,
      resendPerSecond: value.RESEND_PER_SECOND,
      from: value.EMAIL_FROM,
    },
    print: printSettings(value),
    printWebhooks: printWebhookSettings(value),
    sms: smsSettings(value),
    mailboxUrl: value.MAILBOX_URL,
    mailboxWebhookSecrets: value.MAILBOX_WEBHOOK_SECRET,
    payments: { webhookSecrets: value.PAYMENTS_WEBHOOK_SECRETS },
    api: {
      host: value.API_HOST,
      port: value.API_PORT,
      publicUrl: value.PUBLIC_URL ?? `http://${value.API_HOST}:${value.API_PORT}`,
      trustedProxies: value.TRUSTED_PROXIES,
    },
    workerMetrics: value.WORKER_METRICS_PORT
      ? { host: value.WORKER_METRICS_HOST, port: value.WORKER_METRICS_PORT }
      : null,
    demoClock: value.RELANCE_DEMO_CLOCK,
    operatorKey: value.OPERATOR_KEY,
    oidc: oidcSettings(value),
    logLevel: value.LOG_LEVEL,
  };
}

/** The database's address, for commands that need no other setting. Throws a SettingsError. */
export function parseDatabaseUrl(env: NodeJS.ProcessEnv): string {
  const { value, mistakes } = read(environment.pick({ DATABASE_URL: true }), env);
  if (!value) throw new SettingsError(mistakes);
  return value.DATABASE_URL;
}

/** The settings of this process. When they have mistakes, prints all of them and exits with code 1. */
export function settingsOrExit<Result = Settings>(parse: (env: NodeJS.ProcessEnv) => Result): Result {
  try {
    return parse(process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

function read<Schema extends z.ZodType>(schema: Schema, env: NodeJS.ProcessEnv) {
  // An empty variable counts as absent: that is what `VARIABLE= npm start` means.
  const given = Object.fromEntries(Object.entries(env).filter(([, text]) => text?.trim()));
  const result = schema.safeParse(given);
  const mistakes = result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path[0]?.toString()} ${issue.message}.`);
  return { value: result.data, given, mistakes };
}
