import { v7 as uuidv7 } from 'uuid';
import type { HistoryData, HistoryKind } from '../domain/case/history-text.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';
import { insertRows, type NewRows } from '../prisma/insert-rows.ts';
import type { FactContext } from './outcome.ts';

export interface HistoryLine {
  customerId: string;
  /** Absent for what concerns the customer as a whole. */
  invoiceId?: string | null;
  kind: HistoryKind;
  /** Ids, amounts in cents, days and reasons: what the sentence is made from on reading. */
  data: { [Field in keyof HistoryData]: HistoryData[Field] | undefined } & Record<string, unknown>;
  messageId?: string;
}

/** Writes history, in the order given, at the context's instant and under its actor's name. */
export async function recordHistory(
  tx: Transaction,
  context: HistoryContext,
  lines: readonly HistoryLine[],
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
    data: line.data as Prisma.InputJsonObject,
    messageId: line.messageId ?? null,
  };
}
