import type { FactContext, FactOutcome, HandedOver } from '../../facts/outcome.ts';
import { tell } from '../../temporal/tell.ts';
import { connectorsOf } from './connectors.ts';
import { type Answer, created, ok } from './answer.ts';
import type { EndpointRequest } from './endpoint.ts';
import { storedNotTold } from './problem.ts';

/** How long Temporal has to take what it is told, before the answer is 503. */
const TELL_MS = 5_000;

/** What a fact of this request is stored with. */
export function factContext(request: EndpointRequest): FactContext {
  const { auth, at, context } = request;
  const connectors = connectorsOf(context.settings);
  return { creditorId: auth.creditorId, at, actor: auth.actor, keyId: auth.keyId, connectors };
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
  const { db, dispatcher } = request.context;
  await told(request, () => tell(db, dispatcher, outcome.tellings, request.at));
  const body = toBody(outcome.answer, outcome.handedOver);
  return outcome.replayed || !location ? ok(body) : created(location(outcome.answer), body);
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
