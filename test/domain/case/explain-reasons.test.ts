import { describe, expect, it } from 'vitest';
import { explain, type ExplanationSnapshot } from '../../../domain/case/explain.ts';
import type { Reason } from '../../../domain/ladder/plan.ts';
import { plain } from '../plain.ts';
import { NOTHING, R2_NEXT } from './a-next-step.ts';

/** How one reason reads: within the sentence, behind the rule of the step, and as a sentence of its own. */
type Read = readonly [Reason, within: string, alone: string];

const THE_RULE: Reason = {
  ...{ code: 'anchor', anchor: 'due_on', anchorOn: '2026-11-22' },
  ...{ delayDays: 15, previousLevel: null },
};

function read(reasons: readonly Reason[], language: 'fr' | 'en') {
  const next: ExplanationSnapshot['next'] = { ...R2_NEXT, reasons };
  const { sentence, reasons: alone } = explain({ ...NOTHING, next }, language);
  return { sentence: plain(sentence), alone: alone.map(plain) };
}

const each = (language: 'fr' | 'en', rule: string, all: readonly Read[]) =>
  it.each(all)('$code', (reason, within, alone) => {
    const told = read([THE_RULE, reason], language);
    expect(told.sentence.slice(told.sentence.indexOf(rule))).toBe(`${rule}, ${within}.`);
    expect(told.alone[1]).toBe(alone);
  });

const on = '2026-12-01';
const endsAt = '2026-12-01T23:00:00.000Z';
const ALL = {
  issue: { code: 'not_before_issue', issuedOn: on },
  due: { code: 'not_before_due', dueOn: on },
  oneDay: { code: 'spacing', lastOn: on, days: 1 },
  twoDays: { code: 'spacing', lastOn: on, days: 2 },
  postponed: { code: 'postponed', untilOn: on },
  holiday: { code: 'not_working', on: '2026-12-25', because: 'holiday' },
  sunday: { code: 'not_working', on: '2026-12-06', because: 'sunday' },
  late: { code: 'late', turnOn: on },
  promise: { code: 'hold_ends', hold: 'promise', untilOn: on, endsAt },
  pause: { code: 'hold_ends', hold: 'pause', untilOn: on, endsAt },
  pauseWithoutDay: { code: 'hold_ends', hold: 'pause', untilOn: null, endsAt },
  held: { code: 'held', hold: 'specific_action' },
  oneMessage: { code: 'cap', count: 1, days: 7 },
  twoMessages: { code: 'cap', count: 2, days: 1 },
  oneADay: { code: 'one_a_day', on },
} as const satisfies Record<string, Reason>;

describe('A reason, as a French collector reads it:', () => {
  each('fr', '15 jours après l’échéance (22 novembre)', [
    [
      ALL.issue,
      'mais pas avant la date de facture (1er décembre)',
      'Rien ne part avant la date de facture (1er décembre).',
    ],
    [
      ALL.due,
      'mais pas avant le lendemain de l’échéance (1er décembre)',
      'Rien ne part avant le lendemain de l’échéance (1er décembre).',
    ],
    [
      ALL.oneDay,
      'mais au moins 1 jour après la dernière action (1er décembre)',
      'Il faut au moins 1 jour après la dernière action (1er décembre).',
    ],
    [
      ALL.twoDays,
      'mais au moins 2 jours après la dernière action (1er décembre)',
      'Il faut au moins 2 jours après la dernière action (1er décembre).',
    ],
    [
      ALL.postponed,
      'mais une personne a demandé le report au 1er décembre',
      'Une personne a demandé le report au 1er décembre.',
    ],
    [ALL.holiday, 'le 25 décembre étant férié', 'Le 25 décembre est férié.'],
    [ALL.sunday, 'le 6 décembre étant un dimanche', 'Le 6 décembre est un dimanche.'],
    [
      ALL.late,
      'son jour (1er décembre) étant passé, c’est la première heure d’envoi d’un jour ouvré',
      'Son jour (1er décembre) est passé : ce sera la première heure d’envoi d’un jour ouvré.',
    ],
    [
      ALL.promise,
      'l’étape attend le règlement promis (1er décembre), délai de grâce compris',
      'L’étape attend le règlement promis (1er décembre), délai de grâce compris.',
    ],
    [
      ALL.pause,
      'l’étape attend que cesse ce qui l’arrête (1er décembre)',
      'L’étape attend que cesse ce qui l’arrête (1er décembre).',
    ],
    [ALL.pauseWithoutDay, 'l’étape attend que cesse ce qui l’arrête', 'L’étape attend que cesse ce qui l’arrête.'],
    [ALL.held, 'une action spécifique est en cours', 'Une action spécifique est en cours.'],
    [
      ALL.oneMessage,
      'le client ne reçoit pas plus de 1 message en 7 jours',
      'Le client ne reçoit pas plus de 1 message en 7 jours.',
    ],
    [
      ALL.twoMessages,
      'le client ne reçoit pas plus de 2 messages en 1 jour',
      'Le client ne reçoit pas plus de 2 messages en 1 jour.',
    ],
    [
      ALL.oneADay,
      'le compte du client reçoit un seul message par jour, et le 1er décembre a déjà le sien',
      'Le compte du client reçoit un seul message par jour, et le 1er décembre a déjà le sien.',
    ],
  ]);
});

