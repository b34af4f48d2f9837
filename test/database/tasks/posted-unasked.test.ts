import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderEmail } from '../../../emails/render-email.tsx';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import type { CompleteInput } from '../../../facts/inputs/sending.ts';
import { renderLetter } from '../../../letters/render-letter.ts';
import { printedText } from '../../letters/read-pdf.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';
import { Life } from '../invoices/life.ts';

// A letter that a person printed and posted without confirming it first is stored like a confirmed one.

const RENDERERS = { renderEmail, renderLetter };
const TWO_DAYS_LATER = new Date('2026-11-26T15:00:00.000Z');
/** Noon in Paris. */
const POSTED_AT = new Date('2026-11-24T11:00:00.000Z');

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

type LetterKind = 'registered' | 'simple';

async function templateOf(level: number): Promise<string> {
  const where = { creditorId: world.creditor.id, level, variants: { some: { kind: 'letter' as const } } };
  return (await world.db.template.findFirstOrThrow({ where, select: { id: true } })).id;
}

/** A letter step that is due and that nobody has confirmed. */
async function becomesLetter(invoiceId: string, letterKind: LetterKind, dueAt: Date): Promise<string> {
  const level = letterKind === 'registered' ? 3 : 1;
  const step = {
    kind: 'letter',
    letterKind,
    level,
    mode: 'to_confirm',
    templateId: await templateOf(level),
    dueAt,
  } as const;
  const { actionId } = await world.db.openStep.update({ where: { invoiceId }, data: step });
  await world.db.action.update({ where: { id: actionId }, data: step });
  return actionId;
}

async function completed(
  letterKind: LetterKind,
  input: CompleteInput,
  meanwhile?: (number: string) => Promise<unknown>,
) {
  const { id: invoiceId, number } = await world.plannedCase();
  const actionId = await becomesLetter(invoiceId, letterKind, NOW);
  await meanwhile?.(number);
  const connectors = { print: { provider: 'x', kinds: ['simple', 'registered'] }, sms: null } as const;
  const context = { ...world.on(TWO_DAYS_LATER), connectors };
  const answer = await completeAction(world.db, context, actionId, input, RENDERERS);
  const messages = await world.db.message.findMany({
    where: { items: { some: { invoiceId } } },
    include: { content: true },
  });
  return { invoiceId, number, actionId, answer, message: messages[0] ?? null };
}

