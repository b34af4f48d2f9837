import { readersOf, shippedTemplate, type Reader, type Wording } from './shipped-template.ts';

const BY_MAIL = readersOf(['email'], [null]);

const HAND_OVER_FR: Wording = {
  subject: 'Litige à prendre en charge – #customer_name – #invoice_number',
  paragraphs: [
    'Bonjour,',
    'Le client <strong>#customer_name</strong> (référence #customer_reference) conteste ce qui suit, pour un total de #items_amount_selected. Merci de prendre en charge la résolution de ce litige\u00a0: tant qu’il est ouvert, aucune relance ne part à ce sujet.',
    '#items_list_selected',
    'Message interne\u00a0: ne le transmettez pas au client.',
  ],
};

const HAND_OVER_EN: Wording = {
  subject: 'Dispute to be settled – #customer_name – #invoice_number',
  paragraphs: [
    'Hello,',
    'Customer <strong>#customer_name</strong> (reference #customer_reference) disputes the following, for a total of #items_amount_selected. Please take this dispute over: while it is open, no reminder is sent.',
    '#items_list_selected',
    'Internal message: please do not forward it to the customer.',
  ],
};

/** A mail that asks a colleague to settle a dispute. The comments on each item follow the text. */
export const DISPUTE_HANDED_OVER = shippedTemplate(
  { key: 'dispute_handed_over', name: 'Litige à prendre en charge (interne)', level: null, purpose: 'internal' },
  BY_MAIL,
  ({ language }) => (language === 'fr' ? HAND_OVER_FR : HAND_OVER_EN),
);

/** A mail to a colleague about items that are not in dispute. */
const FOLLOW_UP_FR: Wording = {
  subject: 'À suivre – #customer_name – #invoice_number',
  paragraphs: [
    'Bonjour,',
    'Voici ce qui est à suivre chez le client <strong>#customer_name</strong> (référence #customer_reference), pour un total de #items_amount_selected.',
    '#items_list_selected',
    'Message interne\u00a0: ne le transmettez pas au client.',
  ],
};

const FOLLOW_UP_EN: Wording = {
  subject: 'For follow-up – #customer_name – #invoice_number',
  paragraphs: [
    'Hello,',
    'Please follow up the items below with customer <strong>#customer_name</strong> (reference #customer_reference), for a total of #items_amount_selected.',
    '#items_list_selected',
    'Internal message: please do not forward it to the customer.',
  ],
};

/** The text to a colleague when nobody chose a template. */
export function textToColleague(
  isDispute: boolean,
  language: Reader['language'],
): { subject: string; bodyHtml: string } {
  const french = isDispute ? HAND_OVER_FR : FOLLOW_UP_FR;
  const english = isDispute ? HAND_OVER_EN : FOLLOW_UP_EN;
  const { subject, paragraphs } = language === 'fr' ? french : english;
  return { subject, bodyHtml: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n') };
}
