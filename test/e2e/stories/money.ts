import { expect } from 'vitest';
import { unique } from '../business.ts';
import { dateInFrance, plus } from '../french-days.ts';
import { story } from '../story.ts';
import { ladderFrom } from './ladder-days.ts';

/** An amount as French letters print it, with any kind of space. */
const amount = (text: string) => new RegExp(text.replaceAll(' ', '\\s'));

story('a payment before R1 ends the case: no reminder ever leaves', async ({ timeline, day0, owed }) => {
  const issuedOn = plus(day0, -12);
  const { r1On, r2On } = ladderFrom(issuedOn);
  const [paid, unpaid] = [await owed({ issuedOn }), await owed({ issuedOn })];
  await paid.pay(120_00, day0);
  expect(await paid.dunning()).toMatchObject({ status: 'paid', next: null });
  await timeline.until(r1On);
  expect([(await paid.mails()).length, (await unpaid.mails()).length]).toEqual([0, 1]);
  // Between R1 and R2, the payment stops R2.
  await unpaid.pay(120_00, r1On);
  await timeline.until(plus(r2On, 2));
  expect([(await paid.mails()).length, (await unpaid.mails()).length]).toEqual([0, 1]);
});

story(
  'a payment on the very morning of R1, before its hour, is in time',
  async ({ business, timeline, day0, owed }) => {
    const afternoon = await business.another();
    expect((await afternoon.change('/settings', { send_hour: 15 })).status).toBe(200);
    const issuedOn = plus(day0, -12);
    const { r1On } = ladderFrom(issuedOn);
    const [paid, unpaid] = [await owed({ issuedOn }, afternoon), await owed({ issuedOn }, afternoon)];
    await timeline.until(r1On);
    expect([(await paid.mails()).length, (await unpaid.mails()).length]).toEqual([0, 0]);
    await paid.pay(120_00, r1On);
    await timeline.until(plus(r1On, 1));
    expect([(await paid.mails()).length, (await unpaid.mails()).length]).toEqual([0, 1]);
  },
);

story('a partial payment and a credit note lower what the next mail asks for', async ({ timeline, day0, owed }) => {
  const issuedOn = plus(day0, -9);
  const { r1On, r2On } = ladderFrom(issuedOn);
  const one = await owed({ issuedOn });
  await one.pay(45_50, day0);
  expect(await one.shown()).toMatchObject({ paid_cents: 45_50, balance_cents: 74_50 });
  await timeline.until(r1On);
  expect((await one.mails())[0]!.text).toMatch(amount('somme de 74,50 €'));
  expect((await one.mails())[0]!.text).not.toMatch(amount('somme de 120,00 €'));
  await one.do('POST', '/credits', {
    external_id: unique('AV'),
    number: unique('AV'),
    amount_cents: 24_50,
    issued_on: r1On,
  });
  await timeline.until(r2On);
  const [, second] = await one.mails();
  expect(second!.text).toMatch(amount('somme de 50,00 €'));
  expect(second!.text).not.toMatch(amount('74,50 €'));
});

story(
  'what remains within the tolerance ends the case; a cent more does not',
  async ({ business, timeline, day0, owed }) => {
    const tolerant = await business.another();
    await tolerant.change('/settings', { tolerance_cents: 4_00 });
    const issuedOn = plus(day0, -12);
    const [within, above] = [await owed({ issuedOn }, tolerant), await owed({ issuedOn }, tolerant)];
    await within.pay(116_00, day0);
    await above.pay(115_99, day0);
    expect([(await within.dunning()).status, (await above.shown()).balance_cents]).toEqual(['paid', 4_01]);
    await timeline.until(ladderFrom(issuedOn).r1On);
    expect([(await within.mails()).length, (await above.mails()).length]).toEqual([0, 1]);
  },
);

story(
  'a payment that is taken back: the ladder goes on where it was, sends nothing twice, and asks before it goes on',
  async ({ business, timeline, day0, owed }) => {
    const issuedOn = plus(day0, -13);
    const { r1On, r2On } = ladderFrom(issuedOn);
    const one = await owed({ issuedOn });
    await timeline.until(plus(r1On, 1));
    const payment = unique('VIR');
    await one.pay(120_00, timeline.today, payment);
    expect((await one.dunningOnce(({ status }) => status === 'paid')).status).toBe('paid');
    const reversal = { external_id: unique('RV'), reason: 'Prélèvement rejeté' };
    for (const status of [201, 200]) {
      expect((await business.ask('POST', `/payments/${payment}/reversal`, reversal)).status).toBe(status);
    }
    const again = await one.dunningOnce(({ next }) => next?.level === 2);
    expect(again).toMatchObject({ level: 1, next: { level: 2, mode: 'to_confirm' } });
    expect(dateInFrance(again.next.due_at)).toBe(r2On);
    await timeline.until(plus(r2On, 3));
    expect(await one.mails()).toHaveLength(1);
    await one.confirm();
    await one.dunningOnce(({ level }) => level === 2);
    expect(await one.mails()).toHaveLength(2);
  },
);

story(
  'money of the customer that is not allocated and covers the claim makes R1 wait for a person',
  async ({ business, timeline, day0, owed }) => {
    const issuedOn = plus(day0, -12);
    const [covered, short] = [await owed({ issuedOn }), await owed({ issuedOn })];
    for (const [one, cents] of [
      [covered, 120_00],
      [short, 119_99],
    ] as const) {
      await business.do('POST', '/payments', {
        external_id: unique('VIR'),
        amount_cents: cents,
        currency: 'EUR',
        paid_on: day0,
        allocations: [],
        customer_reference: one.customer.reference,
      });
    }
    await timeline.until(ladderFrom(issuedOn).r1On);
    expect([(await covered.mails()).length, (await short.mails()).length]).toEqual([0, 1]);
    expect((await covered.dunning()).status).toBe('to_confirm');
  },
);
