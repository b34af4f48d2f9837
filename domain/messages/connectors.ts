import type { LetterKind } from '../ladder/step.ts';

/**
 * The providers besides e-mail: those that the installation is configured with, or the part of them that a creditor
 * uses.
 */
export interface Connectors {
  /**
   * The print provider and the kinds of letter it takes for this creditor (possibly none); null when there is no print
   * provider. Other letters are printed and posted by a person.
   */
  print: { provider: string; kinds: readonly LetterKind[] } | null;
  /** The SMS provider; null when no SMS leaves. */
  sms: string | null;
}

/** Name of the local mailbox as a provider: it stores letters and SMS, and nothing leaves the machine. */
export const MAILBOX = 'mailbox';

/** The page of the local mailbox that shows a letter it received, and on which its signature can be simulated. */
export const letterInMailbox = (mailboxUrl: string, messageId: string): string => `${mailboxUrl}/#letters/${messageId}`;

/** The creditor's choice among the installation's providers, and whether the creditor is live. */
export interface ChannelChoice {
  isLive: boolean;
  printEnabled: boolean;
  smsEnabled: boolean;
}

/**
 * The providers this creditor uses, out of those the installation is configured with. The local mailbox is not a
 * provider of a live creditor, because what it takes is never printed. A letter that a provider already took is still
 * followed.
 */
export function connectorsOfCreditor({ print, sms }: Connectors, choice: ChannelChoice): Connectors {
  const takes = (provider: string, isEnabled: boolean) => isEnabled && !(choice.isLive && provider === MAILBOX);
  return {
    print: print && (takes(print.provider, choice.printEnabled) ? print : { provider: print.provider, kinds: [] }),
    sms: sms !== null && takes(sms, choice.smsEnabled) ? sms : null,
  };
}

/**
 * Messages that only a provider can deliver: an SMS, and a simple letter, which counts as sent as soon as it is made
 * when there is no provider.
 */
export type ByProvider = 'letter' | 'sms';

/**
 * Returns null when the message needs no provider. A registered letter that no provider takes waits for a person to
 * post it.
 */
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

/** The kinds of message that need a provider and have none: nothing of these kinds leaves by itself. */
export function withoutProvider({ print, sms }: Connectors): ByProvider[] {
  return [
    ...(print?.kinds.includes('simple') ? [] : (['letter'] as const)),
    ...(sms === null ? (['sms'] as const) : []),
  ];
}

/** `provider` of a message that a person posted. */
export const PROVIDER_PERSON = 'person';

/** Whether the print provider takes this letter; otherwise a person posts it, as without a print provider. */
export function goesByPrintProvider(
  connectors: Connectors | undefined,
  letter: { kind: string; letterKind: LetterKind | null },
): boolean {
  if (letter.kind !== 'letter') return false;
  return connectors?.print?.kinds.includes(letter.letterKind ?? 'simple') ?? false;
}

/**
 * The connectors for making a message again. A simple letter that was prepared for the print provider stays assigned to
 * it even when the provider is gone or switched off by now: it waits, because without a provider it would count as sent
 * as soon as it is made.
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
 * Whether a message waits for a person to send it: a registered letter, on paper or electronic, that no print provider
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

/** Whether the letter is made and a person has to post it, which its message then waits for. */
export const isMadeToPost = (message: Parameters<typeof isPostedByPerson>[0] & { status: string }): boolean =>
  message.status === 'rendered' && isPostedByPerson(message);

/**
 * When the letter was made that a person has to post; null when there is none. One that was just asked for counts: it
 * is drawn within seconds.
 */
export function letterToPostAt(
  message: Parameters<typeof isPostedByPerson>[0] & { status: string; reservedAt: Date; renderedAt: Date | null },
): Date | null {
  const isToPost = message.status === 'reserved' || message.status === 'rendered';
  return isToPost && isPostedByPerson(message) ? (message.renderedAt ?? message.reservedAt) : null;
}

/**
 * Whether the print provider that took this letter is still configured, so that it reports what becomes of the letter.
 */
export function isFollowed(
  connectors: Connectors | undefined,
  letter: { viaPrintProvider: boolean; provider: string | null; test: boolean },
): boolean {
  const print = connectors?.print;
  if (!letter.viaPrintProvider || !print) return false;
  return letter.provider === null || letter.provider === (letter.test ? MAILBOX : print.provider);
}

/**
 * Whether the letter is read on paper, where links cannot be clicked. A mail, and a letter attached to one, has no
 * kind.
 */
export const isOnPaper = (letterKind: string | null): boolean => letterKind !== null && !isElectronicLetter(letterKind);

/** Whether the letter is sent to an e-mail address; a consumer must have agreed to that beforehand. */
export function isElectronicLetter(letterKind: string | null): letterKind is 'lre_qualified' | 'ere_simple' {
  return letterKind === 'lre_qualified' || letterKind === 'ere_simple';
}
