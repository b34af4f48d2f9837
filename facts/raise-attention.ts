import { ofOrigin } from '../domain/actions/action-origin.ts';
import { type StopCode, UNCERTAIN_SENDING } from '../domain/case/attention-codes.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import type { Transaction } from '../prisma/client.ts';
import { setAttentionAside } from './attention-aside.ts';
import { localDayAt } from './business-calendar.ts';
import { createTask } from './create-task.ts';
import { recordHistory } from './history.ts';
import type { FactContext } from './outcome.ts';
import { raiseVersion } from './raise-version.ts';
import { withdrawStep } from './withdraw-step.ts';

export interface Attention {
  code: StopCode;
  /** One French sentence for a person: what is wrong and what to do. */
  text: string;
  /** The message that it is about. */
  messageId?: string;
}

/**
 * Stops the ladder of these invoices until a person has looked: the case is in `needs_attention`, its open step is
 * withdrawn, and one task for each invoice says why. Raising the same reason twice changes nothing. With several
 * reasons the case names the uncertain sending, since only that answer lets it go on, or else the latest.
 */
export async function raiseAttention(
  tx: Transaction,
  context: FactContext,
  invoiceIds: readonly string[],
  attention: Attention,
): Promise<void> {
  const invoices = await tx.invoice.findMany({
    where: { id: { in: [...invoiceIds] }, closedAs: null, OR: notAskedYet(attention.code) },
    include: ITS_ZONE,
  });
  for (const invoice of invoices) {
    if (invoice.attentionCode !== UNCERTAIN_SENDING)
      await tx.invoice.update({
        where: { id: invoice.id },
        data: { attentionCode: attention.code, attentionText: attention.text, attentionAt: context.at },
      });
    await withdrawStep(tx, invoice.id, attention.code, context.at);
    await createAsking(tx, context, invoice, attention);
  }
  const lines = invoices.map((invoice) => ({
    customerId: invoice.customerId,
    invoiceId: invoice.id,
    kind: 'attention' as const,
    data: { code: attention.code, text: attention.text },
    ...(attention.messageId === undefined ? {} : { messageId: attention.messageId }),
  }));
  await recordHistory(tx, context, lines);
  await raiseVersion(
    tx,
    invoices.map((invoice) => invoice.id),
  );
}

/** What stops a case was found out after it was paid: a person is asked if the payment goes back. */
export async function raiseOnReopening(
  tx: Transaction,
  context: FactContext,
  invoiceIds: readonly string[],
  attention: Attention,
): Promise<void> {
  const where: Prisma.InvoiceWhereInput = { id: { in: [...invoiceIds] }, closedAs: 'paid' };
  for (const invoice of await tx.invoice.findMany({ where, include: ITS_ZONE })) {
    await createAsking(tx, context, invoice, attention);
    await setAttentionAside(tx, invoice.id, context.at);
  }
}

const ITS_ZONE = {
  customer: { select: { creditor: { select: { settings: { select: { timeZone: true } } } } } },
} as const;

type Asked = Prisma.Result<Transaction['invoice'], { include: typeof ITS_ZONE }, 'findUniqueOrThrow'>;

/** Writes the task that asks a person to look at one case. */
const createAsking = (
  tx: Transaction,
  context: FactContext,
  { id, customerId, customer }: Asked,
  { code, text }: Attention,
) =>
  createTask(tx, context, {
    customerId,
    invoiceIds: [id],
    kind: 'task',
    origin: 'attention',
    title: text,
    dueAt: context.at,
    dueOn: localDayAt(customer.creditor, context.at),
    attentionCode: code,
    attentionText: text,
  });

/**
 * Selects invoices that do not ask for this reason yet: neither as the case's reason nor, behind an uncertain sending,
 * by a task.
 */
function notAskedYet(code: StopCode): Prisma.InvoiceWhereInput[] {
  const asked = { state: 'open', ...ofOrigin('attention'), attentionCode: code } as const;
  const besideUncertain = { attentionCode: UNCERTAIN_SENDING, actions: { none: { action: asked } } };
  return [
    // In SQL, null is not unequal to anything.
    { attentionCode: null },
    { attentionCode: { notIn: [code, UNCERTAIN_SENDING] } },
    ...(code === UNCERTAIN_SENDING ? [] : [besideUncertain]),
  ];
}
