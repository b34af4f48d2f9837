/** A tag with the sentences shown beside the editor. */
interface TagDescription {
  /** The tag with its `#`. */
  tag: string;
  sentence: { fr: string; en: string };
}

/** Tags for a table; in a subject they give the numbers of the items. */
const TABLE_TAGS = ['#items_list', '#items_list_overdue', '#items_list_selected'] as const;
export type TableTag = (typeof TABLE_TAGS)[number];

const DESCRIPTIONS = {
  '#customer_name': ['Nom du client.', 'Name of the customer.'],
  '#customer_reference': ['Référence du client.', 'Reference of the customer.'],
  '#contact_name': ['Nom du contact, à défaut celui du client.', 'Name of the contact, else of the customer.'],
  '#invoice_number': ['Numéros des pièces du message.', 'Numbers of the items of the message.'],
  '#invoice_date': [
    'Date de la pièce du message\u00a0; la plus ancienne s’il y en a plusieurs.',
    'Date of the item of the message; the oldest when there are several.',
  ],
  '#due_date': [
    'Échéance de la pièce du message\u00a0; la plus ancienne s’il y en a plusieurs.',
    'Due date of the item of the message; the earliest when there are several.',
  ],
  '#invoice_amount': [
    'Montant facturé des pièces du message, avoirs déduits, avant tout règlement.',
    'Amount billed by the items of the message, credit notes deducted, before any payment.',
  ],
  '#balance': [
    'Reste dû sur les pièces du message (comme #items_amount_selected).',
    'Still due on the items of the message (the same as #items_amount_selected).',
  ],
  '#days_late': [
    'Jours de retard de la pièce du message la plus en retard\u00a0; 0 avant l’échéance.',
    'Days late of the latest item of the message; 0 before the due date.',
  ],
  '#level': ['Niveau de relance du message (0 à 3).', 'Reminder level of the message (0 to 3).'],
  '#items_list': [
    'Tableau de toutes les pièces ouvertes du compte\u00a0; celles qui sont suspendues y sont signalées.',
    'Table of all open items of the account; held ones are marked.',
  ],
  '#items_amount': [
    'Reste dû sur toutes les pièces ouvertes du compte, pièces suspendues comprises, avoirs déduits.',
    'Still due on all open items of the account, held ones included, credit notes deducted.',
  ],
  '#items_list_overdue': [
    'Tableau des factures échues du compte, sans les pièces suspendues.',
    'Table of the overdue invoices of the account, held ones left out.',
  ],
  '#items_amount_overdue': [
    'Reste dû sur les factures échues du compte, sans les pièces suspendues.',
    'Still due on the overdue invoices of the account, held ones left out.',
  ],
  '#items_list_selected': ['Tableau des pièces du message.', 'Table of the items of the message.'],
  '#items_amount_selected': ['Reste dû sur les pièces du message.', 'Still due on the items of the message.'],
  '#account_balance': [
    'Solde du compte\u00a0: reste dû sur toutes les pièces ouvertes, moins les règlements non affectés.',
    'Balance of the account: still due on all open items, less payments not allocated.',
  ],
  '#account_overdue': [
    'Montant échu du compte, sans les pièces suspendues (comme #items_amount_overdue).',
    'Overdue amount of the account, held items left out (the same as #items_amount_overdue).',
  ],
  '#company_name': ['Nom de votre société.', 'Name of your company.'],
  '#company_address': ['Adresse de votre société, sur une ligne.', 'Address of your company, on one line.'],
  '#company_email': ['Adresse électronique de votre société.', 'E-mail address of your company.'],
  '#company_phone': ['Téléphone de votre société.', 'Telephone of your company.'],
  '#iban': ['IBAN de votre société.', 'IBAN of your company.'],
  '#bic': ['BIC de votre société.', 'BIC of your company.'],
  '#late_penalty_rate': [
    'Taux des pénalités de retard\u00a0; interdit, et vide, pour un particulier.',
    'Late penalty rate; forbidden, and empty, for a consumer.',
  ],
  '#user_name': [
    'Nom de la personne qui envoie\u00a0; d’un envoi automatique, du chargé de recouvrement, à défaut de la société.',
    'Name of the person who sends; of an automatic sending, of the collector, else of the company.',
  ],
  '#user_email': [
    'Adresse électronique de la personne qui envoie\u00a0; d’un envoi automatique, du chargé de recouvrement, à défaut de la société.',
    'E-mail address of the person who sends; of an automatic sending, of the collector, else of the company.',
  ],
  '#user_phone': [
    'Téléphone de la personne qui envoie\u00a0; d’un envoi automatique, du chargé de recouvrement, à défaut de la société.',
    'Telephone of the person who sends; of an automatic sending, of the collector, else of the company.',
  ],
  '#payment_link': ['Lien de paiement en ligne.', 'Link to pay online.'],
  '#documents_link': ['Lien vers les documents (factures).', 'Link to the documents (invoices).'],
  '#today': ['Date du message.', 'Date of the message.'],
  '#payment_deadline': ['Date limite de règlement annoncée.', 'Announced deadline to pay.'],
  '#promised_payments': [
    'Montants et dates promis sur les pièces du message\u00a0; vide sans promesse de règlement.',
    'Sums and days promised on the items of the message; empty without a promise to pay.',
  ],
} as const;

export type Tag = keyof typeof DESCRIPTIONS;

/** Every tag with its sentence, in the order of the documentation. */
export const TAGS: readonly TagDescription[] = Object.entries(DESCRIPTIONS).map(([tag, [fr, en]]) => ({
  tag,
  sentence: { fr, en },
}));

export function isTag(word: string): word is Tag {
  return Object.hasOwn(DESCRIPTIONS, word);
}

export function isTableTag(word: string): word is TableTag {
  return (TABLE_TAGS as readonly string[]).includes(word);
}
