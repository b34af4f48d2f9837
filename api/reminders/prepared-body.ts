import { z } from 'zod';
import { MESSAGE_CHANNELS } from '../../domain/ladder/step.ts';
import type { Language } from '../../domain/reminder-content.ts';
import type { PreparedReminder } from '../../facts/messages/by-hand/prepare-reminder.ts';
import { LetterKind } from '../../prisma/generated/enums.ts';
import { draft } from '../actions/action-schema.ts';
import { draftBody } from '../actions/draft-action.ts';
import { drawnLetter } from '../actions/drawn-letter.ts';

/** What a reminder sent by hand would be. */
export const preparedReminder = draft.extend({
  mode: z.enum(MESSAGE_CHANNELS),
  letter_kind: z.enum(LetterKind).nullable(),
  level: z.int().nullable(),
  /** The step of the ladder that it would be; null for a reminder outside the ladder. */
  step: z.string().nullable(),
  /** Above 0: how often it repeats a step that left before. */
  repeat: z.int(),
});

/** The draft with its PDF as a `data:` URL; nothing of it is stored. */
export async function preparedBody(
  prepared: PreparedReminder,
  language: Language,
): Promise<z.input<typeof preparedReminder>> {
  const { draft: made, hand, level, letterKind } = prepared;
  return {
    ...draftBody(made, await drawnLetter(made), language),
    mode: made.kind,
    letter_kind: letterKind,
    level,
    step: hand.stepKey,
    repeat: Math.max(hand.repeat, 0),
  };
}
