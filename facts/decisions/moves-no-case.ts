/** Where a task comes from that no plan waits for: whatever is decided about it, its cases go on as they would have. */
const ASIDE: readonly string[] = ['task', 'promise_broken', 'dispute_review', 'limitation', 'insolvency'];

/** A task of its own, which may be decided upon after its case has ended, and about a credit note, which has none. */
export const movesNoCase = ({ origin }: { origin: string }): boolean => ASIDE.includes(origin);
