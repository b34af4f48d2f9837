import { describe } from 'vitest';
import { each } from './told.ts';

describe('The ladder, as history tells it:', () => {
  const r2 = { level: 2, channel: 'email', dueOn: '2026-12-07' };
  each([
    [
      'planned',
      { ...r2, mode: 'automatic' },
      'R2 prévue par courriel pour le 7 décembre 2026, envoi automatique.',
      'R2 planned by e-mail for 7 December 2026, sent automatically.',
    ],
    ['planned', r2, 'R2 prévue par courriel pour le 7 décembre 2026.', 'R2 planned by e-mail for 7 December 2026.'],
    [
      'planned',
      {
        ...{ level: 2, channel: 'sms' },
        reasons: [
          { code: 'anchor', anchor: 'due_on', anchorOn: '2026-12-01', delayDays: 7, previousLevel: null },
          { code: 'waiting', sinceAt: '2026-12-08T08:00:00.000Z' },
          { code: 'postponed', untilOn: '2026-12-09' },
        ],
      },
      'R2 prévue par SMS : 7 jours après l’échéance (1er décembre 2026), mais une personne a demandé le report au 9 décembre 2026.',
      'R2 planned by SMS: 7 days after the due date (1 December 2026), but a person postponed it to 9 December 2026.',
    ],
    [
      'planned',
      { level: 2, held: true, reasons: [{ code: 'held', hold: 'litigation' }] },
      'R2 en attente : la facture est au contentieux.',
      'R2 waits: the invoice is in litigation.',
    ],
    ['planned', { level: null }, 'Étape prévue.', 'Step planned.'],
    ['planned', { level: 0 }, 'Rappel préventif prévu.', 'Preventive reminder planned.'],
    ['skipped', { level: 0 }, 'Rappel préventif passé sans envoi.', 'Preventive reminder skipped, nothing sent.'],
    [
      'skipped',
      { level: 2, replacedBy: 'Point au téléphone' },
      'R2 passée sans envoi : l’action spécifique « Point au téléphone » en prend la place.',
      'R2 skipped, nothing sent: the specific action “Point au téléphone” takes its place.',
    ],
    ['completed', { level: null }, 'Étape : faite.', 'Step: done.'],
    [
      'level_set',
      { level: 0, from: 2, reason: 'Reprise…' },
      'Niveau fixé à R0 (auparavant R2) : Reprise…',
      'Level set to R0 (was R2): Reprise…',
    ],
    [
      'level_set',
      { goingLive: true },
      'Mise en service : le dossier repart du niveau R0.',
      'Went into service: the case begins again at R0.',
    ],
    ['confirmed', { level: 2, comment: 'vu.' }, 'R2 confirmée : vu.', 'R2 confirmed: vu.'],
    [
      'confirmed',
      { level: 2, channel: 'call', byHand: true },
      'Envoi R2 par téléphone demandé manuellement.',
      'R2 by telephone requested manually.',
    ],
  ]);
});

describe('What became of a message, as history tells it:', () => {
  const email = { level: 1, channel: 'email' };
  each([
    ['sent', { level: null, channel: 'email' }, 'Envoi par courriel.', 'Message by e-mail sent.'],
    ['sent', { level: 1 }, 'Envoi R1.', 'R1 sent.'],
    [
      'sent',
      { ...email, test: true },
      'Envoi R1 par courriel (essai, avant la mise en service).',
      'R1 by e-mail sent (test, before going live).',
    ],
    [
      'delivered',
      { ...email, to: ['a@x.example'] },
      'Envoi R1 par courriel remis à a@x.example.',
      'R1 by e-mail delivered to a@x.example.',
    ],
    [
      'bounced',
      { ...email, detail: 'Boîte pleine ...' },
      'Envoi R1 par courriel refusé par la messagerie du destinataire : Boîte pleine.',
      'R1 by e-mail refused by the recipient’s mail server: Boîte pleine.',
    ],
    [
      'cancelled',
      { level: 0, channel: 'email', reason: 'unheard of' },
      'Envoi préventif par courriel annulé : unheard of.',
      'Preventive reminder by e-mail cancelled: unheard of.',
    ],
    ['cancelled', { channel: 'email' }, 'Envoi par courriel annulé.', 'Message by e-mail cancelled.'],
    [
      'cancelled',
      { reason: 'Émise par erreur' },
      'Dossier annulé : Émise par erreur.',
      'Case cancelled: Émise par erreur.',
    ],
    [
      'letter_status',
      { level: 0, status: 'unheard of', detail: 'à 9 h' },
      'Courrier préventif unheard of : à 9 h.',
      'Letter (preventive) unheard of: à 9 h.',
    ],
    ['letter_status', { level: null }, 'Courrier.', 'Letter.'],
    [
      'letter_status',
      { level: 2, status: 'undeliverable', on: '2026-12-03' },
      'Courrier R2 non distribuable, le 3 décembre 2026.',
      'Letter R2 undeliverable, on 3 December 2026.',
    ],
    ['letter_status', { status: 'deposited' }, 'Courrier déposé à La Poste.', 'Letter handed to the post.'],
    [
      'statement',
      { recipient: 'Me Roy', detail: 'pas de pièce jointe' },
      'État d’impayés adressé à Me Roy : pas de pièce jointe.',
      'Statement of unpaid files sent to Me Roy: pas de pièce jointe.',
    ],
  ]);
});

