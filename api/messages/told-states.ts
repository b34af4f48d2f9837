import { z } from 'zod';
import type { HistoryData } from '../../domain/case/history/kinds.ts';
import type { Database } from '../../prisma/client.ts';
import { MessageStatus } from '../../prisma/generated/enums.ts';

/** What was told of a message after it left, one state after the other. */
export const toldState = z.object({
  status: z.enum(MessageStatus),
  at: z.iso.datetime().meta({ description: 'when it was told' }),
  on: z.iso.date().nullable().meta({ description: 'the day on which it happened, where a person told it' }),
});

export type ToldState = z.input<typeof toldState>;

/** The kinds of a history that tell of a message that has left; of a letter the entry names the state. */
const KINDS = ['delivered', 'bounced', 'complained', 'letter_status'];

interface Entry {
  at: Date;
  kind: string;
  data: unknown;
}

/** Oldest first. Each case of a message has an entry of its own for the same news: it is said once. */
function toldStates(entries: readonly Entry[]): ToldState[] {
  const states = entries.map(({ at, kind, data }): ToldState => {
    const { status, on } = data as HistoryData;
    const told = kind === 'letter_status' ? status : kind;
    return { status: told as ToldState['status'], at: at.toISOString(), on: on ?? null };
  });
  return states.filter(
    (state, at) => states.findIndex((one) => one.status === state.status && one.at === state.at) === at,
  );
}

/** What was told of this message since it was reserved, oldest first. */
export async function readToldStates(
  db: Database,
  { id, customer_id: customerId, reserved_at: reservedAt }: { id: string; customer_id: string; reserved_at: string },
): Promise<ToldState[]> {
  const entries = await db.historyEntry.findMany({
    where: { customerId, messageId: id, kind: { in: KINDS }, at: { gte: new Date(reservedAt) } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { at: true, kind: true, data: true },
  });
  return toldStates(entries);
}
