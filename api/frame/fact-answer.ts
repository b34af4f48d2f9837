import type { AfterCommit, FactContext, FactOutcome, HandedOver, Telling } from '../../facts/outcome.ts';
import { carryOut } from '../../temporal/carry-out.ts';
import { connectorsOf } from './connectors.ts';
import { type Answer, created, ok } from './answer.ts';
import type { EndpointRequest } from './endpoint.ts';
import { storedNotTold } from './problem.ts';
import { type Reconciled, startReconciliation } from './reconcile-now.ts';

/** How long Temporal may take to accept the signals, in milliseconds, before the answer is a 503. */
const TELL_MS = 5_000;
/** At most this many cases are told before the answer; telling all the cases of a large customer would take too long. */
const MOST_TOLD = 200;

/** The context that a fact of this request is stored with. */
export function factContext(request: EndpointRequest): FactContext {
  const { auth, at, requestKey } = request;
  const connectors = connectorsOf(request);
  const key = requestKey === null ? {} : { requestKey };
  return { creditorId: auth.creditorId, at, actor: auth.actor, keyId: auth.keyId, connectors, ...key };
}

/**
 * Tells the workflows a stored fact, then answers: 200 when it had been stored before or has no `location`, otherwise
 * 201. 503 `stored_not_told` when Temporal does not accept it: the fact is in force, and the workflows are told
 * later.
 */
export async function answerFact<Stored>(
  request: EndpointRequest,
  outcome: FactOutcome<Stored>,
  toBody: (answer: Stored, handedOver: HandedOver[]) => unknown,
  location?: (answer: Stored) => string,
): Promise<Answer> {
  await carryOutFact(request, outcome);
  const body = toBody(outcome.answer, outcome.handedOver);
  return outcome.replayed || !location ? ok(body) : created(location(outcome.answer), body);
}

/**
 * Carries out what follows a stored fact or decision, after `first`. At most 200 cases are told before the answer, beginning
 * with those that the fact is about, which come before the customer's others. A reconciliation is started at once and tells
 * the rest. Throws a 503 `stored_not_told` when Temporal does not accept it.
 */
export async function carryOutFact(
  request: EndpointRequest,
  after: AfterCommit,
  first?: () => Promise<void>,
): Promise<void> {
  const { context, at } = request;
  const { tellings } = after;
  await told(request, async () => {
    await first?.();
    await carryOut(context, { ...after, tellings: tellings.slice(0, MOST_TOLD) }, at);
    if (tellings.length > MOST_TOLD) {
      const creditor = await creditorOf(request, tellings);
      await startReconciliation(context.dispatcher, creditor, at, 'One fact about many cases');
    }
  });
}

/** Reads the creditor from the cases, because on a webhook's route the caller has none. */
async function creditorOf({ context }: EndpointRequest, tellings: readonly Telling[]): Promise<Reconciled> {
  const { creditorId, customer } = await context.db.invoice.findFirstOrThrow({
    where: { id: { in: tellings.map(({ invoiceId }) => invoiceId) } },
    select: { creditorId: true, customer: { select: { creditor: { select: { slug: true } } } } },
  });
  return { creditorId, slug: customer.creditor.slug };
}

/** Runs `speak`, which tells Temporal about a stored fact; any failure becomes a 503 `stored_not_told`. */
export async function told<Result>(request: EndpointRequest, speak: () => Promise<Result>): Promise<Result> {
  const { client } = request.context.dispatcher;
  try {
    return await client.withDeadline(Date.now() + TELL_MS, speak);
  } catch (error) {
    throw storedNotTold(error);
  }
}
