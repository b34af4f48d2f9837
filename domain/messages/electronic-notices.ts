import type { Language, TemplateText } from '../reminder-content.ts';
import { safeHref } from '../rich-text/safe-href.ts';

/**
 * Whom we notify by e-mail of an electronic registered letter, because the provider does not. Merci Facteur writes to
 * the recipient, reminders included, but says nothing to the sender. The recipient of a qualified letter may not be told
 * who sent it before accepting it (CPCE R53-3): our mail, which names the sender, never announces one.
 */
export function noticesByUs(provider: string | null, letterKind: ElectronicKind): readonly ('sender' | 'recipient')[] {
  return provider === 'mailbox' && letterKind === 'ere_simple' ? ['recipient', 'sender'] : ['sender'];
}

/** What identifies the letter to sender and recipient. */
export interface LetterReferences {
  /** A simple electronic delivery is never called a letter: it does not have the value of a registered letter. */
  letterKind: ElectronicKind;
  messageId: string;
  providerReference: string | null;
  recipient: string;
  /** Page of the local mailbox that shows the letter; only the recipient is told it. Null when not known. */
  pageUrl: string | null;
  /** The recipient is a consumer, who had to agree beforehand (CPCE L100). */
  isAgreed: boolean;
}

type ElectronicKind = 'lre_qualified' | 'ere_simple';

interface Said {
  subject: string;
  sender: (recipient: string) => string;
}

const FR: Readonly<Record<ElectronicKind, Said>> = {
  lre_qualified: {
    subject: 'Lettre recommandée électronique',
    sender: (recipient) =>
      `Une lettre recommandée électronique destinée à #customer_name (${recipient}) a été remise au prestataire le #today.`,
  },
  ere_simple: {
    subject: 'Envoi recommandé électronique',
    sender: (recipient) =>
      `Un envoi recommandé électronique destiné à #customer_name (${recipient}) a été remis au prestataire le #today.`,
  },
};

const EN: Readonly<Record<ElectronicKind, Said>> = {
  lre_qualified: {
    subject: 'Qualified electronic registered letter',
    sender: (recipient) =>
      `A qualified electronic registered letter to #customer_name (${recipient}) was handed to the provider on #today.`,
  },
  ere_simple: {
    subject: 'Electronic registered delivery',
    sender: (recipient) =>
      `An electronic registered delivery to #customer_name (${recipient}) was handed to the provider on #today.`,
  },
};

interface SaidToRecipient {
  waiting: string;
  /** As long as the recipient of a qualified letter has by law (CPCE R53-3), so that a trial shows what to expect. */
  choice: string;
  agreed: string;
}

const TO_RECIPIENT: Readonly<Record<Language, SaidToRecipient>> = {
  fr: {
    waiting: 'Un envoi recommandé électronique de #company_name vous attend.',
    choice:
      'Vous pouvez l’accepter ou le refuser pendant quinze jours à compter du lendemain de cet avis\u00a0; sans réponse de votre part à l’issue de ce délai, il sera considéré comme non réclamé.',
    agreed: 'Vous nous avez donné votre accord pour recevoir des envois recommandés électroniques.',
  },
  en: {
    waiting: 'An electronic registered delivery from #company_name is waiting for you.',
    choice:
      'You may accept or refuse it for fifteen days from the day after this notice; without an answer from you by then, it will be considered unclaimed.',
    agreed: 'You have agreed to receive electronic registered deliveries from us.',
  },
};

/**
 * The local mailbox does not write to the recipient, so we do: the text says that this is a test, that the mailbox
 * stands in for the provider, and where to read the letter and confirm its receipt.
 */
const TRIAL: Readonly<Record<Language, { said: string; read: string }>> = {
  fr: {
    said: 'Ceci est un essai\u00a0: la boîte locale tient lieu de prestataire et ne vous demande pas de vous identifier.',
    read: 'Lire et confirmer la réception, ou refuser, dans la boîte locale',
  },
  en: {
    said: 'This is a test: the local mailbox stands in for a provider, and does not ask you to identify yourself.',
    read: 'Read it and confirm its receipt, or refuse it, in the local mailbox',
  },
};

function trialOf(language: Language, pageUrl: string | null): string {
  const { said, read } = TRIAL[language];
  const href = safeHref(pageUrl)?.replaceAll('&', '&amp;');
  return href ? `${said} <a href="${href}">${read}</a>.` : said;
}

/** The text of the notice, without any content of the letter. */
export function electronicNotice(
  to: 'sender' | 'recipient',
  language: Language,
  { letterKind, messageId, providerReference, recipient, pageUrl, isAgreed }: LetterReferences,
): TemplateText {
  const number = providerReference ?? messageId;
  const said = (language === 'en' ? EN : FR)[letterKind];
  const second =
    language === 'en'
      ? `Sending ${number}, our reference ${messageId}.`
      : `Envoi ${number}, notre référence ${messageId}.`;
  // For the sender, who has many customers. The paragraph is left out when this customer has no reference.
  const third =
    language === 'en' ? 'Customer reference: #customer_reference' : 'Référence client\u00a0: #customer_reference';
  const { waiting, choice, agreed } = TO_RECIPIENT[language];
  const toRecipient = [waiting, choice, ...(isAgreed ? [agreed] : []), trialOf(language, pageUrl), second];
  const paragraphs = to === 'sender' ? [said.sender(recipient), second, third] : toRecipient;
  return { subject: `${said.subject} ${number}`, bodyHtml: paragraphs.map((words) => `<p>${words}</p>`).join('') };
}
