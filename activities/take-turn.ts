/**
 * Does nothing, at the provider's pace: its task queue lets so many begin in a second, for all workers together. Before its
 * turn a message is not handed over, so a fact that comes while it queues is not too late.
 */
export const createTakeTurn = () => (): Promise<void> => Promise.resolve();
