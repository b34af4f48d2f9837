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
  messageId: string;
  providerReference: string | null;
  recipient: string;
}

/** The words of the notice, without a word of what the letter says. */
export function electronicNotice(
  to: 'sender' | 'recipient',
  language: Language,
  { messageId, providerReference, recipient }: LetterReferences,
): TemplateText {
  const number = providerReference ?? messageId;
  if (language === 'en') {
    const subject = `Electronic registered letter ${number}`;
    const first =
      to === 'sender'
        ? `An electronic registered letter to #customer_name (${recipient}) was handed to the provider on #today.`
        : 'An electronic registered letter from #company_name is waiting for you. The provider asks you to identify yourself before you open it.';
    return { subject, bodyHtml: `<p>${first}</p><p>Sending ${number}, our reference ${messageId}.</p>` };
  }
  const subject = `Lettre recommandée électronique ${number}`;
  const first =
    to === 'sender'
      ? `Une lettre recommandée électronique destinée à #customer_name (${recipient}) a été remise au prestataire le #today.`
      : 'Une lettre recommandée électronique de #company_name vous attend. Le prestataire vous demandera de vous identifier avant de l’ouvrir.';
  return { subject, bodyHtml: `<p>${first}</p><p>Envoi ${number}, notre référence ${messageId}.</p>` };
}
