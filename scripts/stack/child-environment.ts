import { DEMO_CREDITOR } from '../../facts/demo/demo-creditor.ts';
import type { Ports } from './ports.ts';
import { databaseUrlOf } from './postgres.ts';
import type { Secrets } from './secrets.ts';

export interface StackSettings {
  dataDir: string;
  ports: Ports;
  secrets: Secrets;
  /** Settings from outside, which take precedence over the stack's own. */
  foreign: Record<string, string>;
}

// The variables of the machine that programs need. No others are passed on: a forgotten RESEND_API_KEY must not reach a
// test.
const fromMachine = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SYSTEMROOT', 'TEMP', 'NODE_EXTRA_CA_CERTS'];

/** The environment of worker, API and mailbox: the settings of config/settings.ts for this stack. */
export function childEnvironment({ dataDir, ports, secrets, foreign }: StackSettings): Record<string, string> {
  const apiUrl = `http://127.0.0.1:${ports.api}`;
  const machine = fromMachine.flatMap((name) => (process.env[name] ? [[name, process.env[name]] as const] : []));
  return {
    ...Object.fromEntries(machine),
    TZ: 'UTC',
    // In production mode React renders a mail in half the time.
    NODE_ENV: 'production',
    RELANCE_DATA: dataDir,
    DATABASE_URL: databaseUrlOf({ port: ports.postgres, password: secrets.postgresPassword }),
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    TEMPORAL_UI_URL: `http://127.0.0.1:${ports.temporalUi}`,
    CODEC_PORT: String(ports.codec),
    CODEC_TOKEN: secrets.codecToken,
    MAILBOX_PORT: String(ports.mailbox),
    MAILBOX_URL: `http://127.0.0.1:${ports.mailbox}`,
    WORKER_METRICS_PORT: String(ports.workerMetrics),
    RELANCE_API_URL: apiUrl,
    API_PORT: String(ports.api),
    PUBLIC_URL: apiUrl,
    RESEND_WEBHOOK_SECRET: secrets.resendWebhookSecret,
    MAILBOX_WEBHOOK_SECRET: secrets.mailboxWebhookSecret,
    PAYMENTS_WEBHOOK_SECRETS: `${DEMO_CREDITOR}:${secrets.paymentsWebhookSecret}`,
    // Only our own server is known to be able to skip time.
    RELANCE_DEMO_CLOCK: String(!foreign['TEMPORAL_ADDRESS']),
    ...foreign,
  };
}
