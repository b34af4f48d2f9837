import type { Hold } from '../../case-data.ts';

/** Why nothing may be sent by hand either, whatever the reason. */
export type Bar = 'insolvency' | 'overindebtedness' | 'litigation' | 'dispute';

const BARS: readonly Bar[] = ['insolvency', 'overindebtedness', 'litigation', 'dispute'];

/** Of the holds in force, what no reason lets a reminder pass, as the server judges it; null: a reason is enough, or nothing is in the way. */
export function barredBy(holds: readonly Pick<Hold, 'kind' | 'cause'>[]): Bar | null {
  return BARS.find((bar) => holds.some(({ kind, cause }) => kind === bar || cause === bar)) ?? null;
}
