import type { LetterKind } from '../../domain/ladder/step.ts';
import { type Connectors, letterInMailbox, MAILBOX } from '../../domain/messages/connectors.ts';

type PrintProviderName = 'merci_facteur' | 'maileva' | 'mailbox';
type SmsProviderName = 'brevo' | 'mailbox';

/**
 * The kinds of letter that leave by themselves. Neither takes qualified ones so: Maileva's ask the sender for a one-time
 * code at every sending, so a person sends those. Merci Facteur's electronic letters are of the simple kind (eIDAS article 43).
 */
const KINDS_OFFERED: Record<PrintProviderName, readonly LetterKind[]> = {
  merci_facteur: ['simple', 'registered', 'ere_simple'],
  maileva: ['simple', 'registered'],
  mailbox: ['simple', 'registered', 'ere_simple'],
};

/** What an installation with these providers can send besides mails, whoever its creditors are. */
export function offeredBy(print: PrintProviderName | null, sms: SmsProviderName | null): Connectors {
  return { print: print && { provider: print, kinds: KINDS_OFFERED[print] }, sms };
}

/** Where operations and collectors look a letter up: the provider's own pages. */
const PAGES: Record<string, string> = {
  merci_facteur: 'https://www.merci-facteur.com/pro/',
  maileva: 'https://www.maileva.com/',
};

/** The provider's page, that of the letter itself in the local mailbox, and the post's page of the very letter when it has a number. */
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
