import { describe } from 'vitest';
import { each } from './told.ts';

describe('What was sent, as history tells it:', () => {
  const letter = { level: 3, channel: 'letter' };
  each([
    ['sent', letter, 'Envoi R3 par courrier.', 'R3 by letter sent.'],
    ['sent', { ...letter, letterKind: 'simple' }, 'Envoi R3 par courrier.', 'R3 by letter sent.'],
    [
      'sent',
      { ...letter, letterKind: 'registered' },
      'Envoi R3 en lettre recommandée.',
      'R3 by registered letter sent.',
    ],
    [
      'sent',
      { ...letter, letterKind: 'lre_qualified' },
      'Envoi R3 en lettre recommandée électronique.',
      'R3 by electronic registered letter sent.',
    ],
    // It went by e-mail: no letter was posted.
    [
      'sent',
      { ...letter, letterKind: 'ere_simple' },
      'Envoi R3 par envoi recommandé électronique.',
      'R3 by electronic registered delivery sent.',
    ],
    [
      'sent',
      { level: 0, channel: 'sms', to: ['+33600000000'] },
      'Envoi préventif par SMS à +33600000000.',
      'Preventive reminder by SMS sent to +33600000000.',
    ],
    [
      'sent',
      { channel: 'email', to: ['a@x.example', 'b@x.example'] },
      'Envoi par courriel à a@x.example, b@x.example.',
      'Message by e-mail sent to a@x.example, b@x.example.',
    ],
    [
      'sent',
      { channel: 'email', origin: 'acknowledgement', to: ['a@x.example'], subject: 'Votre contestation – F-1' },
      'Accusé de réception par courriel à a@x.example : « Votre contestation – F-1 ».',
      'Acknowledgement by e-mail sent to a@x.example: “Votre contestation – F-1”.',
    ],
    [
      'sent',
      { channel: 'email', origin: 'acknowledgement', notice: true, to: ['a@x.example'] },
      'Avis d’envoi recommandé électronique par courriel à a@x.example.',
      'Notice of an electronic registered sending by e-mail sent to a@x.example.',
    ],
    ['delivered', { level: 1, channel: 'email' }, 'Envoi R1 par courriel remis.', 'R1 by e-mail delivered.'],
    [
      'complained',
      { level: 1, channel: 'email' },
      'Envoi R1 par courriel signalé comme indésirable par le destinataire.',
      'R1 by e-mail reported as spam by the recipient.',
    ],
    [
      'failed',
      { level: 1, channel: 'email', reason: 'refus' },
      'Envoi R1 par courriel non parti : refus.',
      'R1 by e-mail did not leave: refus.',
    ],
    [
      'letter_status',
      { level: 3, status: 'refused' },
      'Courrier R3 refusé par le destinataire.',
      'Letter R3 refused by the recipient.',
    ],
    ['cancelled', { level: 2 }, 'Envoi R2 annulé.', 'R2 cancelled.'],
    [
      'cancelled',
      { channel: 'email', reason: 'closed_paid' },
      'Envoi par courriel annulé : la facture est soldée.',
      'Message by e-mail cancelled: the invoice is settled.',
    ],
    [
      'statement',
      { recipient: 'Me Roy', outcome: 'failed' },
      'État d’impayés non parti, destiné à Me Roy.',
      'Statement of unpaid files not sent, addressed to Me Roy.',
    ],
    [
      'statement',
      { recipient: 'Me Roy', outcome: 'failed', detail: 'boîte pleine' },
      'État d’impayés non parti, destiné à Me Roy : boîte pleine.',
      'Statement of unpaid files not sent, addressed to Me Roy: boîte pleine.',
    ],
    [
      'statement',
      { recipient: 'Me Roy', outcome: 'cancelled', reason: 'paid' },
      'État d’impayés annulé, destiné à Me Roy : un de ses dossiers est soldé.',
      'Statement of unpaid files cancelled, addressed to Me Roy: one of its files is settled.',
    ],
    [
      'statement',
      { recipient: 'Me Roy', outcome: 'cancelled', reason: 'contact_changed' },
      'État d’impayés annulé, destiné à Me Roy : les coordonnées ont changé.',
      'Statement of unpaid files cancelled, addressed to Me Roy: the contact changed.',
    ],
    [
      'statement',
      { to: ['a@x.example'] },
      'État d’impayés adressé à a@x.example.',
      'Statement of unpaid files sent to a@x.example.',
    ],
  ]);
});

