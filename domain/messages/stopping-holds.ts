import { HOLD_KINDS, type HoldKind } from '../case/state.ts';

export type MessageOrigin =
  | 'step'
  | 'manual'
  | 'run'
  | 'specific_action'
  | 'statement'
  | 'acknowledgement'
  | 'internal';

/**
 * Litigation and dispute stop whatever claims the money, and so does a pause for insolvency proceedings; the rest stops the ladder, and
 * a person may override it.
 */
const STOPPING: Record<MessageOrigin, readonly HoldKind[]> = {
  step: HOLD_KINDS,
  run: HOLD_KINDS,
  manual: ['litigation', 'dispute'],
  specific_action: ['litigation', 'pause', 'customer_pause'],
  statement: ['litigation', 'dispute'],
  acknowledgement: [],
  internal: [],
};

/** An insolvent debtor may not pay: what he owes is declared, and nobody claims it from him (C. com. L622-7, L622-21). */
const CLAIMING: readonly MessageOrigin[] = ['step', 'run', 'manual', 'specific_action'];

/** A hold in force. `actionId`: the specific action that it was made for, which was planned then. */
interface Standing {
  kind: HoldKind;
  /** Of a pause. */
  cause?: string | null;
  sinceAt?: Date;
  actionId?: string | null;
}

/**
 * The holds in force that stop a message of this origin, `actionId` being its action's. Of a specific action also a promise that was
 * made after it was planned: whoever planned it knew nothing of that one.
 */
export function stoppingHolds<Hold extends Standing>(
  origin: MessageOrigin,
  holds: readonly Hold[],
  actionId: string | null = null,
): Hold[] {
  const own = origin === 'specific_action' && actionId !== null && holds.find((hold) => hold.actionId === actionId);
  const plannedAt = (own && own.sinceAt) || null;
  return holds.filter(
    ({ kind, cause, sinceAt }) =>
      STOPPING[origin].includes(kind) ||
      (cause === 'insolvency' && CLAIMING.includes(origin)) ||
      (kind === 'promise' && plannedAt && sinceAt && sinceAt > plannedAt),
  );
}

/** The kind of the first of these, or null. */
export function stoppingHold(
  origin: MessageOrigin,
  holds: readonly Standing[],
  actionId: string | null = null,
): HoldKind | null {
  return stoppingHolds(origin, holds, actionId)[0]?.kind ?? null;
}
