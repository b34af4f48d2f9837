import { type ActionOrigin, originOf } from '../../domain/actions/action-origin.ts';

/** Origins of tasks that no plan waits for: whatever is decided about them, the cases go on as before. */
const ASIDE: readonly ActionOrigin[] = ['task', 'promise_broken', 'dispute_review', 'limitation', 'insolvency'];

/** True for a task that may be decided after its case has ended, or about a credit note, which has no case. */
export const movesNoCase = (action: { origin: string }): boolean => ASIDE.includes(originOf(action));
