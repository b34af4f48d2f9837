import type { Channel } from '../../../domain/ladder/step.ts';
import { goesByPrintProvider, isPostedByPerson } from '../../../domain/messages/connectors.ts';
import type { Prisma } from '../../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import { rowInCode } from '../../../prisma/row-in-code.ts';
import type { OfCustomer } from '../../actions/of-customer.ts';
import { settingsOf } from '../../business-calendar.ts';
import { CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../../case-facts.ts';
import type { Actor, FactContext } from '../../outcome.ts';
import { CUSTOMER_HOLDS, CUSTOMER_JSON, INVOICE_HOLDS } from '../../rows-as-json.ts';
import { WITHOUT_LOGO } from '../../settings-without-logo.ts';
import { raiseVersion } from '../../raise-version.ts';
import { withdrawStep } from '../../withdraw-step.ts';
import { listedItems } from './listed-items.ts';
import { ownTextAlone } from '../texts/own-text-alone.ts';
import { type MessageEdits, reserveMessage } from './reserve-message.ts';
import { stepNumbers } from './step-numbers.ts';

/** What `loadActionToSend` reads, in Prisma's terms: for its type, and for a test that compares both. */
export const ACTION_TO_SEND = {
  customer: {
    include: {
      holds: CUSTOMER_HOLDS_IN_FORCE,
      creditor: { include: { settings: WITHOUT_LOGO } },
    },
  },
  openSteps: {
    include: { invoice: { include: { holds: HOLDS_IN_FORCE, scenarioVersion: { select: { unit: true } } } } },
    orderBy: { invoiceId: 'asc' },
  },
} as const;

export type ActionToSend = OfCustomer<
  Prisma.Result<Transaction['action'], { include: typeof ACTION_TO_SEND }, 'findUniqueOrThrow'>
>;

/**
 * An action with everything that its message may carry: open steps, their invoices, the customer. Read it under the
 * lock. Null when there is no such action about a customer. Raw SQL, since every reminder runs it.
 */
export async function loadActionToSend(tx: Transaction, actionId: string): Promise<ActionToSend | null> {
  const [row] = await tx.$queryRaw<{ action: unknown }[]>`
    SELECT to_jsonb(a) || jsonb_build_object(
      'customer', ${CUSTOMER_JSON} || jsonb_build_object('holds', ${CUSTOMER_HOLDS}),
      'openSteps', ARRAY(SELECT to_jsonb(o) || jsonb_build_object('invoice', to_jsonb(i) || jsonb_build_object('holds', ${INVOICE_HOLDS},
            'scenarioVersion', (SELECT jsonb_build_object('unit', v.unit) FROM scenario_versions v WHERE v.id = i."scenarioVersionId")))
        FROM open_steps o JOIN invoices i ON i.id = o."invoiceId" WHERE o."actionId" = a.id ORDER BY o."invoiceId")) AS action
    FROM actions a JOIN customers c ON c.id = a."customerId"
    WHERE a.id = ${actionId}::uuid`;
  return row ? rowInCode<ActionToSend>(row.action) : null;
}

/** An open step of an action, with its invoice. */
export type StepToSend = ActionToSend['openSteps'][number];

/** The open steps of the action that are due and may leave now: not closed, not held, no attention, not carried. */
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
 * Reserves one message of an action for these steps, in the text of the highest level among them. A registered letter
 * then waits for the person who posts it, so its steps stay open; any other message carries its steps until it is
 * settled. The action's other steps leave the action and are planned again, so that they neither delay this message nor
 * stay in an action whose message has left.
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
  const numbers = await stepNumbers(tx, steps);
  const own = steps.map(({ invoiceId, cycle, stepKey, level, invoice }, index) => ({
    ...{ invoiceId, cycle, stepKey, level },
    repeat: numbers[index]!,
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
  const text = await textToSend(tx, context, { customerId, kind, templateId: leading.templateId }, edits);
  const messageId = await reserveMessage(tx, context, {
    ...leads,
    language: text.language ?? action.customer.language,
    origin: 'step',
    originId: null,
    actionId: action.id,
    templateId: text.templateId,
    actor,
    test: !settingsOf(action.customer.creditor).liveAt,
    items: [...own, ...(await listedItems(tx, listing, context.at))],
    edits: text.words,
  });
  const posted = isPostedByPerson({ kind, letterKind, viaPrintProvider });
  const carried = posted ? [] : listing.ownIds;
  await tx.$executeRaw`
    WITH carried AS (UPDATE open_steps SET "messageId" = ${messageId}::uuid WHERE "invoiceId" = ANY (${carried}::uuid[]))
    UPDATE actions SET "messageId" = ${messageId}::uuid, mode = CASE WHEN ${posted} THEN 'manual' ELSE mode END
    WHERE id = ${action.id}::uuid`;
  const left = action.openSteps.filter((step) => !steps.includes(step)).map(({ invoiceId }) => invoiceId);
  for (const invoiceId of left) await withdrawStep(tx, invoiceId, 'replanned', context.at);
  if (left.length > 0) await raiseVersion(tx, left);
  return messageId;
}

/** The text of a step with what a person wrote instead; in a mail, the person's own body also replaces the letter. */
export async function textToSend(
  db: Database | Transaction,
  of: { creditorId: string },
  { customerId, kind, templateId }: { customerId: string; kind: Channel; templateId: string | null },
  words: MessageEdits,
): ReturnType<typeof ownTextAlone> {
  return kind === 'email' ? ownTextAlone(db, of, { customerId, kind, templateId, words }) : { templateId, words };
}

/** The step that gives the message its level, channel and text. */
function leadingStep(action: ActionToSend, steps: readonly StepToSend[]): StepToSend {
  const level = Math.max(...steps.map((step) => step.level));
  const highest = steps.filter((step) => step.level === level);
  return highest.find((step) => step.templateId === action.templateId) ?? highest[0]!;
}
