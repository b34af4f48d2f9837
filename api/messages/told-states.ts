import { z } from 'zod';
import type { ReturnCode } from '../../domain/case/attention-codes.ts';
import type { HistoryData } from '../../domain/case/history/kinds.ts';
import type { Database } from '../../prisma/client.ts';
import { MessageStatus } from '../../prisma/generated/enums.ts';

/** One state of a message that was reported after it left. */
export const toldState = z.object({
  status: z.enum(MessageStatus),
  at: z.iso.datetime().meta({ description: 'When it was reported.' }),
  on: z.iso.date().nullable().meta({ description: 'The day on which it happened, if a person reported it.' }),
});

export type ToldState = z.input<typeof toldState>;

/** The kinds of history entries about a message that has left; for a letter the entry names the state. */
const KINDS = ['delivered', 'bounced', 'complained', 'failed', 'letter_status', 'statement'];

/** The state of a statement that came back, or was not sent in the end. */
const STATEMENT_STATES: Record<ReturnCode, MessageStatus> = {
  hard_bounce: 'bounced',
  complaint: 'complained',
  sending_failed: 'failed',
  undeliverable_letter: 'undeliverable',
  letter_rejected: 'failed',
  sms_failed: 'failed',
};

interface Entry {
  at: Date;
  kind: string;
  data: unknown;
}

/** Oldest first. The same event has an entry for each case of the message: it is shown once. */
function toldStates(entries: readonly Entry[]): ToldState[] {
  const states = entries.flatMap(({ at, kind, data }): ToldState[] => {
    const { on, ...told } = data as HistoryData;
    // What was corrected stands in the message itself.
    if (told.corrected) return [];
    if (kind === 'statement') {
      // The entry's day is the one on which it was reported, which `at` says already.
      const status = STATEMENT_STATES[told.code as ReturnCode] as MessageStatus | undefined;
      return status ? [{ status, at: at.toISOString(), on: null }] : [];
    }
    const status = kind === 'letter_status' ? told.status : kind;
    return [{ status: status as MessageStatus, at: at.toISOString(), on: on ?? null }];
  });
  return states.filter(
    (state, at) => states.findIndex((one) => one.status === state.status && one.at === state.at) === at,
  );
}

/** What was reported about this message since it left, oldest first. A report about a message that never left is ignored. */
export async function readToldStates(
  db: Database,
  message: { id: string; customer_id: string; reserved_at: string; sent_at: string | null },
): Promise<ToldState[]> {
  const { id, customer_id: customerId, reserved_at: reservedAt, sent_at: sentAt } = message;
  const entries = await db.historyEntry.findMany({
    where: { customerId, messageId: id, kind: { in: KINDS }, at: { gte: new Date(reservedAt) } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { at: true, kind: true, data: true },
  });
  const hasLeft = ({ at, kind }: Entry) =>
    (kind !== 'failed' && kind !== 'statement') || (sentAt !== null && at > new Date(sentAt));
  return toldStates(entries.filter(hasLeft));
}
