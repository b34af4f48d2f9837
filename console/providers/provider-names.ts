import type { Language } from '../words/language.ts';

const OF_A_PROVIDER: Readonly<Record<string, string>> = {
  resend: 'Resend',
  merci_facteur: 'Merci Facteur',
  maileva: 'Maileva',
  brevo: 'Brevo',
};

const IN_WORDS: Record<Language, Readonly<Record<string, string>>> = {
  fr: {
    mailbox: 'boîte locale (essai)',
    person: 'remis à la main',
    'webhook paiements': 'prestataire de paiement',
    ...OF_A_PROVIDER,
  },
  en: { mailbox: 'local mailbox (test)', person: 'by hand', 'webhook paiements': 'payment provider', ...OF_A_PROVIDER },
};

/** The name of a provider for users, or its code when it has none. */
export const providerName = (code: string, language: Language): string => IN_WORDS[language][code] ?? code;

const AUTOMATIC: Record<Language, string> = { fr: 'automatique', en: 'automatic' };

/** Who did something in the history: a user or a key by name, a provider by its label, or the system. */
export function whoDid(actor: { kind: string; name: string }, language: Language): string {
  if (actor.kind === 'system') return AUTOMATIC[language];
  return actor.kind === 'provider' ? providerName(actor.name, language) : actor.name;
}
