import { randomUUID } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import proto from '@temporalio/proto';
import { DEMO_CREDITOR } from '../../facts/demo/demo-creditor.ts';
import { factSignal } from '../../workflows/messages.ts';
import { invoiceWorkflowId, messageWorkflowId, runWorkflowId, specificActionWorkflowId } from '../../workflows/ids.ts';
import type { Said } from '../e2e/business.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { dateInFrance, plus, workingDay } from '../e2e/french-days.ts';
import { eventually } from '../eventually.ts';
import { type LiveCreditor, once, sendNow } from '../stack/live-creditor.ts';
import type { Recorded } from './typical-lives.ts';

const { EventType } = proto.temporal.api.enums.v1;

const ofCase = ({ id }: CaseFile): Recorded => ({ workflowId: invoiceWorkflowId(DEMO_CREDITOR, id) });
const ofMessage = (id: string): Recorded => ({ workflowId: messageWorkflowId(DEMO_CREDITOR, id) });
const todayOf = async ({ business }: LiveCreditor) => dateInFrance((await business.clock()).now_at);

/**
 * What only a live creditor has (turns at the provider, a stopped line, unknown outcomes), and whatever else is rare: facts of
 * operations, the other decisions, a specific action, a run, groups.
 */
export async function liveLiveLives(live: LiveCreditor): Promise<Record<string, Recorded>> {
  const operations = await tellByHand(live);
  const unknownInvoice = await startUnknown(live, operations);
  const decisions = await decideOtherwise(live);
  const action = await planForLater(live);
  const run = await runOnce(live);
  const paced = await live.owing();
  const pacedId = await sendNow(paced);
  await once(paced, ({ status }) => status === 'sent');
  const stopped = await findTheLineStopped(live);
  const unknown = await leaveUnknown(live);
  await live.business.do('POST', '/groups/recalculate');
  await operations.file();
  await decisions.file();
  return {
    'invoice-facts-of-operations': ofCase(operations),
    'invoice-that-nobody-knows': unknownInvoice,
    'invoice-other-decisions': ofCase(decisions),
    'specific-action-on-its-day': { workflowId: specificActionWorkflowId(DEMO_CREDITOR, action) },
    run: { workflowId: runWorkflowId(DEMO_CREDITOR, run) },
    'message-paced': ofMessage(pacedId),
    'message-found-the-line-stopped': ofMessage(stopped.probe),
    'message-waits-for-the-line': ofMessage(stopped.waits),
    'message-unknown-and-found': ofMessage(unknown.found),
    'message-unknown-and-resolved': ofMessage(unknown.resolved),
  };
}

/** Operations signal facts to a case in the Temporal UI: one that can be stored, and one that can only be noted. */
async function tellByHand(live: LiveCreditor): Promise<CaseFile> {
  const one = await live.owing();
  const workflow = live.temporal.workflow.getHandle(ofCase(one).workflowId);
  await workflow.signal(factSignal('paymentReceived'), { data: { amountCents: 10_00 } });
  await eventually(
    () => one.shown(),
    (shown) => shown.balance_cents === 110_00,
  );
  await workflow.signal(factSignal('paymentReceived'), { data: { amountCents: 'beaucoup' } });
  await eventually(
    () => one.history(),
    (kinds) => kinds.includes('note'),
  );
  return one;
}

