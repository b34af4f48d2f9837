import type { Language, TemplateText } from '../reminder-content.ts';
import { closing, greeting } from './closing.ts';
import { readersOf, shippedTemplate, type Reader, type ShippedTemplate, type Wording } from './shipped-template.ts';

type StatementReader = NonNullable<ShippedTemplate['thirdParty']>;

const CONFIDENTIAL_FR =
  'Ces informations vous sont communiquées pour le seul suivi de ce règlement\u00a0; nous vous remercions de ne pas les diffuser.';
const CONFIDENTIAL_EN =
  'This information is given to you solely for following up this payment; please do not pass it on.';

const STATEMENTS = readersOf(['statement'], [null]);

/**
 * For a professional who refers customers: which of the referred files are unpaid, with the request to speak to the
 * clients.
 */
const TO_REFERRER = shippedTemplate(
  { key: 'statement_to_referrer', name: 'État d’impayés – prescripteur', level: null },
  STATEMENTS,
  (reader) => (reader.language === 'fr' ? referrerInFrench(reader) : referrerInEnglish(reader)),
);

/** For a notary, who holds the price of a sale: which invoices in the notary's files are still to be settled. */
const TO_NOTARY = shippedTemplate(
  { key: 'statement_to_notary', name: 'État d’impayés – notaire', level: null },
  STATEMENTS,
  ({ language }) => (language === 'fr' ? notaryInFrench() : notaryInEnglish()),
);

/** The statements that every new creditor gets; also used for a creditor who has deleted all of them. */
export const SHIPPED_STATEMENTS: readonly ShippedTemplate[] = [
  { ...TO_REFERRER, thirdParty: 'referrer' },
  { ...TO_NOTARY, thirdParty: 'notary' },
];

/** The default statement for a third party, in their language. */
export function shippedStatement(thirdParty: StatementReader, language: Language): TemplateText {
  const template = thirdParty === 'notary' ? TO_NOTARY : TO_REFERRER;
  const text = [template, ...template.variants].find((variant) => variant.language === language) ?? template;
  return { subject: text.subject, bodyHtml: text.bodyHtml };
}

function referrerInFrench(reader: Reader): Wording {
  return {
    subject: 'Dossiers restant impayés au #today',
    paragraphs: [
      greeting(reader),
      'Parmi les dossiers que vous nous avez confiés ou adressés, voici ce qui reste impayé à ce jour, pour un total de <strong>#balance</strong>\u00a0:',
      '#items_list_selected',
      'Nous vous serions reconnaissants de bien vouloir rapprocher cet état de vos propres dossiers et, lorsque vous le jugez utile, d’en parler à vos clients.',
      'Si cet état appelle une remarque de votre part (règlement en cours, vente reportée, facture à établir à un autre nom), un simple mot en réponse nous permettra d’en tenir compte.',
      CONFIDENTIAL_FR,
      ...closing(reader),
    ],
  };
}

function referrerInEnglish(reader: Reader): Wording {
  return {
    subject: 'Files still unpaid on #today',
    paragraphs: [
      greeting(reader),
      'Of the files that you entrusted or referred to us, the following remains unpaid to date, for a total of <strong>#balance</strong>:',
      '#items_list_selected',
      'We would be grateful if you could check this statement against your own files and, where you see fit, mention it to your clients.',
      'If you have any comments (payment under way, sale postponed, invoice to be made out in another name), a short reply will allow us to take it into account.',
      CONFIDENTIAL_EN,
      ...closing(reader),
    ],
  };
}

function notaryInFrench(): Wording {
  return {
    subject: 'Factures restant à régler dans vos dossiers au #today',
    paragraphs: [
      'Maître,',
      'Dans les dossiers suivis par votre étude, voici ce qui reste impayé à ce jour, pour un total de <strong>#balance</strong>\u00a0:',
      '#items_list_selected',
      'Avec l’accord des intéressés, nous vous saurions gré de bien vouloir en prévoir le règlement lors de la signature de l’acte, et de nous indiquer la date à laquelle celle-ci est envisagée.',
      'Si un règlement est déjà intervenu, ou si la vente n’aboutit pas, nous vous remercions de nous le faire savoir.',
      CONFIDENTIAL_FR,
      'Nous vous prions d’agréer, Maître, l’expression de notre considération distinguée.',
      '#user_name<br>#company_name',
    ],
  };
}

function notaryInEnglish(): Wording {
  return {
    subject: 'Invoices still to be settled in your files on #today',
    paragraphs: [
      'Dear Maître,',
      'In the files handled by your office, the following remains unpaid to date, for a total of <strong>#balance</strong>:',
      '#items_list_selected',
      'With the agreement of those concerned, we would be grateful if you could provide for its settlement when the deed is signed, and let us know the date on which this is expected.',
      'Should a payment have been made already, or should the sale not go ahead, please let us know.',
      CONFIDENTIAL_EN,
      'Yours faithfully,',
      '#user_name<br>#company_name',
    ],
  };
}
