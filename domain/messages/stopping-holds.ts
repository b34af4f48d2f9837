import { HOLD_KINDS, type HoldKind } from '../case/state.ts';

export type MessageOrigin =
  | 'step'
  | 'manual'
  | 'run'
  | 'specific_action'
  | 'statement'
  | 'acknowledgement'
  | 'internal';

/** What is stopped: a message by its origin, but a statement to a notary apart, who is asked to pay out of the price of the sale. */
type Stopped = MessageOrigin | 'statement_to_notary';

/**
 * Litigation and dispute stop whatever claims the money, and so does a pause for a cause that forbids the debtor to pay; the rest stops
 * the ladder, and a person may override it.
 */
const STOPPING: Record<Stopped, readonly HoldKind[]> = {
  step: HOLD_KINDS,
  run: HOLD_KINDS,
  manual: ['litigation', 'dispute'],
  specific_action: ['litigation', 'pause', 'customer_pause'],
  statement: ['litigation', 'dispute'],
  statement_to_notary: ['litigation', 'dispute'],
  acknowledgement: [],
  internal: [],
};

/**
 * An insolvent debtor may not pay: what he owes is declared, and nobody claims it from him (C. com. L622-7, L622-21); nor may a consumer
 * whose file of over-indebtedness was admitted (C. conso. L722-5, to be verified).
 */
const UNPAYABLE: readonly string[] = ['insolvency', 'overindebtedness'];
const CLAIMING: readonly Stopped[] = ['step', 'run', 'manual', 'specific_action', 'statement_to_notary'];

/** Whether a pause tells that the debtor may not pay: no reason lets a claim of it pass. */
export const forbidsPayment = ({ cause }: { cause?: string | null }): boolean =>
  cause !== null && cause !== undefined && UNPAYABLE.includes(cause);

/** A hold in force. `actionId`: the specific action that it was made for, which was planned then. */
interface Standing {
  kind: HoldKind;
  /** Of a pause. */
  cause?: string | null;
  sinceAt?: Date;
  lapsedAt?: Date | null;
  againAt?: Date | null;
  actionId?: string | null;
}

/** Whether a hold that stands now stood at `at` too: it had begun, and had not ended to be put back in force later. */
export const stoodAt = ({ sinceAt, lapsedAt, againAt }: Omit<Standing, 'kind'>, at: Date): boolean =>
  (!sinceAt || sinceAt <= at) && !(lapsedAt && againAt && lapsedAt <= at && at < againAt);

/**
 * The holds in force that stop a message of this origin, `actionId` being its action's. Of a specific action also a promise that did
 * not stand when it was planned, made or put back in force since: whoever planned it knew nothing of that one.
 */
export function stoppingHolds<Hold extends Standing>(
  origin: Stopped,
  holds: readonly Hold[],
  actionId: string | null = null,
): Hold[] {
  const own = origin === 'specific_action' && actionId !== null && holds.find((hold) => hold.actionId === actionId);
  const plannedAt = (own && own.sinceAt) || null;
  return holds.filter(
    (hold) =>
      STOPPING[origin].includes(hold.kind) ||
      (forbidsPayment(hold) && CLAIMING.includes(origin)) ||
      (hold.kind === 'promise' && plannedAt && !stoodAt(hold, plannedAt)),
  );
}

/** The kinds of hold that stop a message of this origin whatever else is known of them, for who asks Postgres. */
export const kindsStopping = (origin: Stopped): readonly HoldKind[] => STOPPING[origin];

/** The kind of the first of these, or null. */
export function stoppingHold(
  origin: Stopped,
  holds: readonly Standing[],
  actionId: string | null = null,
): HoldKind | null {
  return stoppingHolds(origin, holds, actionId)[0]?.kind ?? null;
}
