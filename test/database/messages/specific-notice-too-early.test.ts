import { beforeAll, expect, it } from 'vitest';
import { invoiceChange } from '../../../facts/inputs/invoice.ts';
import { specificActionInput } from '../../../facts/inputs/specific-action.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { confirmSpecific } from '../../../facts/specific-actions/confirm-specific.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import { runSpecific } from '../../../facts/specific-actions/run-specific.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

// Nobody gets a formal notice to pay what is not due, even if it was due when the notice was planned.

const DAY = '2026-12-10T08:00:00.000Z';
const NOTICE = { subject: 'Mise en demeure', body_html: '<p>Mise en demeure de payer #items_amount_selected.</p>' };
const LETTER = { kind: 'letter', letter_kind: 'registered', level: 3, title: 'Mise en demeure', ...NOTICE };
const PRINT = { print: { provider: 'x', kinds: ['registered'] }, sms: null } as const;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A formal notice of 10 December about invoices due on the fifth; the first of them is postponed to the end of January. */
async function planned(mode: 'automatic' | 'to_confirm', count: number) {
  const customer = await world.newCustomer({ kind: 'professional' });
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1)
    ids.push((await world.newInvoice(customer, { issued_on: '2026-11-05', due_on: '2026-12-05' })).id);
  const asked = { customer_id: customer.id, invoice_ids: ids, execute_on: '2026-12-10', mode, ...LETTER };
  const on = (at: Date | string) => ({ ...world.on(at), connectors: PRINT });
  const { answer } = await createSpecific(world.db, on(NOW), specificActionInput.parse(asked), null);
  const putOff = invoiceChange.parse({ due_on: '2027-01-31' });
  await changeInvoice(world.db, on('2026-12-01T09:00:00.000Z'), ids[0]!, putOff, () => undefined);
  const underLock = <Result>(
    work: (tx: Parameters<Parameters<typeof world.db.$transaction>[0]>[0]) => Promise<Result>,
  ) =>
    world.db.$transaction(async (tx) => {
      await lockCustomers(tx, [customer.id]);
      return work(tx);
    });
  return {
    ids,
    run: (at: string) => underLock((tx) => runSpecific(tx, on(at), answer.id)),
    confirm: () =>
      underLock(async (tx) => {
        const decision = { id: '', actionId: answer.id, invoiceId: ids[0]!, args: {}, actor: on(DAY).actor };
        return (await confirmSpecific(tx, on(DAY), decision, answer.id)).verdict;
      }),
    told: async () => {
      const messages = await world.db.message.findMany({ where: { actionId: answer.id }, include: { items: true } });
      return messages.map(({ items }) => items.map(({ invoiceId }) => invoiceId));
    },
  };
}

it('A formal notice that leaves by itself waits until the day after the due date that was agreed since', async () => {
  const notice = await planned('automatic', 1);
  expect(await notice.run(DAY)).toEqual({ kind: 'waits', untilAt: '2027-02-01T08:00:00.000Z' });
  expect(await notice.told()).toEqual([]);
  expect(await notice.run('2027-02-01T08:00:00.000Z')).toMatchObject({ kind: 'over' });
  expect(await notice.told()).toEqual([notice.ids]);
});

it('A formal notice leaves out the invoice that is not due any more, and nobody may send it of that one alone', async () => {
  const ofTwo = await planned('to_confirm', 2);
  expect(await ofTwo.confirm()).toMatchObject({ accepted: true });
  expect(await ofTwo.told()).toEqual([[ofTwo.ids[1]]]);
  const ofOne = await planned('to_confirm', 1);
  expect(await ofOne.confirm()).toMatchObject({ accepted: false, code: 'not_overdue' });
  expect(await ofOne.told()).toEqual([]);
});
