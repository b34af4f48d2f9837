import { beforeAll, describe, expect, it } from 'vitest';
import { actionsOfStatus } from '../../../facts/actions/action-filter.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { JUDGES } from '../../../facts/decisions/judges.ts';
import { liftPause } from '../../../facts/holds/lift-pause.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { HOUR, LADDER, openSendHours, R1_TODAY, R2_TODAY, R3_TODAY, type SendHours } from './send-hours.ts';

const NOON = '2026-12-09T11:00:00.000Z';
const NOTICE = { level: 3, kind: 'letter', letterKind: 'registered', mode: 'to_confirm' } as const;

let hours: SendHours;
let byLevel: string;
beforeAll(async () => {
  hours = await openSendHours();
  byLevel = await hours.scenario('level', [...LADDER.slice(0, 2), NOTICE]);
});

/** Two formal notices of one customer wait to be confirmed as one; a person makes the first invoice's letter by hand, to be posted. */
async function madeByHand() {
  const { ids, customer } = await hours.owes(byLevel, R3_TODAY, R3_TODAY);
  const [first, second] = ids as [string, string];
  const { actionId } = await hours.read(second).then(({ openStep }) => openStep!);
  const input = { level: 3, mode: 'letter', letter_kind: 'registered' } as const;
  const { messageId } = await sendByHand(hours.db, hours.on(HOUR), first, input, crypto.randomUUID());
  await hours.rendered(messageId, HOUR);
  await hours.plan(first, HOUR);
  const decide = (name: keyof typeof JUDGES, args: object) =>
    hours.underLock(customer.id, async (tx) => {
      const { actor } = hours.on(NOON);
      return (await JUDGES[name](tx, hours.on(NOON), { id: 'd', actionId, invoiceId: second, args, actor })).verdict;
    });
  const hand = await hours.db.message.findUniqueOrThrow({ where: { id: messageId } });
  return { first, second, actionId, decide, messageId, handActionId: hand.actionId! };
}

describe('While the letter of one invoice that a person made by hand waits to be posted, the others that were to leave with it', () => {
  it('are confirmed and leave, for their own sum; each reaches its level once', async () => {
    const { first, second, decide, handActionId, actionId } = await madeByHand();
    const verdict = await decide('confirmStep', {});
    expect(verdict).toMatchObject({ accepted: true });
    const letter = await hours.rendered(verdict.messageId!, NOON);
    expect(letter.items.map(({ invoiceId }) => invoiceId)).toEqual([second]);
    for (const id of [handActionId, actionId]) await completeAction(hours.db, hours.on(NOON), id, {});
    expect(await Promise.all([first, second].map((id) => hours.done(id)))).toEqual([['R3'], ['R3']]);
  });

  it.each([
    ['left out', 'skipStep', { reason: 'Accord trouvé' }],
    ['put off', 'postponeStep', { untilOn: '2026-12-20', reason: 'Accord trouvé' }],
  ] as const)('are %s', async (_, name, args) => {
    const { first, decide, messageId } = await madeByHand();
    expect(await decide(name, args)).toMatchObject({ accepted: true });
    expect((await hours.read(first)).openStep?.messageId).toBe(messageId);
  });

  it('are completed', async () => {
    const { first, second, actionId } = await madeByHand();
    await completeAction(hours.db, hours.on(NOON), actionId, {});
    expect((await hours.read(second)).level).toBe(3);
    expect((await hours.read(first)).level).toBe(2);
  });

  it('still leave without it when that letter is made anew, over what is left of its invoice', async () => {
    const { first, second, actionId, messageId, decide } = await madeByHand();
    expect(await hours.db.openStep.count({ where: { actionId } })).toBe(1);
    await hours.pay((await hours.read(first)).number, 10_000, NOON);
    await hours.plan(first, NOON);
    expect((await hours.message(messageId)).status).toBe('cancelled');
    const { openStep } = await hours.read(first);
    expect((await hours.message(openStep!.messageId!)).items).toMatchObject([{ amountCents: 20_000 }]);
    const verdict = await decide('confirmStep', {});
    expect((await hours.message(verdict.messageId!)).items.map(({ invoiceId }) => invoiceId)).toEqual([second]);
  });

  it('are confirmed though that invoice was paused when the person made its letter, and is no more', async () => {
    const { ids, customer } = await hours.owes(byLevel, R3_TODAY, R3_TODAY);
    const [first, second] = ids as [string, string];
    await setPause(hours.db, hours.on(HOUR), first, { reason: 'Médiation', cause: 'other' });
    const input = { level: 3, mode: 'letter', letter_kind: 'registered', override_reason: 'Dernier rappel' } as const;
    await sendByHand(hours.db, hours.on(HOUR), first, input, crypto.randomUUID());
    await liftPause(hours.db, hours.on(HOUR), first);
    await hours.plan(first, HOUR);
    const { actionId } = await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId: second } });
    const { verdict } = await hours.underLock(customer.id, (tx) => {
      const { actor } = hours.on(NOON);
      return JUDGES.confirmStep(tx, hours.on(NOON), { id: 'd', actionId, invoiceId: second, args: {}, actor });
    });
    expect(verdict).toMatchObject({ accepted: true });
  });
});

describe('What a person sends by hand of a group, as a letter that is to be posted', () => {
  it('is no decision that waits in the agenda any more, and has its own level and text there, not the group’s', async () => {
    const account = await hours.scenario(
      'account',
      LADDER.map((step) => ({ ...step, mode: 'to_confirm' })),
    );
    const { ids } = await hours.owes(account, R2_TODAY, R1_TODAY);
    const [second, first] = ids as [string, string];
    const open = (invoiceId: string) =>
      hours.db.openStep.findUniqueOrThrow({ where: { invoiceId }, include: { action: true } });
    const group = await open(second);
    expect((await open(first)).actionId).toBe(group.actionId);
    expect(group.action).toMatchObject({ level: 2, templateId: group.templateId });
    const input = { level: 1, mode: 'letter', letter_kind: 'registered' } as const;
    await sendByHand(hours.db, hours.on(HOUR), first, input, crypto.randomUUID());
    const { actionId, templateId, action } = await open(first);
    expect(action).toMatchObject({ level: 1, templateId });
    const listed = (status: 'to_confirm' | 'planned') =>
      hours.db.action.findMany({
        where: { id: { in: [actionId, group.actionId] }, ...actionsOfStatus(status, new Date(NOON)) },
      });
    expect((await listed('planned')).map(({ id }) => id)).toEqual([actionId]);
    expect((await listed('to_confirm')).map(({ id }) => id)).toEqual([group.actionId]);
  });
});
