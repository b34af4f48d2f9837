import { createRun } from '../../../facts/runs/create-run.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { LADDER, type SendHours } from './send-hours.ts';

/** R1 and R2 as mails, then a registered letter that a person confirms and posts. */
export const NOTICE_LADDER = [
  ...LADDER.slice(0, 2),
  { level: 3, kind: 'letter', letterKind: 'registered', mode: 'to_confirm' },
] as const;

/** 9 December 2026, on which the letter is made and posted. */
export const WEDNESDAY = '2026-12-09';
export const THURSDAY = '2026-12-10';
/** On Thursday, when a change takes the letter back, and two hours later, when a person records its posting. */
export const MORNING = '2026-12-10T07:00:00.000Z';
export const NOTED = '2026-12-10T09:00:00.000Z';

/** The message of a registered letter that a person asks for. */
export async function noticeByHand(hours: SendHours, at: string, invoiceId: string): Promise<string> {
  const input = { level: 3, mode: 'letter' } as const;
  return (await sendByHand(hours.db, hours.on(at), invoiceId, input, crypto.randomUUID())).messageId;
}

/** A run by letter about one invoice, with the message of its registered letter. */
export async function noticeOfRun(hours: SendHours, at: string, invoiceId: string) {
  const { customerId } = await hours.read(invoiceId);
  const input = { level: 3, mode: 'letter', dryRun: false, invoiceIds: [invoiceId] } as const;
  const runId = await createRun(hours.db, hours.on(at), input, null);
  const { startMessageIds } = await hours.underLock(customerId, async (tx) =>
    takeCustomer(tx, hours.on(at), await tx.run.findUniqueOrThrow({ where: { id: runId } }), customerId),
  );
  return { runId, messageId: startMessageIds[0]! };
}
