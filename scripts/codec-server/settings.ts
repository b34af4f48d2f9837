import { z } from 'zod';
import { type CodecKey, codecKeys } from '../../config/codec-keys.ts';
import { missing } from '../../config/missing.ts';

export interface CodecServerSettings {
  keys: CodecKey[];
  /** The secret that a client sends as `Authorization: Bearer …`, or as the first part of the path. */
  token: string;
  host: string;
  port: number;
  /** The origins of the Temporal UI, from which a browser may send requests. */
  origins: string[];
}

const LOOPBACK = ['127.0.0.1', 'localhost'];

const TOKEN = 'at least 24 letters, digits, - or _';

const environment = z.object({
  TEMPORAL_CODEC_KEYS: codecKeys,
  CODEC_TOKEN: z.string(missing(TOKEN)).regex(/^[A-Za-z0-9_-]{24,}$/, `must be ${TOKEN}`),
  CODEC_HOST: z.string().default('127.0.0.1'),
  CODEC_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number')
    .default('8234')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be at most 65535'),
  TEMPORAL_UI_URL: z
    .url({ protocol: /^https?$/, message: 'must be an address like https://temporal.example.org' })
    .default('http://127.0.0.1:8233'),
});

/** Reads the codec server's settings, or throws one error that lists every mistake, without repeating a secret. */
export function codecServerSettings(env: NodeJS.ProcessEnv): CodecServerSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, text]) => text?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map(({ path, message }) => `  - ${path.join('.')} ${message}.`);
    throw new Error(`The codec server cannot start, its settings are wrong:\n${mistakes.join('\n')}`);
  }
  const { TEMPORAL_CODEC_KEYS, CODEC_TOKEN, CODEC_HOST, CODEC_PORT, TEMPORAL_UI_URL } = parsed.data;
  return {
    keys: TEMPORAL_CODEC_KEYS,
    token: CODEC_TOKEN,
    host: CODEC_HOST,
    port: CODEC_PORT,
    origins: originsOf(new URL(TEMPORAL_UI_URL)),
  };
}

/** A UI on this machine may be opened under any of the machine's loopback names. */
function originsOf(ui: URL): string[] {
  if (!LOOPBACK.includes(ui.hostname)) return [ui.origin];
  return LOOPBACK.map((hostname) => `${ui.protocol}//${hostname}${ui.port ? `:${ui.port}` : ''}`);
}
