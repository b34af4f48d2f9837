import type { Transaction } from '../../prisma/client.ts';
import { HOLDS_IN_FORCE } from '../case-facts.ts';
import type { Actor, FactContext } from '../outcome.ts';
import { WITHOUT_LOGO } from '../settings-without-logo.ts';
import { type MessageEdits, reserveMessage } from './reserve-message.ts';

/** An action with all that one message may carry: its open steps, their invoices, the customer. Read under the lock. */
export async function loadActionToSend(tx: Transaction, actionId: string) {
  return tx.action.findUnique({
    where: { id: actionId },
    include: {
      customer: {
        include: {
          holds: { where: { endedAt: null, invoiceId: null } },
          creditor: { include: { settings: WITHOUT_LOGO } },
        },
      },
      openSteps: { include: { invoice: { include: { holds: HOLDS_IN_FORCE } } }, orderBy: { invoiceId: 'asc' } },
    },
  });
}

export type ActionToSend = NonNullable<Awaited<ReturnType<typeof loadActionToSend>>>;

/** The open steps of the action that are due and may leave now: what is closed, held or looked at falls out. */
export function sendableSteps(action: ActionToSend, at: Date): ActionToSend['openSteps'] {
  if (action.customer.holds.length > 0) return [];
  return action.openSteps.filter(
    ({ dueAt, messageId, invoice }) =>
      dueAt <= at &&
      messageId === null &&
      invoice.closedAs === null &&
      invoice.attentionCode === null &&
      invoice.holds.length === 0,
  );
}

/**
 * Reserves the one message of an action for the steps given. A registered letter then waits for the person who posts it,
 * so its steps stay open; every other message carries its steps until it is settled.
 */
export async function reserveAction(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  steps: ActionToSend['openSteps'],
  actor: Actor,
  edits: MessageEdits = {},
): Promise<string> {
  const highest = steps.reduce((top, step) => (step.level > top.level ? step : top));
  const messageId = await reserveMessage(tx, context, {
    customerId: action.customerId,
    language: action.customer.language,
    currency: highest.invoice.currency,
    kind: highest.kind,
    letterKind: highest.letterKind,
    level: highest.level,
    origin: 'step',
    originId: null,
    actionId: action.id,
    templateId: highest.templateId,
    actor,
    test: !action.customer.creditor.settings?.liveAt,
    items: steps.map(({ invoiceId, cycle, stepKey, level, invoice }) => ({
      invoiceId,
      cycle,
      stepKey,
      level,
      repeat: 0,
      amountCents: invoice.balanceCents,
    })),
    edits,
  });
  const posted = isPostedByPerson(highest);
  await tx.action.update({ where: { id: action.id }, data: { messageId, ...(posted ? { mode: 'manual' } : {}) } });
  if (!posted) {
    const invoiceIds = steps.map((step) => step.invoiceId);
    await tx.openStep.updateMany({ where: { invoiceId: { in: invoiceIds } }, data: { messageId } });
  }
  return messageId;
}

/** Without a print provider a registered letter waits for a person who prints and posts it. */
export function isPostedByPerson(letter: { kind: string; letterKind: string | null }): boolean {
  return letter.kind === 'letter' && letter.letterKind !== null && letter.letterKind !== 'simple';
}
