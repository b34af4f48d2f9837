import { recalculatePage, type Recalculated } from '../facts/groups/recalculate.ts';
import type { FactContext } from '../facts/outcome.ts';
import { tell } from '../temporal/tell.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Calculates the groups of one page of customers and signals the cases whose plan this changes. */
export const createRecalculateGroups =
  (deps: ActivityDeps) =>
  async (call: { creditorId: string; at: string; after: string | null }): Promise<Recalculated> => {
    const at = new Date(call.at);
    const context: FactContext = { creditorId: call.creditorId, at, actor: { kind: 'system', name: 'Relance' } };
    return recalculatePage(deps.db, context, call.after, (tellings) => tell(deps.db, deps.dispatcher, tellings, at));
  };
