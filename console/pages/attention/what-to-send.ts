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
  /** The letter that stopped the case: how it travels, and whether it came back. Null when it was no letter. */
  letter: { kind: LetterKind; cameBack: boolean } | null;
}

type LetterKind = NonNullable<Message['letter_kind']>;

/** What left, and came back: the case counts it as done. */
export const RETURNED_LETTER = 'undeliverable_letter';
/** A level that is such a letter is refused in any other way. */
const STAYS_REGISTERED: readonly LetterKind[] = ['registered', 'lre_qualified'];
const CAME_BACK: readonly unknown[] = ['hard_bounce', 'complaint', RETURNED_LETTER];

/**
 * What came back goes again at the level reached. What never left is the step that is still to come, unless it was to
 * repeat a level or was an extra: `failed` is the last message of the case that failed, or came back, for this reason.
 */
export function whatToSend(
  code: string | null,
  invoice: Pick<Invoice, 'dunning'>,
  failed: Pick<Message, 'level' | 'sent_at' | 'letter_kind'> | null,
): WhatToSend {
  const reached = invoice.dunning.level;
  const cameBack = code === RETURNED_LETTER;
  const letter = failed?.letter_kind ? { kind: failed.letter_kind, cameBack } : null;
  if (CAME_BACK.includes(code) || (failed && failed.sent_at !== null))
    return { level: reached > 0 ? reached : null, isAgain: true, letter };
  if (failed && (failed.level === null || failed.level <= reached))
    return { level: failed.level, isAgain: false, letter };
  return { level: nextLevel(invoice), isAgain: false, letter };
}

/** Ways to send, the first one being the main button: a letter that came back goes by letter, a registered one in no other way. */
export function waysToSend({ level, letter }: WhatToSend): readonly ('email' | 'letter')[] {
  if (level !== null && letter && STAYS_REGISTERED.includes(letter.kind)) return ['letter'];
  return letter?.cameBack ? ['letter', 'email'] : ['email', 'letter'];
}
