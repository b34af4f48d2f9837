import { beforeAll, describe, expect, it } from 'vitest';
import { levelDueWhere } from '../../../facts/cases/case-status-filter.ts';
import { caseLevels, readCases } from '../../../facts/cases/case-view.ts';
import { countListings } from '../../../facts/cases/read-listings.ts';
import { readStory } from '../../../facts/cases/case-story.ts';
import { rewindCase } from '../../../facts/cases/rewind-case.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import { sendByHand } from '../../../facts/messages/by-hand/hand-reminder.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { runRefusals } from '../../../facts/runs/run-refusals.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { HOUR, LADDER, openSendHours, R2_TODAY, type SendHours } from './send-hours.ts';

// A second reminder left by mail; the ladder has another step of that level five days later.

/** Monday 14 December, the day of the call or of the SMS. */
const ITS_DAY = '2026-12-14T09:00:00.000Z';

let hours: SendHours;
beforeAll(async () => {
  hours = await openSendHours();
});

async function secondSent(kind: 'call' | 'sms' | 'letter'): Promise<string> {
  const beside = { key: 'beside', level: 2, kind, delayDays: 5, mode: 'to_confirm' } as const;
  const scenarioId = await hours.scenario('invoice', [...LADDER.slice(0, 2), beside, ...LADDER.slice(2)]);
  const { ids } = await hours.owes(scenarioId, R2_TODAY);
  await hours.deliver(await hours.sendHour(HOUR), HOUR);
  await hours.plan(ids[0]!, HOUR);
  return ids[0]!;
}

const moment = { at: new Date(ITS_DAY), timeZone: 'Europe/Paris' };

async function secondLevel(invoiceId: string) {
  const [row] = await readCases(hours.db, { where: { id: invoiceId } });
  const story = await readStory(hours.db, row!);
  const [now, told] = [row!, rewindCase(row!, story, new Date(ITS_DAY))].map((one) => caseLevels(one, moment));
  expect(told).toEqual(now);
  return now!.find(({ level }) => level === 2);
}

/** Whether the counter R2 includes the case on that day. */
async function isCounted(invoiceId: string): Promise<boolean> {
  const its = Prisma.sql`"invoiceId" = ${invoiceId}::uuid`;
  const filter = {
    all: [its],
    oneOf: [levelDueWhere(2, { at: new Date('2026-12-14T12:00:00Z'), todayOn: '2026-12-14' })],
  } as const;
  return (await countListings(hours.db, hours.creditor.id, filter)) === 1;
}

async function refusalOf(invoiceId: string): Promise<string[]> {
  const { customerId } = await hours.read(invoiceId);
  const input = { level: 2, mode: 'email', dryRun: false, invoiceIds: [invoiceId] } as const;
  const run = { id: await createRun(hours.db, hours.on(ITS_DAY), input, null) };
  const { startMessageIds } = await hours.underLock(customerId, async (tx) =>
    takeCustomer(tx, hours.on(ITS_DAY), await tx.run.findUniqueOrThrow({ where: run }), customerId),
  );
  expect(startMessageIds).toEqual([]);
  return (await runRefusals(hours.db, run.id)).map(({ code }) => code);
}

describe.each(['call', 'sms'] as const)('A dossier reminded at R2, of which a %s of that level comes next', (kind) => {
  it('does not come back into the counter, keeps its check and its day, and no run reminds it again', async () => {
    const invoiceId = await secondSent(kind);
    expect((await hours.read(invoiceId)).openStep).toMatchObject({ stepKey: 'beside', kind });
    expect(await isCounted(invoiceId)).toBe(false);
    expect(await secondLevel(invoiceId)).toMatchObject({ state: 'done', dueOn: null, doneAt: HOUR });
    expect(await refusalOf(invoiceId)).toEqual(['wrong_level']);
  });
});

describe('A letter of the level that follows its mail', () => {
  it('is a reminder of that level to come: it is counted', async () => {
    const invoiceId = await secondSent('letter');
    expect(await isCounted(invoiceId)).toBe(true);
    expect(await secondLevel(invoiceId)).toMatchObject({ state: 'due' });
  });
});

describe('R2 sent once more by mail after its mail and its SMS', () => {
  it('has the words of the mail, not those of the SMS', async () => {
    const invoiceId = await secondSent('sms');
    const { cycle } = await hours.read(invoiceId);
    const { stepKey } = await hours.db.messageItem.findFirstOrThrow({ where: { invoiceId } });
    const sms = { stepKey: 'beside', level: 2, kind: 'sms', outcome: 'sent' } as const;
    const day = { at: new Date(ITS_DAY), on: new Date('2026-12-14') };
    await hours.db.stepRecord.create({ data: { id: crypto.randomUUID(), invoiceId, cycle, ...sms, ...day } });
    await hours.plan(invoiceId, ITS_DAY);
    const asked = { level: 2, mode: 'email' } as const;
    const { messageId } = await sendByHand(hours.db, hours.on(ITS_DAY), invoiceId, asked, crypto.randomUUID());
    const item = await hours.db.messageItem.findFirstOrThrow({ where: { messageId } });
    expect(item.stepKey).toBe(stepKey);
  });
});
