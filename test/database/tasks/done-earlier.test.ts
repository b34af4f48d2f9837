import { beforeAll, expect, it } from 'vitest';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { setLevel } from '../../../facts/decisions/set-level.ts';
import { LADDER, openSendHours, R2_TODAY, type SendHours } from '../gathering/send-hours.ts';

let hours: SendHours;
let letters: string;
beforeAll(async () => {
  hours = await openSendHours();
  const byHand = LADDER.map((step) => ({ ...step, kind: 'letter' as const, mode: 'to_confirm' as const }));
  letters = await hours.scenario('invoice', byHand);
});

const WEDNESDAY = '2026-12-09';
const FRIDAY = '2026-12-11T09:00:00.000Z';

async function completedOnFriday(input: object) {
  const { ids } = await hours.owes(letters, R2_TODAY);
  const { openStep } = await hours.read(ids[0]!);
  await completeAction(hours.db, hours.on(FRIDAY), openStep!.actionId, input);
  return hours.db.stepRecord.findFirstOrThrow({ where: { invoiceId: ids[0]!, level: 2 } });
}

it('A level that a person says he completed on an earlier day was done on that day, at noon', async () => {
  const record = await completedOnFriday({ posted_on: WEDNESDAY });
  expect([record.on, record.at]).toEqual([new Date(WEDNESDAY), new Date(`${WEDNESDAY}T11:00:00.000Z`)]);
});

it('One that he completes today was done now', async () => {
  expect((await completedOnFriday({})).at).toEqual(new Date(FRIDAY));
});

it('One done on the day on which a person let the ladder begin again was done after that: the ladder goes on behind it', async () => {
  const { db, creditor } = hours;
  await db.settings.update({ where: { creditorId: creditor.id }, data: { sendHour: 15 } });
  const { customer, ids } = await hours.owes(letters, R2_TODAY);
  const invoiceId = ids[0]!;
  const actor = { kind: 'user', name: 'Léa' } as const;
  const args = { level: 0, reason: 'Tout reprendre' };
  const decision = { id: 'd', actionId: null, invoiceId, actor, args };
  // Wednesday at one in Paris: the first letter is due at three.
  const afternoon = '2026-12-09T12:00:00.000Z';
  await hours.underLock(customer.id, (tx) => setLevel(tx, hours.on(afternoon), decision));
  await hours.plan(invoiceId, afternoon);
  expect(await hours.next(invoiceId)).toBe('2026-12-09T14:00 R1');
  const { openStep } = await hours.read(invoiceId);
  await completeAction(db, hours.on(FRIDAY), openStep!.actionId, { posted_on: WEDNESDAY });
  await hours.plan(invoiceId, FRIDAY);
  expect(await hours.next(invoiceId)).toBe('2026-12-24T14:00 R2');
});
