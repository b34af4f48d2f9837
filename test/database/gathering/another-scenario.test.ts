import { beforeAll, describe, expect, it } from 'vitest';
import type { DecisionArgs } from '../../../facts/decisions/decision.ts';
import { JUDGES } from '../../../facts/decisions/judges.ts';
import { invoiceChange } from '../../../facts/inputs/invoice.ts';
import { changeInvoice } from '../../../facts/invoices/change-invoice.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import type { DecisionName } from '../../../workflows/messages.ts';
import { HOUR, LADDER, NEXT_DAY, openSendHours, R1_TODAY, type SendHours } from './send-hours.ts';

/** Fifteen days after the second reminder's day, and after Christmas. */
const R2_HOUR = '2026-12-28T08:00:00.000Z';

let hours: SendHours;
let oneByOne: string;
beforeAll(async () => {
  hours = await openSendHours();
  oneByOne = await hours.scenario('invoice', LADDER.map(keyed));
});

/** A scenario with the keys of the default one: r1, r2, r3. */
function keyed<Step extends { level: number }>(step: Step): Step & { key: string } {
  return { ...step, key: `r${step.level}` };
}

async function movesTo(invoiceId: string, scenarioId: string, at: string): Promise<void> {
  const change = invoiceChange.parse({ scenario_id: scenarioId });
  await changeInvoice(hours.db, hours.on(at), invoiceId, change, () => undefined);
}

async function decide(name: DecisionName, invoiceId: string, at: string, args: DecisionArgs): Promise<void> {
  const { customerId, openStep } = await hours.read(invoiceId);
  await hours.underLock(customerId, async (tx) => {
    const on = hours.on(at);
    const asked = { id: '', actionId: openStep!.actionId, invoiceId, args, actor: on.actor };
    const { verdict } = await JUDGES[name](tx, on, asked);
    expect(verdict).toMatchObject({ accepted: true });
  });
}

/** A scenario with the same keys whose R1 has a text of its own. */
async function otherText(unit: 'invoice' | 'level' = 'invoice', steps: typeof LADDER = LADDER) {
  const scenarioId = await hours.scenario(unit, steps.map(keyed));
  const templateId = crypto.randomUUID();
  const name = `Autre texte ${templateId}`;
  await hours.db.template.create({ data: { id: templateId, creditorId: hours.creditor.id, name, kind: 'email' } });
  const where = { version: { scenarioId }, level: 1 };
  await hours.db.scenarioStep.updateMany({ where, data: { templateId } });
  return { scenarioId, templateId };
}

const actionOf = async (invoiceId: string) =>
  (await hours.db.openStep.findUniqueOrThrow({ where: { invoiceId }, include: { action: true } })).action;

describe('A case that has had two reminders of the first level, and moves to a scenario whose second level has a key of these,', () => {
  /** R1 by mail under the key r2, then R1 by letter. */
  async function moved(): Promise<string> {
    const before = await hours.scenario('invoice', [
      { key: 'r2', level: 1, anchor: 'due_on' },
      { key: 's', level: 1, kind: 'letter', letterKind: 'simple', delayDays: 1 },
      { key: 'r3', level: 2 },
    ]);
    const { ids } = await hours.owes(before, R1_TODAY);
    const id = ids[0]!;
    for (const at of [HOUR, NEXT_DAY]) {
      await hours.deliver(await hours.wake(id, at), at);
      await hours.plan(id, at);
    }
    await movesTo(id, oneByOne, '2026-12-11T10:00:00.000Z');
    await hours.plan(id, '2026-12-11T10:00:00.000Z');
    return id;
  }

  it('is sent the second one, and then the formal notice', async () => {
    const id = await moved();
    expect(await hours.next(id)).toBe('2026-12-28T08:00 R2');
    await hours.deliver(await hours.wake(id, R2_HOUR), R2_HOUR);
    await hours.plan(id, R2_HOUR);
    expect(await hours.done(id)).toEqual(['R1', 'R1', 'R2']);
    expect(await hours.read(id)).toMatchObject({ level: 2, openStep: { level: 3 } });
  });

  it('is sent it once, whoever asks again', async () => {
    const id = await moved();
    const [messageId] = await hours.wake(id, R2_HOUR);
    await hours.db.openStep.update({ where: { invoiceId: id }, data: { messageId: null } });
    const { customerId, openStep } = await hours.read(id);
    await hours.db.action.update({ where: { id: openStep!.actionId }, data: { messageId: null } });
    await expect(hours.wake(id, R2_HOUR)).rejects.toMatchObject({ message: expect.stringContaining('23505') });
    expect(await hours.db.message.count({ where: { customerId, level: 2 } })).toBe(1);
    expect((await hours.message(messageId!)).items).toHaveLength(1);
  });

  it('is done with it when a person skips it', async () => {
    const id = await moved();
    await decide('skipStep', id, '2026-12-11T11:00:00.000Z', { reason: 'Promis au téléphone' });
    await hours.plan(id, '2026-12-11T11:00:00.000Z');
    expect((await hours.read(id)).openStep).toMatchObject({ level: 3 });
  });

  it('is done with it when a person sends it, and a repeat of the first one leaves it open', async () => {
    const id = await moved();
    const byHand = async (level: number, at: string) => {
      const input = { mode: 'email' as const, level };
      const { messageId } = await sendByHand(hours.db, hours.on(at), id, input, crypto.randomUUID());
      const { templateId } = await hours.message(messageId);
      await hours.deliver([messageId], at);
      await hours.plan(id, at);
      return hours.db.template.findUniqueOrThrow({ where: { id: templateId! } });
    };
    expect(await byHand(1, '2026-12-14T10:00:00.000Z')).toMatchObject({ level: 1 });
    expect((await hours.read(id)).openStep).toMatchObject({ stepKey: 'r2', level: 2 });
    expect(await byHand(2, '2026-12-16T10:00:00.000Z')).toMatchObject({ level: 2 });
    expect(await hours.read(id)).toMatchObject({ level: 2, openStep: { level: 3 } });
  });
});

