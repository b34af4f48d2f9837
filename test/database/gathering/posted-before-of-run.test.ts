import { beforeAll, describe, expect, it } from 'vitest';
import { changeCustomer } from '../../../facts/customers/change-customer.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { customerChange } from '../../../facts/inputs/customer.ts';
import { runFigures } from '../../../facts/runs/run-figures.ts';
import { MORNING, NOTED, NOTICE_LADDER, noticeOfRun, WEDNESDAY } from './notices-to-post.ts';
import { HOUR, openSendHours, R3_TODAY, type SendHours } from './send-hours.ts';

// The registered letter of a run is printed and posted on Wednesday 9 December. On Thursday, before anybody has recorded that, a change
// takes it back.

let hours: SendHours;
let notices: string;
beforeAll(async () => {
  hours = await openSendHours();
  notices = await hours.scenario('invoice', NOTICE_LADDER);
});

async function printed() {
  const { ids, customer } = await hours.owes(notices, R3_TODAY);
  const invoiceId = ids[0]!;
  const { runId, messageId } = await noticeOfRun(hours, HOUR, invoiceId);
  const where = { id: runId };
  await hours.db.run.update({ where, data: { takenAt: new Date(HOUR) } });
  await hours.rendered(messageId, HOUR);
  const { actionId } = await hours.message(messageId);
  return {
    ...{ invoiceId, customer, messageId, actionId: actionId! },
    figures: async () => {
      const run = await hours.db.run.findUniqueOrThrow({ where });
      const { status, sent, refused } = (await runFigures(hours.db, [run])).get(run.id)!;
      const item = await hours.db.runItem.findFirstOrThrow({ where: { runId: run.id, invoiceId } });
      return { status, sent, refused, code: item.code, messageId: item.messageId };
    },
  };
}

describe('A run counts as sent its registered letter that was posted on the day before', () => {
  it('its reader was changed, and not as refused for the one that was made in its place', async () => {
    const run = await printed();
    const name = customerChange.parse({ name: 'Paule Roy' });
    await changeCustomer(hours.db, hours.on(MORNING), run.customer.id, name, () => undefined);
    await hours.plan(run.invoiceId, MORNING);
    expect((await run.figures()).messageId).not.toBe(run.messageId);
    await completeAction(hours.db, hours.on(NOTED), run.actionId, { posted_on: WEDNESDAY });
    expect((await hours.message(run.messageId)).status).toBe('deposited');
    const counted = { status: 'done', sent: 1, refused: 0, code: null, messageId: run.messageId };
    expect(await run.figures()).toEqual(counted);
  });

  it('litigation was opened, for which nothing was made in its place', async () => {
    const run = await printed();
    await openLitigation(hours.db, hours.on(MORNING), run.invoiceId, { reason: 'Avocat' });
    await hours.plan(run.invoiceId, MORNING);
    expect(await run.figures()).toMatchObject({ refused: 1, messageId: null });
    await completeAction(hours.db, hours.on(NOTED), run.actionId, { posted_on: WEDNESDAY });
    const counted = { status: 'done', sent: 1, refused: 0, code: null, messageId: run.messageId };
    expect(await run.figures()).toEqual(counted);
  });
});
