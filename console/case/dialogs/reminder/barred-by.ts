import type { Hold } from '../../case-data.ts';

/** Why a reminder by hand cannot be sent, whatever the reason given. */
export type Bar = 'insolvency' | 'overindebtedness' | 'litigation' | 'dispute';

const BARS: readonly Bar[] = ['insolvency', 'overindebtedness', 'litigation', 'dispute'];

/**
 * The hold in force that forbids a reminder by hand even with a reason; the server has the same rule. Returns null when
 * a reason is enough or nothing is in the way.
 */
export function barredBy(holds: readonly Pick<Hold, 'kind' | 'cause'>[]): Bar | null {
  return BARS.find((bar) => holds.some(({ kind, cause }) => kind === bar || cause === bar)) ?? null;
}
