import { condition, proxyActivities, proxyLocalActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { BareActivities } from './activities.ts';
import { type BareLife, paidSignal, settledSignal } from './messages.ts';

const { send, handOver, deliver } = proxyActivities<BareActivities>({ startToCloseTimeout: 60_000 });
/** The activities that our workflows run as local activities (`briefly`). */
const { plan, render, settle, confirmClosed } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: 60_000 });

/**
 * The shape of `workflows/invoice.ts` without its business rules: the same activities, timers and signals in the same
 * order.
 */
export async function bareCase({ reminders, delayMs }: BareLife): Promise<void> {
  const { workflowId } = workflowInfo();
  let isPaid = false;
  let settled = 0;
  setHandler(paidSignal, () => {
    isPaid = true;
  });
  setHandler(settledSignal, () => {
    settled += 1;
  });
  for (let sent = 0; sent < reminders && !isPaid; sent += 1) {
    await plan({ workflowId, dueAt: new Date(Date.now() + delayMs).toISOString() });
    if (await condition(() => isPaid, delayMs)) break;
    await send({ caseId: workflowId, number: sent });
    await condition(() => isPaid || settled > sent);
  }
  if (!isPaid) await plan({ workflowId, dueAt: null });
  await condition(() => isPaid);
  await confirmClosed(workflowId);
}

/** The shape of `workflows/message.ts`. */
export async function bareMessage(caseId: string, ...id: [messageId: string] | []): Promise<void> {
  await render(...id);
  await handOver(...id);
  await deliver(...id);
  await settle(caseId, ...id);
}

/** The whole life in one execution: shows the cost without a separate message workflow for each reminder. */
export async function bareOneWorkflow({ reminders, delayMs }: BareLife): Promise<void> {
  const { workflowId } = workflowInfo();
  let isPaid = false;
  setHandler(paidSignal, () => {
    isPaid = true;
  });
  for (let sent = 0; sent < reminders && !isPaid; sent += 1) {
    await plan({ workflowId, dueAt: new Date(Date.now() + delayMs).toISOString() });
    if (await condition(() => isPaid, delayMs)) break;
    await deliver();
  }
  if (!isPaid) await plan({ workflowId, dueAt: null });
  await condition(() => isPaid);
}

/** Waits for its signal and ends. */
export async function bareWait(): Promise<void> {
  let isPaid = false;
  setHandler(paidSignal, () => {
    isPaid = true;
  });
  await condition(() => isPaid);
}
