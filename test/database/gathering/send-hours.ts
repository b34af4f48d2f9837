import pino from 'pino';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createRenderMessage } from '../../../activities/render-message.ts';
import { gatherSteps } from '../../../facts/messages/reserving/gather-steps.ts';
import { changeSinceMade, loadMessageToHandOver } from '../../../facts/messages/before-leaving/message-changes.ts';
import { loadMessageToSettle } from '../../../facts/messages/settling/message-to-settle.ts';
import { settleMessage } from '../../../facts/messages/settling/settle-message.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { printedText } from '../../letters/read-pdf.ts';
import { openWorld } from '../holds/case-world.ts';

interface StepInput {
  key?: string;
  level: number;
  kind?: 'email' | 'letter' | 'sms' | 'call';
  letterKind?: 'simple' | 'registered';
  anchor?: 'due_on' | 'previous_step';
  delayDays?: number;
  mode?: 'automatic' | 'to_confirm';
}

/** R1 fifteen days after the due date, R2 and R3 fifteen days after the previous step; everything by mail, automatically. */
export const LADDER: readonly StepInput[] = [
  { level: 1, anchor: 'due_on' },
  { level: 2, anchor: 'previous_step' },
  { level: 3, anchor: 'previous_step' },
];

/** Wednesday 9 December 2026, nine in the morning in Paris: fifteen days after 24 November. */
export const HOUR = '2026-12-09T08:00:00.000Z';
export const NEXT_DAY = '2026-12-10T08:00:00.000Z';
const EVE = '2026-12-08T08:00:00.000Z';
export const R1_TODAY = { issued_on: '2026-11-24', due_on: '2026-11-24' };
export const R2_TODAY = reached(1, '2026-10-24');
export const R3_TODAY = reached(2, '2026-09-24');
/** An overdue invoice of which no step is due. */
export const NOT_YET = { issued_on: '2026-12-04', due_on: '2026-12-04' };
export const NOT_DUE = { issued_on: '2026-12-04', due_on: '2027-01-31' };

/** An invoice whose next level is due at HOUR. */
function reached(level: number, dueOn: string) {
  return { issued_on: dueOn, due_on: dueOn, initial_level: level, initial_level_on: '2026-11-24' };
}

const MACHINE = { kind: 'system', name: 'Relance' } as const;

/**
 * A creditor whose send hours come when a test says so. What the workflows would ask of the database at an hour is asked here for each
 * case, in the order that the test chooses. Nothing reaches a provider; a message that leaves is read from its bytes.
 */
