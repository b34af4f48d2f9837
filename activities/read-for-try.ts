import type { ActivityDeps } from './activity-deps.ts';

/** Thrown when what a try needs could not be read. No provider was called, so nothing can have left. */
export class Unreadable extends Error {}

/** Reads our own data for a try, before the provider is called. Throws `Unreadable` when that fails. */
export async function readForTry<T>({ log }: ActivityDeps, messageId: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (err) {
    log.warn({ err, messageId }, 'a message could not be read, and is not tried');
    throw new Unreadable('the message could not be read');
  }
}
