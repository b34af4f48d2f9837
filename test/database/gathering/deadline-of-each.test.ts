import { expect, it } from 'vitest';
import { draftAction } from '../../../facts/actions/draft-action.ts';
import { readActions } from '../../../facts/actions/action-row.ts';
import { HOUR, LADDER, openSendHours, R1_TODAY, R2_TODAY } from './send-hours.ts';

it('One message about a first and a second reminder names a last day to pay before the next one of either may leave', async () => {
  const hours = await openSendHours();
  const scenarioId = await hours.scenario('account', [...LADDER.slice(0, 2), { ...LADDER[2]!, delayDays: 30 }]);
  const { customer } = await hours.owes(scenarioId, R1_TODAY, R2_TODAY);
  // Fifteen days lead to the 24th, on which the second reminder of the first invoice leaves at nine in the morning.
  const [action] = await readActions(hours.db, { where: { customerId: customer.id } });
  expect((await draftAction(hours.db, action!, hours.on(HOUR), {}))!.content.paymentDeadlineOn).toBe('2026-12-23');
  const [message] = await hours.deliver(await hours.sendHour(HOUR), HOUR);
  expect(message).toMatchObject({ level: 2, letter: expect.stringContaining('23 décembre 2026') });
});
