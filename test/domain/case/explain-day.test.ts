import { describe, expect, it } from 'vitest';
import type { HistoryData } from '../../../domain/case/history/kinds.ts';
import { allDay, END_AT, entry, type Next, R2, SEND_AT, sentence, stood, told } from './a-day.ts';

describe('A day on which something left', () => {
  const r1 = entry('sent', { level: 1, channel: 'email' });
  const r3 = entry('sent', { level: 3, channel: 'letter', letterKind: 'registered' }, '2026-11-10T13:30:00.000Z');

  it('says what, each at its hour', () => {
    expect(sentence({ entries: [r1] })).toBe('Le mardi 10 novembre : R1 est partie à 9 h.');
    expect(sentence({ entries: [r1, entry('call'), r3] })).toBe(
      'Le mardi 10 novembre : R1 est partie à 9 h, R3 (lettre recommandée) est partie à 14 h 30.',
    );
    expect(sentence({ entries: [r1, r3] }, 'en')).toBe(
      'On Tuesday 10 November: R1 left at 9:00, R3 (registered letter) left at 14:30.',
    );
    expect(sentence({ entries: [entry('sent', { level: null })] })).toBe(
      'Le mardi 10 novembre : un message est parti à 9 h.',
    );
  });

  it('tells whatever else was written down on it, in order, and not what might have kept it back', () => {
    const entries = [entry('litigation', { reason: 'Avocat' }), r1];
    const { sentence: first, reasons } = told({ entries, notWorking: 'saturday', ...allDay({ exhausted: true }) });
    expect(first).toBe('Le mardi 10 novembre : R1 est partie à 9 h.');
    expect(reasons).toHaveLength(2);
    expect(reasons[0]).toContain('Avocat');
  });
});

