import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { StackError } from './stack-error.ts';

/** TCP ports on 127.0.0.1. */
export interface Ports {
  api: number;
  mailbox: number;
  postgres: number;
  temporal: number;
  temporalUi: number;
  codec: number;
  workerMetrics: number;
}

/** The environment's name for each port. */
export const portVariables: Record<keyof Ports, string> = {
  api: 'API_PORT',
  mailbox: 'MAILBOX_PORT',
  postgres: 'POSTGRES_PORT',
  temporal: 'TEMPORAL_PORT',
  temporalUi: 'TEMPORAL_UI_PORT',
  codec: 'CODEC_PORT',
  workerMetrics: 'WORKER_METRICS_PORT',
};

const defaultPorts: Ports = {
  api: 3000,
  mailbox: 8025,
  postgres: 5433,
  temporal: 7233,
  temporalUi: 8233,
  codec: 8234,
  workerMetrics: 9464,
};

const portNames = Object.keys(portVariables) as (keyof Ports)[];

/** Free ports, below the range that the system uses for outgoing connections, so that no connection takes one meanwhile. */
export async function freePorts(): Promise<Ports> {
  const ports: Partial<Ports> = {};
  for (const name of portNames) {
    do ports[name] = randomInt(15_000, 32_000);
    while (!(await isFree(ports[name])) || portNames.some((other) => other !== name && ports[other] === ports[name]));
  }
  return ports as Ports;
}

/** Ports that no person or program uses directly: when another stack has them, free ones are used instead. */
const GIVE_WAY = ['codec', 'workerMetrics'] as const;

/**
 * The named ports unchanged. The others are free ports, or the usual ones, with those that no person uses replaced when
 * taken.
 */
export async function choosePorts(named: Partial<Ports>, others: 'free' | 'usual'): Promise<Ports> {
  if (others === 'free') return { ...(await freePorts()), ...named };
  const ports = { ...defaultPorts, ...named };
  for (const name of GIVE_WAY) {
    if (named[name] !== undefined || (await isFree(ports[name]))) continue;
    const [free = ports[name]] = await takeFreePorts(1, Object.values(ports));
    ports[name] = free;
  }
  return ports;
}

/** This many more free ports, none of them among `taken`. */
export async function takeFreePorts(count: number, taken: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  while (found.length < count) {
    const port = randomInt(15_000, 32_000);
    if (!taken.includes(port) && !found.includes(port) && (await isFree(port))) found.push(port);
  }
  return found;
}

/** Throws a StackError that names every port of `needed` that is taken, and its variable. */
export async function requireFreePorts(ports: Ports, needed: (keyof Ports)[]): Promise<void> {
  const sentences: string[] = [];
  for (const name of needed) {
    if (await isFree(ports[name])) continue;
    const variable = portVariables[name];
    sentences.push(
      `Port ${ports[name]} is taken: stop the program that uses it, or choose another with ${variable}=${ports[name] + 1}.`,
    );
  }
  if (sentences.length > 0) throw new StackError([...sentences, '(RELANCE_PORTS=auto takes free ports.)'].join('\n'));
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

const portsOfPart: Record<string, (keyof Ports)[]> = {
  postgres: ['postgres'],
  temporal: ['temporal', 'temporalUi'],
  codec: ['codec'],
  mailbox: ['mailbox'],
  worker: ['workerMetrics'],
  api: ['api'],
};

/** The ports that these parts of the stack listen on. */
export const portsOf = (parts: string[]): (keyof Ports)[] => parts.flatMap((part) => portsOfPart[part] ?? []);
