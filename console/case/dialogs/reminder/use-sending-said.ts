import { useFormats } from '../../../words/formats.ts';
import { useWords } from '../../../words/words.ts';
import { stepName } from '../../step-name.ts';
import type { ReminderChoice } from './reminder-choices.tsx';
import { reminderWords } from './reminder-words.ts';
import type { ReminderDraft } from './use-reminder-draft.ts';

/** What the button says, and what it will do: to whom, and to the ladder. */
export function useSendingSaid(choice: ReminderChoice, draft: ReminderDraft | undefined, recipients: string[]) {
  const w = useWords(reminderWords);
  const { count, language } = useFormats();
  const step = stepName(choice.level, language);
  const what = choice.level === null ? w.whatExtra : w.what(step);
  const isMail = choice.mode === 'email';
  const submit = isMail ? w.submitMail(what, count(recipients.length, w.one, w.many)) : w.submitLetter(step);
  const isRegistered = choice.letterKind !== null && choice.letterKind !== 'simple';
  const leaves = isMail ? w.willMail(recipients.join(', ')) : isRegistered ? w.willRegistered : w.willLetter;
  const ladder = !draft?.step ? w.isExtra : draft.repeat > 0 ? w.isRepeat(step) : w.isStep(step);
  return { submit, consequence: `${leaves} ${ladder}` };
}