describe('What was said and decided, as history tells it:', () => {
  each([
    ['created', {}, 'Client créé.', 'Customer created.'],
    ['created', { amountCents: 100 }, 'Pièce enregistrée : 1,00 €.', 'Item recorded: €1.00.'],
    [
      'changed',
      { fields: ['due_on', 'unheard_of', 'tags'] },
      'Modification : échéance, unheard_of, étiquettes.',
      'Changed: due date, unheard_of, tags.',
    ],
    ['promise_kept', {}, 'Promesse tenue.', 'Promise kept.'],
    [
      'paid',
      { amountCents: 100, paidOn: '2026-12-01' },
      'Règlement de 1,00 € reçu le 1er décembre 2026.',
      'Payment of €1.00 received on 1 December 2026.',
    ],
    ['paid', { amountCents: 100, unallocatedCents: 0 }, 'Règlement de 1,00 € reçu.', 'Payment of €1.00 received.'],
    [
      'dispute_resolved',
      { outcome: 'upheld', awaitingCredit: true, comment: 'avoir à venir' },
      'Litige fondé, avoir attendu : avoir à venir.',
      'Dispute upheld, credit awaited: avoir à venir.',
    ],
    [
      'paused',
      { untilOn: '2026-12-31', cause: 'deceased', reason: 'succession' },
      'Relances suspendues jusqu’au 31 décembre 2026 : décès, succession.',
      'Reminders paused until 31 December 2026: death, succession.',
    ],
    ['paused', { reason: 'congés' }, 'Relances suspendues : congés.', 'Reminders paused: congés.'],
    [
      'resumed',
      { outcome: 'expired', customer: true },
      'Reprise des relances du client : la pause est terminée.',
      'The customer’s reminders resumed: the pause is over.',
    ],
    ['resumed', { outcome: 'lifted' }, 'Reprise des relances.', 'Reminders resumed.'],
    ['call', { outcome: 'unheard of' }, 'Appel : unheard of.', 'Call: unheard of.'],
    [
      'call',
      { outcome: 'voicemail', comment: 'rappellera', level: 2, channel: 'call' },
      'Appel R2 : message laissé sur le répondeur – rappellera.',
      'Call R2: message left – rappellera.',
    ],
    ['call', { comment: 'rappellera' }, 'Appel – rappellera.', 'Call – rappellera.'],
    ['note', { text: 'À revoir.', comment: 'x' }, 'Note : À revoir.', 'Note: À revoir.'],
    ['note', { comment: 'x' }, 'Note : x.', 'Note: x.'],
    ['attention', { code: 'no_phone' }, 'À traiter.', 'Needs attention.'],
    ['attention', { reason: 'refus' }, 'À traiter : refus.', 'Needs attention: refus.'],
    ['closed', { closedAs: 'paid' }, 'Dossier clos : soldé.', 'Case closed: settled.'],
    ['closed', {}, 'Dossier clos.', 'Case closed.'],
    [
      'qualified',
      { status: 'dispute', comment: 'photo', notified: ['a@x.example', 'b@x.example'] },
      'Qualification : litige – photo ; message à a@x.example, b@x.example.',
      'Qualified: dispute – photo; message to a@x.example, b@x.example.',
    ],
    ['qualified', {}, 'Qualification.', 'Qualified.'],
    ['specific_action', {}, 'Action spécifique «  » prévue.', 'Specific action “” planned.'],
    [
      'task',
      { title: 'Rappeler la mairie', dueOn: '2026-12-05' },
      'Tâche prévue pour le 5 décembre 2026 : Rappeler la mairie.',
      'Task planned for 5 December 2026: Rappeler la mairie.',
    ],
    [
      'task',
      { title: 'Échéancier ?', dueOn: '2026-12-07', outcome: 'changed' },
      'Tâche modifiée, pour le 7 décembre 2026 : « Échéancier ? ».',
      'Task changed, for 7 December 2026: “Échéancier ?”.',
    ],
    [
      'task',
      { title: 'Rappeler la mairie', outcome: 'deleted' },
      'Tâche supprimée : Rappeler la mairie.',
      'Task deleted: Rappeler la mairie.',
    ],
    // The product's own title is stored in French.
    [
      'completed',
      { title: 'Promesse non tenue\u00a0: appeler au sujet de F-1', on: '2026-12-07' },
      'Promesse non tenue : appeler au sujet de F-1 : fait le 7 décembre 2026.',
      'Promise broken: call about F-1: done on 7 December 2026.',
    ],
  ]);
});
