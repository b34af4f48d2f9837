import type { LetterKind } from '../ladder/step.ts';

/** What can be sent besides mails: what the environment of the installation offers, and of that what a creditor has. */
export interface Connectors {
  /**
   * The print provider and the kinds of letter it takes, none where it takes none of this creditor; null: there is none. What is not
   * taken is a person's to print and post.
   */
  print: { provider: string; kinds: readonly LetterKind[] } | null;
  /** The SMS provider; null: no SMS leaves. */
  sms: string | null;
}

/** The local mailbox as a provider: it keeps letters and SMS, and nothing leaves the machine. */
export const MAILBOX = 'mailbox';

/** The page of the local mailbox on which a letter that it took is shown, and told to be signed. */
export const letterInMailbox = (mailboxUrl: string, messageId: string): string => `${mailboxUrl}/#letters/${messageId}`;

/** What a creditor has chosen of what the installation offers, and whether what it sends is in earnest. */
export interface ChannelChoice {
  isLive: boolean;
  printEnabled: boolean;
  smsEnabled: boolean;
}

/**
 * Of what the installation offers what a creditor has. The local mailbox is no provider of one that is live: what it takes is never
 * printed. A letter that a provider took before is still followed.
 */
export function connectorsOfCreditor({ print, sms }: Connectors, choice: ChannelChoice): Connectors {
  const takes = (provider: string, isEnabled: boolean) => isEnabled && !(choice.isLive && provider === MAILBOX);
  return {
    print: print && (takes(print.provider, choice.printEnabled) ? print : { provider: print.provider, kinds: [] }),
    sms: sms !== null && takes(sms, choice.smsEnabled) ? sms : null,
  };
}

/** What only a provider brings to its reader: an SMS, and a simple letter, which without one is made and counts as sent. */
export type ByProvider = 'letter' | 'sms';

/** Null: nothing of it needs a provider. A registered letter that none takes waits for the person who posts it. */
export function needsProvider({
  kind,
  letterKind,
}: {
  kind: string;
  letterKind: LetterKind | null;
}): ByProvider | null {
  if (kind === 'sms') return 'sms';
  return kind === 'letter' && (letterKind ?? 'simple') === 'simple' ? 'letter' : null;
}

/** What of that no provider takes: nothing of it leaves by itself. */
export function withoutProvider({ print, sms }: Connectors): ByProvider[] {
  return [
    ...(print?.kinds.includes('simple') ? [] : (['letter'] as const)),
    ...(sms === null ? (['sms'] as const) : []),
  ];
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
 * The connectors that what was made is made anew with. A simple letter that was prepared for the print provider stays its own where that
 * one is gone or switched off meanwhile: it waits, since without one it would count as sent as soon as it is made.
 */
export function stillByProvider(
  connectors: Connectors | undefined,
  made: { kind: string; letterKind: LetterKind | null; viaPrintProvider: boolean; provider: string | null },
): Connectors | undefined {
  const isKept = made.viaPrintProvider && needsProvider(made) === 'letter' && !goesByPrintProvider(connectors, made);
  if (!isKept) return connectors;
  const { print = null, sms = null } = connectors ?? {};
  const provider = print?.provider ?? made.provider ?? '';
  return { print: { provider, kinds: [...(print?.kinds ?? []), 'simple'] }, sms };
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
  return letter.provider === null || letter.provider === (letter.test ? MAILBOX : print.provider);
}

/** Read on a sheet of paper: no link can be pressed there. What goes by mail, a letter attached to it too, has no kind. */
export const isOnPaper = (letterKind: string | null): boolean => letterKind !== null && !isElectronicLetter(letterKind);

/** Sent to an e-mail address; a consumer must have agreed to that beforehand. */
export function isElectronicLetter(letterKind: string | null): letterKind is 'lre_qualified' | 'ere_simple' {
  return letterKind === 'lre_qualified' || letterKind === 'ere_simple';
}
