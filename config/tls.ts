import { readFileSync } from 'node:fs';

interface Tls {
  cert?: Buffer;
  key?: Buffer;
  ca?: Buffer;
}

const files = { cert: 'TEMPORAL_TLS_CERT_PATH', key: 'TEMPORAL_TLS_KEY_PATH', ca: 'TEMPORAL_TLS_CA_PATH' } as const;

/**
 * The TLS settings for Temporal; `value` is null when TLS is not used. Any of the three files, or TEMPORAL_TLS=true, turns
 * it on. `mistakes` are whole sentences.
 */
export function readTls(env: NodeJS.ProcessEnv): { value: Tls | null; mistakes: string[] } {
  const mistakes: string[] = [];
  const tls: Tls = {};
  for (const [part, variable] of Object.entries(files) as [keyof Tls, string][]) {
    const path = env[variable]?.trim();
    if (!path) continue;
    try {
      tls[part] = readFileSync(path);
    } catch {
      mistakes.push(`${variable} names a file that cannot be read (${path}).`);
    }
  }
  const isSet = (variable: string) => Boolean(env[variable]?.trim());
  if (isSet(files.cert) !== isSet(files.key)) {
    const [there, absent] = isSet(files.cert) ? [files.cert, files.key] : [files.key, files.cert];
    mistakes.push(`${absent} is missing: ${there} is set, and a certificate is of no use without its key.`);
  }
  const flag = env['TEMPORAL_TLS']?.trim().toLowerCase() ?? '';
  if (!['', 'true', 'false', '1', '0'].includes(flag)) mistakes.push('TEMPORAL_TLS must be true or false.');
  const hasFile = Object.values(files).some(isSet);
  if (hasFile && ['false', '0'].includes(flag))
    mistakes.push('TEMPORAL_TLS is false although a file for TLS is set: remove one of them.');
  const isWanted = hasFile || flag === 'true' || flag === '1';
  return { value: isWanted ? tls : null, mistakes };
}
