import { v7 as uuidv7 } from 'uuid';
import type { HistoryKind, NewHistoryData } from '../domain/case/history-text.ts';
import type { Transaction } from '../prisma/client.ts';
import { insertRows, type NewRows } from '../prisma/insert-rows.ts';
import type { FactContext } from './outcome.ts';

/** One entry to be written; `data` is what entries of its kind say: ids, amounts in cents, days and reasons. */
export type HistoryLine<Kind extends HistoryKind = HistoryKind> = {
  [One in Kind]: {
    customerId: string;
    /** Absent for what concerns the customer as a whole. */
    invoiceId?: string | null;
    kind: One;
    data: NewHistoryData<One>;
    messageId?: string;
  };
}[Kind];

/** What a line says, without whom it is about. */
export type SaidInHistory = { [Kind in HistoryKind]: Pick<HistoryLine<Kind>, 'kind' | 'data'> }[HistoryKind];

/** Refuses a field of a line's data that entries of its kind do not have. */
type Known<Line extends HistoryLine> = Line extends unknown
  ? { data: Record<Exclude<KeysOf<Line['data']>, KeysOf<NewHistoryData<Line['kind']>>>, never> }
  : never;
type KeysOf<Data> = Data extends unknown ? keyof Data : never;

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
