import { isPrintedHere } from '../../../providers/is-printed-here.ts';
import { useProviders } from '../../../providers/use-providers.ts';
import { useFormats } from '../../../words/formats.ts';
import { useWords } from '../../../words/words.ts';
import { reminderPhrase, stepName } from '../../step-name.ts';
import type { ReminderChoice } from './reminder-choices.tsx';
import { reminderWords } from './reminder-words.ts';
import type { ReminderDraft } from './use-reminder-draft.ts';

/** The label of the button, and what sending does: to whom it goes and what it changes in the ladder. */
export function useSendingSaid(choice: ReminderChoice, draft: ReminderDraft | undefined, recipients: string[]) {
  const w = useWords(reminderWords);
  const { count, language } = useFormats();
  const step = stepName(choice.level, language);
  const what = choice.level === null ? w.whatExtra : reminderPhrase(choice.level, language);
  const { data: providers } = useProviders();
  const isPrinted = isPrintedHere(providers, { kind: choice.mode, letter_kind: choice.letterKind });
  const isMail = choice.mode === 'email';
  const submitLetter = providers && !isPrinted ? w.submitPosted : w.submitLetter;
  const submit = isMail ? w.submitMail(what, count(recipients.length, w.one, w.many)) : submitLetter(what);
  const isRegistered = choice.letterKind !== null && choice.letterKind !== 'simple';
  const will = !providers ? '' : !isPrinted ? w.willBePosted : isRegistered ? w.willRegistered : w.willLetter;
  const leaves = isMail ? w.willMail(recipients.join(', ')) : will;
  const ladder = !draft?.step ? w.isExtra : draft.repeat > 0 ? w.isRepeat(step) : w.isStep(step);
  return { submit, consequence: `${leaves} ${ladder}` };
}
