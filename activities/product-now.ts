import type { ActivityDeps } from './activity-deps.ts';

/**
 * The product's now, for workflows that run for the installation and have no clock of business time of their own: the
 * machine's, plus the demonstration's offset.
 */
export const createProductNow = (deps: ActivityDeps) => async (): Promise<string> => {
  const row = deps.dispatcher.demoClock ? await deps.db.demoClock.findUnique({ where: { id: 1 } }) : null;
  return new Date(Date.now() + (row?.offsetMs ?? 0)).toISOString();
};
