import { resolve } from 'node:path';
import { parseSettings, SettingsError } from '../../config/settings.ts';
import { isLoopback } from '../../config/own-hosts.ts';
import { environment } from '../../config/environment.ts';
import type { StackOptions } from '../stack.ts';
import { choosePorts, type Ports, portVariables } from '../stack/ports.ts';
import { StackError } from '../stack/stack-error.ts';

type StartOptions = Pick<StackOptions, 'dataDir' | 'ports' | 'demoData' | 'env'>;

// The variables that the stack sets itself: the addresses of its parts.
const own = new Set(['API_PORT', 'PUBLIC_URL', 'MAILBOX_URL']);
const tlsFiles = ['TEMPORAL_TLS', 'TEMPORAL_TLS_CERT_PATH', 'TEMPORAL_TLS_KEY_PATH', 'TEMPORAL_TLS_CA_PATH'];
const ofTemporal = [...tlsFiles, 'TEMPORAL_NAMESPACE', 'TEMPORAL_API_KEY', 'TEMPORAL_UI_URL'];

/**
 * What the environment of `npm start` asks for, and notes to print first. Throws a StackError that lists every mistake in
 * it.
 */
export async function readStartOptions(env: NodeJS.ProcessEnv): Promise<{ stack: StartOptions; notes: string[] }> {
  const mistakes: string[] = [];
  const ports = await readPorts(env, mistakes);
  const demoData = env['RELANCE_DEMO_DATA']?.trim() || 'portfolio';
  if (demoData !== 'portfolio' && demoData !== 'none') mistakes.push('RELANCE_DEMO_DATA must be portfolio or none.');
  const foreign = readForeign(env);
  try {
    // Local parts replace what is not set, so only invalid values are reported.
    parseSettings({ DATABASE_URL: 'postgresql://local', TEMPORAL_ADDRESS: 'local:1', ...foreign });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    mistakes.push(...error.mistakes);
  }
  if (mistakes.length > 0)
    throw new StackError(`The settings cannot be used:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`);
  const dataDir = resolve(env['RELANCE_DATA']?.trim() || '.data');
  return {
    stack: { dataDir, ports, demoData: demoData as 'portfolio' | 'none', env: foreign },
    notes: notesOn(foreign),
  };
}

async function readPorts(env: NodeJS.ProcessEnv, mistakes: string[]): Promise<Ports> {
  const choice = env['RELANCE_PORTS']?.trim();
  if (choice && choice !== 'auto') mistakes.push('RELANCE_PORTS must be auto, or be left away.');
  const named: Partial<Ports> = {};
  for (const [name, variable] of Object.entries(portVariables) as [keyof Ports, string][]) {
    const text = env[variable]?.trim();
    if (!text) continue;
    const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    if (port >= 1 && port <= 65_535) named[name] = port;
    else mistakes.push(`${variable} must be a whole number from 1 to 65535.`);
  }
  const ports = await choosePorts(named, choice === 'auto' ? 'free' : 'usual');
  const twice = Object.values(ports).filter((port, index, all) => all.indexOf(port) !== index);
  for (const port of new Set(twice)) {
    const names = Object.entries(portVariables).filter(([name]) => ports[name as keyof Ports] === port);
    mistakes.push(`${names.map(([, variable]) => variable).join(' and ')} are both ${port}: give each its own.`);
  }
  return ports;
}

function readForeign(env: NodeJS.ProcessEnv): Record<string, string> {
  // The other Temporal settings mean nothing without a server's address.
  const unused = env['TEMPORAL_ADDRESS']?.trim() ? [] : ofTemporal;
  const names = [...Object.keys(environment.shape), ...tlsFiles].filter(
    (name) => !own.has(name) && !unused.includes(name),
  );
  return Object.fromEntries(names.flatMap((name) => (env[name]?.trim() ? [[name, env[name]]] : [])));
}

function notesOn(foreign: Record<string, string>): string[] {
  const notes: string[] = [];
  if (foreign['DATABASE_URL'])
    notes.push('DATABASE_URL is set: that database is used, and no local Postgres is started.');
  if (foreign['TEMPORAL_ADDRESS']) {
    notes.push(
      `TEMPORAL_ADDRESS is set: ${foreign['TEMPORAL_ADDRESS']} is used, and no local Temporal server is started.`,
    );
  }
  const played = ['PRINT_PROVIDER', 'SMS_PROVIDER'].filter((name) => foreign[name] === 'mailbox');
  if (played.length > 0)
    notes.push(
      `${played.join(' and ')}: the local mailbox stands in for the provider, and nothing is printed or sent.`,
    );
  const host = foreign['API_HOST'];
  if (host && !isLoopback(host))
    notes.push(`API_HOST is ${host}: whoever reaches this machine signs in to the demonstration without a password.`);
  return notes;
}
