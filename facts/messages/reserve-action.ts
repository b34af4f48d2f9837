import { goesByPrintProvider } from '../../domain/messages/connectors.ts';
import type { Transaction } from '../../prisma/client.ts';
import { HOLDS_IN_FORCE } from '../case-facts.ts';
import type { Actor, FactContext } from '../outcome.ts';
import { WITHOUT_LOGO } from '../settings-without-logo.ts';
import { raiseVersion } from '../raise-version.ts';
import { withdrawStep } from '../withdraw-step.ts';
import { listedItems } from './listed-items.ts';
import { isPostedByPerson } from './posted-by-person.ts';
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
      openSteps: {
        include: { invoice: { include: { holds: HOLDS_IN_FORCE, scenarioVersion: { select: { unit: true } } } } },
        orderBy: { invoiceId: 'asc' },
      },
    },
  });
}

export type ActionToSend = NonNullable<Awaited<ReturnType<typeof loadActionToSend>>>;
type StepToSend = ActionToSend['openSteps'][number];

/** The open steps of the action that are due and may leave now: what is closed, held or looked at falls out. */
export function sendableSteps(action: ActionToSend, at: Date): StepToSend[] {
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
 * Reserves the one message of an action for the steps given, in the text of the highest level among them. A registered letter
 * then waits for the person who posts it, so its steps stay open; every other message carries its steps until it is
 * settled. A step of the action that may not go along is planned again: it holds up nobody, and waits in no action whose
 * message has left.
 */
export async function reserveAction(
  tx: Transaction,
  context: FactContext,
  action: ActionToSend,
  steps: readonly StepToSend[],
  actor: Actor,
  edits: MessageEdits = {},
): Promise<string> {
  const leading = leadingStep(action, steps);
  const own = steps.map(({ invoiceId, cycle, stepKey, level, invoice }) => ({
    invoiceId,
    cycle,
    stepKey,
    level,
    repeat: 0,
    amountCents: invoice.balanceCents,
  }));
  const { customerId } = action;
  const { kind, letterKind, level, invoice } = leading;
  const leads = { customerId, currency: invoice.currency, kind, letterKind, level };
  const viaPrintProvider = goesByPrintProvider(context.connectors, leading);
  const listing = {
    ...leads,
    viaPrintProvider,
    unit: invoice.scenarioVersion?.unit,
    ownIds: own.map(({ invoiceId }) => invoiceId),
  };
  const messageId = await reserveMessage(tx, context, {
    ...leads,
    language: action.customer.language,
    origin: 'step',
    originId: null,
    actionId: action.id,
    templateId: leading.templateId,
    actor,
    test: !action.customer.creditor.settings?.liveAt,
    items: [...own, ...(await listedItems(tx, listing, context.at))],
    edits,
  });
  const posted = isPostedByPerson({ kind, letterKind, viaPrintProvider });
  const data = { messageId, ...(posted ? { mode: 'manual' as const } : {}) };
  await tx.action.updateMany({ where: { id: action.id }, data });
  if (!posted) {
    await tx.openStep.updateMany({ where: { invoiceId: { in: listing.ownIds } }, data: { messageId } });
  }
  const left = action.openSteps.filter((step) => !steps.includes(step)).map(({ invoiceId }) => invoiceId);
  for (const invoiceId of left) await withdrawStep(tx, invoiceId, 'replanned', context.at);
  if (left.length > 0) await raiseVersion(tx, left);
  return messageId;
}

/** The step whose level, channel and text the message has. */
function leadingStep(action: ActionToSend, steps: readonly StepToSend[]): StepToSend {
  const level = Math.max(...steps.map((step) => step.level));
  const highest = steps.filter((step) => step.level === level);
  return highest.find((step) => step.templateId === action.templateId) ?? highest[0]!;
}
