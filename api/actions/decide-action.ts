import type { RefusalCode } from '../../domain/refusal-codes.ts';
import type { ActionRow } from '../../facts/actions/action-row.ts';
import type { DecisionArgs } from '../../facts/decisions/decision.ts';
import { isAboutMessage } from '../../facts/decisions/judge-about-message.ts';
import { judgeDirectly } from '../../facts/decisions/judge-directly.ts';
import { movesNoCase } from '../../facts/decisions/moves-no-case.ts';
import type { DecisionName, Verdict } from '../../workflows/messages.ts';
import { type Answer, ok } from '../frame/answer.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { carryOutFact, factContext } from '../frame/fact-answer.ts';
import { readActionBody } from './find-action.ts';
import { refusedBy, takeDecision } from './take-decision.ts';

/**
 * Takes a person's decision about an action. The workflow of its first invoice returns the verdict, or that of the next
 * invoice if the first has just been closed. An action without invoices, or one that moves no case, is judged directly
 * under the lock.
 */
export async function decideAction(
  request: EndpointRequest,
  row: ActionRow,
  name: DecisionName,
  args: DecisionArgs,
): Promise<Verdict> {
  const [first, ...others] =
    isAboutMessage(row) || movesNoCase(row) ? [] : row.invoices.map(({ invoiceId }) => invoiceId);
  if (first) {
    const settled = settledVerdict(row);
    // With an Idempotency-Key this may be a repeat, whose verdict is the first one: ask the workflow.
    if (settled && request.requestKey === null) return settled;
    const ask = (invoiceId: string) => takeDecision(request, { name, actionId: row.id, invoiceId, args });
    let verdict = await ask(first);
    while (!verdict.accepted && verdict.code === 'case_closed' && others.length > 0)
      verdict = await ask(others.shift()!);
    return verdict;
  }
  const judged = await judgeDirectly(request.context.db, factContext(request), name, row.id, args);
  await carryOutFact(request, judged);
  return judged.verdict;
}

/** Takes a decision about an action and answers with the action as it is afterwards; a refused decision is a 409. */
export async function answerDecision(
  request: EndpointRequest,
  row: ActionRow,
  name: DecisionName,
  args: DecisionArgs,
): Promise<Answer> {
  const verdict = await decideAction(request, row, name, args);
  if (!verdict.accepted) throw refusedBy(verdict);
  const body = await readActionBody(request, row.id);
  return ok({ ...body, message_id: verdict.messageId ?? body.message_id });
}

/** The refusal for an action that is done or withdrawn, which no workflow has to be asked for; null for an open action. */
function settledVerdict(row: ActionRow): Verdict | null {
  const refused = (code: RefusalCode, detail: string): Verdict => ({ accepted: false, code, detail, messageId: null });
  if (row.state === 'done') return refused('already_done', 'This action is done already.');
  return row.state === 'open' ? null : refused('withdrawn', 'This action was withdrawn or skipped.');
}
