import { attachedLetter, closing, greeting, onlineLinks, whomToCall } from './closing.ts';
import { readersOf, shippedTemplate, type Reader, type Wording } from './shipped-template.ts';

/** R1: courteous, assumes an oversight, with the same words for every kind of debtor. */
export const FIRST_REMINDER = shippedTemplate(
  { key: 'r1', name: 'Relance R1', level: 1 },
  readersOf(['email', 'letter'], [null]),
  (reader) => (reader.language === 'fr' ? french(reader) : english(reader)),
);

function french(reader: Reader): Wording {
  return {
    subject: 'Rappel de règlement – #invoice_number',
    paragraphs: [
      greeting(reader),
      'Sauf erreur ou omission de notre part, la somme de <strong>#balance</strong> reste à ce jour à nous régler, selon le détail suivant\u00a0:',
      '#items_list_selected',
      'Il s’agit sans doute d’un oubli. Nous vous remercions de bien vouloir procéder à ce règlement d’ici au <strong>#payment_deadline</strong>.',
      ...onlineLinks(reader),
      attachedLetter(reader),
      'Si votre règlement a été effectué entre-temps, nous vous prions de ne pas tenir compte de ce rappel et vous en remercions. Si un point de cette facturation appelle une précision de notre part, nous restons à votre disposition.',
      whomToCall(reader),
      ...closing(reader),
    ],
  };
}

function english(reader: Reader): Wording {
  return {
    subject: 'Payment reminder – #invoice_number',
    paragraphs: [
      greeting(reader),
      'According to our records, and unless we are mistaken, the sum of <strong>#balance</strong> remains unpaid to date, as detailed below:',
      '#items_list_selected',
      'This is no doubt an oversight. We would be grateful if you could make this payment by <strong>#payment_deadline</strong>.',
      ...onlineLinks(reader),
      attachedLetter(reader),
      'If you have paid in the meantime, please disregard this reminder and accept our thanks. Should you have any question about it, we remain at your disposal.',
      whomToCall(reader),
      ...closing(reader),
    ],
  };
}