describe('A letter that was posted unasked', () => {
  it('is in the archive as it was on the day of posting, by the person who posted it', async () => {
    const { answer, message, number } = await completed('registered', {
      posted_on: '2026-11-24',
      registered_number: '2C 001',
    });
    expect(answer.messageId).toBe(message!.id);
    expect(message).toMatchObject({
      ...{ status: 'deposited', provider: 'person', providerReference: '2C 001', sentAt: POSTED_AT },
      ...{ level: 3, letterKind: 'registered', viaPrintProvider: false },
    });
    const pdf = message!.content!.pdf!;
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(message!.pdfSha256);
    const printed = (await printedText(new Uint8Array(pdf))).replace(/\s+/g, ' ');
    expect(printed).toContain(number);
    expect(printed).toContain('24 novembre 2026');
    expect(printed).not.toContain('26 novembre 2026');
  });

  it('is the step, the level and the history of its case, and finishes the action', async () => {
    const { invoiceId, actionId, message } = await completed('registered', { registered_number: '2C 002' });
    const { level, openStep } = await world.read(invoiceId);
    expect([level, openStep]).toEqual([3, null]);
    const [record] = await world.db.stepRecord.findMany({ where: { invoiceId } });
    expect(record).toMatchObject({ outcome: 'sent', level: 3, messageId: message!.id });
    const told = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId, kind: 'sent' } });
    expect(told.data).toMatchObject({ level: 3, letterKind: 'registered', registeredNumber: '2C 002' });
    expect(told.actorName).toBe('Léa Martin');
    const action = await world.db.action.findUniqueOrThrow({ where: { id: actionId } });
    expect(action).toMatchObject({ state: 'done', registeredNumber: '2C 002', messageId: message!.id });
    expect(action.postedOn?.toISOString().slice(0, 10)).toBe('2026-11-26');
  });

  it('is kept too when it is a simple one, which no provider takes any more', async () => {
    const { invoiceId, message } = await completed('simple', { posted_on: '2026-11-24', comment: 'Boîte du bureau' });
    expect(message).toMatchObject({
      status: 'deposited',
      provider: 'person',
      viaPrintProvider: false,
      sentAt: POSTED_AT,
    });
    expect((await world.read(invoiceId)).level).toBe(1);
  });

  it('leaves no letter when nobody says when it was posted or under which number: its step is done, as by any other way', async () => {
    const { invoiceId, answer, message } = await completed('simple', { comment: 'Remise en main propre' });
    expect([answer.messageId, message]).toEqual([null, null]);
    expect(await world.kinds(invoiceId)).toContain('completed');
    expect((await world.read(invoiceId)).level).toBe(1);
  });

  it('is none of ours when ours says what this debtor may not be told: the step is done, under the number that he gives', async () => {
    const { id: invoiceId } = await world.plannedCase();
    const actionId = await becomesLetter(invoiceId, 'registered', NOW);
    const id = crypto.randomUUID();
    const text = {
      kind: 'letter',
      language: 'fr',
      subject: 'Relance',
      bodyHtml: '<p>Plus 40 € de frais.</p>',
    } as const;
    const variants = { create: [{ id: crypto.randomUUID(), position: 0, ...text }] };
    await world.db.template.create({ data: { id, creditorId: world.creditor.id, name: id, kind: 'letter', variants } });
    await world.db.action.update({ where: { id: actionId }, data: { templateId: id } });
    const { messageId } = await completeAction(
      world.db,
      world.on(NOW),
      actionId,
      { registered_number: '2C' },
      RENDERERS,
    );
    expect(messageId).toBeNull();
    expect((await world.read(invoiceId)).level).toBe(3);
    const told = await world.db.historyEntry.findFirstOrThrow({ where: { invoiceId, kind: 'completed' } });
    expect(told.data).toMatchObject({ registeredNumber: '2C' });
    expect(await world.db.message.count({ where: { items: { some: { invoiceId } } } })).toBe(0);
  });

  it('is not kept when money came since the day of posting: what he posted claimed more', async () => {
    const input = { posted_on: '2026-11-24', registered_number: '2C 003' };
    const paidNextDay = (number: string) => world.pay(number, 10_000, '2026-11-25T09:00:00.000Z');
    const { invoiceId, answer, message, actionId } = await completed('registered', input, paidNextDay);
    expect([answer.messageId, message]).toEqual([null, null]);
    expect((await world.read(invoiceId)).level).toBe(3);
    const action = await world.db.action.findUniqueOrThrow({ where: { id: actionId } });
    expect(action).toMatchObject({ state: 'done', registeredNumber: '2C 003' });
  });

  it('is kept as it was posted when money had come before that day', async () => {
    const paidBefore = (number: string) => world.pay(number, 10_000, '2026-11-25T09:00:00.000Z');
    const { message } = await completed('registered', { posted_on: '2026-11-26' }, paidBefore);
    const printed = await printedText(new Uint8Array(message!.content!.pdf!));
    expect(printed.replace(/\s+/g, ' ')).toContain('200,00 €');
  });

  it('is kept in the words in which the person posted it', async () => {
    const words = { subject: 'Comme convenu', body_html: '<p>Comme convenu au téléphone, #items_list_selected.</p>' };
    const { message } = await completed('simple', { posted_on: '2026-11-24', ...words });
    expect(message!.customSubject).toBe('Comme convenu');
    const printed = await printedText(new Uint8Array(message!.content!.pdf!));
    expect(printed.replace(/\s+/g, ' ')).toContain('Comme convenu au téléphone');
  });

  it('is told of a past day as it was known then: not before somebody said so', async () => {
    const life = new Life(world);
    await life.begins();
    await life.isDue('R1 is due');
    const actionId = await becomesLetter(life.id, 'simple', life.at);
    const postedOn = life.at.toISOString().slice(0, 10);
    await life.see('waits');
    const post = () => completeAction(world.db, life.on, actionId, { posted_on: postedOn }, RENDERERS);
    await life.lives('posted two days ago', post, 2);
    const [said] = life.shown.filter(({ what }) => what === 'posted two days ago');
    expect(await life.told(said!.at)).toEqual(said!.state);
    const dayBefore = await life.told(new Date(said!.at.getTime() - 86_400_000));
    expect(dayBefore).toMatchObject({ level: 0 });
    expect(dayBefore.status).not.toBe('sending');
  });
});