describe('A reason, as an English collector reads it:', () => {
  each('en', '15 days after the due date (22 November)', [
    [ALL.issue, 'but not before the invoice date (1 December)', 'Nothing leaves before the invoice date (1 December).'],
    [
      ALL.due,
      'but not before the day after the due date (1 December)',
      'Nothing leaves before the day after the due date (1 December).',
    ],
    [
      ALL.oneDay,
      'but at least 1 day after the last action (1 December)',
      'At least 1 day must pass after the last action (1 December).',
    ],
    [
      ALL.twoDays,
      'but at least 2 days after the last action (1 December)',
      'At least 2 days must pass after the last action (1 December).',
    ],
    [ALL.postponed, 'but a person postponed it to 1 December', 'A person postponed it to 1 December.'],
    [ALL.holiday, '25 December being a public holiday', '25 December is a public holiday.'],
    [ALL.sunday, '6 December being a Sunday', '6 December is a Sunday.'],
    [
      ALL.late,
      'its day (1 December) being past, this is the first send hour of a working day',
      'Its day (1 December) is past: it leaves at the first send hour of a working day.',
    ],
    [
      ALL.promise,
      'it waits for the payment promised (1 December), with its days of grace',
      'It waits for the payment promised (1 December), with its days of grace.',
    ],
    [
      ALL.pause,
      'it waits for the end of what stops it (1 December)',
      'It waits for the end of what stops it (1 December).',
    ],
    [ALL.pauseWithoutDay, 'it waits for the end of what stops it', 'It waits for the end of what stops it.'],
    [ALL.held, 'a specific action is under way', 'A specific action is under way.'],
    [
      ALL.oneMessage,
      'the customer receives no more than 1 message in 7 days',
      'The customer receives no more than 1 message in 7 days.',
    ],
    [
      ALL.twoMessages,
      'the customer receives no more than 2 messages in 1 day',
      'The customer receives no more than 2 messages in 1 day.',
    ],
    [
      ALL.oneADay,
      'the customer’s account receives one message a day, and 1 December has its own',
      'The customer’s account receives one message a day, and 1 December has its own.',
    ],
  ]);
});

describe('The rule of a step, as a collector reads it:', () => {
  const anchorOn = '2026-12-01';
  it.each([
    ['due_on', -7, null, '7 jours avant l’échéance', '7 days before the due date'],
    ['due_on', -1, null, '1 jour avant l’échéance', '1 day before the due date'],
    ['due_on', 0, null, 'le jour de l’échéance', 'on the day of the due date'],
    ['issued_on', 30, null, '30 jours après la date de facture', '30 days after the invoice date'],
    ['previous_step', 15, 0, '15 jours après le rappel préventif', '15 days after the preventive reminder'],
    ['previous_step', 1, 2, '1 jour après R2', '1 day after R2'],
    ['previous_step', 15, null, '15 jours après l’étape précédente', '15 days after the previous step'],
  ] as const)('%s%i after R%s', (anchor, delayDays, previousLevel, french, english) => {
    const reasons = [{ code: 'anchor', anchor, anchorOn, delayDays, previousLevel }] as const;
    expect(read(reasons, 'fr').alone).toEqual([`Le scénario prévoit cette étape ${french} (1er décembre).`]);
    expect(read(reasons, 'en').alone).toEqual([`The scenario has this step ${english} (1 December).`]);
  });

  it('that its hour has come and it waits is told apart, and limits nothing in the sentence', () => {
    const waiting = { code: 'waiting', sinceAt: '2026-12-01T08:00:00.000Z' } as const;
    expect(read([THE_RULE, waiting], 'fr')).toEqual({
      sentence: read([THE_RULE], 'fr').sentence,
      alone: [...read([THE_RULE], 'fr').alone, 'Son heure est venue et l’étape attend.'],
    });
    expect(read([waiting], 'en')).toEqual({
      sentence: 'R2 will leave on Monday 7 December at 9:00.',
      alone: ['Its hour has come and it waits.'],
    });
  });

  it('says each thing that a person has to confirm, one after the other', () => {
    const reasons = [
      { code: 'confirm', why: 'reversal' },
      { code: 'confirm', why: 'credit_cover' },
    ] as const;
    expect(read(reasons, 'fr').sentence).toBe(
      'R2 partira le lundi 7 décembre à 9 h. À confirmer par une personne : c’est la première relance après le rejet d’un règlement. À confirmer par une personne : des sommes non affectées du client couvrent la créance.',
    );
    expect(read(reasons.slice(0, 1), 'en').sentence).toBe(
      'R2 will leave on Monday 7 December at 9:00. A person has to confirm it: it is the first reminder after a reversed payment.',
    );
  });
});
