import type { LetterKind } from '../ladder/step.ts';

/** What this installation can send besides mails: set by its environment, the same for API and workers. */
export interface Connectors {
  /** The print provider and the kinds of letter it takes; null: letters are a person's to print and post. */
  print: { provider: string; kinds: readonly LetterKind[] } | null;
  /** The SMS provider; null: no SMS leaves. */
  sms: string | null;
}

/** `provider` of a message that a person posted himself. */
export const PROVIDER_PERSON = 'person';

/** Whether the print provider takes this letter: of what it does not offer, a person takes care as without one. */
export function goesByPrintProvider(
  connectors: Connectors | undefined,
  letter: { kind: string; letterKind: LetterKind | null },
): boolean {
  if (letter.kind !== 'letter') return false;
  return connectors?.print?.kinds.includes(letter.letterKind ?? 'simple') ?? false;
}

/**
 * Whether a message waits for the person who sends it: a registered letter, on paper or electronic, that no print provider
 * takes.
 */
export function isPostedByPerson(message: {
  kind: string;
  letterKind: string | null;
  viaPrintProvider?: boolean;
}): boolean {
  if (message.viaPrintProvider) return false;
  return message.kind === 'letter' && message.letterKind !== null && message.letterKind !== 'simple';
}

/** Whether the print provider that took this letter is still the one that letters leave through: it tells what becomes of it. */
export function isFollowed(
  connectors: Connectors | undefined,
  letter: { viaPrintProvider: boolean; provider: string | null; test: boolean },
): boolean {
  const print = connectors?.print;
  if (!letter.viaPrintProvider || !print) return false;
  return letter.provider === null || letter.provider === (letter.test ? 'mailbox' : print.provider);
}

/** Read on a sheet of paper: no link can be pressed there. What goes by mail, a letter attached to it too, has no kind. */
export const isOnPaper = (letterKind: string | null): boolean => letterKind !== null && !isElectronicLetter(letterKind);

/** Sent to an e-mail address; a consumer must have agreed to that beforehand. */
export function isElectronicLetter(letterKind: string | null): letterKind is 'lre_qualified' | 'ere_simple' {
  return letterKind === 'lre_qualified' || letterKind === 'ere_simple';
}
