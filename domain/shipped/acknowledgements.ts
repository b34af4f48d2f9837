import { closing, greeting } from './closing.ts';
import { readersOf, shippedTemplate, type Reader, type Wording } from './shipped-template.ts';

const BY_MAIL = readersOf(['email'], [null]);

/** For a customer who promised to pay: the promise is noted, and no reminder is sent until its day. */
export const PROMISE_NOTED = shippedTemplate(
  {
    key: 'promise_noted',
    name: 'Accusé de réception d’une promesse de règlement',
    level: null,
    purpose: 'acknowledgement',
  },
  BY_MAIL,
  (reader) => (reader.language === 'fr' ? promiseInFrench(reader) : promiseInEnglish(reader)),
);

/** For a customer who disputes an invoice: the objection is noted and examined. */
export const DISPUTE_NOTED = shippedTemplate(
  { key: 'dispute_noted', name: 'Accusé de réception d’un litige', level: null, purpose: 'acknowledgement' },
  BY_MAIL,
  (reader) => (reader.language === 'fr' ? disputeInFrench(reader) : disputeInEnglish(reader)),
);

function promiseInFrench(reader: Reader): Wording {
  return {
    subject: 'Votre promesse de règlement – #invoice_number',
    paragraphs: [
      greeting(reader),
      'Nous avons bien pris note de votre promesse de règlement, et vous en remercions.',
      'Vous nous avez promis <strong>#promised_payments</strong>.',
      'Votre promesse concerne ce qui suit\u00a0:',
      '#items_list_selected',
      'Nous suspendons nos relances à ce sujet jusqu’à la date convenue.',
      'Vous pouvez régler en ligne\u00a0: #payment_link',
      'Si votre règlement a déjà été effectué, nous vous prions de ne pas tenir compte de ce message.',
      ...closing(reader),
    ],
  };
}

function promiseInEnglish(reader: Reader): Wording {
  return {
    subject: 'Your promise to pay – #invoice_number',
    paragraphs: [
      greeting(reader),
      'Thank you: we have noted your promise to pay.',
      'You have promised <strong>#promised_payments</strong>.',
      'Your promise covers the following:',
      '#items_list_selected',
      'We are suspending our reminders on this matter until the agreed date.',
      'You can pay online: #payment_link',
      'If you have already paid, please disregard this message.',
      ...closing(reader),
    ],
  };
}

function disputeInFrench(reader: Reader): Wording {
  return {
    subject: 'Votre contestation – #invoice_number',
    paragraphs: [
      greeting(reader),
      'Nous avons bien reçu votre contestation, qui porte sur ce qui suit\u00a0:',
      '#items_list_selected',
      'Nous l’examinons et reviendrons vers vous dès que possible. D’ici là, nous suspendons nos relances à ce sujet.',
      'Pour tout complément, vous pouvez répondre à ce message.',
      ...closing(reader),
    ],
  };
}

function disputeInEnglish(reader: Reader): Wording {
  return {
    subject: 'Your objection – #invoice_number',
    paragraphs: [
      greeting(reader),
      'We have received your objection, which covers the following:',
      '#items_list_selected',
      'We are looking into it and will come back to you as soon as possible. Until then, we are suspending our reminders on this matter.',
      'Should you wish to add anything, simply reply to this message.',
      ...closing(reader),
    ],
  };
}
