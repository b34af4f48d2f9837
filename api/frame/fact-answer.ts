import type { FactContext, FactOutcome, HandedOver, Telling } from '../../facts/outcome.ts';
import { tell } from '../../temporal/tell.ts';
import { connectorsOf } from './connectors.ts';
import { type Answer, created, ok } from './answer.ts';
import type { EndpointRequest } from './endpoint.ts';
import { storedNotTold } from './problem.ts';
import { reconcileNow } from './reconcile-now.ts';

/** How long Temporal has to take what it is told, before the answer is 503. */
const TELL_MS = 5_000;
/** So many cases are told before the answer. Of the others, of a customer with thousands, it would come too late. */
const MOST_TOLD = 200;

/** What a fact of this request is stored with. */
export function factContext(request: EndpointRequest): FactContext {
  const { auth, at, requestKey } = request;
  const connectors = connectorsOf(request);
  const key = requestKey === null ? {} : { requestKey };
  return { creditorId: auth.creditorId, at, actor: auth.actor, keyId: auth.keyId, connectors, ...key };
}

/**
 * Tells the workflows a stored fact, then answers: 200 when it had been stored before, or without a `location`, else 201.
 * 503 `stored_not_told` when Temporal does not take it: it is in force, and told later.
 */
export async function answerFact<Stored>(
  request: EndpointRequest,
  outcome: FactOutcome<Stored>,
  toBody: (answer: Stored, handedOver: HandedOver[]) => unknown,
  location?: (answer: Stored) => string,
): Promise<Answer> {
  await told(request, () => tellFact(request, outcome.tellings));
  const body = toBody(outcome.answer, outcome.handedOver);
  return outcome.replayed || !location ? ok(body) : created(location(outcome.answer), body);
}

/**
 * Tells the cases of a stored fact, those that it is about first: facts name them before the customer's others. What is too much
 * for one answer the reconciliation tells, which is started at once.
 */
export async function tellFact(request: EndpointRequest, tellings: readonly Telling[]): Promise<void> {
  const { db, dispatcher } = request.context;
  await tell(db, dispatcher, tellings.slice(0, MOST_TOLD), request.at);
  if (tellings.length > MOST_TOLD) await reconcileNow(request, 'One fact about many cases');
}

/** Runs what speaks to Temporal about a stored fact; whatever goes wrong there is 503 `stored_not_told`. */
export async function told<Result>(request: EndpointRequest, speak: () => Promise<Result>): Promise<Result> {
  const { client } = request.context.dispatcher;
  try {
    return await client.withDeadline(Date.now() + TELL_MS, speak);
  } catch (error) {
    throw storedNotTold(error);
  }
}
