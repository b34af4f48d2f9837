import type { Language } from '../words/language.ts';

/** Why a customer cannot be erased, or why nothing can be done with an erased customer, by the API's code. */
export const ERASURE_REFUSALS: Record<string, Record<Language, string>> = {
  case_open: {
    fr: 'Un dossier de ce client est ouvert\u00a0: il faut d’abord qu’il soit réglé, annulé ou passé en perte.',
    en: 'A case of this customer is open: it has to be paid, cancelled or written off first.',
  },
  money_unallocated: {
    fr: 'Un règlement ou un avoir de ce client reste à affecter\u00a0: affectez-le ou remboursez-le d’abord.',
    en: 'A payment or a credit note of this customer is set against nothing: allocate or refund it first.',
  },
  message_on_its_way: {
    fr: 'Un envoi à ce client est en cours ou incertain, ou est parti il y a moins de sept jours\u00a0: attendez de savoir ce qu’il devient.',
    en: 'A message about this customer is on its way, uncertain, or left less than seven days ago: wait for what becomes of it.',
  },
  action_open: {
    fr: 'Une action est encore prévue pour ce client\u00a0: terminez-la ou supprimez-la d’abord.',
    en: 'Something is still to be done about this customer: complete or delete it first.',
  },
  customer_erased: {
    fr: 'Ce client a été effacé\u00a0: plus rien ne s’enregistre à son sujet.',
    en: 'This customer was erased: nothing more is kept about him.',
  },
  erased: {
    fr: 'Effacé avec les données personnelles du client\u00a0; l’empreinte SHA-256 est conservée dans l’envoi.',
    en: 'Erased with the customer’s personal data; the SHA-256 is kept in the message.',
  },
};
