import { v7 as uuidv7 } from 'uuid';
import type { HistoryData, HistoryKind } from '../domain/case/history-text.ts';
import type { Transaction } from '../prisma/client.ts';
import { insertRows, type NewRows } from '../prisma/insert-rows.ts';
import type { FactContext } from './outcome.ts';

/** What the sentence is made from on reading: ids, amounts in cents, days and reasons. */
type LineData = { [Field in keyof (HistoryData & Unsaid)]: (HistoryData & Unsaid)[Field] | undefined };

/** Fields that no sentence mentions, by which a line is found again or which the API shows as they are. */
interface Unsaid {
  paymentId?: string;
  callId?: string;
  noteId?: string;
  qualificationId?: string;
  /** How a payment was made, in the words of the system that posted it. */
  method?: string;
  /** The promises that ended when one of them was broken. */
  endedHoldIds?: readonly string[];
  bounceType?: 'hard' | 'soft' | 'undetermined' | null;
  /** The signal of operations that a note is about, and its key: a repeated signal is noted once. */
  signal?: string;
  operationsKey?: string;
}

/** Refuses a field of a line's data that no entry of the history has. */
type Known<Line extends HistoryLine> = Line extends unknown
  ? { data: Record<StrangeField<Line['data']>, never> }
  : never;
type StrangeField<Data> = Data extends unknown ? Exclude<keyof Data, keyof LineData> : never;

export interface HistoryLine {
  customerId: string;
  /** Absent for what concerns the customer as a whole. */
  invoiceId?: string | null;
  kind: HistoryKind;
  data: LineData;
  messageId?: string;
}

/** Writes history, in the order given, at the context's instant and under its actor's name. */
export async function recordHistory<Line extends HistoryLine>(
  tx: Transaction,
  context: HistoryContext,
  lines: readonly (Line & Known<Line>)[],
): Promise<void> {
  if (lines.length === 0) return;
  await insertRows(tx, { history: lines.map((line) => historyRow(context, line)) });
}

type HistoryContext = Pick<FactContext, 'creditorId' | 'at' | 'actor'>;

/** A line as its row, for whoever writes it together with others. */
export function historyRow(context: HistoryContext, line: HistoryLine): NonNullable<NewRows['history']>[number] {
  return {
    id: uuidv7(),
    creditorId: context.creditorId,
    customerId: line.customerId,
    invoiceId: line.invoiceId ?? null,
    at: context.at,
    kind: line.kind,
    actorKind: context.actor.kind,
    actorName: context.actor.name,
    data: line.data,
    messageId: line.messageId ?? null,
  };
}
