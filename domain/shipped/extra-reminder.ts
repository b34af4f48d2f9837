import { attachedLetter, closing, greeting, onlineLinks, whomToCall } from './closing.ts';
import { readersOf, shippedTemplate, type Reader, type Wording } from './shipped-template.ts';

/**
 * A reminder outside the ladder, after more than one reminder was sent. It has no number, announces nothing and gives
 * no new deadline, so that it weakens nothing written before, such as a formal notice.
 */
export const EXTRA_REMINDER = shippedTemplate(
  { key: 'extra', name: 'Rappel', level: null },
  readersOf(['email', 'letter'], [null]),
  (reader) => (reader.language === 'fr' ? french(reader) : english(reader)),
);

function french(reader: Reader): Wording {
  return {
    subject: 'Rappel – #invoice_number',
    paragraphs: [
      greeting(reader),
      'Sauf erreur de notre part, la somme de <strong>#balance</strong> reste due à ce jour, selon le détail suivant\u00a0:',
      '#items_list_selected',
      'Nous vous remercions de bien vouloir la régler sans attendre. Ce rappel ne modifie ni ne remplace nos précédents courriers.',
      ...onlineLinks(reader),
      attachedLetter(reader),
      'Si vous contestez cette somme, ou si vous rencontrez une difficulté pour la régler, nous vous invitons à nous en faire part. Si votre règlement vient de nous être adressé, nous vous en remercions et vous prions de ne pas tenir compte de ce rappel.',
      whomToCall(reader),
      ...closing(reader),
    ],
  };
}

function english(reader: Reader): Wording {
  return {
    subject: 'Reminder – #invoice_number',
    paragraphs: [
      greeting(reader),
      'Unless we are mistaken, the sum of <strong>#balance</strong> remains due to date, as detailed below:',
      '#items_list_selected',
      'Please pay it without delay. This reminder neither changes nor replaces what we have written to you before.',
      ...onlineLinks(reader),
      attachedLetter(reader),
      'If you dispute this sum, or have difficulty paying it, please let us know. If you have just paid, thank you; please disregard this reminder.',
      whomToCall(reader),
      ...closing(reader),
    ],
  };
}
