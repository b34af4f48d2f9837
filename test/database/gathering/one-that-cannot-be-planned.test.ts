import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createPlanCase } from '../../../activities/plan-case.ts';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { HOUR, LADDER, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

let hours: SendHours;
beforeAll(async () => {
  hours = await openSendHours();
});

const refusing: string[] = [];
afterAll(async () => {
  for (const name of refusing) await hours.db.$executeRawUnsafe(`DROP FUNCTION ${name} CASCADE`);
});

/** A row that no code of ours would write, as a repair by hand may: planning it throws each time. */
const breakRow = (invoiceId: string) =>
  hours.db
    .$executeRaw`UPDATE invoices SET "postponedUntilOn" = 'infinity', "postponedStepKey" = 'r1', version = version + 1 WHERE id = ${invoiceId}::uuid AND "creditorId" = ${hours.creditor.id}::uuid`;

/** A value for its step that the database refuses to store. */
async function refuseSteps(invoiceId: string) {
  const name = `refuse_${invoiceId.replaceAll('-', '_')}`;
  await hours.db.$executeRawUnsafe(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'no step of this one' USING ERRCODE = 'check_violation'; END $$`);
  refusing.push(name);
  await hours.db.$executeRawUnsafe(`CREATE TRIGGER ${name} BEFORE INSERT OR UPDATE ON open_steps FOR EACH ROW
    WHEN (NEW."invoiceId" = '${invoiceId}') EXECUTE FUNCTION ${name}()`);
  await hours.db
    .$executeRaw`UPDATE invoices SET "dueOn" = "dueOn" - 1, version = version + 1 WHERE id = ${invoiceId}::uuid AND "creditorId" = ${hours.creditor.id}::uuid`;
}

describe('An invoice that cannot be planned holds up none of the others', () => {
  it.each([
    ['read', breakRow],
    ['written', refuseSteps],
  ])(
    'at the send hour, because it cannot be %s: they leave as one mail without it, and it has no step any more',
    async (_, breakIt) => {
      const byLevel = await hours.scenario('level');
      const { ids } = await hours.owes(byLevel, R1_TODAY, R1_TODAY, R1_TODAY);
      const [first, broken, third] = ids as [string, string, string];
      await breakIt(broken);
      await expect(hours.plan(broken, HOUR)).rejects.toThrow();
      const [messageId, ...more] = [...(await hours.wake(first, HOUR)), ...(await hours.wake(third, HOUR))];
      expect(more).toEqual([]);
      const mail = await hours.rendered(messageId!, HOUR);
      expect(mail.items.map(({ invoiceId }) => invoiceId).sort()).toEqual([first, third].sort());
      expect(await hours.next(broken)).toBeNull();
    },
  );

  it('when a person confirms what waits for it', async () => {
    const asked = await hours.scenario('level', [{ ...LADDER[0]!, mode: 'to_confirm' }]);
    const { ids, customer } = await hours.owes(asked, R1_TODAY, R1_TODAY);
    const [sound, broken] = ids as [string, string];
    await breakRow(broken);
    const { actionId } = (await hours.read(sound)).openStep!;
    const decision = { id: 'd', actionId, invoiceId: sound, args: {}, actor: hours.on(HOUR).actor };
    const { verdict } = await hours.underLock(customer.id, (tx) => confirmStep(tx, hours.on(HOUR), decision));
    expect(verdict).toMatchObject({ accepted: true });
    const mail = await hours.rendered(verdict.messageId!, HOUR);
    expect(mail.items.map(({ invoiceId }) => invoiceId)).toEqual([sound]);
  });

  it('and confirmed by itself says so', async () => {
    const asked = await hours.scenario('invoice', [{ ...LADDER[0]!, mode: 'to_confirm' }]);
    const { ids, customer } = await hours.owes(asked, R1_TODAY);
    const [broken] = ids as [string];
    await breakRow(broken);
    const { actionId } = (await hours.read(broken)).openStep!;
    const decision = { id: 'd', actionId, invoiceId: broken, args: {}, actor: hours.on(HOUR).actor };
    const { verdict } = await hours.underLock(customer.id, (tx) => confirmStep(tx, hours.on(HOUR), decision));
    expect(verdict).toMatchObject({ accepted: false, code: 'cannot_be_planned' });
  });

  it('and is a person’s after an hour of trying, not before', async () => {
    const { ids } = await hours.owes(await hours.scenario('level'), R1_TODAY);
    await breakRow(ids[0]!);
    const call = { creditorId: hours.creditor.id, invoiceId: ids[0]!, at: HOUR };
    const log = pino({ level: 'silent' });
    const plan = createPlanCase({ db: hours.db, dispatcher: null, log } as unknown as ActivityDeps);
    const attempt = (count: number) => new MockActivityEnvironment({ attempt: count }).run(plan, call);
    await expect(attempt(59)).rejects.toThrow('Invalid time value');
    await expect(attempt(60)).rejects.toMatchObject({ type: 'cannot_be_planned', nonRetryable: true });
  });
});
