import type { RunRefusalCode } from '../../domain/messages/run-refusals.ts';
import type { RefusalCode } from '../../domain/refusal-codes.ts';
import { stoppingHold } from '../../domain/messages/stopping-holds.ts';
import type { PlannedNextStep } from '../../domain/ladder/plan.ts';
import { levelTurn } from '../../domain/ladder/level-turn.ts';
import { planNextStep } from '../../domain/ladder/plan-next-step.ts';
import type { LetterKind, Run } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { localDayAt } from '../business-calendar.ts';
import { refuseUnderWay } from '../messages/by-hand/prepare-reminder.ts';
import type { FactContext } from '../outcome.ts';
import { type CaseForPlan, loadCaseForPlan } from '../plan/load-case.ts';
import { planInput } from '../plan/plan-input.ts';
import { caseClosed, conflict } from '../refused.ts';

/** What a run asks for: the same for each of its invoices. */
export type RunAsked = Pick<Run, 'level' | 'mode'>;

/** An invoice that the run may remind: its next step, and the kind of letter. */
export interface RunStep {
  row: CaseForPlan;
  step: PlannedNextStep['step'];
  letterKind: LetterKind | null;
}

/**
 * Reads a case under the lock and refuses what a run may not send: a case that is closed, held in any way, asks for
 * attention or has a message on its way, and any level except the one whose turn has come. A run has no override: a
 * person with a reason sends by hand.
 */
export async function judgeInvoice(
  tx: Transaction,
  context: FactContext,
  run: RunAsked,
  invoiceId: string,
): Promise<RunStep> {
  const row = await loadCaseForPlan(tx, invoiceId);
  refuseStopped(row);
  await refuseUnderWay(tx, invoiceId);
  const plan = planNextStep(await planInput(tx, row, context.at, { connectors: null }));
  const todayOn = localDayAt(row.customer.creditor, context.at);
  if (plan.kind === 'exhausted') throw leftOut('wrong_level', 'Every level of this invoice is done.');
  const { step, turnOn } = plan;
  if (step.level !== run.level) throw leftOut('wrong_level', `The next level of this invoice is R${step.level}.`);
  const progress = row.stepRecords.filter((record) => record.cycle === row.cycle);
  if (levelTurn(step, progress) === null)
    throw leftOut('wrong_level', `R${step.level} of this invoice is done: a call, a task or an SMS comes next.`);
  if (turnOn > todayOn) throw leftOut('wrong_level', `R${step.level} of this invoice is due on ${turnOn} only.`);
  return { row, step, letterKind: letterKindOf(run, step) };
}

const leftOut = (code: RunRefusalCode & RefusalCode, detail: string) => conflict(code, detail);

function refuseStopped(row: CaseForPlan): void {
  if (row.kind === 'credit_note') throw leftOut('not_an_invoice', 'A credit note is not chased.');
  if (row.closedAs === 'paid') throw leftOut('paid', 'This invoice is paid.');
  if (row.closedAs) throw caseClosed();
  const hold = stoppingHold('run', [...row.holds, ...row.customer.holds]);
  if (hold) throw leftOut('held', `The invoice is held: ${hold}.`);
  if (row.attentionCode) throw leftOut('needs_attention', `A person has to look at it first: ${row.attentionCode}.`);
}

/** How the letter travels; null for a mail. Refuses to mail a level that must be a registered letter. */
function letterKindOf({ mode }: RunAsked, step: RunStep['step']): LetterKind | null {
  const ofStep = step.kind === 'letter' ? (step.letterKind ?? 'simple') : null;
  const mustBeRegistered = ofStep === 'registered' || ofStep === 'lre_qualified';
  if (mode === 'email') {
    if (mustBeRegistered) throw leftOut('registered_required', 'This level is a registered letter.');
    return null;
  }
  return ofStep ?? 'simple';
}
