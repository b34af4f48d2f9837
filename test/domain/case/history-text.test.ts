import { describe, expect, it } from 'vitest';
import { HISTORY_KINDS, type HistoryData, type HistoryKind, historyText } from '../../../domain/case/history-text.ts';
import { plain } from '../plain.ts';

const fr = (kind: HistoryKind, data: HistoryData = {}) => plain(historyText(kind, data, 'fr'));
const en = (kind: HistoryKind, data: HistoryData = {}) => plain(historyText(kind, data, 'en'));

const EVERYTHING: HistoryData = {
  number: 'F-1',
  amountCents: 123_456,
  balanceCents: 100,
  currency: 'EUR',
  level: 2,
  channel: 'email',
  to: ['a@example.com'],
  dueOn: '2026-12-07',
  untilOn: '2026-12-31',
  promisedOn: '2026-12-05',
  paidOn: '2026-12-03',
  reason: 'Une raison.',
  comment: 'Un commentaire.',
  text: 'Un texte.',
  detail: 'Un détail.',
  closedAs: 'paid',
  fields: ['due_on', 'unheard_of'],
  recipient: 'Maître Dupont',
  unallocatedCents: 100,
  notified: ['b@example.com'],
  reopenedHoldIds: ['h'],
};

describe('The history of a case', () => {
  it.each(HISTORY_KINDS)('has a sentence for %s in both languages, with everything or with nothing', (kind) => {
    for (const language of ['fr', 'en'] as const) {
      for (const data of [{}, EVERYTHING]) {
        const text = historyText(kind, data, language);
        expect(text).toMatch(/^[\p{Lu}][^]*[.…]$/u);
        expect(text).not.toMatch(/undefined|null|NaN|\.\.|: \.|:\.|\s\./);
      }
    }
    expect(historyText(kind, EVERYTHING, 'fr')).not.toBe(historyText(kind, EVERYTHING, 'en'));
  });

  it.each(HISTORY_KINDS)('breaks no French line before the mark that ends a part: %s', (kind) => {
    expect(historyText(kind, EVERYTHING, 'fr')).not.toMatch(/ [;:»]/);
  });

  it.each([
    ['registered', 3, 'refused', true],
    ['registered', 3, 'unclaimed', true],
    ['registered', 4, 'refused', true],
    ['lre_qualified', 3, 'refused', true],
    ['ere_simple', 3, 'refused', false],
    ['ere_simple', 3, 'unclaimed', false],
    ['registered', 2, 'refused', false],
    ['registered', 3, 'delivered', false],
  ])('says of a formal notice alone that its presentation counts, and of no %s at level %i: %s', (...told) => {
    const [letterKind, level, status, counts] = told;
    const said = fr('letter_status', { letterKind, level, status });
    expect(said.includes('valant mise en demeure, sous réserve de l’appréciation du juge')).toBe(counts);
    expect(said).not.toContain('vaut notification');
    const inEnglish = historyText('letter_status', { letterKind, level, status }, 'en');
    expect(inEnglish.includes('counts as formal notice')).toBe(counts);
  });

  it('says of a letter of level 3 whose text is no formal notice only that it was refused', () => {
    const letter = { letterKind: 'registered', level: 3, status: 'refused' };
    expect(fr('letter_status', { ...letter, formalNotice: true })).toContain('valant mise en demeure');
    expect(fr('letter_status', { ...letter, formalNotice: false })).not.toContain('mise en demeure');
    expect(historyText('letter_status', { ...letter, formalNotice: false }, 'en')).not.toContain('formal notice');
  });

  it('tells who signed what for a registered letter on paper, and only that an electronic one was signed', () => {
    const signed = { level: 3, status: 'signed' };
    expect(fr('letter_status', { ...signed, letterKind: 'registered' })).toBe(
      'Courrier R3 remis, avis de réception signé par le destinataire.',
    );
    expect(fr('letter_status', { ...signed, letterKind: 'ere_simple' })).toBe('Courrier R3 signé par le destinataire.');
  });

  it('names what was changed of the case file, not its field', () => {
    const fields = ['reference', 'mission', 'report_status', 'invoice_status', 'referrer_id', 'notary_id'];
    expect(fr('changed', { fields })).toBe(
      'Modification : référence du dossier, mission, état du rapport, état de la facture, prescripteur, notaire.',
    );
  });

  it('tells the ladder', () => {
    expect(fr('planned', { level: 2, channel: 'email', mode: 'automatic', dueOn: '2026-12-07' })).toBe(
      'R2 prévue par courriel pour le 7 décembre 2026, envoi automatique.',
    );
    expect(fr('sent', { level: 3, channel: 'letter', letterKind: 'registered' })).toBe(
      'Envoi R3 en lettre recommandée.',
    );
    expect(fr('sent', { level: 1, channel: 'email', to: ['a@example.com'], test: true })).toBe(
      'Envoi R1 par courriel à a@example.com (essai, avant la mise en service).',
    );
    expect(fr('bounced', { level: 1, channel: 'email', detail: 'Boîte inconnue.' })).toBe(
      'Envoi R1 par courriel refusé par la messagerie du destinataire : Boîte inconnue.',
    );
    expect(fr('level_set', { level: 0, from: 2, reason: 'reprise' })).toBe(
      'Niveau fixé à R0 (auparavant R2) : reprise.',
    );
    expect(en('skipped', { level: 2, reason: 'spoke to them' })).toBe('R2 skipped, nothing sent: spoke to them.');
  });

  it('tells what was cancelled: a message, or the case', () => {
    expect(fr('cancelled', { level: 1, channel: 'email', reason: 'balance_changed' })).toBe(
      'Envoi R1 par courriel annulé : le solde a changé.',
    );
    expect(fr('cancelled', { reason: 'Facture émise par erreur' })).toBe('Dossier annulé : Facture émise par erreur.');
  });

  it('tells money', () => {
    expect(fr('paid', { amountCents: 12_000, balanceCents: 3_000, currency: 'EUR', paidOn: '2026-12-01' })).toBe(
      'Règlement de 120,00 € reçu le 1er décembre 2026 ; reste dû 30,00 €.',
    );
    expect(fr('paid', { amountCents: 12_000, balanceCents: 0 })).toBe(
      'Règlement de 120,00 € reçu ; plus rien n’est dû.',
    );
    expect(en('paid', { amountCents: 12_000, unallocatedCents: 2_000, currency: 'USD' })).toBe(
      'Payment of $120.00 received, $20.00 of it not allocated.',
    );
    expect(fr('paid', { amountCents: 12_000, unallocatedCents: 12_000 })).toBe(
      'Règlement de 120,00 € reçu, non affecté à une facture.',
    );
    expect(fr('promise_broken', { amountCents: 10_000, receivedCents: 4_000, keptInPart: true })).toBe(
      'Promesse tenue en partie : 40,00 € sur 100,00 €.',
    );
    expect(fr('promise_broken', { amountCents: 10_000, promisedOn: '2026-12-05' })).toBe(
      'Promesse non tenue : 100,00 €, attendus pour le 5 décembre 2026.',
    );
  });

  it('tells what a person sent outside the plan from what a person confirmed', () => {
    expect(fr('confirmed', { level: 1, channel: 'email', byHand: true })).toBe(
      'Envoi R1 par courriel demandé manuellement.',
    );
    expect(fr('confirmed', { level: 1, channel: 'email' })).toBe('R1 confirmée.');
  });

  it('tells what stops it and what lets it go on', () => {
    expect(fr('paused', { untilOn: '2026-12-31', cause: 'deceased', reason: 'succession en cours' })).toBe(
      'Relances suspendues jusqu’au 31 décembre 2026 : décès, succession en cours.',
    );
    expect(fr('resumed', { outcome: 'expired', customer: true })).toBe(
      'Reprise des relances du client : la pause est terminée.',
    );
    expect(fr('dispute_resolved', { outcome: 'upheld', awaitingCredit: true })).toBe('Litige fondé, avoir attendu.');
    expect(fr('closed', { closedAs: 'written_off' })).toBe('Dossier clos : passé en perte.');
    expect(fr('closed', { closedAs: 'paid', balanceCents: 0 })).toBe('Dossier clos : soldé.');
    expect(fr('changed', { fields: ['due_on', 'total_cents'] })).toBe('Modification : échéance, montant.');
  });

  it('tells what a due date and an amount were changed to, and what they were', () => {
    const changed = {
      fields: ['due_on', 'total_cents', 'invoice_url'],
      dueOn: '2026-12-15',
      dueOnBefore: '2026-11-30',
      amountCents: 80_000,
      amountCentsBefore: 120_000,
      currency: 'EUR',
    };
    expect(fr('changed', changed)).toBe(
      'Modification : échéance le 15 décembre 2026 (auparavant le 30 novembre 2026), montant de 800,00 € (auparavant de 1 200,00 €), lien vers la facture.',
    );
    expect(en('changed', changed)).toBe(
      'Changed: due date 15 December 2026 (was 30 November 2026), amount €800.00 (was €1,200.00), link to the invoice.',
    );
  });

  it('names the group, the scenario and the collector that somebody has now, and those before', () => {
    const moved = {
      fields: ['group_id', 'scenario_id', 'collector_id'],
      ...{ groupName: 'Retards répétés', groupNameBefore: 'Grands comptes' },
      ...{ scenarioName: 'Relance serrée', scenarioNameBefore: null },
      ...{ collectorName: null, collectorNameBefore: 'Inès Faure' },
    };
    expect(fr('changed', moved)).toBe(
      'Modification : groupe « Retards répétés » (auparavant « Grands comptes »), scénario « Relance serrée » (auparavant le scénario habituel), plus de chargé de recouvrement (auparavant Inès Faure).',
    );
    expect(en('changed', moved)).toBe(
      'Changed: group “Retards répétés” (was “Grands comptes”), scenario “Relance serrée” (was the usual one), no collector any more (was Inès Faure).',
    );
    // An entry from before these names were stored.
    expect(fr('changed', { fields: ['group_id', 'scenario_id'] })).toBe('Modification : groupe, scénario.');
    const version = { fields: ['scenario_version'], scenarioVersion: 4, scenarioVersionBefore: 2 };
    expect(fr('changed', version)).toBe('Modification : version 4 du scénario (auparavant la 2).');
    expect(en('changed', version)).toBe('Changed: version 4 of the scenario (was 2).');
  });

  it('tells why a person cancelled it, and what was let go of what is settled', () => {
    const cancelled = { closedAs: 'cancelled', reason: 'Facturé deux fois.', balanceCents: 5000, currency: 'EUR' };
    expect(fr('closed', cancelled)).toBe('Dossier clos : annulé – Facturé deux fois.');
    expect(historyText('closed', cancelled, 'en')).toBe('Case closed: cancelled – Facturé deux fois.');
    const freed = { ...cancelled, unallocatedCents: 2000 };
    expect(fr('closed', freed)).toBe('Dossier clos : annulé, 20,00 € étant de nouveau à affecter – Facturé deux fois.');
    expect(historyText('closed', freed, 'en')).toBe(
      'Case closed: cancelled, €20.00 being free to allocate again – Facturé deux fois.',
    );
    const settled = { closedAs: 'paid', balanceCents: 150, currency: 'EUR' };
    expect(fr('closed', settled)).toBe('Dossier clos : soldé, le reste de 1,50 € étant dans la tolérance.');
    expect(historyText('closed', settled, 'en')).toBe(
      'Case closed: settled, the remaining €1.50 being within the tolerance.',
    );
  });
});