export async function openSendHours() {
  const world = await openWorld();
  const { db, creditor } = world;
  const creditorId = creditor.id;
  const machine = (at: string) => ({ creditorId, at: new Date(at), actor: MACHINE });
  const render = createRenderMessage({
    db,
    dispatcher: null,
    log: pino({ level: 'silent' }),
  } as unknown as ActivityDeps);

  async function underLock<Result>(customerId: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return db.$transaction(async (tx) => {
      await lockCustomers(tx, [customerId]);
      return work(tx);
    });
  }

  /** Invoices of one customer under one scenario, planned on the day before. */
  async function owes(scenarioId: string, ...debts: object[]) {
    const customer = await world.newCustomer({ kind: 'professional' });
    const invoices = [];
    for (const debt of debts) invoices.push(await owesToo(customer, scenarioId, debt));
    return { customer, ids: invoices.map(({ id }) => id), numbers: invoices.map(({ number }) => number) };
  }

  async function owesToo(customer: { reference: string }, scenarioId: string, debt: object) {
    const invoice = await world.newInvoice(customer, { scenario_id: scenarioId, ...debt });
    await world.plan(invoice.id, EVE);
    return invoice;
  }

  /** A scenario of the creditor; its texts are the default ones of the level. */
  async function scenario(unit: 'invoice' | 'level' | 'account', steps: readonly StepInput[] = LADDER) {
    const templates = await db.template.findMany({ where: { creditorId, level: { not: null } } });
    const rows = steps.map((step, position) => ({
      id: crypto.randomUUID(),
      position,
      key: step.key ?? `r${step.level}-${position}`,
      level: step.level,
      kind: step.kind ?? ('email' as const),
      letterKind: step.letterKind ?? null,
      anchor: step.anchor ?? ('previous_step' as const),
      delayDays: step.delayDays ?? 15,
      mode: step.mode ?? ('automatic' as const),
      templateId: templates.find(
        ({ level, kind }) => level === step.level && (kind === 'sms') === (step.kind === 'sms'),
      )!.id,
    }));
    const id = crypto.randomUUID();
    const version = { id: crypto.randomUUID(), version: 1, unit, steps: { create: rows } };
    await db.scenario.create({ data: { id, creditorId, name: `Par ${unit} ${id}`, versions: { create: [version] } } });
    return id;
  }

  /** Does what one case's workflow does when it wakes at the send hour; returns the messages that were reserved. */
  async function wake(invoiceId: string, at: string): Promise<string[]> {
    const { customerId } = await db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    const { reserved } = await underLock(customerId, (tx) => gatherSteps(tx, machine(at), invoiceId));
    return reserved;
  }

  /** Wakes every case whose automatic step is due, in this order or in the order of creation. */
  async function sendHour(at: string, first: readonly string[] = []): Promise<string[]> {
    const due = await db.openStep.findMany({
      where: { creditorId, mode: 'automatic', dueAt: { lte: new Date(at) }, messageId: null },
      orderBy: { invoiceId: 'asc' },
    });
    const order = [...new Set([...first, ...due.map(({ invoiceId }) => invoiceId)])];
    const reserved: string[] = [];
    for (const invoiceId of order) reserved.push(...(await wake(invoiceId, at)));
    return reserved;
  }

  async function rendered(messageId: string, at: string) {
    await render({ creditorId, messageId, at });
    return message(messageId);
  }

  const message = (id: string) =>
    db.message.findUniqueOrThrow({ where: { id }, include: { content: true, items: true } });

  /** The hand-over and the provider's acceptance: the message is sent, or cancelled when something changed since it was made. */
  async function handOver(messageId: string, at: string): Promise<string | null> {
    const { customerId } = await db.message.findUniqueOrThrow({ where: { id: messageId } });
    return underLock(customerId, async (tx) => {
      const change = await changeSinceMade(tx, await loadMessageToHandOver(tx, messageId));
      const outcome = change
        ? ({ kind: 'cancelled', reason: change } as const)
        : ({ kind: 'sent', reference: 'r' } as const);
      await settleMessage(tx, machine(at), await loadMessageToSettle(tx, messageId), outcome);
      return change;
    });
  }

  /** Makes and sends the messages; returns each as its recipient sees it, mail and letter. */
  async function deliver(messageIds: readonly string[], at: string) {
    const read = [];
    for (const messageId of messageIds) {
      const made = await rendered(messageId, at);
      const change = await handOver(messageId, at);
      if (change) throw new Error(`cancelled: ${change}`);
      const letter = (await printedText(new Uint8Array(made.content!.pdf!))).replace(/\s+/g, ' ');
      const mail = (made.content?.text ?? '').replace(/\s+/g, ' ');
      read.push({ id: messageId, subject: made.subject, level: made.level, mail, letter });
    }
    return read;
  }

  /** The steps recorded for the invoice, in order, as `R1`. */
  async function done(invoiceId: string): Promise<string[]> {
    const where = { invoiceId, outcome: 'sent' } as const;
    const rows = await db.stepRecord.findMany({ where, orderBy: { at: 'asc' } });
    return rows.map(({ level }) => `R${level}`);
  }

  /** The planned step, as `2026-12-09T08:00 R1`. */
  async function next(invoiceId: string): Promise<string | null> {
    const open = await db.openStep.findUnique({ where: { invoiceId } });
    return open && `${open.dueAt.toISOString().slice(0, 16)} R${open.level}`;
  }

  const reasons = async (invoiceId: string) =>
    ((await db.openStep.findUniqueOrThrow({ where: { invoiceId } })).reasons as { code: string }[]).map(
      ({ code }) => code,
    );

  return {
    ...world,
    owes,
    owesToo,
    scenario,
    wake,
    sendHour,
    rendered,
    handOver,
    deliver,
    message,
    done,
    next,
    reasons,
    underLock,
    machine,
  };
}

export type SendHours = Awaited<ReturnType<typeof openSendHours>>;