describe('A case that moves to a scenario in which the open step has another text', () => {
  const BEFORE = '2026-12-08T10:00:00.000Z';

  it('is sent that text, and shown it in the draft', async () => {
    const { ids } = await hours.owes(oneByOne, R1_TODAY);
    const other = await otherText();
    const { id: actionId } = await actionOf(ids[0]!);
    await movesTo(ids[0]!, other.scenarioId, BEFORE);
    await hours.plan(ids[0]!, BEFORE);
    expect(await actionOf(ids[0]!)).toMatchObject({ id: actionId, templateId: other.templateId });
    const [messageId] = await hours.wake(ids[0]!, HOUR);
    expect((await hours.message(messageId!)).templateId).toBe(other.templateId);
  });

  it('is sent it when nobody planned the case between the move and the hour', async () => {
    const { ids } = await hours.owes(oneByOne, R1_TODAY);
    const other = await otherText();
    await movesTo(ids[0]!, other.scenarioId, '2026-12-09T07:59:59.000Z');
    const [messageId] = await hours.wake(ids[0]!, HOUR);
    expect((await hours.message(messageId!)).templateId).toBe(other.templateId);
  });

  it('is shown it when the day moves too', async () => {
    const { ids } = await hours.owes(oneByOne, R1_TODAY);
    const other = await otherText('invoice', [{ ...LADDER[0]!, delayDays: 20 }]);
    const { id: actionId } = await actionOf(ids[0]!);
    await movesTo(ids[0]!, other.scenarioId, BEFORE);
    await hours.plan(ids[0]!, BEFORE);
    expect(await hours.next(ids[0]!)).toBe('2026-12-14T08:00 R1');
    expect(await actionOf(ids[0]!)).toMatchObject({ id: actionId, templateId: other.templateId, level: 1 });
  });

  it('keeps the text of those that it is gathered with until all of them have the other', async () => {
    const gathered = await hours.scenario('level', LADDER.map(keyed));
    const { ids } = await hours.owes(gathered, R1_TODAY, R1_TODAY);
    const other = await otherText('level');
    const before = await actionOf(ids[0]!);
    for (const [index, id] of ids.entries()) {
      await movesTo(id, other.scenarioId, BEFORE);
      await hours.plan(id, BEFORE);
      const templateId = index === 0 ? before.templateId : other.templateId;
      expect(await actionOf(id)).toMatchObject({ id: before.id, templateId });
    }
  });

  it('is left as it is planned when text, day and level are the same', async () => {
    const { ids } = await hours.owes(oneByOne, R1_TODAY);
    const before = await hours.read(ids[0]!);
    await movesTo(ids[0]!, await hours.scenario('invoice', LADDER.map(keyed)), BEFORE);
    await hours.plan(ids[0]!, BEFORE);
    expect((await hours.read(ids[0]!)).openStep).toEqual(before.openStep);
    expect((await hours.kinds(ids[0]!)).filter((kind) => kind === 'planned')).toHaveLength(1);
  });
});

describe('A case whose reminder a person postponed', () => {
  const BEFORE = '2026-12-07T10:00:00.000Z';
  const postpone = (id: string) => decide('postponeStep', id, BEFORE, { untilOn: '2027-01-20', reason: 'Vacances' });

  it.each([
    ['', { key: 'x1' }],
    [', be it a letter under the same key', { key: 'r1', kind: 'letter', letterKind: 'simple' }],
  ] as const)('has another scenario’s first step on its own day, however often it is planned%s', async (_, first) => {
    const { ids } = await hours.owes(oneByOne, R1_TODAY);
    await postpone(ids[0]!);
    await movesTo(ids[0]!, await hours.scenario('invoice', [{ level: 1, anchor: 'due_on', ...first }]), BEFORE);
    for (const at of [BEFORE, '2026-12-08T09:00:00.000Z', '2026-12-08T10:00:00.000Z']) {
      await hours.plan(ids[0]!, at);
      expect(await hours.next(ids[0]!)).toBe('2026-12-09T08:00 R1');
    }
  });

  it('keeps the day through a hold that takes the step away', async () => {
    const { ids } = await hours.owes(oneByOne, R1_TODAY);
    await postpone(ids[0]!);
    await hours.db.openStep.deleteMany({ where: { invoiceId: ids[0]! } });
    await hours.plan(ids[0]!, BEFORE);
    expect(await hours.next(ids[0]!)).toBe('2027-01-20T08:00 R1');
  });

  it('keeps it too where a level before was done under the same key', async () => {
    const before = await hours.scenario('invoice', [{ key: 'r2', level: 1, anchor: 'due_on' }]);
    const { ids } = await hours.owes(before, R1_TODAY);
    await hours.deliver(await hours.wake(ids[0]!, HOUR), HOUR);
    await movesTo(ids[0]!, oneByOne, NEXT_DAY);
    await hours.plan(ids[0]!, NEXT_DAY);
    await decide('postponeStep', ids[0]!, NEXT_DAY, { untilOn: '2027-01-20', reason: 'Vacances' });
    expect(await hours.next(ids[0]!)).toBe('2027-01-20T08:00 R2');
  });
});
