import type { ActivityDeps } from './activity-deps.ts';

/**
 * The product's now (the machine's clock plus the demonstration's offset), for workflows of the whole installation that
 * have no business clock of their own.
 */
export const createProductNow = (deps: ActivityDeps) => async (): Promise<string> => {
  const row = deps.dispatcher.demoClock ? await deps.db.demoClock.findUnique({ where: { id: 1 } }) : null;
  return new Date(Date.now() + (row?.offsetMs ?? 0)).toISOString();
};
