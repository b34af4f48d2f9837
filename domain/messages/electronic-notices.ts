import type { Language, TemplateText } from '../reminder-content.ts';
import { safeHref } from '../rich-text/safe-href.ts';

/**
 * Whom we tell by e-mail that an electronic registered letter is there: what the provider does not do itself. Merci Facteur
 * writes to the recipient, and reminds him; to the sender it says nothing.
 */
export function noticesByUs(provider: string | null): readonly ('sender' | 'recipient')[] {
  return provider === 'mailbox' ? ['recipient', 'sender'] : ['sender'];
}

/** What identifies the letter for both. */
export interface LetterReferences {
  /** Never called a letter when it is a simple delivery: that is not worth a registered letter. */
  letterKind: ElectronicKind;
  messageId: string;
  providerReference: string | null;
  recipient: string;
  /** Where the local mailbox shows it, which the recipient alone is told; null: not known. */
  pageUrl: string | null;
}

type ElectronicKind = 'lre_qualified' | 'ere_simple';

interface Said {
  subject: string;
  sender: (recipient: string) => string;
  recipient: string;
}

const FR: Readonly<Record<ElectronicKind, Said>> = {
  lre_qualified: {
    subject: 'Lettre recommandée électronique',
    sender: (recipient) =>
      `Une lettre recommandée électronique destinée à #customer_name (${recipient}) a été remise au prestataire le #today.`,
    recipient: 'Une lettre recommandée électronique de #company_name vous attend.',
  },
  ere_simple: {
    subject: 'Envoi recommandé électronique',
    sender: (recipient) =>
      `Un envoi recommandé électronique destiné à #customer_name (${recipient}) a été remis au prestataire le #today.`,
    recipient: 'Un envoi recommandé électronique de #company_name vous attend.',
  },
};

const EN: Readonly<Record<ElectronicKind, Said>> = {
  lre_qualified: {
    subject: 'Qualified electronic registered letter',
    sender: (recipient) =>
      `A qualified electronic registered letter to #customer_name (${recipient}) was handed to the provider on #today.`,
    recipient: 'A qualified electronic registered letter from #company_name is waiting for you.',
  },
  ere_simple: {
    subject: 'Electronic registered delivery',
    sender: (recipient) =>
      `An electronic registered delivery to #customer_name (${recipient}) was handed to the provider on #today.`,
    recipient: 'An electronic registered delivery from #company_name is waiting for you.',
  },
};

/**
 * Only the local mailbox leaves it to us to write to the recipient: who stands in for the provider, that it is a test, and where
 * the letter is read and its receipt confirmed.
 */
const TRIAL: Readonly<Record<Language, { said: string; read: string }>> = {
  fr: {
    said: 'Ceci est un essai\u00a0: la boîte locale tient lieu de prestataire et ne vous demande pas de vous identifier.',
    read: 'Lire et confirmer la réception dans la boîte locale',
  },
  en: {
    said: 'This is a test: the local mailbox stands in for a provider, and does not ask you to identify yourself.',
    read: 'Read it and confirm its receipt in the local mailbox',
  },
};

function trialOf(language: Language, pageUrl: string | null): string {
  const { said, read } = TRIAL[language];
  const href = safeHref(pageUrl)?.replaceAll('&', '&amp;');
  return href ? `${said} <a href="${href}">${read}</a>.` : said;
}

/** The words of the notice, without a word of what the letter says. */
export function electronicNotice(
  to: 'sender' | 'recipient',
  language: Language,
  { letterKind, messageId, providerReference, recipient, pageUrl }: LetterReferences,
): TemplateText {
  const number = providerReference ?? messageId;
  const said = (language === 'en' ? EN : FR)[letterKind];
  const first = to === 'sender' ? said.sender(recipient) : said.recipient;
  const second =
    language === 'en'
      ? `Sending ${number}, our reference ${messageId}.`
      : `Envoi ${number}, notre référence ${messageId}.`;
  // The sender has many customers; the paragraph goes where this one has no reference.
  const third =
    language === 'en' ? 'Customer reference: #customer_reference' : 'Référence client\u00a0: #customer_reference';
  const paragraphs = to === 'sender' ? [first, second, third] : [first, trialOf(language, pageUrl), second];
  return { subject: `${said.subject} ${number}`, bodyHtml: paragraphs.map((words) => `<p>${words}</p>`).join('') };
}
