import { addDays } from '../../../domain/calendar/local-date.ts';
import { OPEN_STATES } from '../../../domain/messages/open-states.ts';
import { forbidsPayment, stoppingHold } from '../../../domain/messages/stopping-holds.ts';
import { goesByPrintProvider, isMadeToPost } from '../../../domain/messages/connectors.ts';
import { planNextStep } from '../../../domain/ladder/plan-next-step.ts';
import { fromDateColumn } from '../../../prisma/dates.ts';
import { CARRIER } from '../../../prisma/posted-by-person.ts';
import type { LetterKind } from '../../../prisma/generated/client.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { localDayAt } from '../../business-calendar.ts';
import { isInsolvency } from '../../holds/insolvency.ts';
import { takeKnownCase } from '../../holds/open-case.ts';
import type { ReminderInput } from '../../inputs/sending.ts';
import type { FactContext } from '../../outcome.ts';
import { type CaseForPlan, loadCaseForPlan } from '../../plan/load-case.ts';
import { planInput } from '../../plan/plan-input.ts';
import { conflict, invalid } from '../../refused.ts';
import { MOVES_CASES } from '../settling/ask-about-message.ts';
import { checkDraft, type Draft, DRAFT_CHANGED, draftMessage } from '../drawing/draft.ts';
import { type HandStep, handStep } from './hand-step.ts';
import { ownTemplate } from '../texts/own-template.ts';
import { ownTextAlone } from '../texts/own-text-alone.ts';
import { acceptOwnWords, type Way } from '../texts/own-words.ts';
import type { MessageEdits } from '../reserving/reserve-message.ts';

/** A reminder by hand that may leave: its place in the ladder, and its content. */
export interface PreparedReminder {
  row: CaseForPlan;
  hand: HandStep;
  /** The message's level; null for an extra. */
  level: number | null;
  letterKind: LetterKind | null;
  templateId: string | null;
  edits: MessageEdits;
  draft: Draft;
}

/**
 * Reads the case under the lock and refuses a reminder that may not leave. Writes nothing, so that a dry run can use it
 * too.
 */
export async function prepareReminder(
  tx: Transaction,
  context: FactContext,
  invoiceId: string,
  input: ReminderInput,
): Promise<PreparedReminder> {
  await takeKnownCase(tx, context, invoiceId);
  const row = await loadCaseForPlan(tx, invoiceId);
  refuseHeld(row, input);
  await refuseUnderWay(tx, invoiceId);
  const plan = planNextStep(await planInput(tx, row, context.at, { connectors: null }));
  const hand = await handStep(tx, row, plan, input);
  refuseEarly(row, hand, input, context.at);
  const letterKind = letterKindOf(input, hand);
  const way = { kind: input.mode, letterKind, connectors: context.connectors };
  const { templateId, plannedTemplateId, language, words } = await textOf(tx, context, { row, hand, way }, input);
  const edits = { ...words, ...(input.override_reason ? { overrideReason: input.override_reason } : {}) };
  const level = hand.stepKey === null ? null : hand.level;
  const { customerId, currency } = row;
  const draft = await draftMessage(tx, {
    creditorId: context.creditorId,
    customerId,
    invoiceIds: [invoiceId],
    currency,
    kind: input.mode,
    letterKind,
    viaPrintProvider: goesByPrintProvider(context.connectors, way),
    level,
    templateId,
    isExtra: level === null,
    plannedTemplateId,
    ...(language ? { language } : {}),
    edits,
    actor: context.actor,
    at: context.at,
  });
  checkDraft(draft);
  if (input.draft_version !== undefined && input.draft_version !== draft.version)
    throw conflict('draft_changed', DRAFT_CHANGED);
  return { row, hand, level, letterKind, templateId, edits, draft };
}