describe('A day on which nothing left', () => {
  const nothing = (why: string) => `Le mardi 10 novembre, rien n’est parti : ${why}.`;

  it.each([
    ['litigation', null, 'la facture était au contentieux'],
    ['dispute', null, 'le client contestait la facture'],
    ['promise', '2026-11-12', 'un règlement était promis pour le jeudi 12 novembre'],
    ['pause', '2027-01-04', 'les relances de la facture étaient suspendues jusqu’au lundi 4 janvier 2027 inclus'],
    ['customer_pause', null, 'les relances du client étaient suspendues'],
    ['specific_action', null, 'une action spécifique était en cours'],
  ] as const)('because of a %s until %s', (kind, untilOn, why) => {
    expect(sentence(allDay({ holds: [{ kind, untilOn, endsAt: null }], next: R2 }))).toBe(nothing(why));
  });

  it('because of several holds, each told', () => {
    const holds = (['dispute', 'pause'] as const).map((kind) => ({ kind, untilOn: null, endsAt: null }));
    expect(told(allDay({ holds }))).toEqual({
      sentence: nothing('le client contestait la facture'),
      reasons: ['Les relances de la facture étaient suspendues.'],
    });
  });

  it.each([
    ['paid', 'la facture était soldée depuis le lundi 9 novembre'],
    ['cancelled', 'le dossier était annulé depuis le lundi 9 novembre'],
    ['written_off', 'la créance était passée en perte depuis le lundi 9 novembre'],
  ] as const)('because the case had ended: %s', (as, why) => {
    const closed = { as, on: '2026-11-09' };
    expect(sentence(allDay({ closed, holds: [{ kind: 'dispute', untilOn: null, endsAt: null }] }))).toBe(nothing(why));
  });

  it('because a person had to decide, whatever else held it', () => {
    const attention = { code: 'hard_bounce', text: 'l’adresse n’existe pas. ' };
    const holds = [{ kind: 'dispute', untilOn: null, endsAt: null } as const];
    expect(sentence(allDay({ attention, holds }))).toBe(
      nothing('le dossier attendait la décision d’une personne : l’adresse n’existe pas'),
    );
  });

  it('because the ladder was over, or not planned, or the invoice not there yet', () => {
    expect(sentence(allDay({ exhausted: true }))).toBe(nothing('toutes les étapes du scénario avaient eu lieu'));
    expect(sentence(allDay({}))).toBe(nothing('rien n’était encore planifié'));
    expect(sentence({})).toBe(nothing('la facture n’était pas encore enregistrée'));
    expect(sentence({ atEnd: stood(END_AT, { exhausted: true }) })).toBe(
      nothing('toutes les étapes du scénario avaient eu lieu'),
    );
  });

  it('because its day was another one, with the rule; that it waits or is to be confirmed is no rule', () => {
    const reasons = [
      { code: 'anchor', anchor: 'previous_step', anchorOn: '2026-10-30', delayDays: 15, previousLevel: 1 },
      { code: 'not_working', on: '2026-11-14', because: 'saturday' },
      { code: 'waiting', sinceAt: SEND_AT },
      { code: 'confirm', why: 'litigation' },
    ] as const;
    const next: Next = { ...R2, dueAt: '2026-11-16T08:00:00.000Z', reasons };
    expect(sentence(allDay({ next }))).toBe(
      nothing(
        'R2 était prévue pour le lundi 16 novembre : 15 jours après R1 (30 octobre), le 14 novembre étant un samedi',
      ),
    );
    expect(sentence(allDay({ next: { ...next, reasons: [] } }))).toBe(
      nothing('R2 était prévue pour le lundi 16 novembre'),
    );
  });

  it('because it was no working day, and the reason for which nothing would have left on another', () => {
    const day = allDay({ holds: [{ kind: 'litigation', untilOn: null, endsAt: null }] });
    expect(told({ ...day, notWorking: 'saturday' })).toEqual({
      sentence: nothing('c’était un samedi'),
      reasons: ['La facture était au contentieux.'],
    });
    expect(sentence({ ...day, notWorking: 'sunday' })).toBe(nothing('c’était un dimanche'));
    expect(sentence({ ...day, notWorking: 'holiday' }, 'en')).toBe(
      'On Tuesday 10 November, nothing left: it was a public holiday.',
    );
  });

  it.each([
    ['email', 'to_confirm', 'R2 attendait d’être confirmée depuis le lundi 9 novembre'],
    ['email', 'manual', 'R2 attendait d’être envoyée à la main depuis le lundi 9 novembre'],
    ['call', 'manual', 'l’appel R2 était à passer depuis le lundi 9 novembre'],
    ['task', 'manual', 'la tâche R2 était à faire depuis le lundi 9 novembre'],
  ] as const)('because a person was waited for: %s, %s', (kind, mode, why) => {
    expect(sentence(allDay({ next: { ...R2, kind, mode, dueAt: '2026-11-09T08:00:00.000Z' } }))).toBe(nothing(why));
  });

  it('says why a person had to confirm it', () => {
    const reasons = [
      { code: 'late', turnOn: '2026-11-02' },
      { code: 'confirm', why: 'litigation' },
    ] as const;
    expect(told(allDay({ next: { ...R2, mode: 'to_confirm', reasons } }))).toEqual({
      sentence: nothing('R2 attendait d’être confirmée depuis le mardi 10 novembre'),
      reasons: ['C’est la première relance après un contentieux.'],
    });
  });

  it('waits for nobody before its hour has come', () => {
    const next: Next = { ...R2, mode: 'to_confirm', dueAt: '2026-11-10T09:00:00.000Z' };
    const day = { atSendHour: stood(SEND_AT, { next }), atEnd: stood(END_AT, { exhausted: true }) };
    expect(sentence(day)).toBe(nothing('toutes les étapes du scénario avaient eu lieu'));
    const ofNow = { ...next, dueAt: SEND_AT };
    expect(sentence({ ...day, atSendHour: stood(SEND_AT, { next: ofNow }) })).toBe(
      nothing('R2 attendait d’être confirmée depuis le mardi 10 novembre'),
    );
  });

  it('because it was being sent, or could not be sent', () => {
    expect(sentence(allDay({ next: { ...R2, handed: true } }))).toBe(nothing('R2 était en cours d’envoi'));
    const confirmed: Next = { ...R2, handed: true, mode: 'to_confirm' };
    expect(sentence(allDay({ next: confirmed }))).toBe(nothing('R2 était en cours d’envoi'));
    expect(sentence(allDay({ next: R2 }))).toBe(
      nothing('R2 devait partir à 9 h et n’a pas pu être envoyée ce jour-là (service interrompu ou envoi impossible)'),
    );
  });

  it('says first what stopped an automatic step between its hour and the evening', () => {
    const evening = stood(END_AT, { next: R2, holds: [{ kind: 'litigation', untilOn: null, endsAt: null }] });
    expect(sentence({ atSendHour: stood(SEND_AT, { next: R2 }), atEnd: evening })).toBe(
      nothing('la facture était au contentieux'),
    );
  });

  it('because a message was held back, with what had changed since it was made', () => {
    const data: HistoryData = { level: 2, channel: 'email', reason: 'balance_changed' };
    const paid = entry('paid', { amountCents: 10_000, currency: 'EUR' });
    const { sentence: first, reasons } = told({
      cancelled: [{ data, causes: [paid] }],
      ...allDay({ exhausted: true }),
    });
    expect(first).toMatch(
      /rien n’est parti : R2 a été retenue avant son départ : le solde a changé \(.*100,00 €.*\)\.$/,
    );
    expect(first).not.toContain('..');
    expect(reasons).toEqual(['Toutes les étapes du scénario avaient eu lieu.']);
    const litigation = entry('litigation', { reason: 'Me. Roy' });
    const both = sentence({ cancelled: [{ data, causes: [litigation, paid] }] });
    expect(both).toContain('le solde a changé (Mise au contentieux : Me. Roy, Règlement de 100,00 € reçu).');
    const unsaid = { data: { reason: 'Erreur de saisie' }, causes: [] };
    expect(sentence({ cancelled: [unsaid] })).toBe(
      nothing('un message a été retenu avant son départ : Erreur de saisie'),
    );
    expect(sentence({ cancelled: [unsaid] }, 'en')).toBe(
      'On Tuesday 10 November, nothing left: a message was held back before it left: Erreur de saisie.',
    );
  });

  it('because the step planned for it was moved, with why', () => {
    const reasons = [{ code: 'postponed', untilOn: '2026-12-01' } as const];
    const moved = [{ level: 2, channel: 'letter', letterKind: 'simple', mode: 'manual', dueOn: '2026-12-01', reasons }];
    // An automatic step of this day that is gone by the evening.
    expect(sentence({ moved, atSendHour: stood(SEND_AT, { next: R2 }), atEnd: stood(END_AT, {}) })).toBe(
      nothing('rien n’était encore planifié'),
    );
    const later = stood(END_AT, { next: { ...R2, dueAt: '2026-12-01T08:00:00.000Z' } });
    expect(told({ moved, atSendHour: stood(SEND_AT, { next: R2 }), atEnd: later })).toEqual({
      sentence: nothing('R2 était prévue pour le mardi 1er décembre'),
      reasons: [
        'R2 (lettre), prévue ce jour-là, a été reportée au mardi 1er décembre : une personne a demandé le report au 1er décembre.',
      ],
    });
  });

  it('because a call was moved, which is masculine', () => {
    const moved = [{ level: 1, channel: 'call', mode: 'manual', dueOn: '2026-12-01' }];
    const { reasons } = told({ moved, ...allDay({ exhausted: true }) });
    expect(reasons).toContain('L’appel R1, prévu ce jour-là, a été reporté au mardi 1er décembre.');
    const call: Next = { ...R2, kind: 'call', mode: 'manual', dueAt: '2026-11-16T08:00:00.000Z' };
    expect(sentence(allDay({ next: call }))).toContain('l’appel R2 était prévu pour le lundi 16 novembre');
  });

  it('because a message was held back for a reason that was written in other words', () => {
    const held = (data: HistoryData) => sentence({ cancelled: [{ data, causes: [] }], ...allDay({ exhausted: true }) });
    expect(held({ level: 2, reason: 'panne' })).toBe(nothing('R2 a été retenue avant son départ : panne'));
  });

  it('because a plan was moved of which the step was not kept: a reminder, on that day', () => {
    const { reasons } = told({ moved: [{}], ...allDay({ exhausted: true }) });
    expect(reasons).toEqual(['Le rappel préventif, prévu ce jour-là, a été reporté au mardi 10 novembre.']);
  });

  it('tells a reason once, and what was written down on the day after the reasons', () => {
    const holds = (['pause', 'customer_pause'] as const).map((kind) => ({ kind, untilOn: null, endsAt: null }));
    const day = told({
      ...allDay({ holds: [...holds, ...holds] }),
      entries: [entry('call', {}), entry('call', {})],
    });
    expect(day.sentence).toBe(nothing('les relances de la facture étaient suspendues'));
    expect(day.reasons[0]).toBe('Les relances du client étaient suspendues.');
    expect(day.reasons).toHaveLength(2);
  });

  it('because of two disputes, which the sentence tells and no reason tells again', () => {
    const dispute = { kind: 'dispute', untilOn: null, endsAt: null } as const;
    const day = told(allDay({ holds: [dispute, dispute] }));
    expect([day.sentence, day.reasons]).toEqual([nothing('le client contestait la facture'), []]);
  });
});

