import { continueAsNew, patched, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import type { HandedOver } from '../activities/hand-over.ts';
import { nextAskAt } from '../domain/messages/asking.ts';
import { afterTry, isPastTrying, type Tries } from '../domain/messages/tries.ts';
import { briefly, patient } from './activity-options.ts';
import { workflowNow } from './instants.ts';
import { MessageDesk } from './message-desk.ts';
import type { MessageInput } from './messages.ts';

const RE_READ = { summary: 'relecture avant la remise' };

/**
 * One message, from its reservation to its outcome (docs/how-it-decides.md, "Sending"). Only this workflow renders,
 * hands over, tries and records; the invoices are told the outcome and its instant.
 */
export async function message(input: MessageInput): Promise<{ outcome: string }> {
  const desk = new MessageDesk(input);
  desk.listen();

  const at = workflowNow();
  const rendered = await briefly(({ renderMessage }) => renderMessage({ ...input, at }));
  if (rendered.kind === 'over') return { outcome: rendered.status };
  if (rendered.kind === 'waits_for_person') {
    // The person who posts it, or the fact that takes it back, settles it under the lock: nothing is left to wait for
    // here.
    setCurrentDetails('La lettre est faite ; une personne l’imprime et la poste.');
    return { outcome: 'waits_for_person' };
  }
  desk.keepPace(rendered.paced);

  if (rendered.kind === 'ready') {
    const outcome = await tryUntilKnown(desk, input, rendered.tries ?? { count: 0, unknownSinceAt: null });
    if (outcome !== null) return { outcome };
  }
  return { outcome: await findOut(desk, input) };
}

/**
 * Hands over and tries until the outcome is known, and returns it. Returns null when it was settled meanwhile, or when
 * nothing more may be tried and nobody knows the outcome.
 */
async function tryUntilKnown(desk: MessageDesk, input: MessageInput, before: Tries): Promise<string | null> {
  let tries = before;
  let wasLate = false;
  while (!desk.settled) {
    // The row records the progress, so a continued run needs nothing else.
    if (patched('message-continues') && workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof message>(input);
    await desk.takeTurn();
    // No further try is allowed. Without another hand-over, the row keeps the instant of the last try, which is when
    // the message left if it did.
    if (isPastTrying(tries, workflowNow()) && patched('past-trying')) return null;
    // Not twice in a row: a message that waits this long again is waiting for workers, and would otherwise never leave.
    const mayBeLate: boolean = patched('late-hand-over') && !wasLate;
    const unknown = tries.unknownSinceAt !== null;
    const handOver: HandedOver = await patient.handOver.executeWithOptions(RE_READ, [
      { ...input, at: workflowNow(), unknown, mayBeLate },
    ]);
    wasLate = handOver.kind === 'late';
    if (handOver.kind === 'late') continue;
    if (handOver.kind === 'cancelled') return handOver.status ?? 'cancelled';
    if (handOver.kind === 'ambiguous' || isPastTrying(tries, workflowNow())) return null;
    if (handOver.kind === 'waits') {
      setCurrentDetails(`Rien ne part chez ce prestataire pour l’instant : \`${handOver.code}\`.`);
      await desk.wait(handOver.untilAt, 'reprise des envois');
      continue;
    }
    desk.keepPace(handOver.paced);
    const triedAt = workflowNow();
    const outcome = await desk.tryOnce();
    const next = afterTry(tries, outcome, triedAt);
    if (next.kind === 'sent' || next.kind === 'failed') {
      // An unreadable message asked the provider nothing, so it says nothing about the line.
      const probe = handOver.probe && outcome.kind !== 'unreadable';
      const settled = { ...input, at: workflowNow(), outcome: next, ...(probe && { probe: true }) };
      await briefly(({ settleMessage }) => settleMessage(settled));
      if (probe) await desk.wakeOthers();
      return next.kind;
    }
    if (next.kind === 'ambiguous') return null;
    tries = next.tries;
    const noted = await patient.recordTry.executeWithOptions({ summary: `essai ${tries.count} : ${outcome.kind}` }, [
      { ...input, at: workflowNow(), nextTryAt: next.nextTryAt, tries, outcome },
    ]);
    // In histories before version 0.2, `recordTry` returned nothing.
    const nextTryAt = (noted as typeof noted | null)?.nextTryAt ?? next.nextTryAt;
    setCurrentDetails(`Essai ${tries.count} : \`${outcome.kind}\` ; prochain essai ${nextTryAt}.`);
    await desk.wait(nextTryAt, `essai ${tries.count + 1}`);
  }
  return null;
}

/**
 * Runs when nobody knows whether the message left: asks the provider before the message becomes ambiguous, and then
 * less and less often. A webhook or a person may settle it at any time.
 */
async function findOut(desk: MessageDesk, input: MessageInput): Promise<string> {
  for (let round = 0; !desk.settled; round += 1) {
    const askAgainAt = patched('ask-provider') ? nextAskAt(round, workflowNow()) : null;
    const ended = await desk.ask(askAgainAt);
    if (ended !== null) return ended;
    if (desk.settled) break;
    if (round === 0) {
      setCurrentDetails('Envoi incertain : le prestataire ou une personne doit trancher.');
      const ambiguous = { kind: 'ambiguous' as const, nextAskAt: askAgainAt };
      await patient.settleMessage({ ...input, at: workflowNow(), outcome: ambiguous });
    }
    const over = await desk.waitForOutcome(askAgainAt);
    if (over !== null) return over;
  }
  const { outcome } = desk.settled;
  await patient.settleMessage({ ...input, at: workflowNow(), outcome: { kind: 'settled', outcome } });
  return outcome;
}
