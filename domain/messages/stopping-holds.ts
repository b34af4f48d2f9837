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
 * What a hold may stop: a message by its origin. A statement to a notary is listed separately, because it asks for
 * payment out of the price of a sale.
 */
type Stopped = MessageOrigin | 'statement_to_notary';

/**
 * Litigation and dispute stop every message that claims the money, and so does a pause whose cause forbids the debtor
 * to pay. The other holds stop only the ladder, and a person may override them.
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
 * Causes that forbid the debtor to pay. Against an insolvent debtor the claim is declared and may not be collected (C.
 * com. L622-7, L622-21); the same goes for a consumer whose over-indebtedness file was admitted (C. conso. L722-5, to
 * be verified).
 */
const UNPAYABLE: readonly string[] = ['insolvency', 'overindebtedness'];
const CLAIMING: readonly Stopped[] = ['step', 'run', 'manual', 'specific_action', 'statement_to_notary'];

/**
 * Whether the pause's cause legally forbids the debtor to pay (insolvency, over-indebtedness). Then even a person with
 * a reason may not claim the money.
 */
export const forbidsPayment = ({ cause }: { cause?: string | null }): boolean =>
  cause !== null && cause !== undefined && UNPAYABLE.includes(cause);

/** A time in which a hold had ended by mistake, from its end until it was put back in force; ISO instants. */
export interface Lapse {
  lapsedAt: string;
  againAt: string;
}

/** A hold in force. `earlierLapses`: those before the last one, as stored. `actionId`: the specific action for which it was made, at the time when that was planned. */
interface Standing {
  kind: HoldKind;
  /** Cause of a pause. */
  cause?: string | null;
  sinceAt?: Date;
  lapsedAt?: Date | null;
  againAt?: Date | null;
  earlierLapses?: unknown;
  actionId?: string | null;
}

/**
 * Whether a hold in force now was also in force at `at`: it had begun by then, and was not between an end and being put
 * back in force.
 */
export function stoodAt({ sinceAt, lapsedAt, againAt, earlierLapses = [] }: Omit<Standing, 'kind'>, at: Date): boolean {
  const earlier = (earlierLapses as Lapse[]).map((one) => [new Date(one.lapsedAt), new Date(one.againAt)] as const);
  const lapses = lapsedAt && againAt ? [...earlier, [lapsedAt, againAt] as const] : earlier;
  return (!sinceAt || sinceAt <= at) && !lapses.some(([from, until]) => from <= at && at < until);
}

/**
 * The holds in force that stop a message of this origin; `actionId` is its action's. A promise also stops a specific
 * action when it was not in force when the action was planned: the person who planned it did not know of that promise.
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

/** The kinds of hold that always stop a message of this origin, for queries in SQL. */
export const kindsStopping = (origin: Stopped): readonly HoldKind[] => STOPPING[origin];

/** The kind of the first hold that stops the message; null when none does. */
export function stoppingHold(
  origin: Stopped,
  holds: readonly Standing[],
  actionId: string | null = null,
): HoldKind | null {
  return stoppingHolds(origin, holds, actionId)[0]?.kind ?? null;
}
