import { sha256 } from '../../facts/content-hash.ts';
import { askDecision } from '../../facts/decisions/ask-decision.ts';
import type { DecisionArgs } from '../../facts/decisions/decision.ts';
import { decide } from '../../temporal/decide.ts';
import { startCase } from '../../temporal/tell.ts';
import { invoiceWorkflowId } from '../../workflows/ids.ts';
import type { DecisionName, Verdict } from '../../workflows/messages.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { conflicting, type Problem } from '../frame/problem.ts';

export interface DecisionAsked {
  name: DecisionName;
  actionId: string | null;
  invoiceId: string;
  args: DecisionArgs;
}

/**
 * Stores a decision and returns the verdict of the invoice's workflow. Throws NoVerdict (503) when no worker answers within
 * 10 s; a repeat with the same Idempotency-Key gets the verdict later.
 */
export async function takeDecision(request: EndpointRequest, asked: DecisionAsked): Promise<Verdict> {
  const { db, dispatcher } = request.context;
  const decision = await askDecision(db, factContext(request), { ...asked, id: decisionIdOf(request, asked) });
  if (decision.verdict) return decision.verdict;
  const workflowId = invoiceWorkflowId(request.auth.slug, asked.invoiceId);
  const verdict = await decide(dispatcher, workflowId, asked.name, decision.id);
  if (verdict.accepted || verdict.code !== 'case_closed') return verdict;
  const invoice = await db.invoice.findUniqueOrThrow({ where: { id: asked.invoiceId }, select: { closedAs: true } });
  if (invoice.closedAs) return verdict;
  // The invoice was stored while Temporal was unavailable: its workflow has not been started yet.
  await startCase(db, dispatcher, asked.invoiceId, request.at);
  return decide(dispatcher, workflowId, asked.name, decision.id);
}

/** A 409 with the code and detail of the verdict. */
export function refusedBy(verdict: Verdict): Problem {
  return conflicting(verdict.code ?? 'refused', verdict.detail ?? 'The workflow refused it.');
}

function decisionIdOf({ requestKey }: EndpointRequest, { name, actionId, invoiceId }: DecisionAsked): string | null {
  if (requestKey === null) return null;
  const parts = [requestKey, name, actionId ?? invoiceId];
  return sha256(JSON.stringify(parts));
}
