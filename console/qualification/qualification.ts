import { evidenceBody, isWithoutDay, type TypedEvidence } from '../case/dialogs/promise-evidence.tsx';
import type { paths } from '../api/schema.ts';
import {
  BLANK_PLAN,
  BLANK_TEXT,
  hasWords,
  isComplete,
  isOwnText,
  isTyped,
  planOf,
  type TypedPlan,
  type TypedText,
  wordsOf,
} from '../specific-action/plan.ts';
import type { Language } from '../words/language.ts';

type Body = NonNullable<paths['/v1/qualifications']['post']['requestBody']>['content']['application/json'];
export type Status = NonNullable<Body['status']>;

/** The state of the dialog « Modifier le statut », which has three steps. */
export interface TypedQualification {
  status: Status;
  comment: string;
  amountCents: number | null;
  promisedOn: string | null;
  evidence: TypedEvidence | null;
  reason: string;
  notify: 'nobody' | 'customer' | 'colleague';
  text: TypedText;
  /** The user has chosen the template, or removed it: none is proposed any more. */
  isTemplateChosen: boolean;
  colleague: {
    by: 'user' | 'email';
    user_id: string | null;
    email: string;
    language: Language;
    /** Null for the server's default text. */
    template_id: string | null;
    comment: string;
  };
  then: 'scenario' | 'specific_action';
  plan: TypedPlan;
}

export const blankQualification = (balanceCents: number): TypedQualification => ({
  status: 'none',
  comment: '',
  amountCents: balanceCents,
  promisedOn: null,
  evidence: null,
  reason: '',
  notify: 'nobody',
  text: BLANK_TEXT,
  isTemplateChosen: false,
  colleague: { by: 'user', user_id: null, email: '', language: 'fr', template_id: null, comment: '' },
  then: 'scenario',
  plan: BLANK_PLAN,
});

/** Keeps the amount, in cents, equal to what is due until the user types another. */
export const withDue = (typed: TypedQualification, before: number, now: number): TypedQualification =>
  typed.amountCents === before ? { ...typed, amountCents: now } : typed;

/** The templates to propose, by status. */
export type Proposed = paths['/v1/qualifications/templates']['get']['responses']['200']['content']['application/json'];

/**
 * The qualification with the template that is proposed for its status, until the user chooses one. Undefined
 * proposals: not loaded yet.
 */
export function withProposed(typed: TypedQualification, proposed: Proposed | undefined): TypedQualification {
  const { status, text, isTemplateChosen } = typed;
  if (isTemplateChosen || !proposed) return typed;
  return { ...typed, text: { ...text, template_id: status === 'none' ? null : proposed[status].template_id } };
}

/** Whether the dialog holds text that would be lost, even in a step that is not shown. */
export const isWritten = ({ comment, reason, text, colleague, plan }: TypedQualification): boolean =>
  [comment, reason, colleague.email, colleague.comment].some(Boolean) || isOwnText(text) || isTyped(plan);

/** Converts a qualification to the body of the API. */
export function bodyOf(typed: TypedQualification, invoiceIds: string[]): Body {
  const { status, comment, promisedOn, amountCents, evidence, reason } = typed;
  const promise = { amount_cents: amountCents ?? 0, promised_on: promisedOn ?? '', evidence: evidenceBody(evidence) };
  return {
    invoice_ids: invoiceIds,
    status,
    ...(comment.trim() ? { comment: comment.trim() } : {}),
    ...(status === 'promise' ? { promise } : {}),
    ...(status === 'dispute' && reason.trim() ? { dispute: { reason: reason.trim() } } : {}),
    ...notifyOf(typed),
    then: typed.then === 'scenario' ? 'scenario' : { specific_action: planOf(typed.plan) },
  };
}

function notifyOf({ notify, text, colleague }: TypedQualification): Pick<Body, 'notify'> {
  if (notify === 'customer') return { notify: { customer: wordsOf(text) } };
  if (notify === 'nobody') return {};
  const { by, user_id, email, language, template_id, comment } = colleague;
  return {
    notify: {
      colleague: {
        ...(by === 'user' ? { user_id: user_id ?? '' } : { email: email.trim() }),
        language,
        ...(template_id ? { template_id } : {}),
        ...(comment.trim() ? { comment: comment.trim() } : {}),
      },
    },
  };
}

/** Whether a qualification is complete enough to be sent. */
export function isReady(typed: TypedQualification): boolean {
  const { status, amountCents, promisedOn, evidence, notify, text, colleague, then, plan } = typed;
  if (status === 'promise' && (!amountCents || !promisedOn || isWithoutDay(evidence))) return false;
  if (notify === 'customer' && !hasWords(text)) return false;
  if (notify === 'colleague' && !(colleague.by === 'user' ? colleague.user_id : colleague.email.trim())) return false;
  return then === 'scenario' || isComplete(plan);
}
