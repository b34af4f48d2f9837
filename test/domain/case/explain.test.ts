import { describe, expect, it } from 'vitest';
import { explain, explainCreditNote, type ExplanationSnapshot } from '../../../domain/case/explain.ts';
import type { PlanInput, Reason } from '../../../domain/ladder/plan.ts';
import { done, PARIS, planned } from '../ladder/case.ts';
import { plain } from '../plain.ts';
import { NOTHING } from './a-next-step.ts';

function nextOf(more: Partial<PlanInput>): ExplanationSnapshot['next'] {
  const plan = planned(more);
  return { ...plan, ...plan.step, handed: false };
}

/** R1 left on Friday 20 November; R2's day is a Saturday. */
const R2 = {
  nowAt: NOTHING.nowAt,
  invoice: { issuedOn: '2026-11-05', dueOn: '2026-11-05' },
  progress: [done('r1', 1, '2026-11-20')],
};

const sentence = (snapshot: Partial<ExplanationSnapshot>, language: 'fr' | 'en' = 'fr') =>
  plain(explain({ ...NOTHING, ...snapshot }, language).sentence);

describe('What leaves next, in a sentence', () => {
  it('does not say that a message is being sent while all sending is stopped, but since when it is', () => {
    const next = { ...nextOf(R2)!, handed: true, lineStoppedAt: '2026-11-22T08:27:00.000Z' };
    expect(sentence({ next })).toBe(
      'R2 est prêt, mais n’est pas parti : les envois de la société sont arrêtés depuis le dimanche 22 novembre à 9 h 27.',
    );
    expect(sentence({ next }, 'en')).toBe(
      'R2 is ready, but has not left: all sending of the company has been stopped since Sunday 22 November at 9:27.',
    );
  });

  it('says when and why', () => {
    const next = nextOf(R2);
    expect(sentence({ next })).toBe(
      'R2 partira le lundi 7 décembre à 9 h : 15 jours après R1 (20 novembre), le 5 décembre étant un samedi.',
    );
    expect(sentence({ next }, 'en')).toBe(
      'R2 will leave on Monday 7 December at 9:00: 15 days after R1 (20 November), 5 December being a Saturday.',
    );
  });

  it('says by which rule, at which instant, and each reason as a sentence', () => {
    const explanation = explain({ ...NOTHING, next: nextOf(R2) }, 'fr');
    expect(plain(explanation.rule!)).toBe(
      '15 jours après l’étape précédente, reporté s’il le faut au premier jour ouvré, à l’heure d’envoi',
    );
    expect(explanation.nextAt).toBe('2026-12-07T08:00:00.000Z');
    expect(explanation.reasons.map(plain)).toEqual([
      'Le scénario prévoit cette étape 15 jours après R1 (20 novembre).',
      'Le 5 décembre est un samedi.',
    ]);
  });

  it('says the year when it is another one', () => {
    const next = nextOf({ ...R2, postponed: { stepKey: 'r2', untilOn: '2027-01-02' } });
    expect(sentence({ next })).toBe(
      'R2 partira le lundi 4 janvier 2027 à 9 h : 15 jours après R1 (20 novembre), mais une personne a demandé le report au 2 janvier 2027, le 2 janvier 2027 étant un samedi.',
    );
  });

  it('says that its day is past', () => {
    const next = nextOf({
      ...R2,
      invoice: { issuedOn: '2026-10-05', dueOn: '2026-10-05' },
      progress: [done('r1', 1, '2026-10-20')],
    });
    expect(sentence({ next })).toBe(
      'R2 partira le lundi 23 novembre à 9 h : 15 jours après R1 (20 octobre), son jour (4 novembre) étant passé, c’est la première heure d’envoi d’un jour ouvré.',
    );
  });

  it('says what a person has to do, before its hour and after it', () => {
    const R3 = { ...R2, progress: [done('r2', 2, '2026-11-20')] };
    const next = nextOf({ ...R3, confirmReason: 'litigation' });
    expect(sentence({ next })).toBe(
      'R3 (lettre recommandée) sera à confirmer à partir du lundi 7 décembre à 9 h : 15 jours après R2 (20 novembre), le 5 décembre étant un samedi. À confirmer par une personne : c’est la première relance après un contentieux.',
    );
    expect(sentence({ nowAt: '2026-12-08T09:00:00.000Z', next: nextOf(R3) })).toMatch(
      /^R3 \(lettre recommandée\) est à confirmer depuis le lundi 7 décembre : /,
    );
  });

  it('knows calls, tasks and what leaves by hand', () => {
    const next = nextOf(R2)!;
    const dueAt = NOTHING.nowAt;
    expect(sentence({ next: { ...next, kind: 'call', mode: 'manual' } })).toMatch(
      /^L’appel R2 sera à passer à partir du lundi 7 décembre à 9 h/,
    );
    expect(sentence({ next: { ...next, kind: 'task', mode: 'manual', dueAt } })).toMatch(
      /^La tâche R2 est à faire depuis le dimanche 22 novembre/,
    );
    expect(sentence({ next: { ...next, mode: 'manual' } }, 'en')).toMatch(
      /^R2 is to be sent by hand from Monday 7 December at 9:00/,
    );
    expect(sentence({ next: { ...next, level: 0 } })).toMatch(/^Le rappel préventif partira/);
  });

  it('says that it is leaving', () => {
    expect(sentence({ nowAt: '2026-12-07T08:00:00.000Z', next: nextOf(R2) })).toMatch(/^R2 part maintenant : /);
    expect(sentence({ next: { ...nextOf(R2)!, handed: true } })).toBe('R2 est en cours d’envoi.');
  });

  it('reads the hour in the creditor’s time zone', () => {
    const next = nextOf({ ...R2, calendar: { ...PARIS, timeZone: 'Indian/Reunion' } });
    expect(sentence({ timeZone: 'Indian/Reunion', next })).toContain('le lundi 7 décembre à 9 h');
    expect(sentence({ timeZone: 'Asia/Kolkata', next: { ...next!, dueAt: '2026-12-07T05:00:00.000Z' } })).toContain(
      'à 10 h 30',
    );
  });
});

