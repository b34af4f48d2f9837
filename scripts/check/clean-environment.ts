import { environment } from '../../config/environment.ts';

// All settings of the processes by name, and the other variables that parts of the stack read.
const named = new Set(Object.keys(environment.shape));
const ofTheStack = /^(TEMPORAL_|MAILBOX_|CODEC_|API_|POSTGRES_|RELANCE_)/;
const kept = new Set(['RELANCE_CACHE', 'RELANCE_TEST_DATA']);

/** The environment without any of our settings, so that no check can reach a real database or provider by accident. */
export function cleanEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isOurs = (name: string) => named.has(name) || ofTheStack.test(name);
  return Object.fromEntries(Object.entries(env).filter(([name]) => kept.has(name) || !isOurs(name)));
}
