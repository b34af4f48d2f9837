import { ofOrigin } from '../../domain/actions/action-origin.ts';
import { instantAt } from '../../domain/calendar/local-time.ts';
import { declareTitle } from '../../domain/holds/declare-claim.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Transaction } from '../../prisma/client.ts';
import { type BusinessDay, readBusinessDay } from '../business-calendar.ts';
import { createTask } from '../create-task.ts';
import { leaveAction } from '../leave-action.ts';
import type { FactContext } from '../outcome.ts';
import { isInsolvency } from './insolvency.ts';

const TO_DECLARE = { ...ofOrigin('insolvency'), state: { not: 'cancelled' } } as const;

interface Concerned {
  customerId: string;
  invoiceIds: readonly string[];
  /** The pause's current terms; null when it was lifted. */
  terms: { cause: string | null; sinceOn: Date | null } | null;
}

/**
 * Asks a person, today and once for each invoice, to declare what an insolvent customer owes: one open task for all of
 * the customer's invoices. Where no pause is for insolvency any more, the open task is withdrawn.
 */
export async function seeToDeclaring(
  tx: Transaction,
  context: FactContext,
  day: BusinessDay,
  of: Concerned,
): Promise<void> {
  if (!of.terms || !isInsolvency(of.terms)) return withdrawDeclarationTasks(tx, context, of);
  const { customerId, invoiceIds, terms } = of;
  const title = declareTitle(terms.sinceOn && fromDateColumn(terms.sinceOn));
  const open = await tx.action.findFirst({ where: { customerId, ...TO_DECLARE, state: 'open' }, select: { id: true } });
  if (open && terms.sinceOn) await tx.action.update({ where: { id: open.id }, data: { title } });
  const asked = await tx.actionInvoice.findMany({
    where: { invoiceId: { in: [...invoiceIds] }, action: TO_DECLARE },
    select: { invoiceId: true },
  });
  const missing = invoiceIds.filter((id) => !asked.some(({ invoiceId }) => invoiceId === id));
  if (missing.length === 0) return;
  if (open) {
    await tx.actionInvoice.createMany({ data: missing.map((invoiceId) => ({ actionId: open.id, invoiceId })) });
    return;
  }
  const { sendHour, timeZone } = day.settings;
  await createTask(tx, context, {
    customerId,
    invoiceIds: missing,
    kind: 'task',
    origin: 'insolvency',
    title,
    dueOn: day.todayOn,
    dueAt: new Date(instantAt(day.todayOn, sendHour, timeZone)),
  });
}

/** Asks a person to declare an invoice that comes under an existing pause: a new one, or one whose case re-opened. */
export async function declareTheNew(
  tx: Transaction,
  context: FactContext,
  invoice: { id: string; customerId: string },
): Promise<void> {
  const { id, customerId } = invoice;
  const terms = await tx.hold.findFirst({
    where: {
      customerId,
      ...{ cause: 'insolvency', endedAt: null },
      AND: [
        { OR: [{ invoiceId: null }, { invoiceId: id }] },
        { OR: [{ endsAt: null }, { endsAt: { gt: context.at } }] },
      ],
    },
    select: { cause: true, sinceOn: true },
    orderBy: [{ sinceAt: 'asc' }, { id: 'asc' }],
  });
  if (!terms) return;
  const day = await readBusinessDay(tx, context);
  await seeToDeclaring(tx, context, day, { customerId, invoiceIds: [id], terms });
}

async function withdrawDeclarationTasks(
  tx: Transaction,
  { at }: FactContext,
  { customerId, invoiceIds }: Concerned,
): Promise<void> {
  const asked = await tx.actionInvoice.findMany({
    where: { invoiceId: { in: [...invoiceIds] }, action: { ...TO_DECLARE, state: 'open' } },
  });
  if (asked.length === 0) return;
  const telling = await tx.hold.findMany({
    where: { customerId, cause: 'insolvency', endedAt: null },
    select: { invoiceId: true },
  });
  for (const { actionId, invoiceId } of asked) {
    const isAsked = telling.some((hold) => hold.invoiceId === null || hold.invoiceId === invoiceId);
    if (!isAsked) await leaveAction(tx, actionId, invoiceId, 'lifted', at);
  }
}
