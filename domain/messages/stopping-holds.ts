import type { HoldInForce } from '../case/state.ts';

type HoldKind = HoldInForce['kind'];
export type MessageOrigin =
  | 'step'
  | 'manual'
  | 'run'
  | 'specific_action'
  | 'statement'
  | 'acknowledgement'
  | 'internal';

/** Litigation and dispute stop whatever claims the money; the rest stops the ladder, and a person may override it. */
const STOPPING: Record<MessageOrigin, readonly HoldKind[]> = {
  step: ['litigation', 'dispute', 'promise', 'pause', 'customer_pause', 'specific_action'],
  run: ['litigation', 'dispute', 'promise', 'pause', 'customer_pause', 'specific_action'],
  manual: ['litigation', 'dispute'],
  specific_action: ['litigation', 'pause', 'customer_pause'],
  statement: ['litigation', 'dispute'],
  acknowledgement: [],
  internal: [],
};

/** The first hold in force that stops a message of this origin, or null. */
export function stoppingHold(origin: MessageOrigin, holds: readonly { kind: HoldKind }[]): HoldKind | null {
  return holds.find((hold) => STOPPING[origin].includes(hold.kind))?.kind ?? null;
}
