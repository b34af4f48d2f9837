import type { Transaction } from '../../prisma/client.ts';
import type { QualificationInput } from '../inputs/specific-action.ts';
import { checkDraft, draftMessage } from '../messages/drawing/draft.ts';
import { acceptOwnWords } from '../messages/texts/own-words.ts';
import { reserveMessage } from '../messages/reserving/reserve-message.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { ownTemplate } from '../messages/texts/own-template.ts';
import type { Qualifying } from './qualifying.ts';

type Words = NonNullable<NonNullable<QualificationInput['notify']>['customer']>;

/**
 * Reserves the acknowledgement to the customer about the qualified items; it leaves at once, whatever holds them.
 * Refuses one that could not leave. Returns the message's id.
 */
export async function acknowledge(
  tx: Transaction,
  context: FactContext,
  { id, customer, items }: Qualifying,
  words: Words,
): Promise<string> {
  const currency = items[0]!.currency;
  if (items.some((item) => item.currency !== currency)) {
    const detail = 'A message is in one currency.';
    throw invalid('several_currencies', '', detail, 'Qualify the invoices of each currency by themselves.');
  }
  const templateId = words.template_id ? await ownTemplate(tx, context, words.template_id) : null;
  if (templateId) await refuseReminder(tx, context, templateId);
  const edits = await acceptOwnWords(tx, customer.id, words);
  const message = {
    customerId: customer.id,
    currency,
    kind: 'email',
    letterKind: null,
    level: null,
    templateId,
  } as const;
  const invoiceIds = items.map((item) => item.id);
  const { creditorId, actor, at } = context;
  checkDraft(await draftMessage(tx, { ...message, creditorId, invoiceIds, edits, actor, at }));
  return reserveMessage(tx, context, {
    ...message,
    language: customer.language,
    origin: 'acknowledgement',
    originId: id,
    actionId: null,
    actor: context.actor,
    test: customer.test,
    items: items.map((item) => ({
      ...{ invoiceId: item.id, cycle: item.cycle, level: item.level, amountCents: item.balanceCents },
      ...{ stepKey: null, repeat: 0 },
    })),
    edits,
  });
}

/**
 * Refuses a template with a level: it claims the money, and this mail passes litigation, dispute and insolvency, which
 * stop reminders.
 */
async function refuseReminder(tx: Transaction, { creditorId }: FactContext, templateId: string): Promise<void> {
  const reminder = await tx.template.findFirst({ where: { id: templateId, creditorId, level: { not: null } } });
  if (!reminder) return;
  const detail = 'This template is a reminder: no reminder leaves with a change of status.';
  throw invalid('reminder_template', '/template_id', detail, 'Take a template without a level, or write the text.');
}
