import type { Language } from '../reminder-content.ts';
import { type Block, plainText } from '../rich-text/document.ts';
import { parseBody } from '../rich-text/parse-body.ts';
import { serializeBody } from '../rich-text/serialize-body.ts';
import type { Reader } from './shipped-template.ts';

/** How to pay and see the invoices online; a paragraph is left out when its link is missing. */
export function onlineLinks({ language }: Reader): string[] {
  return language === 'fr'
    ? ['Vous pouvez régler en ligne\u00a0: #payment_link', 'Vos documents sont consultables ici\u00a0: #documents_link']
    : ['You can pay online: #payment_link', 'Your documents are available here: #documents_link'];
}

/** The closing words and the signature: more formal in a letter than in a mail. */
export function closing({ kind, language }: Reader): string[] {
  if (language === 'en') return ['Yours faithfully,', '#user_name<br>#company_name'];
  const words =
    kind === 'email'
      ? 'Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.'
      : 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos sentiments distingués.';
  return [words, '#user_name<br>#company_name'];
}

export function greeting({ language }: Reader): string {
  return language === 'fr' ? 'Madame, Monsieur,' : 'Dear Sir or Madam,';
}

/** Whom to call, in a mail only: a letter says so in its head. */
export function whomToCall({ kind, language }: Reader): string {
  if (kind !== 'email') return '';
  return language === 'fr'
    ? 'Votre interlocuteur\u00a0: #user_name, #user_phone, #user_email'
    : 'Your contact: #user_name, #user_phone, #user_email';
}

/** The sentence in a mail that says the letter is attached. */
export function attachedLetter({ kind, language }: Reader): string {
  return kind === 'letter' ? '' : ATTACHED[language];
}

const ATTACHED: Record<Language, string> = {
  fr: 'Vous trouverez ci-joint le courrier correspondant.',
  en: 'The corresponding letter is attached.',
};

/** The text of a mail for its letter: without the sentence that says a letter is attached. */
export function withoutAttachedLetter(bodyHtml: string): string {
  const { blocks } = parseBody(bodyHtml);
  const isAttached = (block: Block) =>
    block.type === 'paragraph' && Object.values(ATTACHED).includes(plainText(block.inlines).trim());
  const kept = blocks.filter((block) => !isAttached(block));
  return kept.length === blocks.length || kept.length === 0 ? bodyHtml : serializeBody(kept);
}

/** What late payment costs, for professionals and public buyers; nothing at all for a consumer (CPCE L111-8). */
export function latePaymentMentions({ debtorKind, language }: Reader): string[] {
  if (debtorKind === 'professional') return language === 'fr' ? COMMERCIAL_FR : COMMERCIAL_EN;
  if (debtorKind === 'public') return language === 'fr' ? PUBLIC_FR : PUBLIC_EN;
  return [];
}

// Code de commerce, articles L441-10 II and D441-5: owed automatically from the day after the due date, €40 per
// invoice.
const COMMERCIAL_FR = [
  'Nous vous rappelons qu’en application des articles L441-10 et D441-5 du code de commerce, tout retard de paiement entraîne de plein droit, sans qu’un rappel soit nécessaire, des pénalités de retard ainsi qu’une indemnité forfaitaire pour frais de recouvrement de 40\u00a0€ par facture. Ces sommes ne sont pas comprises dans le montant indiqué ci-dessus.',
  'Taux des pénalités de retard\u00a0: #late_penalty_rate',
];
const COMMERCIAL_EN = [
  'Please note that under articles L441-10 and D441-5 of the French Commercial Code, late payment gives rise by operation of law, without any reminder being required, to late payment penalties and to a fixed compensation for recovery costs of €40 per invoice. These are not included in the amount stated above.',
  'Late payment penalty rate: #late_penalty_rate',
];
// Code de la commande publique: interest at the ECB rate plus 8 points (R2192-31) and €40 (D2192-35), without
// formality.
const PUBLIC_FR = [
  'Nous vous rappelons qu’en application des articles L2192-13, R2192-31 et D2192-35 du code de la commande publique, le dépassement du délai de paiement ouvre droit, sans autre formalité, à des intérêts moratoires ainsi qu’à une indemnité forfaitaire pour frais de recouvrement de 40\u00a0€. Ces sommes ne sont pas comprises dans le montant indiqué ci-dessus.',
];
const PUBLIC_EN = [
  'Please note that under articles L2192-13, R2192-31 and D2192-35 of the French Public Procurement Code, late payment gives rise, without further formality, to default interest and to a fixed compensation for recovery costs of €40. These are not included in the amount stated above.',
];
