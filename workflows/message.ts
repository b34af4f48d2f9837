import { ActivityFailure, condition, setCurrentDetails, setHandler, TimeoutFailure } from '@temporalio/workflow';
import { afterTry, isPastTrying, type Tries, type TryOutcome } from '../domain/messages/tries.ts';
import { patient, singleTry } from './activity-options.ts';
import { msBetween, workflowNow } from './instants.ts';
import { type MessageInput, outcomeSettledSignal } from './messages.ts';

type Settled = { outcome: 'sent' | 'not_sent'; at: string };

/**
 * One thing that leaves, from its reservation to its outcome (DESIGN §5). It alone renders, hands over, tries and records;
 * the invoices are told the outcome and its instant.
 */
export async function message(input: MessageInput): Promise<{ outcome: string }> {
  let settled: Settled | null = null;
  setHandler(outcomeSettledSignal, (news) => {
    settled ??= news;
  });
  const isSettled = () => settled !== null;

  const rendered = await patient.renderMessage({ ...input, at: workflowNow() });
  if (rendered.kind === 'over') return { outcome: rendered.status };
  if (rendered.kind === 'waits_for_person') {
    // Whoever posts it, or whatever takes it back, settles it under the lock: there is nothing left to wait for here.
    setCurrentDetails('La lettre est faite ; une personne l’imprime et la poste.');
    return { outcome: 'waits_for_person' };
  }

  let tries: Tries = { count: 0, unknownSinceAt: null };
  while (!isSettled()) {
    const handOver = await patient.handOver({ ...input, at: workflowNow(), unknown: tries.unknownSinceAt !== null });
    if (handOver.kind === 'cancelled') return { outcome: 'cancelled' };
    if (handOver.kind === 'ambiguous' || isPastTrying(tries, workflowNow())) break;
    const triedAt = workflowNow();
    const next = afterTry(tries, await tryOnce(input), triedAt);
    if (next.kind === 'sent' || next.kind === 'failed') {
      await patient.settleMessage({ ...input, at: workflowNow(), outcome: next });
      return { outcome: next.kind };
    }
    if (next.kind === 'ambiguous') break;
    tries = next.tries;
    setCurrentDetails(`Essai ${tries.count} sans réponse sûre ; prochain essai ${next.nextTryAt}.`);
    await patient.recordTry({ ...input, at: workflowNow(), nextTryAt: next.nextTryAt, tries });
    await condition(isSettled, msBetween(workflowNow(), next.nextTryAt), { summary: `essai ${tries.count + 1}` });
  }

  if (!isSettled()) {
    setCurrentDetails('Envoi incertain : le prestataire ou une personne doit trancher.');
    await patient.settleMessage({ ...input, at: workflowNow(), outcome: { kind: 'ambiguous' } });
    await condition(isSettled);
  }
  const { outcome } = settled as unknown as Settled;
  await patient.settleMessage({ ...input, at: workflowNow(), outcome: { kind: 'settled', outcome } });
  return { outcome };
}

/** One call to the provider. A worker that is lost, or an activity that runs out of time, leaves the outcome unknown. */
async function tryOnce(input: MessageInput): Promise<TryOutcome> {
  try {
    return await singleTry.deliverMessage(input);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    if (error.cause instanceof TimeoutFailure && error.cause.timeoutType === 'SCHEDULE_TO_START') {
      return { kind: 'not_tried', detail: 'no worker took it up' };
    }
    return { kind: 'unknown', detail: error.cause?.message ?? error.message };
  }
}
