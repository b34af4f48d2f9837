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
  /** To whom the message went that stopped the case. Null when it is not known. */
  to: readonly string[] | null;
}

type LetterKind = NonNullable<Message['letter_kind']>;

export const RETURNED_LETTER = 'undeliverable_letter';
/** Kinds of letter that their level requires: the API refuses to send that level in another way. */
const STAYS_REGISTERED: readonly LetterKind[] = ['registered', 'lre_qualified'];
/** Codes for messages that were sent and came back: the case counts the step as done. */
const CAME_BACK: readonly unknown[] = ['hard_bounce', 'complaint', RETURNED_LETTER];

/**
 * A message that came back is sent again at the current level. A message that was never sent is the next step, unless
 * it repeated a level or was an extra. `failed` is the case's last message that failed or came back for this reason.
 */
export function whatToSend(
  code: string | null,
  invoice: Pick<Invoice, 'dunning'>,
  failed: Pick<Message, 'level' | 'sent_at' | 'letter_kind' | 'to'> | null,
): WhatToSend {
  const reached = invoice.dunning.level;
  const cameBack = code === RETURNED_LETTER;
  const letter = failed?.letter_kind ? { kind: failed.letter_kind, cameBack } : null;
  const to = failed?.to ?? null;
  if (CAME_BACK.includes(code) || (failed && failed.sent_at !== null))
    return { level: reached > 0 ? reached : null, isAgain: true, letter, to };
  if (failed && (failed.level === null || failed.level <= reached))
    return { level: failed.level, isAgain: false, letter, to };
  return { level: nextLevel(invoice), isAgain: false, letter, to };
}

/** The ways to send, the main button's first: a returned letter goes by letter, a registered level in no other way. */
export function waysToSend({ level, letter }: WhatToSend): readonly ('email' | 'letter')[] {
  if (level !== null && letter && STAYS_REGISTERED.includes(letter.kind)) return ['letter'];
  return letter?.cameBack ? ['letter', 'email'] : ['email', 'letter'];
}
