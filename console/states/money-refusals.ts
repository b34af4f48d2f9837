import type { Language } from '../words/language.ts';

/** Refusals about invoices, credit notes and payments, by the API's code. */
export const MONEY_REFUSALS: Record<string, Record<Language, string>> = {
  above_balance: { fr: 'Le montant dépasse ce qui reste dû.', en: 'The amount is above what remains due.' },
  credit_cancelled: { fr: 'Cet avoir est annulé\u00a0: prenez-en un autre.', en: 'This credit note is cancelled.' },
  credit_not_set: {
    fr: 'Cet avoir est imputé sur d’autres factures\u00a0: retirez-le d’abord.',
    en: 'This credit note is set against other invoices: take it off them first.',
  },
  already_reversed: { fr: 'Ce règlement a déjà été rejeté.', en: 'This payment was reversed already.' },
  not_allocated: { fr: 'Rien n’en est affecté à cette facture.', en: 'Nothing of it is set against this invoice.' },
  credit_note_used: {
    fr: 'Une partie de cet avoir est imputée sur une facture, ou remboursée\u00a0: retirez-la d’abord.',
    en: 'Part of this credit note is set against an invoice, or was paid back: take that back first.',
  },
  not_a_credit_note: { fr: 'Seul un avoir s’impute ainsi.', en: 'Only a credit note can be allocated like this.' },
  paid: { fr: 'Cette facture est réglée.', en: 'This invoice is paid.' },
  other_content: {
    fr: 'Ce numéro a déjà servi, pour autre chose\u00a0: prenez-en un autre.',
    en: 'This number was used already, for something else: take another.',
  },
  number_taken: { fr: 'Ce numéro est déjà pris.', en: 'This number is taken.' },
};
