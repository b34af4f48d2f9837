import type { Invoice } from '../../case/case-data.ts';
import { nextLevel } from '../../case/next-level.ts';
import type { Message } from '../../messages/message.ts';

/** The reminder that a stopped case waits for: at its level, null for an extra; again, when it had left. */
export interface WhatToSend {
  level: number | null;
  isAgain: boolean;
}

/** What left, and came back: the case counts it as done. */
const CAME_BACK: readonly unknown[] = ['hard_bounce', 'complaint', 'undeliverable_letter'];

/**
 * What came back goes again at the level reached. What never left is the step that is still to come, unless it was to
 * repeat a level or was an extra: `failed` is the last message of the case that failed for this reason.
 */
export function whatToSend(
  code: string | null,
  invoice: Pick<Invoice, 'dunning'>,
  failed: Pick<Message, 'level' | 'sent_at'> | null,
): WhatToSend {
  const reached = invoice.dunning.level;
  if (CAME_BACK.includes(code) || (failed && failed.sent_at !== null))
    return { level: reached > 0 ? reached : null, isAgain: true };
  if (failed && (failed.level === null || failed.level <= reached)) return { level: failed.level, isAgain: false };
  return { level: nextLevel(invoice), isAgain: false };
}
