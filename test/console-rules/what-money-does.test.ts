import { describe, expect, it } from 'vitest';
import { afterMoney, afterReversal, afterUndo } from '../../console/payment/what-money-does.ts';

// What the payment dialogs announce: what stops, what goes on, and what a person has to confirm.

const RULES = { toleranceCents: 100, confirmsAfter: true };
const FR = { language: 'fr', amount: (cents: number) => `${(cents / 100).toFixed(2)} €` } as const;
const plainly = (text: string) => text.replaceAll('\u00a0', ' ');
const claim = (status: string | null = 'due', ...kinds: string[]) => ({
  number: 'FA-1',
  status,
  holds: kinds.map((kind) => ({ kind })),
});

describe('money that comes', () => {
  const said = (restCents: number, of = claim()) => plainly(afterMoney(of, restCents, RULES, FR));

  it('ends the case when nothing is left, or no more than the tolerance', () => {
    expect(said(0)).toBe('FA-1 est soldée : les relances s’arrêtent.');
    expect(said(100)).toBe(
      'FA-1 : les 1.00 € qui restent sont dans la tolérance ; elle est soldée, les relances s’arrêtent.',
    );
    expect(said(101)).toBe('FA-1 : il restera dû 1.01 € ; les relances continuent pour ce reste.');
  });

  it('lets nothing go on that a dispute, litigation or a pause holds', () => {
    for (const [kind, word] of [
      ['dispute', 'litige'],
      ['litigation', 'contentieux'],
    ] as const)
      expect(said(50_000, claim('held', kind))).toMatch(
        new RegExp(`il restera dû 500\\.00 € ; le dossier reste suspendu \\(${word}\\) : rien ne part\\.$`, 'i'),
      );
    expect(said(50_000, claim('held', 'pause', 'promise'))).toMatch(/reste suspendu \(pause/i);
  });

  it('may keep a promise, and settles no anomaly', () => {
    expect(said(50_000, claim('held', 'promise'))).toMatch(/si cette somme tient la promesse, les relances continuent/);
    expect(said(50_000, claim('needs_attention'))).toMatch(/rien ne part tant que l’anomalie/);
    expect(said(50_000, claim('exhausted'))).toMatch(/les relances sont épuisées, aucune n’est prévue\.$/);
  });

  it('pays what was written off, which stays closed', () => {
    expect(said(0, claim('written_off'))).toBe('FA-1 est réglée ; passée en perte, elle reste close.');
    expect(said(50_000, claim('written_off'))).toBe('FA-1 : 500.00 € restent passés en perte, elle reste close.');
  });

  it('ends a held case all the same when it pays it', () => {
    expect(said(0, claim('held', 'litigation'))).toMatch(/est soldée/);
  });
});

describe('money that goes back', () => {
  const said = (of = claim(), owedCents = 50_000, rules = RULES) =>
    plainly(afterReversal(of, { backCents: 20_000, owedCents }, rules, FR));

  it('has the next reminder confirmed, where the settings say so', () => {
    expect(said()).toBe(
      'FA-1 devra de nouveau 500.00 € : ses relances reprennent là où elles en étaient. La prochaine sera à confirmer.',
    );
    expect(said(claim(), 50_000, { ...RULES, confirmsAfter: false })).toMatch(/là où elles en étaient\.$/);
  });

  it('names all that will be due, and what goes back alone until that is known', () => {
    expect(said(claim(), 80_000)).toMatch(/^FA-1 devra de nouveau 800\.00 €/);
    expect(said(claim(null))).toBe('FA-1 devra de nouveau 200.00 €.');
  });

  it('opens a paid case again, unless what it owes is within the tolerance', () => {
    expect(said(claim('paid'))).toMatch(/le dossier se rouvre/);
    expect(said(claim('paid'), 100)).toMatch(/c’est dans la tolérance, elle reste soldée\.$/);
  });

  it('leaves held what is held, and closed what was cancelled or written off', () => {
    expect(said(claim('held', 'litigation'))).toMatch(/reste suspendu \(contentieux\)/i);
    expect(said(claim('written_off'))).toMatch(/le dossier reste clos\.$/);
  });

  it('says of an entry that was taken back at once that it is not as if it had never been', () => {
    expect(plainly(afterUndo('payment', ['FA-1', 'FA-2'], RULES, 'fr'))).toBe(
      'Règlement annulé : la prochaine relance sera à confirmer (FA-1, FA-2).',
    );
    expect(afterUndo('payment', ['FA-1'], { ...RULES, confirmsAfter: false }, 'fr')).toBe('Règlement annulé.');
    expect(afterUndo('payment', [], RULES, 'fr')).toBe('Règlement annulé.');
    expect(afterUndo('allocation', [], RULES, 'fr')).toBe('Affectation annulée.');
  });
});
