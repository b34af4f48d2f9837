import { describe, expect, it } from 'vitest';
import { explain, explainCreditNote, type ExplanationSnapshot } from '../../../domain/case/explain.ts';
import { plain } from '../plain.ts';
import { NOTHING, R2_NEXT } from './a-next-step.ts';

type Next = NonNullable<ExplanationSnapshot['next']>;
const told = (snapshot: Partial<ExplanationSnapshot>, language: 'fr' | 'en') =>
  plain(explain({ ...NOTHING, ...snapshot }, language).sentence);

describe('The step that comes, by its name:', () => {
  it.each([
    [{ kind: 'email' }, 'R2', 'R2'],
    [{ kind: 'sms' }, 'R2 (SMS)', 'R2 (SMS)'],
    [{ kind: 'letter' }, 'R2 (lettre)', 'R2 (letter)'],
    [{ kind: 'letter', letterKind: 'simple' }, 'R2 (lettre)', 'R2 (letter)'],
    [{ kind: 'letter', letterKind: 'registered' }, 'R2 (lettre recommandée)', 'R2 (registered letter)'],
    [
      { kind: 'letter', letterKind: 'lre_qualified' },
      'R2 (lettre recommandée électronique)',
      'R2 (qualified electronic registered letter)',
    ],
    [
      { kind: 'letter', letterKind: 'ere_simple' },
      'R2 (envoi recommandé électronique)',
      'R2 (electronic registered delivery)',
    ],
    [{ kind: 'call' }, 'L’appel R2', 'The R2 call'],
    [{ kind: 'task' }, 'La tâche R2', 'The R2 task'],
    [{ kind: 'email', level: 0 }, 'Le rappel préventif', 'The preventive reminder'],
    [{ kind: 'sms', level: 0 }, 'Le rappel préventif (SMS)', 'The preventive reminder (SMS)'],
    [{ kind: 'call', level: 0 }, 'L’appel préventif', 'The preventive call'],
    [{ kind: 'task', level: 0 }, 'La tâche préventive', 'The preventive task'],
  ] satisfies [Partial<Next>, string, string][])('%j', (more, french, english) => {
    const next = { ...R2_NEXT, ...more, handed: true };
    expect(told({ next }, 'fr')).toBe(`${french} est en cours d’envoi.`);
    expect(told({ next }, 'en')).toBe(`${english} is being sent.`);
  });
});

describe('What a person has to do with it, before its hour and after it:', () => {
  it.each([
    ['email', 'to_confirm', 'R2', 'à confirmer', 'R2', 'to be confirmed'],
    ['email', 'manual', 'R2', 'à envoyer à la main', 'R2', 'to be sent by hand'],
    ['call', 'manual', 'L’appel R2', 'à passer', 'The R2 call', 'to be made'],
    ['task', 'manual', 'La tâche R2', 'à faire', 'The R2 task', 'to be done'],
  ] as const)('%s, %s', (kind, mode, french, aFaire, english, toDo) => {
    const next = { ...R2_NEXT, kind, mode };
    expect(told({ next }, 'fr')).toBe(`${french} sera ${aFaire} à partir du lundi 7 décembre à 9 h.`);
    expect(told({ next }, 'en')).toBe(`${english} is ${toDo} from Monday 7 December at 9:00.`);
    const nowAt = '2026-12-08T09:00:00.000Z';
    expect(told({ nowAt, next }, 'fr')).toBe(`${french} est ${aFaire} depuis le lundi 7 décembre.`);
    expect(told({ nowAt, next }, 'en')).toBe(`${english} has been waiting ${toDo} since Monday 7 December.`);
  });

  it('is nothing when it leaves by itself', () => {
    expect(told({ nowAt: R2_NEXT.dueAt, next: R2_NEXT }, 'fr')).toBe('R2 part maintenant.');
    expect(told({ nowAt: R2_NEXT.dueAt, next: R2_NEXT }, 'en')).toBe('R2 is leaving now.');
  });
});

describe('What stops it for now', () => {
  const promise = { kind: 'promise', untilOn: '2026-12-02', endsAt: '2026-12-05T23:00:00.000Z' } as const;
  const pause = { kind: 'pause', untilOn: '2026-12-04', endsAt: '2026-12-04T23:00:00.000Z' } as const;

  it('is told before what comes after it', () => {
    expect(told({ holds: [promise, pause], next: R2_NEXT }, 'fr')).toBe(
      'Rien ne part pour l’instant : un règlement est promis pour le mercredi 2 décembre et les relances de la facture sont suspendues jusqu’au vendredi 4 décembre inclus. Ensuite, R2 partira le lundi 7 décembre à 9 h.',
    );
    expect(told({ holds: [promise, pause], next: { ...R2_NEXT, kind: 'call', mode: 'manual' } }, 'en')).toBe(
      'Nothing leaves for now: a payment is promised for Wednesday 2 December and the invoice’s reminders are paused until the end of Friday 4 December. After that, the R2 call is to be made from Monday 7 December at 9:00.',
    );
  });

  it('stops it without an end as soon as one of the holds has none', () => {
    const dispute = { kind: 'dispute', untilOn: null, endsAt: null } as const;
    const { sentence, rule, nextAt, reasons } = explain({ ...NOTHING, holds: [pause, dispute], next: R2_NEXT }, 'en');
    expect(plain(sentence)).toBe(
      'Nothing leaves: the invoice’s reminders are paused until the end of Friday 4 December and the customer disputes the invoice.',
    );
    expect([rule, nextAt]).toEqual(['a dispute stops the reminders until it is resolved', null]);
    expect(reasons.map(plain)).toEqual([
      'The invoice’s reminders are paused until the end of Friday 4 December.',
      'The customer disputes the invoice.',
    ]);
  });
});

describe('What lets nothing leave is the one reason that is given:', () => {
  const reasons = (snapshot: Partial<ExplanationSnapshot>, language: 'fr' | 'en' = 'en') =>
    explain({ ...NOTHING, ...snapshot }, language).reasons.map(plain);

  it('that the case is closed, waits for a person or has had all its steps', () => {
    expect(reasons({ closed: { as: 'cancelled', on: '2026-11-20' }, next: R2_NEXT })).toEqual([
      'The case was cancelled on Friday 20 November: nothing more will leave.',
    ]);
    expect(reasons({ attention: { code: 'no_phone', text: 'Pas de mobile.' } }, 'fr')).toEqual([
      'Rien ne part tant qu’une personne n’a pas décidé : pas de mobile.',
    ]);
    expect(reasons({ attention: { code: 'unheard_of', text: 'No such address.' } })).toEqual([
      'Nothing leaves until a person has decided: No such address.',
    ]);
    expect(reasons({ exhausted: true })).toEqual([told({ exhausted: true }, 'en')]);
  });

  it('and none while nothing is planned yet', () => expect(reasons({})).toEqual([]));

  it('that it is a credit note', () => {
    const note = explainCreditNote('fr');
    expect(note).toEqual({ sentence: note.sentence, rule: null, nextAt: null, reasons: [note.sentence] });
  });
});
