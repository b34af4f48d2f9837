import { beforeAll, describe, expect, it } from 'vitest';
import { addYears } from '../../../domain/calendar/local-date.ts';
import { localDate } from '../../../domain/calendar/local-time.ts';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { withdrawPromise } from '../../../facts/holds/withdraw-promise.ts';
import { promiseInput } from '../../../facts/inputs/holds.ts';
import { NOW, createWorld, type World } from '../world.ts';
import { sharedApi } from './running-api.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let world: World;
let collector: string;
beforeAll(async () => {
  [api, world] = await Promise.all([sharedApi(), createWorld()]);
  collector = (await createKey(world.all, { creditorId: world.creditorId, name: 'test', role: 'collector' })).key;
});

/** Today in Paris for the API, and the day on which this world's facts are stored. */
const todayOn = localDate(new Date().toISOString(), 'Europe/Paris');
const storedOn = localDate(NOW.toISOString(), 'Europe/Paris');

async function debt(kind: 'consumer' | 'professional' | 'public', input: Record<string, unknown> = {}) {
  const { reference } = await world.customer({ kind });
  return world.invoice(reference, { issued_on: addYears(todayOn, -1), due_on: todayOn, ...input });
}
const shown = async (id: string, headers: Record<string, string> = {}) =>
  (await api.ask('GET', `/v1/invoices/${id}`, { key: collector, headers })).body;
const limitation = async (id: string) => (await shown(id)).limitation;

describe('GET /invoices/{id} says that a professional’s is due later than the law allows', () => {
  it('and refuses nothing for it', async () => {
    const owed = { issued_on: '2026-01-01', due_on: '2026-12-31' };
    const { id } = await debt('professional', owed);
    expect((await shown(id)).due_on_warning).toEqual({
      code: 'due_beyond_legal_term',
      latest_on: '2026-03-17',
      sentence: expect.stringMatching(/^Échéance au-delà du maximum légal/u),
    });
    expect((await shown((await debt('consumer', owed)).id)).due_on_warning).toBeNull();
  });
});

describe('GET /invoices/{id} says when the claim is time-barred', () => {
  it('counted from the invoice and from its due date, with a sentence in the reader’s language', async () => {
    const { id } = await debt('consumer');
    expect(await limitation(id)).toEqual({
      years: 2,
      earliest: {
        counted_from: 'issued_on',
        starts_on: addYears(todayOn, -1),
        restarted_by: null,
        ends_on: addYears(addYears(todayOn, -1), 2),
      },
      later: { counted_from: 'due_on', starts_on: todayOn, restarted_by: null, ends_on: addYears(todayOn, 2) },
      if_oral: null,
      is_over: false,
      sentence: expect.stringMatching(/^Prescription.: le .* au plus tôt \(2 ans, consommateur\), à compter de la/u),
    });
    const english = await shown(id, { 'Accept-Language': 'en' });
    expect(english.limitation.sentence).toMatch(/^Time-barred after .* at the earliest \(2 years, consumer\)/u);
  });

  it('since when it is, and stops nothing by it', async () => {
    const { id } = await debt('professional', { issued_on: '2015-01-10', due_on: '2015-02-10' });
    const { dunning, limitation: of } = await shown(id);
    expect(of).toMatchObject({ years: 5, is_over: true, earliest: { ends_on: '2020-01-10' } });
    expect(of.sentence).toMatch(/^Créance prescrite depuis le 11.janvier.2020 .* Au débiteur seul de l’invoquer/u);
    expect(dunning).toMatchObject({ holds: [], attention: null });
  });

  it('counted anew from a payment of a part and from a promise, until it is reversed or withdrawn', async () => {
    const ofThen = { issued_on: addYears(storedOn, -1), due_on: storedOn };
    const [paid, promised] = [await debt('consumer', ofThen), await debt('public', ofThen)];
    await world.pay(paid.number, 10_00, { external_id: 'VIR-API', paid_on: storedOn });
    const promise = promiseInput.parse({ amount_cents: 50_00, promised_on: storedOn });
    const { answer } = await recordPromise(world.db, world.context, promised.id, promise);
    expect((await limitation(paid.id)).earliest).toMatchObject({
      restarted_by: { kind: 'payment', on: storedOn },
      ends_on: addYears(storedOn, 2),
    });
    expect((await limitation(promised.id)).earliest).toMatchObject({
      restarted_by: { kind: 'promise', on: storedOn },
      ends_on: `${addYears(storedOn, 4).slice(0, 4)}-12-31`,
    });
    expect((await limitation(promised.id)).if_oral).toMatchObject({
      restarted_by: null,
      ends_on: `${addYears(storedOn, 3).slice(0, 4)}-12-31`,
    });
    // A mail confirms what was said on the telephone.
    const proved = { ...promise, evidence: { kind: 'written' as const, received_on: addYears(storedOn, -1) } };
    const again = await recordPromise(world.db, world.context, promised.id, proved);
    expect(again).toMatchObject({ replayed: true, answer: { id: answer.id, evidence: proved.evidence } });
    expect((await limitation(promised.id)).if_oral).toBeNull();
    expect((await limitation(promised.id)).earliest.restarted_by).toEqual({
      kind: 'promise',
      on: addYears(storedOn, -1),
      is_written: true,
    });
    await world.reverse('VIR-API');
    await withdrawPromise(world.db, world.context, { invoiceId: promised.id, promiseId: answer.id });
    for (const { id } of [paid, promised]) expect((await limitation(id)).earliest.restarted_by).toBeNull();
  });

  it('and nothing of a case that has ended, nor of a credit note; lists leave it out', async () => {
    const { id, number } = await debt('consumer');
    await world.pay(number, 100_00);
    const { reference } = await world.customer();
    const credit = await world.invoice(reference, { kind: 'credit_note', due_on: null });
    expect([await limitation(id), await limitation(credit.id)]).toEqual([null, null]);
    const list = await api.ask('GET', `/v1/invoices?number=${number}`, { key: collector });
    expect(list.body.data[0]).not.toHaveProperty('limitation');
  });
});
