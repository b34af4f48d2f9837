import { readersOf, shippedTemplate, type Reader, type ShippedTemplate } from './shipped-template.ts';

const BY_SMS = readersOf(['sms'], [null]);

/**
 * An SMS says who writes, what is due, until when and where to call; the rest is in the letter. At most three segments.
 */
const sms = (
  about: Pick<ShippedTemplate, 'key' | 'name'> & { level: 0 | 1 | 2 | 3 },
  french: readonly string[],
  english: readonly string[],
): ShippedTemplate =>
  shippedTemplate(about, BY_SMS, ({ language }: Reader) => ({
    subject: `${about.name} – #invoice_number`,
    paragraphs: language === 'fr' ? [...french, 'Régler en ligne : #payment_link'] : [...english, 'Pay: #payment_link'],
  }));

/**
 * One SMS for each level of the ladder, the same for every kind of debtor: they claim nothing besides the sum itself.
 */
export const SHIPPED_SMS: readonly ShippedTemplate[] = [
  sms(
    { key: 'sms_preventive', name: 'SMS avant échéance', level: 0 },
    ['#company_name : la somme de #balance (#invoice_number) arrive à échéance le #due_date.'],
    ['#company_name: the sum of #balance (#invoice_number) is due on #due_date.'],
  ),
  sms(
    { key: 'sms_r1', name: 'SMS R1', level: 1 },
    [
      '#company_name : sauf erreur de notre part, il reste #balance à régler (#invoice_number). Merci de votre règlement d’ici au #payment_deadline.',
      'Déjà réglé ? Ne tenez pas compte de ce message.',
    ],
    [
      '#company_name: unless we are mistaken, #balance is still to be paid (#invoice_number). Please pay by #payment_deadline.',
      'Already paid? Please disregard this message.',
    ],
  ),
  sms(
    { key: 'sms_r2', name: 'SMS R2', level: 2 },
    [
      '#company_name : malgré notre rappel, il reste #balance à régler (#invoice_number), au plus tard le #payment_deadline.',
      'Une difficulté, une contestation ? Appelez-nous : #user_phone',
    ],
    [
      '#company_name: despite our reminder, #balance is still to be paid (#invoice_number), by #payment_deadline at the latest.',
      'Any difficulty or query? Please call us: #user_phone',
    ],
  ),
  sms(
    { key: 'sms_r3', name: 'SMS R3', level: 3 },
    [
      '#company_name : une mise en demeure de régler #balance (#invoice_number) vous est adressée par courrier. Merci de régler au plus tard le #payment_deadline.',
      'Une question ? Appelez-nous : #user_phone',
    ],
    [
      '#company_name: a formal notice to pay #balance (#invoice_number) is being sent to you by post. Please pay by #payment_deadline at the latest.',
      'Any questions? Please call us: #user_phone',
    ],
  ),
];