describe('Why nothing leaves, in a sentence', () => {
  it('a hold without an end', () => {
    const holds = [{ kind: 'litigation', untilOn: null, endsAt: null }] as const;
    expect(explain({ ...NOTHING, holds, next: nextOf(R2) }, 'fr')).toEqual({
      sentence: 'Rien ne part\u00a0: la facture est au contentieux.',
      rule: 'un contentieux arrête toute relance jusqu’à ce qu’une personne y mette fin',
      nextAt: null,
      reasons: ['La facture est au contentieux.'],
    });
    expect(sentence({ holds }, 'en')).toBe('Nothing leaves: the invoice is in litigation.');
  });

  it('a hold with an end, and what comes after it', () => {
    const holds = [{ kind: 'promise', untilOn: '2026-12-15', endsAt: '2026-12-18T23:00:00.000Z' }] as const;
    expect(sentence({ holds, next: nextOf({ ...R2, holds }) })).toBe(
      'Rien ne part pour l’instant : un règlement est promis pour le mardi 15 décembre. Ensuite, R2 partira le lundi 21 décembre à 9 h : 15 jours après R1 (20 novembre), le 5 décembre étant un samedi, l’étape attend le règlement promis (15 décembre), délai de grâce compris.',
    );
  });

  it('several holds', () => {
    const holds = [
      { kind: 'dispute', untilOn: null, endsAt: null },
      { kind: 'customer_pause', untilOn: '2026-12-31', endsAt: '2026-12-31T23:00:00.000Z' },
    ] as const;
    expect(sentence({ holds })).toBe(
      'Rien ne part : le client conteste la facture et les relances du client sont suspendues jusqu’au jeudi 31 décembre inclus.',
    );
  });

  it('two of one kind, said once', () => {
    const dispute = { kind: 'dispute', untilOn: null, endsAt: null } as const;
    const pause = { kind: 'pause', untilOn: null, endsAt: null } as const;
    expect(explain({ ...NOTHING, holds: [dispute, pause, dispute], next: nextOf(R2) }, 'fr')).toMatchObject({
      sentence: 'Rien ne part\u00a0: le client conteste la facture et les relances de la facture sont suspendues.',
      reasons: ['Le client conteste la facture.', 'Les relances de la facture sont suspendues.'],
    });
    expect(explain({ ...NOTHING, holds: [dispute, dispute] }, 'en')).toMatchObject({
      sentence: 'Nothing leaves: the customer disputes the invoice.',
      reasons: ['The customer disputes the invoice.'],
    });
  });

  it('two promises of two days, each with its day', () => {
    const promise = { kind: 'promise', endsAt: null } as const;
    const holds = ['2026-12-15', '2026-12-22', '2026-12-15'].map((untilOn) => ({ ...promise, untilOn }));
    expect(sentence({ holds })).toBe(
      'Rien ne part : un règlement est promis pour le mardi 15 décembre et un règlement est promis pour le mardi 22 décembre.',
    );
  });

  it('three holds, with the rule of the first that has no end', () => {
    const holds = [
      { kind: 'promise', untilOn: '2026-12-15', endsAt: '2026-12-18T23:00:00.000Z' },
      { kind: 'dispute', untilOn: null, endsAt: null },
      { kind: 'pause', untilOn: null, endsAt: null },
    ] as const;
    const { rule } = explain({ ...NOTHING, holds, next: nextOf(R2) }, 'en');
    expect(rule).toBe('a dispute stops the reminders until it is resolved');
    expect(sentence({ holds }, 'en')).toBe(
      'Nothing leaves: a payment is promised for Tuesday 15 December, the customer disputes the invoice and the invoice’s reminders are paused.',
    );
  });

  it('always by a rule, but for a plan still to be made', () => {
    const rule = (snapshot: Partial<ExplanationSnapshot>) => explain({ ...NOTHING, ...snapshot }, 'fr').rule;
    expect(rule({ closed: { as: 'paid', on: '2026-11-20' } })).toBe('un dossier clos n’est plus relancé');
    expect(rule({ attention: { code: 'bounced', text: 'x' }, next: nextOf(R2) })).toMatch(/qu’une personne décide$/);
    expect(rule({ exhausted: true })).toBe('après la dernière étape du scénario, une personne décide');
    expect(rule({})).toBeNull();
  });

  it('by the rule of the step that comes once a hold ends, of the hold where nothing is planned', () => {
    const holds = [{ kind: 'promise', untilOn: '2026-12-15', endsAt: '2026-12-18T23:00:00.000Z' }] as const;
    const rule = (snapshot: Partial<ExplanationSnapshot>) => explain({ ...NOTHING, holds, ...snapshot }, 'en').rule;
    expect(rule({ next: nextOf({ ...R2, holds }) })).toMatch(/^15\sdays after the previous step, /);
    expect(rule({})).toBe('a promise stops the reminders until its day, the days of grace included');
    expect(rule({ exhausted: true })).toBe('a promise stops the reminders until its day, the days of grace included');
    // A sentence that was stored in other words stays as it is.
    expect(rule({ next: { ...nextOf(R2)!, rule: 'due_on+15 days' } })).toBe('due_on+15 days');
    expect(rule({ next: { ...nextOf(R2)!, rule: 'since due_on+15' } })).toBe('since due_on+15');
  });

  it('each hold by its own rule', () => {
    const kinds = ['litigation', 'dispute', 'promise', 'pause', 'customer_pause', 'specific_action'] as const;
    for (const language of ['fr', 'en'] as const) {
      const rules = kinds.map(
        (kind) => explain({ ...NOTHING, holds: [{ kind, untilOn: null, endsAt: null }] }, language).rule,
      );
      expect(new Set(rules).size).toBe(kinds.length);
      expect(rules.every(Boolean)).toBe(true);
    }
  });

  it('a credit note', () => {
    expect(explainCreditNote('fr').sentence).toMatch(/^Un avoir n’est pas relancé/);
    expect(explainCreditNote('en').nextAt).toBeNull();
  });

  it('a closed case, an exhausted ladder, a person who is waited for, a plan still to be made', () => {
    expect(sentence({ closed: { as: 'paid', on: '2026-11-20' } })).toBe(
      'La facture est soldée depuis le vendredi 20 novembre : plus rien ne partira.',
    );
    expect(sentence({ closed: { as: 'written_off', on: '2025-11-20' } }, 'en')).toBe(
      'The debt was written off on Thursday 20 November 2025: nothing more will leave.',
    );
    expect(sentence({ exhausted: true })).toMatch(/^Toutes les étapes du scénario ont eu lieu/);
    expect(sentence({ attention: { code: 'bounced', text: 'L’adresse est refusée.' }, next: nextOf(R2) })).toBe(
      'Rien ne part tant qu’une personne n’a pas décidé : l’adresse est refusée.',
    );
    expect(sentence({})).toBe('Rien n’est encore planifié.');
  });

  it('a registered letter that is made and that nobody has posted yet, by the day on which it was made', () => {
    const r3 = nextOf({ ...R2, nowAt: NOTHING.nowAt, progress: [done('r2', 2, '2026-11-10')] });
    const made = { ...r3!, madeOn: '2026-11-30' };
    expect(sentence({ next: made })).toBe('Le courrier R3 édité le lundi 30 novembre est à poster.');
    expect(sentence({ next: made }, 'en')).toBe('The R3 letter made on Monday 30 November is to be posted.');
    expect(sentence({ next: { ...made, letterKind: 'lre_qualified' } })).toMatch(/est à envoyer\.$/);
  });
});

