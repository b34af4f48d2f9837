import type { LetterKind } from '../../domain/ladder/step.ts';
import { type Connectors, letterInMailbox, MAILBOX } from '../../domain/messages/connectors.ts';

type PrintProviderName = 'merci_facteur' | 'maileva' | 'mailbox';
type SmsProviderName = 'brevo' | 'mailbox';

/**
 * The kinds of letter that can leave automatically. Qualified electronic letters cannot: Maileva asks the sender for a
 * one-time code each time, so a person sends them. Merci Facteur's electronic letters are of the simple kind (eIDAS article
 * 43).
 */
const KINDS_OFFERED: Record<PrintProviderName, readonly LetterKind[]> = {
  merci_facteur: ['simple', 'registered', 'ere_simple'],
  maileva: ['simple', 'registered'],
  mailbox: ['simple', 'registered', 'ere_simple'],
};

/** What an installation with these providers can send besides mails, for any of its creditors. */
export function offeredBy(print: PrintProviderName | null, sms: SmsProviderName | null): Connectors {
  return { print: print && { provider: print, kinds: KINDS_OFFERED[print] }, sms };
}

/** The provider's own pages, where operations and collectors look a letter up. */
const PAGES: Record<string, string> = {
  merci_facteur: 'https://www.merci-facteur.com/pro/',
  maileva: 'https://www.maileva.com/',
};

/**
 * Links for a letter: the provider's page (in the local mailbox, the page of that letter), and La Poste's tracking page
 * when it has a number.
 */
export function pagesOf(
  letter: { id: string; kind: string; provider: string | null; trackingNumber: string | null },
  mailboxUrl: string,
) {
  const inMailbox = letter.kind === 'letter' && letter.provider === MAILBOX;
  const tracking = letter.trackingNumber && encodeURIComponent(letter.trackingNumber.replace(/\s/g, ''));
  return {
    providerUrl: inMailbox
      ? letterInMailbox(mailboxUrl, letter.id)
      : ((letter.provider && PAGES[letter.provider]) ?? null),
    trackingUrl: tracking ? `https://www.laposte.fr/outils/suivre-vos-envois?code=${tracking}` : null,
  };
}
