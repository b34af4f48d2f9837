import { describe } from 'vitest';
import { each } from './told.ts';

describe('Money, as history tells it:', () => {
  const all = { amountCents: 12_000, currency: 'EUR' };
  each([
    ['created', { number: 'F-1', ...all }, 'Pièce F-1 enregistrée : 120,00 €.', 'Item F-1 recorded: €120.00.'],
    ['created', { number: 'C-1' }, 'Client C-1 créé.', 'Customer C-1 created.'],
    [
      'paid',
      { ...all, unallocatedCents: 2_000, balanceCents: 0 },
      'Règlement de 120,00 € reçu, dont 20,00 € non affectés ; plus rien n’est dû.',
      'Payment of €120.00 received, €20.00 of it not allocated; nothing remains due.',
    ],
    [
      'paid',
      { ...all, unallocatedCents: 12_000 },
      'Règlement de 120,00 € reçu, non affecté à une facture.',
      'Payment of €120.00 received, not allocated to an invoice.',
    ],
    [
      'payment_reversed',
      { ...all, reason: 'Rejet.', balanceCents: 12_000 },
      'Règlement de 120,00 € rejeté : Rejet ; reste dû 120,00 €.',
      'Payment of €120.00 reversed: Rejet; €120.00 remains due.',
    ],
    [
      'payment_reversed',
      { ...all, reason: 'Rejet.', balanceCents: 12_000, reopenedHoldIds: ['h'] },
      'Règlement de 120,00 € rejeté : Rejet ; reste dû 120,00 € ; la promesse qu’il honorait est de nouveau en cours.',
      'Payment of €120.00 reversed: Rejet; €120.00 remains due; the promise that it kept is open again.',
    ],
    [
      'payment_reversed',
      { ...all, unallocatedCents: 12_000, reason: 'Rejet.' },
      'Règlement de 120,00 €, non affecté à une facture, rejeté : Rejet.',
      'Payment of €120.00, not allocated to an invoice, reversed: Rejet.',
    ],
    [
      'credited',
      { ...all, balanceCents: 1, creditNoteNumber: 'AV-7' },
      'Avoir AV-7 de 120,00 € imputé ; reste dû 0,01 €.',
      'Credit note AV-7 of €120.00 allocated; €0.01 remains due.',
    ],
    [
      'credited',
      { ...all, invoiceNumber: 'F-1', unallocatedCents: 2_000, creditNoteNumber: 'AV-7' },
      'Avoir AV-7 de 120,00 € imputé sur F-1 ; il en reste 20,00 €.',
      'Credit note AV-7 of €120.00 allocated to F-1; €20.00 of it left.',
    ],
    [
      'closed',
      { ...all, closedAs: 'cancelled', unallocatedCents: 2_000, reason: 'Erreur' },
      'Dossier clos : annulé, 120,00 € n’étant plus dus, 20,00 € étant de nouveau à affecter – Erreur.',
      'Case closed: cancelled, €120.00 being no longer due, €20.00 being free to allocate again – Erreur.',
    ],
    [
      'allocation_reversed',
      {
        ...all,
        creditNoteNumber: 'AV-7',
        reason: 'Mauvaise facture.',
        balanceCents: 12_000,
        resumedHolds: ['dispute'],
      },
      'Affectation de l’avoir AV-7 de 120,00 € annulée : Mauvaise facture ; reste dû 120,00 € ; le litige est de nouveau ouvert.',
      'Allocation of credit note AV-7 of €120.00 undone: Mauvaise facture; €120.00 remains due; the dispute is open again.',
    ],
    [
      'allocation_reversed',
      { ...all, invoiceNumber: 'F-2', reason: 'Erreur' },
      'Affectation du règlement de 120,00 € sur F-2 annulée : Erreur.',
      'Allocation of a payment of €120.00 to F-2 undone: Erreur.',
    ],
    [
      'allocation_reversed',
      { ...all, reason: 'Erreur', balanceCents: 12_000, reopenedHoldIds: ['1'], promiseReopened: true },
      'Affectation du règlement de 120,00 € annulée : Erreur ; reste dû 120,00 € ; la promesse qu’elle honorait est de nouveau en cours.',
      'Allocation of a payment of €120.00 undone: Erreur; €120.00 remains due; the promise that it kept is open again.',
    ],
    [
      'refunded',
      { ...all, externalId: 'VIR-1', paidOn: '2026-12-05', reason: 'Trop-perçu', unallocatedCents: 2_000 },
      'Remboursement de 120,00 € au client le 5 décembre 2026, pris sur le règlement VIR-1 : Trop-perçu ; reste à affecter 20,00 €.',
      'Refund of €120.00 to the customer on 5 December 2026, out of payment VIR-1: Trop-perçu; €20.00 left to allocate.',
    ],
    [
      'refund_cancelled',
      { ...all, creditNoteNumber: 'AV-7', reason: 'IBAN faux' },
      'Remboursement de 120,00 €, pris sur l’avoir AV-7, annulé : IBAN faux.',
      'Refund of €120.00 out of credit note AV-7 cancelled: IBAN faux.',
    ],
    [
      'refund_cancelled',
      { ...all, externalId: 'VIR-1', paidOn: '2026-12-05', reason: 'IBAN faux' },
      'Remboursement de 120,00 € du 5 décembre 2026, pris sur le règlement VIR-1, annulé : IBAN faux.',
      'Refund of €120.00 made on 5 December 2026 out of payment VIR-1 cancelled: IBAN faux.',
    ],
    ['refund_cancelled', all, 'Remboursement de 120,00 € annulé.', 'Refund of €120.00 cancelled.'],
    [
      'changed',
      { ...all, amountCentsBefore: 14_000, fields: ['total_cents'], unallocatedCents: 2_000 },
      'Modification : montant de 120,00 € (auparavant de 140,00 €), 20,00 € étant de nouveau à affecter.',
      'Changed: amount €120.00 (was €140.00), €20.00 being free to allocate again.',
    ],
    [
      'written_off',
      { ...all, reason: 'Liquidation' },
      'Passage en perte de 120,00 € : Liquidation.',
      'Write-off of €120.00: Liquidation.',
    ],
    [
      'promise',
      { ...all, promisedOn: '2026-12-05', comment: 'au téléphone' },
      'Promesse de règlement de 120,00 € pour le 5 décembre 2026 : au téléphone.',
      'Promise to pay of €120.00 by 5 December 2026: au téléphone.',
    ],
    ['promise_kept', all, 'Promesse tenue : 120,00 €.', 'Promise kept: €120.00.'],
    [
      'promise_broken',
      { ...all, receivedCents: 500, keptInPart: true, promisedOn: '2026-12-05' },
      'Promesse tenue en partie : 5,00 € sur 120,00 €.',
      'Promise kept in part: €5.00 of €120.00.',
    ],
    [
      'promise_broken',
      { ...all, receivedCents: 0, promisedOn: '2026-12-05' },
      'Promesse non tenue : 120,00 €, attendus pour le 5 décembre 2026.',
      'Promise broken: €120.00, promised for 5 December 2026.',
    ],
    ['promise_withdrawn', all, 'Promesse de règlement de 120,00 € retirée.', 'Promise to pay of €120.00 withdrawn.'],
  ]);
});
