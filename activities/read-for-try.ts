import type { ActivityDeps } from './activity-deps.ts';

/** What a try needs could not be read: no provider was asked for anything, so that nothing can have left. */
export class Unreadable extends Error {}

/** Reads what a try needs of our own, before the provider is called. What fails here fails as `Unreadable`. */
export async function readForTry<T>({ log }: ActivityDeps, messageId: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (err) {
    log.warn({ err, messageId }, 'a message could not be read, and is not tried');
    throw new Unreadable('the message could not be read');
  }
}
