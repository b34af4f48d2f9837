import { defineWords } from '../words/words.ts';

export const paymentWords = defineWords(
  {
    title: (about: string) => `Règlement reçu · ${about}`,
    amount: 'Montant reçu',
    currency: 'Devise',
    day: 'Reçu le',
    method: 'Moyen (facultatif)',
    methods: {
      transfer: 'Virement',
      cheque: 'Chèque',
      card: 'Carte',
      direct_debit: 'Prélèvement',
      cash: 'Espèces',
    },
    reference: 'Référence (facultatif)',
    referenceHint: 'Celle de la banque, par exemple. La même référence ne peut servir deux fois.',
    several: 'Répartir entre plusieurs factures du client',
    now: 'Affecter dès maintenant aux factures du client',
    order:
      'Proposé dans l’ordre du code civil (art. 1342-10)\u00a0: les factures échues d’abord, les plus anciennes d’abord, celles d’un même jour à proportion. Si le client a dit ce qu’il payait, son choix l’emporte\u00a0: corrigez les montants.',
    firstOfCase: 'Proposé\u00a0: cette facture d’abord, puis les plus anciennes des autres. Corrigez les montants.',
    none: 'Ce client n’a aucune facture ouverte dans cette devise\u00a0: la somme reste à son crédit.',
    submit: (amount: string) => `Enregistrer le règlement de ${amount}`,
    done: (amount: string) => `Règlement de ${amount} enregistré.`,
    known: (reference: string) =>
      `Ce règlement était déjà enregistré sous la référence ${reference}\u00a0: rien n’a été ajouté. S’il a été rejeté depuis, donnez une autre référence.`,
    undone: 'Saisie annulée',
    tooMuch: (amount: string) => `C’est plus qu’une facture ne doit, ou que les ${amount} reçus.`,
    left: (amount: string) =>
      `${amount} restent non affectés, au crédit du client\u00a0: d’ici leur affectation, les relances des factures qu’ils couvrent sont à confirmer.`,
  },
  {
    title: (about: string) => `Payment received · ${about}`,
    amount: 'Amount received',
    currency: 'Currency',
    day: 'Received on',
    method: 'Means (optional)',
    methods: {
      transfer: 'Transfer',
      cheque: 'Cheque',
      card: 'Card',
      direct_debit: 'Direct debit',
      cash: 'Cash',
    },
    reference: 'Reference (optional)',
    referenceHint: 'The bank’s, for instance. The same reference cannot serve twice.',
    several: 'Share among several invoices of the customer',
    now: 'Allocate to the customer’s invoices now',
    order:
      'Proposed in the order of the French Civil Code (art. 1342-10): invoices that are due first, the oldest first, those of one day in proportion. If the customer said what he was paying, that choice prevails: correct the amounts.',
    firstOfCase: 'Proposed: this invoice first, then the oldest of the others. Correct the amounts.',
    none: 'This customer has no open invoice in this currency: the money stays to their credit.',
    submit: (amount: string) => `Record the payment of ${amount}`,
    done: (amount: string) => `Payment of ${amount} recorded.`,
    known: (reference: string) =>
      `This payment was recorded before under the reference ${reference}: nothing was added. If it was reversed since, give another reference.`,
    undone: 'Entry undone',
    tooMuch: (amount: string) => `This is more than an invoice owes, or than the ${amount} received.`,
    left: (amount: string) =>
      `${amount} stay unallocated, to the customer’s credit: until they are allocated, reminders of invoices that they cover need confirming.`,
  },
);
