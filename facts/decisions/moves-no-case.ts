import { type ActionOrigin, originOf } from '../../domain/actions/action-origin.ts';

/** Where a task comes from that no plan waits for: whatever is decided about it, its cases go on as they would have. */
const ASIDE: readonly ActionOrigin[] = ['task', 'promise_broken', 'dispute_review', 'limitation', 'insolvency'];

/** A task of its own, which may be decided upon after its case has ended, and about a credit note, which has none. */
export const movesNoCase = (action: { origin: string }): boolean => ASIDE.includes(originOf(action));
