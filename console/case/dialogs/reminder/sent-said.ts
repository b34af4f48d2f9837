import type { HowItLeaves } from '../../../providers/how-it-leaves.ts';
import type { Language } from '../../../words/language.ts';
import { reminderWords } from './reminder-words.ts';

/** What to say after a reminder by hand was accepted: whether the provider posts the letter or the user does. */
export function sentSaid(
  { kind, to }: { kind: string; to: readonly string[] },
  how: HowItLeaves | undefined,
  language: Language,
): string {
  const w = reminderWords[language];
  if (kind === 'email') return w.sentMail(to.join(', '));
  return w.sentLetter[how === undefined || how === 'itself' ? 'unknown' : how];
}
