import type { Invoice } from '../../case/case-data.ts';
import { nextLevel } from '../../case/next-level.ts';
import type { Message } from '../../messages/message.ts';

/**
 * The reminder that a stopped case waits for. `level` is null for an extra message; `isAgain` when it was already sent
 * once.
 */
export interface WhatToSend {
  level: number | null;
  isAgain: boolean;
}

/** Codes for messages that were sent and came back: the case counts the step as done. */
const CAME_BACK: readonly unknown[] = ['hard_bounce', 'complaint', 'undeliverable_letter'];

/**
 * A message that came back is sent again at the current level. A message that was never sent is the next step, unless
 * it repeated a level or was an extra. `failed` is the case's last message that failed for this reason.
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
