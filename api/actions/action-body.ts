import { type ActionOrigin, originOf } from '../../domain/actions/action-origin.ts';
import { actionStatus } from '../../domain/actions/action-status.ts';
import { whyWithdrawn } from '../../domain/actions/why-withdrawn.ts';
import { UNCERTAIN_SENDING } from '../../domain/case/attention-codes.ts';
import { attentionSentence } from '../../domain/case/attention-about-message.ts';
import { stopInFrench } from '../../domain/case/attention-in-words.ts';
import type { Language } from '../../domain/reminder-content.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import { explain } from '../../domain/case/explain.ts';
import type { ConfirmWhy } from '../../domain/ladder/plan.ts';
import { isPostedByPerson, letterToPostAt } from '../../domain/messages/connectors.ts';
import { type ActionRow, amountCentsOf, isByPrintProvider, isCarried } from '../../facts/actions/action-row.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { withMark } from '../customers/erased-mark.ts';
import type { ActionBody } from './action-schema.ts';
import { actionText } from './action-text.ts';
import { asReasons } from '../../facts/stored-json.ts';

/** Why a call or task exists when no step of the ladder asks for it. Null where the action carries its own reason. */
const WHY_THERE: Record<ActionOrigin, Record<Language, string> | null> = {
  step: null,
  attention: null,
  message: null,
  promise_broken: {
    fr: 'Une promesse de règlement n’a pas été tenue.',
    en: 'A promise to pay was not kept.',
  },
  dispute_review: { fr: 'Un litige est à revoir.', en: 'A dispute is to be looked at again.' },
  exhausted: { fr: 'Toutes les étapes du scénario ont eu lieu.', en: 'Every step of the scenario has taken place.' },
  limitation: { fr: 'La créance est près d’être prescrite.', en: 'The claim is close to being time-barred.' },
  insolvency: {
    fr: 'Le client est en procédure collective\u00a0: la créance est à déclarer dans les délais.',
    en: 'The customer is in insolvency proceedings: the claim is to be declared in time.',
  },
  hand_letter: { fr: 'Une personne a demandé ce courrier.', en: 'A person asked for this letter.' },
  task: { fr: 'Une personne a noté cette tâche.', en: 'A person noted this task.' },
  specific_action: {
    fr: 'Une personne a prévu cette action hors du scénario.',
    en: 'A person planned this action outside the scenario.',
  },
};

const UNCERTAIN = { code: UNCERTAIN_SENDING, text: stopInFrench(UNCERTAIN_SENDING) };

/** The product's current instant, the creditor's time zone, and the language of the sentences. */
export interface Moment {
  at: Date;
  timeZone: string;
  language: Language;
}

/** An action as the API shows it. */
export function actionBody(row: ActionRow, moment: Moment): ActionBody {
  const invoices = row.invoices.map(({ invoice }) => invoice);
  return {
    id: row.id,
    kind: row.kind,
    status: actionStatus({
      ...row,
      ...{ nowAt: moment.at.toISOString(), dueAt: row.dueAt.toISOString() },
      viaPrintProvider: isByPrintProvider(row),
      isCarried: isCarried(row),
    }),
    level: row.level,
    letter_kind: row.letterKind,
    mode: row.mode,
    due_on: fromDateColumn(row.dueOn),
    due_at: row.dueAt.toISOString(),
    amount_cents: amountCentsOf(row),
    currency: row.currency ?? invoices[0]?.currency ?? null,
    customer_id: row.customerId,
    customer: row.customer && withMark(row.customer),
    invoices: invoices.map(({ id, number, balanceCents }) => ({ id, number, balance_cents: balanceCents })),
    reason: reasonOf(row, moment),
    confirm_because: confirmBecause(row),
    text: actionText(row, moment.language),
    title: row.title,
    comment: row.comment,
    origin: originOf(row),
    attention_code: row.attentionCode,
    assignee: row.assignee,
    message_id: row.messageId,
    posted_on: row.postedOn && fromDateColumn(row.postedOn),
    registered_number: row.registeredNumber,
    settled_at: row.settledAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
  };
}

/**
 * For an open step: when it leaves and by which rule, or that it is unknown whether it left. For any other action: why it
 * exists, or why it was taken back.
 */
function reasonOf(row: ActionRow, { at, timeZone, language }: Moment): string | null {
  const step = row.openSteps[0];
  if (row.state !== 'open' || !step)
    return givenReason(row, language) ?? askedBecause(row, language) ?? WHY_THERE[originOf(row)]?.[language] ?? null;
  const isToPost = step.message !== null && isPostedByPerson(step.message);
  const letter = step.message ?? row.messages.find(({ id }) => id === row.messageId);
  const madeAt = letter ? letterToPostAt(letter) : null;
  const next = {
    ...step,
    mode: isToPost ? ('manual' as const) : row.mode,
    dueAt: step.dueAt.toISOString(),
    handed: step.messageId !== null && !isToPost,
    madeOn: madeAt && localDate(madeAt.toISOString(), timeZone),
    lineStoppedAt: row.lineStoppedAt?.toISOString() ?? null,
    reasons: asReasons(step.reasons),
  };
  const calm = { closed: null, holds: [], exhausted: false };
  // Uses the same words as the case, whose own task asks a person about it.
  const attention = step.message?.status === 'ambiguous' ? UNCERTAIN : null;
  return explain({ ...calm, attention, nowAt: at.toISOString(), timeZone, next }, language).sentence;
}

/** Of a message for several invoices, the reasons of all: one of them is enough to look twice. */
function confirmBecause({ state, openSteps }: ActionRow): ConfirmWhy[] {
  if (state !== 'open') return [];
  const reasons = openSteps.flatMap((step) => asReasons(step.reasons));
  return [...new Set(reasons.flatMap((one) => (one.code === 'confirm' ? [one.why] : [])))];
}

/**
 * A stored reason is a code of the product when the product took the action back or moved what a person planned; otherwise
 * it is text that a person wrote.
 */
const givenReason = (row: ActionRow, language: Language): string | null =>
  row.state === 'cancelled' || originOf(row) === 'specific_action' ? whyWithdrawn(row.reason, language) : row.reason;

const askedBecause = ({ attentionCode: code, attentionText: text }: ActionRow, language: Language): string | null =>
  code === null || text === null ? text : attentionSentence({ code, text }, language);
