/**
 * Does nothing, at the provider's pace: its task queue starts so many of these in a second, for all workers together. A
 * message is not handed over before its turn, so a fact that arrives while it queues is not too late.
 */
export const createTakeTurn = () => (): Promise<void> => Promise.resolve();
