import type { Language, TemplateText } from '../reminder-content.ts';

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
    recipient:
      'Une lettre recommandée électronique de #company_name vous attend. Le prestataire vous demandera de vous identifier avant de l’ouvrir.',
  },
  ere_simple: {
    subject: 'Envoi recommandé électronique',
    sender: (recipient) =>
      `Un envoi recommandé électronique destiné à #customer_name (${recipient}) a été remis au prestataire le #today.`,
    recipient:
      'Un envoi recommandé électronique de #company_name vous attend. Le prestataire vous demandera de vous identifier avant de l’ouvrir.',
  },
};

const EN: Readonly<Record<ElectronicKind, Said>> = {
  lre_qualified: {
    subject: 'Qualified electronic registered letter',
    sender: (recipient) =>
      `A qualified electronic registered letter to #customer_name (${recipient}) was handed to the provider on #today.`,
    recipient:
      'A qualified electronic registered letter from #company_name is waiting for you. The provider asks you to identify yourself before you open it.',
  },
  ere_simple: {
    subject: 'Electronic registered delivery',
    sender: (recipient) =>
      `An electronic registered delivery to #customer_name (${recipient}) was handed to the provider on #today.`,
    recipient:
      'An electronic registered delivery from #company_name is waiting for you. The provider asks you to identify yourself before you open it.',
  },
};

/** The words of the notice, without a word of what the letter says. */
export function electronicNotice(
  to: 'sender' | 'recipient',
  language: Language,
  { letterKind, messageId, providerReference, recipient }: LetterReferences,
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
  const paragraphs = to === 'sender' ? [first, second, third] : [first, second];
  return { subject: `${said.subject} ${number}`, bodyHtml: paragraphs.map((words) => `<p>${words}</p>`).join('') };
}
