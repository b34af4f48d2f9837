import type { HowItLeaves } from '../../../providers/how-it-leaves.ts';
import type { Language } from '../../../words/language.ts';
import { reminderWords } from './reminder-words.ts';

/** What came of a reminder by hand: nobody waits for a letter to post that the provider posts, nor the other way about. */
export function sentSaid(
  { kind, to }: { kind: string; to: readonly string[] },
  how: HowItLeaves | undefined,
  language: Language,
): string {
  const w = reminderWords[language];
  if (kind === 'email') return w.sentMail(to.join(', '));
  return w.sentLetter[how === undefined || how === 'itself' ? 'unknown' : how];
}
