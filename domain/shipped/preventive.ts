import { attachedLetter, closing, greeting, onlineLinks } from './closing.ts';
import { readersOf, shippedTemplate, type Reader, type Wording } from './shipped-template.ts';

/** R0, before the due date: a courtesy, because nothing is late. */
export const PREVENTIVE = shippedTemplate(
  { key: 'preventive', name: 'Rappel avant échéance', level: 0 },
  readersOf(['email', 'letter'], [null]),
  (reader) => (reader.language === 'fr' ? french(reader) : english(reader)),
);

function french(reader: Reader): Wording {
  return {
    subject: 'Prochaine échéance – #invoice_number',
    paragraphs: [
      greeting(reader),
      'Nous vous rappelons que la somme de <strong>#balance</strong> arrive à échéance le <strong>#due_date</strong>, selon le détail suivant\u00a0:',
      '#items_list_selected',
      ...onlineLinks(reader),
      attachedLetter(reader),
      'Si votre règlement est déjà en route, nous vous en remercions. Si un élément vous paraît inexact, n’hésitez pas à nous le signaler dès à présent.',
      ...closing(reader),
    ],
  };
}

function english(reader: Reader): Wording {
  return {
    subject: 'Payment falling due – #invoice_number',
    paragraphs: [
      greeting(reader),
      'This is a courtesy reminder that the sum of <strong>#balance</strong> falls due on <strong>#due_date</strong>, as detailed below:',
      '#items_list_selected',
      ...onlineLinks(reader),
      attachedLetter(reader),
      'If your payment is already on its way, thank you. If anything appears incorrect, please let us know now.',
      ...closing(reader),
    ],
  };
}