describe('A day to come', () => {
  const on = '2026-11-24';
  const now = '2026-11-20T10:00:00.000Z';
  const next: Next = {
    ...R2,
    dueAt: '2026-11-24T08:00:00.000Z',
    reasons: [{ code: 'anchor', anchor: 'due_on', anchorOn: '2026-11-09', delayDays: 15, previousLevel: null }],
  };

  it('says what will leave, at which hour and why', () => {
    expect(told({ on, atEnd: stood(now, { next }) })).toEqual({
      sentence: 'Le mardi 24 novembre : R2 partira à 9 h.',
      reasons: ['Le scénario prévoit cette étape 15 jours après l’échéance (9 novembre).'],
    });
    expect(sentence({ on, atEnd: stood(now, { next: { ...next, mode: 'to_confirm' } }) })).toBe(
      'Le mardi 24 novembre : R2 sera à traiter par une personne à partir de 9 h.',
    );
    expect(sentence({ on, atEnd: stood(now, { next }) }, 'en')).toBe('On Tuesday 24 November: R2 will leave at 9:00.');
  });

  it('says that nothing is planned for it, and what is planned instead', () => {
    const other = { on: '2026-11-25', atEnd: stood(now, { next }) };
    expect(told(other)).toEqual({
      sentence: 'Le mercredi 25 novembre, rien n’est prévu.',
      reasons: ['R2 partira le mardi 24 novembre à 9 h : 15 jours après l’échéance (9 novembre).'],
    });
    expect(told({ on })).toEqual({
      sentence: 'Le mardi 24 novembre, rien n’est prévu.',
      reasons: ['La facture n’était pas encore enregistrée.'],
    });
  });

  it('is one after today; of today it is told what left', () => {
    const today = { on, todayOn: on, atEnd: stood(now, { next }), atSendHour: stood(now, { next }) };
    expect(sentence(today)).toContain('rien n’est parti');
    expect(sentence({ ...today, todayOn: '2026-11-23' })).toContain('R2 partira');
  });
});