/** The workflow of an invoice that does not exist, as after a restore: its plan cannot succeed, and a person is asked. */
async function startUnknown(live: LiveCreditor, like: CaseFile): Promise<Recorded> {
  const known = live.temporal.workflow.getHandle(ofCase(like).workflowId);
  const [first] = (await known.fetchHistory()).events ?? [];
  const begun = first?.workflowExecutionStartedEventAttributes;
  const { creditorId } = defaultPayloadConverter.fromPayload<{ creditorId: string }>(begun!.input!.payloads![0]!);
  const taskQueue = begun!.taskQueue!.name!;
  const invoiceId = randomUUID();
  const workflowId = invoiceWorkflowId(DEMO_CREDITOR, invoiceId);
  const started = await live.temporal.workflow.start('invoice', {
    workflowId,
    taskQueue,
    args: [{ creditorId, invoiceId }],
  });
  await eventually(
    async () => ((await started.fetchHistory()).events ?? []).map(({ eventType }) => EventType[eventType ?? 0]),
    (kinds) => kinds.includes('EVENT_TYPE_ACTIVITY_TASK_FAILED'),
  );
  return { workflowId };
}

async function decideOtherwise(live: LiveCreditor): Promise<CaseFile> {
  const one = await live.owing();
  const reason = 'Convenu ainsi';
  const next = async () => {
    await one.next();
    return (await one.openActions())[0].id as string;
  };
  await one.do('PUT', '/level', { level: 1, reason });
  await live.business.do('POST', `/actions/${await next()}/postpone`, {
    until_on: plus(await todayOf(live), 90),
    reason,
  });
  await live.business.do('POST', `/actions/${await next()}/skip`, { reason });
  await one.next();
  return one;
}

/** A mail with a text of its own about one invoice, for a future day. */
async function planForLater(live: LiveCreditor): Promise<string> {
  const one = await live.owing();
  const { id } = await live.business.do('POST', '/specific-actions', {
    customer_id: one.customer.id,
    invoice_ids: [one.id],
    kind: 'email',
    mode: 'automatic',
    title: 'Relance ciblée',
    subject: 'Vos factures #invoice_number',
    body_html: '<p>Il reste #items_amount_selected.</p><p>#items_list_selected</p>',
    execute_on: workingDay(plus(await todayOf(live), 2)),
  });
  return id as string;
}

async function runOnce(live: LiveCreditor): Promise<string> {
  const cases = [await live.owing(), await live.owing()];
  const invoiceIds = cases.map(({ id }) => id);
  const { id } = await live.business.do('POST', '/runs', { level: 1, mode: 'email', invoice_ids: invoiceIds });
  await eventually(
    () => live.business.do('GET', `/runs/${id}`),
    ({ status }: Said) => status === 'done',
  );
  return id as string;
}

/** One message finds that the key is wrong, and another waits without a try; both leave once the key is corrected. */
async function findTheLineStopped(live: LiveCreditor): Promise<{ probe: string; waits: string }> {
  await live.fault({ next: 1_000, kind: '401' });
  const [first, second] = [await live.owing(), await live.owing()];
  const probe = await sendNow(first);
  await once(first, ({ waits }) => waits?.line_stopped);
  const waits = await sendNow(second);
  await once(second, (message) => message.waits?.line_stopped);
  await live.fault({ next: 0 });
  await live.business.advance(1);
  for (const one of [first, second]) await once(one, ({ status }) => status === 'sent');
  return { probe, waits };
}

/** Two messages whose every try is cut off: about one the provider answers when asked, about the other a person knows more. */
async function leaveUnknown(live: LiveCreditor): Promise<{ found: string; resolved: string }> {
  const [accepted, lost] = [await live.owing(), await live.owing()];
  await live.fault({ next: 1_000, kind: 'accept_then_reset', to: accepted.email });
  await live.fault({ next: 1_000, kind: 'reset', to: lost.email });
  const found = await sendNow(accepted);
  const resolved = await sendNow(lost);
  for (const one of [accepted, lost]) await once(one, ({ tries }) => tries > 0);
  await live.business.advance(2);
  await once(accepted, ({ status }) => status === 'sent');
  await once(lost, ({ status }) => status === 'ambiguous');
  await live.business.do('POST', `/messages/${resolved}/resolve`, { outcome: 'sent', comment: 'Vu chez lui' });
  await once(lost, ({ status }) => status === 'sent');
  return { found, resolved };
}