describe('What a person decided, as history tells it:', () => {
  each([
    [
      'level_set',
      { goingLive: true, level: 1 },
      'Mise en service : le dossier repart du niveau R1.',
      'Went into service: the case begins again at R1.',
    ],
    ['level_set', { level: 2 }, 'Niveau fixé à R2.', 'Level set to R2.'],
    [
      'postponed',
      { level: 1, untilOn: '2026-12-05', reason: 'Absent' },
      'R1 reportée au 5 décembre 2026 : Absent.',
      'R1 postponed to 5 December 2026: Absent.',
    ],
    ['completed', { title: 'Rappeler', comment: 'fait.' }, 'Rappeler : fait – fait.', 'Rappeler: done – fait.'],
    [
      'completed',
      { title: 'Le courriel est revenu. Corrigez le contact.', comment: 'on continue' },
      '« Le courriel est revenu. Corrigez le contact » : fait – on continue.',
      '“Le courriel est revenu. Corrigez le contact”: done – on continue.',
    ],
    [
      'completed',
      { title: 'Relances épuisées : contentieux ?' },
      '« Relances épuisées : contentieux ? » : fait.',
      '“Relances épuisées : contentieux ?”: done.',
    ],
    [
      'completed',
      { level: 3, on: '2026-12-05', registeredNumber: '1A 234', comment: 'au guichet' },
      'R3 : faite le 5 décembre 2026 (n° 1A 234) – au guichet.',
      'R3: done on 5 December 2026 (no. 1A 234) – au guichet.',
    ],
    [
      'sent',
      { level: 3, channel: 'letter', letterKind: 'registered', registeredNumber: '1A 234' },
      'Envoi R3 en lettre recommandée (n° 1A 234).',
      'R3 by registered letter (no. 1A 234) sent.',
    ],
    ['completed', { level: 3, on: '2026-12-05' }, 'R3 : faite le 5 décembre 2026.', 'R3: done on 5 December 2026.'],
    [
      'call',
      { outcome: 'voicemail', comment: 'rappellera' },
      'Appel : message laissé sur le répondeur – rappellera.',
      'Call: message left – rappellera.',
    ],
    [
      'dispute',
      { reason: 'Casse', comment: 'photo' },
      'Litige ouvert : Casse – photo.',
      'Dispute opened: Casse – photo.',
    ],
    ['dispute_resolved', { outcome: 'rejected' }, 'Litige rejeté.', 'Dispute rejected.'],
    [
      'promise',
      { amountCents: 5_000, currency: 'EUR', promisedOn: '2026-12-01', evidence: 'written', evidenceOn: '2026-11-20' },
      'Promesse de règlement de 50,00 € pour le 1er décembre 2026, par écrit le 20 novembre 2026.',
      'Promise to pay of €50.00 by 1 December 2026, in writing on 20 November 2026.',
    ],
    [
      'promise',
      { amountCents: 5_000, currency: 'EUR', evidence: 'oral', evidenceOn: '2026-11-20', comment: 'Par téléphone' },
      'Promesse de règlement de 50,00 €, de vive voix le 20 novembre 2026 : Par téléphone.',
      'Promise to pay of €50.00, by word of mouth on 20 November 2026: Par téléphone.',
    ],
    ['dispute_resolved', { outcome: 'upheld' }, 'Litige fondé et réglé.', 'Dispute upheld and settled.'],
    ['dispute_resolved', {}, 'Litige clos.', 'Dispute closed.'],
    [
      'dispute_resolved',
      { outcome: 'withdrawn' },
      'Litige retiré par le client.',
      'Dispute withdrawn by the customer.',
    ],
    [
      'paused',
      { customer: true, cause: 'insolvency' },
      'Relances du client suspendues : procédure collective.',
      'The customer’s reminders paused: insolvency proceedings.',
    ],
    [
      'paused',
      { cause: 'insolvency', sinceOn: '2026-01-10', reason: 'RJ' },
      'Relances suspendues : procédure collective depuis le 10 janvier 2026, RJ.',
      'Reminders paused: insolvency proceedings since 10 January 2026, RJ.',
    ],
    ['resumed', {}, 'Reprise des relances.', 'Reminders resumed.'],
    [
      'attention',
      { cleared: true, text: 'x' },
      'Vu par une personne : le dossier reprend.',
      'A person has looked: the case goes on.',
    ],
    [
      'attention',
      { cleared: true, outcome: 'told' },
      'Le prestataire a répondu : le dossier reprend.',
      'The provider has answered: the case goes on.',
    ],
    ['attention', { text: 'adresse inconnue' }, 'À traiter : adresse inconnue.', 'Needs attention: adresse inconnue.'],
    [
      'attention',
      { code: 'no_phone', text: 'pas de mobile' },
      'À traiter : pas de mobile.',
      'Needs attention: the SMS did not leave, since the customer has no mobile number: complete the contact.',
    ],
    [
      'qualified',
      { status: 'none', notified: ['a@x.example'] },
      'Qualification : sans changement de statut ; message à a@x.example.',
      'Qualified: no change of status; message to a@x.example.',
    ],
    ['planned', { level: 2, held: true }, 'R2 en attente.', 'R2 waits.'],
    [
      'planned',
      { exhausted: true },
      'Toutes les étapes du scénario ont eu lieu.',
      'Every step of the scenario has taken place.',
    ],
    [
      'specific_action',
      { title: 'Visite', outcome: 'deleted' },
      'Action spécifique « Visite » supprimée.',
      'Specific action “Visite” deleted.',
    ],
    [
      'specific_action',
      { title: 'Visite', outcome: 'left_out' },
      'Action spécifique « Visite » faite sans cette pièce, qui est suspendue.',
      'Specific action “Visite” done without this item, which is held.',
    ],
    [
      'specific_action',
      { title: 'Visite', outcome: 'created', channel: 'call', dueOn: '2026-12-05' },
      'Action spécifique « Visite » prévue par téléphone pour le 5 décembre 2026.',
      'Specific action “Visite” planned by telephone for 5 December 2026.',
    ],
  ]);
});