/** The text it is made from: a template that was asked for, the step's, or a person's own. */
async function textOf(
  tx: Transaction,
  context: FactContext,
  { row: { customerId }, hand: { stepKey, step }, way }: { row: CaseForPlan; hand: HandStep; way: Way },
  input: ReminderInput,
): Promise<Awaited<ReturnType<typeof ownTextAlone>> & { plannedTemplateId: string | null }> {
  const words = await acceptOwnWords(tx, customerId, input, way);
  const { template_id: asked, mode: kind } = input;
  const plannedTemplateId = asked ? await ownTemplate(tx, context, asked, kind) : (step?.templateId ?? null);
  const text = { templateId: plannedTemplateId, words };
  const isAlone = !asked && (stepKey === null || kind === 'email');
  return { plannedTemplateId, ...(isAlone ? await ownTextAlone(tx, context, { customerId, kind, ...text }) : text) };
}

function refuseHeld(row: CaseForPlan, input: ReminderInput): void {
  const holds = [...row.holds, ...row.customer.holds];
  if (holds.some(forbidsPayment)) {
    const why = holds.some(isInsolvency) ? 'is in insolvency proceedings' : 'has a file of over-indebtedness';
    throw conflict('held', `The customer ${why}: what he owes is declared, and not claimed from him.`);
  }
  const stopping = stoppingHold('manual', holds);
  if (stopping) throw conflict('held', `The invoice is held: ${stopping}. Nothing may be sent by hand either.`);
  if (holds[0] && !input.override_reason) {
    throw conflict(
      'override_required',
      `The invoice is held: ${holds[0].kind}. Say why it is sent all the same, in override_reason.`,
    );
  }
}

/** Refuses a step of level 1 or more before the day after the due date, unless the person says why. */
function refuseEarly(row: CaseForPlan, hand: HandStep, { override_reason: why }: ReminderInput, at: Date): void {
  if (why || row.dueOn === null || !isEarly(row, hand, at)) return;
  const detail = `R${hand.level} of this invoice is due on ${addDays(fromDateColumn(row.dueOn), 1)} only, the day after the due date.`;
  throw conflict('not_due', `${detail} Say why it is sent all the same, in override_reason.`);
}

/**
 * True when it asks for payment before the due date. An extra, level 0 and a step that its scenario lets go early never
 * do.
 */
export function isEarly(row: CaseForPlan, { stepKey, level }: Pick<HandStep, 'stepKey' | 'level'>, at: Date): boolean {
  if (stepKey === null || level === 0 || row.dueOn === null) return false;
  const steps = row.scenarioVersion?.steps ?? [];
  if (steps.some((step) => step.key === stepKey && step.level === level && step.mayPrecedeDue)) return false;
  return localDayAt(row.customer.creditor, at) <= fromDateColumn(row.dueOn);
}

/** Refuses a second reminder about an invoice while one is on its way. */
export async function refuseUnderWay(tx: Transaction, invoiceId: string): Promise<void> {
  const underWay = await tx.messageItem.findFirst({
    where: {
      invoiceId,
      active: true,
      information: false,
      message: {
        origin: { in: [...MOVES_CASES] },
        status: { in: [...OPEN_STATES] },
      },
    },
    select: { message: CARRIER },
  });
  if (!underWay) return;
  if (isMadeToPost(underWay.message))
    throw conflict('letter_to_post', 'The letter of this invoice is made and waits to be posted.');
  throw conflict('already_on_its_way', 'A reminder of this invoice is on its way, or waits to be posted.');
}

/** How the letter travels; null for a mail. Refuses to send in another way what must be registered. */
function letterKindOf(input: ReminderInput, hand: HandStep): LetterKind | null {
  const { mode, letter_kind: wanted } = input;
  const ofStep = hand.stepKey !== null && hand.step?.kind === 'letter' ? hand.step.letterKind : null;
  const mustBeRegistered = ofStep === 'registered' || ofStep === 'lre_qualified';
  const isRegistered =
    mode === 'letter' && (wanted === undefined || wanted === 'registered' || wanted === 'lre_qualified');
  if (mustBeRegistered && !isRegistered) {
    throw conflict('registered_required', 'This level is a registered letter: it cannot be sent otherwise.');
  }
  if (mode === 'email') {
    if (wanted) throw invalid('not_a_letter', '/letter_kind', 'A mail has no kind of letter.', 'Leave it out.');
    return null;
  }
  return wanted ?? ofStep ?? 'simple';
}
