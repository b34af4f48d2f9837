import { WorkflowNotFoundError } from '@temporalio/client';
import { ASKED_AGAIN } from '../domain/actions/why-withdrawn.ts';
import { isMessage } from '../domain/ladder/step.ts';
import { isOfCustomer } from '../facts/actions/of-customer.ts';
import type { Database } from '../prisma/client.ts';
import { specificActionWorkflowId } from '../workflows/ids.ts';
import { specificActionSignal, type SpecificActionInput } from '../workflows/messages.ts';
import { type Dispatcher, startExecution } from './dispatcher.ts';

/**
 * Tells the workflows of specific actions that something about them or their invoices has changed; starts the workflow
 * of an automatic action that is still to leave and has none. An action that a person does needs no workflow; when an
 * automatic action became one, its workflow is told once and ends.
 */
export async function tellSpecificActions(
  db: Database,
  dispatcher: Dispatcher,
  actionIds: readonly string[],
  at: Date,
): Promise<void> {
  const tellThem = await specificActionsTeller(db, dispatcher, actionIds, at);
  await tellThem(actionIds);
}

/**
 * Returns a function that does what `tellSpecificActions` does for some of `actionIds` at a time; each action is told
 * once, however often it is asked for.
 */
export async function specificActionsTeller(
  db: Database,
  dispatcher: Dispatcher,
  actionIds: readonly string[],
  at: Date,
): Promise<(some: readonly string[]) => Promise<void>> {
  const actions = new Map((await automaticActions(db, actionIds)).map((action) => [action.id, action]));
  const told = new Map<string, Promise<void>>();
  const tellOnce = (action: AutomaticAction): Promise<void> => {
    const telling = told.get(action.id) ?? tellOne(dispatcher, action, at);
    told.set(action.id, telling);
    return telling;
  };
  return async (some) => {
    for (const id of some) {
      const action = actions.get(id);
      if (action) await tellOnce(action);
    }
  };
}

async function tellOne(dispatcher: Dispatcher, action: AutomaticAction, at: Date): Promise<void> {
  if (isToLeave(action)) await start(dispatcher, action, at);
  try {
    await dispatcher.client.workflow.getHandle(workflowIdOf(action)).signal(specificActionSignal);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    // The workflow ended between the two calls; a new one looks at what it had not heard.
    if (isToLeave(action)) await start(dispatcher, action, at);
  }
}

/** Starts the workflows of those automatic actions that are still to leave; running ones are left alone. */
export async function startSpecificActions(
  db: Database,
  dispatcher: Dispatcher,
  actionIds: readonly string[],
  at: Date,
): Promise<void> {
  const actions = await automaticActions(db, actionIds);
  for (const action of actions.filter(isToLeave)) await start(dispatcher, action, at);
}

async function automaticActions(db: Database, actionIds: readonly string[]) {
  if (actionIds.length === 0) return [];
  const actions = await db.action.findMany({
    where: { id: { in: [...new Set(actionIds)] }, OR: [{ mode: 'automatic' }, { reason: { in: [...ASKED_AGAIN] } }] },
    include: { customer: { select: { creditor: { select: { slug: true } } } } },
    orderBy: { id: 'asc' },
  });
  return actions.filter(isOfCustomer).filter((action) => isMessage(action.kind));
}

type AutomaticAction = Awaited<ReturnType<typeof automaticActions>>[number];

const isToLeave = ({ mode, state, messageId }: AutomaticAction): boolean =>
  mode === 'automatic' && state === 'open' && messageId === null;

const workflowIdOf = ({ id, customer }: AutomaticAction): string =>
  specificActionWorkflowId(customer.creditor.slug, id);

async function start(dispatcher: Dispatcher, action: AutomaticAction, at: Date): Promise<void> {
  const input: SpecificActionInput = { creditorId: action.creditorId, actionId: action.id };
  const summary = `Action · ${action.kind}`;
  await startExecution(dispatcher, { workflowId: workflowIdOf(action), type: 'specificAction', input, at, summary });
}
