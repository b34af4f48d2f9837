import type { LetterKind } from '../../domain/ladder/step.ts';

export const PRINT_PROVIDERS = ['merci_facteur', 'maileva'] as const;
export type PrintProviderName = (typeof PRINT_PROVIDERS)[number];

/**
 * The kinds of letter that leave by themselves. Neither takes qualified ones so: Maileva's ask the sender for a one-time
 * code at every sending, so a person sends those. Merci Facteur's electronic letters are of the simple kind (eIDAS article 43).
 */
export const KINDS_OFFERED: Record<PrintProviderName, readonly LetterKind[]> = {
  merci_facteur: ['simple', 'registered', 'ere_simple'],
  maileva: ['simple', 'registered'],
};

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

/** Who tells sender and recipient by e-mail that an electronic letter is there: what the provider does not do, we do. */
export function notifiesOf(provider: string): { recipient: boolean; sender: boolean } {
  return { recipient: provider !== 'mailbox', sender: false };
}
