import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from './stack-error.ts';

/** The API keys of the demonstration, by role. */
export interface DemoKeys {
  operator: string;
  admin: string;
  supervisor: string;
  collector: string;
  payments: string;
}

/** The secrets of a data folder's stack: created once at random, the same after restarts. */
export interface Secrets {
  keys: DemoKeys;
  paymentsWebhookSecret: string;
  resendWebhookSecret: string;
  mailboxWebhookSecret: string;
  postgresPassword: string;
  /** The token that the codec server requires. */
  codecToken: string;
}

/** Reads the secrets of a data folder, or creates them there, readable by this user only. */
export function secretsOf(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return readSecrets(file);
  const secrets = newSecrets();
  writeSecrets(file, secrets);
  return secrets;
}

const newSecrets = (): Secrets => ({
  keys: { operator: newKey(), admin: newKey(), supervisor: newKey(), collector: newKey(), payments: newKey() },
  paymentsWebhookSecret: newWebhookSecret(),
  resendWebhookSecret: newWebhookSecret(),
  mailboxWebhookSecret: newWebhookSecret(),
  postgresPassword: randomBytes(18).toString('hex'),
  codecToken: randomBytes(24).toString('base64url'),
});

function writeSecrets(file: string, secrets: Secrets): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

const newKey = () => `rel_${randomBytes(24).toString('base64url')}`;
const newWebhookSecret = () => `whsec_${randomBytes(24).toString('base64')}`;

function readSecrets(file: string): Secrets {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
    const secrets = { ...newSecrets(), ...kept };
    // A folder of an older release lacks the newer secrets.
    if (Object.keys(kept).length < Object.keys(secrets).length) writeSecrets(file, secrets);
    return secrets;
  } catch {
    throw new StackError(
      `${file} cannot be read: remove the data folder to begin anew, or set RELANCE_DATA to another one.`,
    );
  }
}
