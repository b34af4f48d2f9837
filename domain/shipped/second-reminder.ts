import { attachedLetter, closing, greeting, latePaymentMentions, onlineLinks, whomToCall } from './closing.ts';
import { readersOf, shippedTemplate, type Reader, type Wording } from './shipped-template.ts';

/**
 * R2: firm, asks for an answer and says what comes next; mentions the cost of late payment only for debtors who owe it
 * by law.
 */
export const SECOND_REMINDER = shippedTemplate(
  { key: 'r2', name: 'Relance R2', level: 2 },
  readersOf(['email', 'letter'], ['consumer', 'professional', 'public']),
  (reader) => (reader.language === 'fr' ? french(reader) : english(reader)),
);

function french(reader: Reader): Wording {
  return {
    subject: 'Deuxième rappel – #invoice_number',
    paragraphs: [
      greeting(reader),
      'Malgré notre précédent rappel, et sauf erreur de notre part, nous n’avons pas reçu le règlement de la somme de <strong>#balance</strong>, détaillée ci-dessous\u00a0:',
      '#items_list_selected',
      'Nous vous demandons de bien vouloir régler cette somme au plus tard le <strong>#payment_deadline</strong>. Sans règlement ni réponse de votre part à cette date, nous vous adresserons une lettre recommandée.',
      ...latePaymentMentions(reader),
      ...onlineLinks(reader),
      attachedLetter(reader),
      'Si vous contestez cette somme, ou si vous rencontrez une difficulté pour la régler, nous vous invitons à nous en faire part sans attendre, afin de convenir ensemble de la suite à y donner. Si votre règlement vient de nous être adressé, nous vous en remercions et vous prions de ne pas tenir compte de ce rappel.',
      whomToCall(reader),
      ...closing(reader),
    ],
  };
}

function english(reader: Reader): Wording {
  return {
    subject: 'Second reminder – #invoice_number',
    paragraphs: [
      greeting(reader),
      'Despite our previous reminder, and unless we are mistaken, we have not received payment of the sum of <strong>#balance</strong>, detailed below:',
      '#items_list_selected',
      'Please pay this sum by <strong>#payment_deadline</strong> at the latest. Without payment or an answer from you by that date, we shall send you a registered letter.',
      ...latePaymentMentions(reader),
      ...onlineLinks(reader),
      attachedLetter(reader),
      'If you dispute this sum, or have difficulty paying it, please let us know without delay so that we can look into it together. If you have just paid, thank you; please disregard this reminder.',
      whomToCall(reader),
      ...closing(reader),
    ],
  };
}
