import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { explainCaseDay } from '../../../facts/cases/explain-case-day.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { openWorld, type World } from '../holds/case-world.ts';
import { Life } from './life.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const dayOf = (life: Life) => life.at.toISOString().slice(0, 10);

async function tell(life: Life, on: string, language: 'fr' | 'en' = 'fr') {
  const told = await explainCaseDay(world.db, await life.row(), on, life.at, language);
  return { ...told, sentence: plain(told.sentence), reasons: told.reasons.map(plain) };
}

/** R1 is planned for Monday 7 December, because fifteen days after 20 November is a Saturday. */
async function aLife(): Promise<Life> {
  const life = new Life(world);
  await life.begins();
  return life;
}

describe('Why did nothing leave on that day?', () => {
  it('because the case was not there yet', async () => {
    const life = await aLife();
    const { sentence } = await tell(life, '2026-11-20');
    expect(sentence).toBe('Le vendredi 20 novembre, rien n’est parti : la facture n’était pas encore enregistrée.');
  });

  it('because it was another day’s turn, and that day was a Sunday', async () => {
    const life = await aLife();
    await life.lives('later', async () => undefined, 6);
    const { sentence, reasons } = await tell(life, '2026-11-25');
    expect(sentence).toBe(
      'Le mercredi 25 novembre, rien n’est parti : R1 était prévue pour le lundi 7 décembre : 15 jours après la date de facture (20 novembre), le 5 décembre étant un samedi.',
    );
    expect(reasons).toEqual([]);
    expect((await tell(life, '2026-11-29')).sentence).toMatch(/rien n’est parti : c’était un dimanche\.$/);
  });

  it('because the case was held, and the hold has ended since', async () => {
    const life = await aLife();
    await life.lives('litigation', () => openLitigation(world.db, life.on, life.id, { reason: 'Conseil saisi' }));
    const on = dayOf(life);
    await life.lives('months later', async () => undefined, 60);
    const { sentence } = await tell(life, addDays(on, 20), 'en');
    expect(sentence).toBe('On Monday 14 December 2026, nothing left: the invoice was in litigation.');
    expect((await tell(life, on)).reasons).toContain('Mise au contentieux : Conseil saisi.');
  });

  it('because a promise moved what was planned for that very day', async () => {
    const life = await aLife();
    const promise = { amount_cents: 1_000, promised_on: '2026-12-11' };
    await life.lives('a promise', () => recordPromise(world.db, life.on, life.id, promise));
    await life.lives('later', async () => undefined, 20);
    const { sentence, reasons } = await tell(life, '2026-12-07');
    expect(sentence).toBe(
      'Le lundi 7 décembre, rien n’est parti : un règlement était promis pour le vendredi 11 décembre.',
    );
    expect(reasons.join(' ')).toMatch(/R1, prévue ce jour-là, a été reportée au .* décembre/);
  });

  it('because the customer had had his share of messages', async () => {
    const settings = { maxMessagesCount: 1, maxMessagesDays: 7 };
    await world.setSettings(settings);
    try {
      const life = await aLife();
      await life.isDue('R1 is due');
      await life.lives('confirmed', () => life.decide('confirmStep'));
      await life.lives('sent', () => life.settles({ kind: 'sent', reference: 'r' }));
      const other = new Life(world);
      other.at = new Date('2026-11-24T09:00:00.000Z');
      Object.assign(other, { customerId: life.customerId });
      const customer = await world.db.customer.findUniqueOrThrow({ where: { id: life.customerId } });
      Object.assign(other, await world.newInvoice(customer));
      await other.lives('a second invoice', async () => undefined);
      await other.isDue('its R1');
      expect((await tell(other, '2026-12-07')).sentence).toMatch(
        /le client ne reçoit pas plus de 1 message en 7 jours/,
      );
    } finally {
      await world.setSettings({ maxMessagesCount: null, maxMessagesDays: null });
    }
  });

  it('because the hand-over held it back, with what had changed', async () => {
    const life = await aLife();
    await life.isDue('R1 is due');
    await life.lives('confirmed', () => life.decide('confirmStep'));
    await life.lives('a part is paid', () => world.pay(life.number, 10_000, life.at));
    await life.lives('held back', () => life.settles({ kind: 'cancelled', reason: 'invoice_changed' }));
    const { sentence } = await tell(life, dayOf(life));
    expect(sentence).toMatch(
      /rien n’est parti : R1 a été retenue avant son départ : la facture a changé .* \(Règlement de 100,00 € reçu/,
    );
  });

  it('because it could not be sent: an outage is told as one', async () => {
    const life = await aLife();
    await life.lives('nobody worked for a week', async () => undefined, 20);
    const { sentence } = await tell(life, '2026-12-07');
    expect(sentence).toMatch(
      /^Le lundi 7 décembre, rien n’est parti : R1 devait partir à 9 h et n’a pas pu être envoyée/,
    );
  });

  it('because it was paid', async () => {
    const life = await aLife();
    await life.lives('paid', () => world.pay(life.number, 30_000, life.at));
    await life.lives('later', async () => undefined, 20);
    expect((await tell(life, '2026-12-07')).sentence).toMatch(/la facture était soldée depuis le mardi 24 novembre\.$/);
  });
});

describe('A day on which something left', () => {
  it('says what, when, and by which rule', async () => {
    const life = await aLife();
    await life.isDue('R1 is due');
    await life.lives('confirmed', () => life.decide('confirmStep'));
    await life.lives('sent', () => life.settles({ kind: 'sent', reference: 'r' }));
    const told = await tell(life, '2026-12-07');
    expect(told.sentence).toMatch(/^Le lundi 7 décembre : R1 est partie à 9 h/);
    expect(told.left).toMatchObject([{ level: 1, kind: 'email', messageId: expect.any(String) as string }]);
    expect((await tell(life, '2026-12-06')).left).toEqual([]);
  });
});

describe('A day to come', () => {
  it('says what is planned for it, or that nothing is', async () => {
    const life = await aLife();
    expect((await tell(life, '2026-12-07')).sentence).toBe('Le lundi 7 décembre : R1 partira à 9 h.');
    const none = await tell(life, '2026-12-08', 'en');
    expect(none.sentence).toBe('On Tuesday 8 December, nothing is planned.');
    expect(none.reasons.join(' ')).toMatch(/R1 will leave on Monday 7 December/);
  });
});
