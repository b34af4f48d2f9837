import type { LetterKind } from '../../domain/ladder/step.ts';
import type { Connectors } from '../../domain/messages/connectors.ts';

type PrintProviderName = 'merci_facteur' | 'maileva';

/**
 * The kinds of letter that leave by themselves. Neither takes qualified ones so: Maileva's ask the sender for a one-time
 * code at every sending, so a person sends those. Merci Facteur's electronic letters are of the simple kind (eIDAS article 43).
 */
const KINDS_OFFERED: Record<PrintProviderName, readonly LetterKind[]> = {
  merci_facteur: ['simple', 'registered', 'ere_simple'],
  maileva: ['simple', 'registered'],
};

/** What can be sent besides mails, with this print provider and with or without an SMS provider. */
export function connectorsOf(provider: PrintProviderName | null, hasSms: boolean): Connectors {
  return { print: provider && { provider, kinds: KINDS_OFFERED[provider] }, sms: hasSms ? 'brevo' : null };
}

/** Where operations and collectors look a letter up: the provider's own pages. */
const PAGES: Record<string, string> = {
  merci_facteur: 'https://www.merci-facteur.com/pro/',
  maileva: 'https://www.maileva.com/',
};

/** The provider's page, and the post's page of the very letter when it has a number. */
export function pagesOf(letter: { provider: string | null; trackingNumber: string | null }) {
  const tracking = letter.trackingNumber && encodeURIComponent(letter.trackingNumber.replace(/\s/g, ''));
  return {
    providerUrl: (letter.provider && PAGES[letter.provider]) ?? null,
    trackingUrl: tracking ? `https://www.laposte.fr/outils/suivre-vos-envois?code=${tracking}` : null,
  };
}
