import { z } from 'zod';
import { renderEmail } from '../../emails/render-email.tsx';
import type { PreparedReminder } from '../../facts/messages/prepare-reminder.ts';
import { renderMessage } from '../../facts/messages/render-message.ts';
import { renderLetter } from '../../letters/render-letter.ts';
import { LetterKind } from '../../prisma/generated/enums.ts';
import { draft } from '../actions/action-schema.ts';
import { draftBody } from '../actions/draft-action.ts';

/** What a reminder by hand would be. */
export const preparedReminder = draft.extend({
  mode: z.enum(['email', 'letter']),
  letter_kind: z.enum(LetterKind).nullable(),
  level: z.int().nullable(),
  /** The step of the ladder that it would be; null for an extra. */
  step: z.string().nullable(),
  /** Above 0 it repeats a step that left before. */
  repeat: z.int(),
});

/** The draft with its PDF in the link itself: nothing of it is stored. */
export async function preparedBody(prepared: PreparedReminder): Promise<z.input<typeof preparedReminder>> {
  const { draft: made, hand, level, letterKind } = prepared;
  const { pdf } = await renderMessage({ renderEmail, renderLetter }, { ...made.texts, kind: 'letter' }, made.content);
  const pdfUrl = `data:application/pdf;base64,${Buffer.from(pdf).toString('base64')}`;
  return {
    ...draftBody(made, pdfUrl),
    mode: made.kind,
    letter_kind: letterKind,
    level,
    step: hand.stepKey,
    repeat: hand.repeat,
  };
}
