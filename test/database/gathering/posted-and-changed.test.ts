import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createConfirmClosed } from '../../../activities/confirm-closed.ts';
import { confirmStep } from '../../../facts/decisions/confirm-step.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { reminderInput } from '../../../facts/inputs/sending.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { HOUR, LADDER, openSendHours, R3_TODAY, type SendHours } from './send-hours.ts';

// There is no print provider: a registered letter that was asked for is made, and waits to be posted.

const MEANWHILE = '2026-12-09T09:00:00.000Z';
const NOTICE = { level: 3, kind: 'letter', letterKind: 'registered', mode: 'to_confirm' } as const;

let hours: SendHours;
let byLevel: string;
beforeAll(async () => {
  hours = await openSendHours();
  byLevel = await hours.scenario('level', [...LADDER.slice(0, 2), NOTICE]);
});

/** Formal notices of one customer that a person confirmed as one letter and printed. */
async function printed(count: number) {
  const group = await hours.owes(byLevel, ...Array.from({ length: count }, () => R3_TODAY));
  const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId: group.ids[0]! } });
  const decision = { id: 'd', actionId, invoiceId: group.ids[0]!, args: {}, actor: hours.on(HOUR).actor };
  const { verdict } = await hours.underLock(group.customer.id, (tx) => confirmStep(tx, hours.on(HOUR), decision));
  await hours.rendered(verdict.messageId!, HOUR);
  return { ...group, messageId: verdict.messageId! };
}

/** The one letter of these invoices that exists now: the amount it claims, and whether it waits for a person. */
async function letterOf(invoiceId: string) {
  const items = await hours.db.messageItem.findMany({
    where: { invoiceId, active: true, information: false },
    include: { message: { include: { items: true, action: true } } },
  });
  expect(items).toHaveLength(1);
  const { items: own, action, status, id } = items[0]!.message;
  const ids = own.filter(({ information }) => !information).map((one) => one.invoiceId);
  const cents = own.filter(({ information }) => !information).reduce((sum, one) => sum + Number(one.amountCents), 0);
  return { id, status, ids: ids.toSorted(), cents, waits: action?.state === 'open' && action.mode === 'manual' };
}

/** What the case's own workflow does once it is told that the case is closed; no workflow can be told here. */
async function closes(invoiceId: string): Promise<void> {
  const deps = { db: hours.db, dispatcher: null } as unknown as ActivityDeps;
  const call = { creditorId: hours.creditor.id, invoiceId, at: MEANWHILE };
  await new MockActivityEnvironment().run(createConfirmClosed(deps), call).catch(() => undefined);
}

describe('A registered letter that a person confirmed, and that waits to be posted, is made anew', () => {
  it('for the others when one of its invoices is paid: what he confirmed is not asked for again', async () => {
    const { ids, numbers, messageId } = await printed(3);
    await hours.pay(numbers[0]!, 30_000, MEANWHILE);
    await closes(ids[0]!);
    expect((await hours.message(messageId)).status).toBe('cancelled');
    const letter = await letterOf(ids[1]!);
    expect(letter).toMatchObject({ status: 'reserved', ids: ids.slice(1).toSorted(), cents: 60_000, waits: true });
    for (const id of ids.slice(1)) await hours.plan(id, MEANWHILE);
    expect(await letterOf(ids[2]!)).toEqual(letter);
  });

  it('over what is left when it is paid in part', async () => {
    const { ids, numbers } = await printed(1);
    await hours.pay(numbers[0]!, 10_000, MEANWHILE);
    await hours.plan(ids[0]!, MEANWHILE);
    expect(await letterOf(ids[0]!)).toMatchObject({ status: 'reserved', cents: 20_000, waits: true });
  });

  it('for the others when one is suspended', async () => {
    const { ids } = await printed(2);
    await setPause(hours.db, hours.on(MEANWHILE), ids[0]!, { reason: 'Erreur' });
    await hours.plan(ids[0]!, MEANWHILE);
    expect(await letterOf(ids[1]!)).toMatchObject({ status: 'reserved', ids: [ids[1]], waits: true });
    expect((await hours.read(ids[0]!)).openStep).toBeNull();
  });

  it('for the others when the plan of one is another by now', async () => {
    const { ids } = await printed(2);
    const later = await hours.scenario('level', [...LADDER.slice(0, 2), { ...NOTICE, delayDays: 45 }]);
    const { versions } = await hours.db.scenario.findUniqueOrThrow({
      where: { id: later },
      include: { versions: true },
    });
    const version = { scenarioVersionId: versions[0]!.id, version: { increment: 1 } };
    await hours.db.invoice.update({ where: { id: ids[0]! }, data: version });
    await hours.plan(ids[0]!, MEANWHILE);
    expect(await letterOf(ids[1]!)).toMatchObject({ status: 'reserved', ids: [ids[1]], waits: true });
    expect(await hours.next(ids[0]!)).toMatch(/^2027-01-08/);
  });
});

describe('A registered letter that a person made by hand, and that waits to be posted,', () => {
  const byHand = async () => {
    const { ids, numbers } = await hours.owes(byLevel, R3_TODAY);
    const input = reminderInput.parse({ level: 3, mode: 'letter', letter_kind: 'registered' });
    const { messageId } = await sendByHand(hours.db, hours.on(HOUR), ids[0]!, input, crypto.randomUUID());
    await hours.rendered(messageId, HOUR);
    return { id: ids[0]!, number: numbers[0]!, messageId };
  };

  it('is made anew over what is left when it is paid in part', async () => {
    const { id, number, messageId } = await byHand();
    await hours.pay(number, 10_000, MEANWHILE);
    await hours.plan(id, MEANWHILE);
    expect((await hours.message(messageId)).status).toBe('cancelled');
    expect(await letterOf(id)).toMatchObject({ status: 'reserved', cents: 20_000, waits: true });
  });

  it('is not made anew once its invoice is paid', async () => {
    const { id, number } = await byHand();
    await hours.pay(number, 30_000, MEANWHILE);
    await closes(id);
    expect(await hours.db.messageItem.count({ where: { invoiceId: id, active: true } })).toBe(0);
    expect(
      await hours.db.action.count({
        where: { origin: 'hand_letter', state: 'open', invoices: { some: { invoiceId: id } } },
      }),
    ).toBe(0);
  });
});
