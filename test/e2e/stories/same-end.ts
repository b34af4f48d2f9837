import { expect } from 'vitest';
import { unique } from '../business.ts';
import type { CaseFile } from '../case-file.ts';
import { plus } from '../french-days.ts';
import { story } from '../story.ts';
import { ladderFrom } from './ladder-days.ts';

/** What happened to one invoice, each as the request that reports it. */
function whatHappened(one: CaseFile, on: string): (() => Promise<{ status: number }>)[] {
  const { business, id, number } = one;
  const paid = (cents: number) => ({
    external_id: unique('VIR'),
    amount_cents: cents,
    currency: 'EUR',
    paid_on: on,
    allocations: [{ invoice_number: number, amount_cents: cents }],
  });
  const [first, second] = [paid(30_00), paid(15_00)];
  const credit = { external_id: unique('AV'), number: unique('AV'), amount_cents: 5_00, issued_on: on };
  const promise = { amount_cents: 70_00, promised_on: plus(on, 9), comment: 'Au téléphone' };
  return [
    () => business.ask('POST', '/payments', first),
    () => business.ask('POST', '/payments', second),
    () => business.ask('POST', `/invoices/${id}/credits`, credit),
    () => business.ask('POST', `/invoices/${id}/promises`, promise),
    () => business.ask('PUT', `/invoices/${id}/pause`, { reason: 'En vacances', until_on: plus(on, 5) }),
    () => business.ask('PUT', `/invoices/${id}/litigation`, { reason: 'Confié à Me Durand' }),
  ];
}

const endOf = async (one: CaseFile) => {
  const { paid_cents, balance_cents, dunning } = await one.shown();
  const holds = dunning.holds
    .map(({ kind, until_on }: { kind: string; until_on: string | null }) => `${kind} ${until_on}`)
    .toSorted();
  return { paid_cents, balance_cents, status: dunning.status, level: dunning.level, next: dunning.next, holds };
};

story(
  'the same facts, each told ten times at once and in any order, come to the same end',
  async ({ timeline, day0, owed }) => {
    const issuedOn = plus(day0, -12);
    const orders = [
      [0, 1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1, 0],
      [3, 5, 0, 4, 2, 1],
    ];
    const cases = await Promise.all(orders.map(() => owed({ issuedOn })));
    await cases[0]!.next();
    for (const [index, one] of cases.entries()) {
      const facts = whatHappened(one, day0);
      for (const which of orders[index]!) {
        const answers = await Promise.all(Array.from({ length: 10 }, () => facts[which]!()));
        expect(answers.filter(({ status }) => status !== 200 && status !== 201)).toEqual([]);
        expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
      }
    }
    const [reference] = cases;
    await reference!.dunningOnce(({ status }) => status === 'held');
    const end = await endOf(reference!);
    expect(end).toMatchObject({ paid_cents: 45_00, balance_cents: 70_00, status: 'held', next: null });
    expect(end.holds).toHaveLength(3);
    for (const one of cases) expect(await endOf(one)).toEqual(end);
    await timeline.until(plus(ladderFrom(issuedOn).r1On, 1));
    for (const one of cases) expect(await one.mails()).toHaveLength(0);
  },
);