describe('Every reason', () => {
  const all: Reason[] = [
    { code: 'anchor', anchor: 'due_on', anchorOn: '2026-12-01', delayDays: -7, previousLevel: null },
    { code: 'anchor', anchor: 'issued_on', anchorOn: '2026-12-01', delayDays: 0, previousLevel: null },
    { code: 'anchor', anchor: 'previous_step', anchorOn: '2026-12-01', delayDays: 1, previousLevel: 0 },
    { code: 'not_before_issue', issuedOn: '2026-12-01' },
    { code: 'not_before_due', dueOn: '2026-12-01' },
    { code: 'spacing', lastOn: '2026-12-01', days: 1 },
    { code: 'postponed', untilOn: '2026-12-01' },
    { code: 'not_working', on: '2026-12-25', because: 'holiday' },
    { code: 'late', turnOn: '2026-12-01' },
    { code: 'hold_ends', hold: 'pause', untilOn: null, endsAt: '2026-12-01T23:00:00.000Z' },
    { code: 'held', hold: 'specific_action' },
    { code: 'cap', count: 2, days: 7 },
    { code: 'one_a_day', on: '2026-12-01' },
    { code: 'waiting', sinceAt: '2026-12-01T08:00:00.000Z' },
    { code: 'confirm', why: 'going_live' },
    { code: 'confirm', why: 'credit_cover' },
  ];

  it.each(['fr', 'en'] as const)('is a sentence of its own: %s', (language) => {
    const { reasons } = explain({ ...NOTHING, next: { ...nextOf(R2)!, reasons: all } }, language);
    expect(reasons).toHaveLength(all.length);
    expect(new Set(reasons).size).toBe(all.length);
    for (const reason of reasons) expect(reason).toMatch(/^[\p{Lu}\d][^]*[^.]\.$/u);
    expect(reasons.join(' ')).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it.each(all.filter(({ code }) => code !== 'confirm' && code !== 'waiting'))(
    'limits nothing where it stands first: $code',
    (reason) => {
      const next = { ...nextOf(R2)!, reasons: [reason] };
      expect(sentence({ next })).not.toMatch(/ : mais /);
      expect(sentence({ next }, 'en')).not.toMatch(/: but /);
    },
  );

  it('counts one day as one', () => {
    const one = explain({ ...NOTHING, next: { ...nextOf(R2)!, reasons: all.slice(2, 3) } }, 'fr').reasons[0]!;
    expect(plain(one)).toBe('Le scénario prévoit cette étape 1 jour après le rappel préventif (1er décembre).');
  });
});
