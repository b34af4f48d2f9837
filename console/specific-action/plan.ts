import type { paths } from '../api/schema.ts';
import type { Channel } from '../choose/template-select.tsx';
import { FORMAL_NOTICE_LEVEL } from '../level/level.ts';

type Body = NonNullable<paths['/v1/specific-actions']['post']['requestBody']>['content']['application/json'];

/** A specific action in the API, without its customer and invoices. */
export type Plan = Omit<Body, 'customer_id' | 'invoice_ids'>;
export type PlanKind = Plan['kind'];
export type PlanMode = Plan['mode'];

/** The text of a message: a template, or the user's own. */
export interface TypedText {
  from: 'template' | 'own';
  template_id: string | null;
  subject: string;
  body_html: string;
}

/** A specific action as typed. */
export interface TypedPlan {
  title: string;
  kind: PlanKind;
  mode: PlanMode;
  letter_kind: NonNullable<Plan['letter_kind']>;
  /** The level of the copied step, or the level chosen for a letter: 3 is a formal notice. */
  level: number | null;
  execute_on: string | null;
  /** For an e-mail. */
  recipients: string[];
  /** The address of an electronic letter. Null for the recovery contact. */
  recipient: string | null;
  assignee_id: string | null;
  text: TypedText;
  /** The copied step of a scenario. */
  copied: { scenario_id: string; step_key: string; level: number } | null;
}

export const BLANK_TEXT: TypedText = { from: 'template', template_id: null, subject: '', body_html: '' };

export const BLANK_PLAN: TypedPlan = {
  title: '',
  kind: 'email',
  mode: 'to_confirm',
  letter_kind: 'simple',
  level: null,
  execute_on: null,
  recipients: [],
  recipient: null,
  assignee_id: null,
  text: BLANK_TEXT,
  copied: null,
};

/** Whether a kind is sent (e-mail, letter, SMS); a call or a task is done by a person. */
export const isSent = (kind: PlanKind): kind is Channel => kind === 'email' || kind === 'letter' || kind === 'sms';

/** Changes the kind. The template is removed when it cannot make the new kind; e-mails and letters share templates. */
export function withKind(typed: TypedPlan, kind: PlanKind): Pick<TypedPlan, 'kind' | 'text'> {
  const isKept = (kind === 'sms') === (typed.kind === 'sms');
  return { kind, text: isKept ? typed.text : { ...typed.text, template_id: null } };
}

/** The text as the body of the API. */
export function wordsOf({ from, template_id, subject, body_html }: TypedText) {
  if (from === 'template') return template_id ? { template_id } : {};
  return { ...(subject.trim() ? { subject: subject.trim() } : {}), ...(body_html ? { body_html } : {}) };
}

/** Converts a plan to the body of the API, with only the fields of its kind. */
export function planOf(typed: TypedPlan): Plan {
  const { title, kind, mode, execute_on, assignee_id, copied } = typed;
  const common = { title: title.trim(), kind, execute_on, assignee_id };
  if (!isSent(kind)) return { ...common, mode: 'manual' };
  const words = wordsOf(typed.text);
  return {
    ...common,
    mode,
    ...words,
    ...(copied && !('template_id' in words)
      ? { copy_from: { scenario_id: copied.scenario_id, step_key: copied.step_key } }
      : {}),
    ...(kind === 'letter' ? { letter_kind: typed.letter_kind } : {}),
    ...levelOf(typed),
    ...recipientsOf(typed),
  };
}

/** Changes the kind of letter and removes the recipient, because not every kind goes to an e-mail address. */
export const withLetterKind = (
  letter_kind: TypedPlan['letter_kind'],
): Pick<TypedPlan, 'letter_kind' | 'recipient'> => ({
  letter_kind,
  recipient: null,
});

function recipientsOf(typed: TypedPlan): Pick<Plan, 'recipients'> {
  const { kind, recipients, recipient } = typed;
  if (kind === 'email') return recipients.length > 0 ? { recipients } : {};
  return kind === 'letter' && recipient !== null ? { recipients: [recipient] } : {};
}

/**
 * Only a letter has a level, because only a letter can be a formal notice. For other kinds the API derives the level
 * from the copied step.
 */
function levelOf({ kind, level }: TypedPlan): Pick<Plan, 'level'> {
  return kind === 'letter' && level !== null ? { level: Math.min(level, FORMAL_NOTICE_LEVEL) } : {};
}

/**
 * The level of a letter that is not a formal notice: that of the copied step, at most the level below the formal
 * notice. Null when nothing was copied.
 */
export const levelOtherwise = ({ copied }: Pick<TypedPlan, 'copied'>): number | null =>
  copied && Math.min(copied.level, FORMAL_NOTICE_LEVEL - 1);

/** Whether a plan is complete enough to be sent to the API. */
export function isComplete(typed: TypedPlan): boolean {
  if (typed.title.trim() === '') return false;
  return !isSent(typed.kind) || typed.copied !== null || hasWords(typed.text);
}

/** Whether the user has written a text, even when a template is chosen now. */
export const isOwnText = ({ subject, body_html }: TypedText): boolean => subject !== '' || body_html !== '';

/** Whether the plan holds input that would be lost, even when no field shows it. */
export const isTyped = ({ title, recipients, recipient, text }: TypedPlan): boolean =>
  title !== '' || recipients.length > 0 || recipient !== null || isOwnText(text);

export const hasWords = ({ from, template_id, subject, body_html }: TypedText): boolean =>
  from === 'template' ? template_id !== null : subject.trim() !== '' && body_html.trim() !== '';
