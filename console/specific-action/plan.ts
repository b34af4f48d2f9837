import type { paths } from '../api/schema.ts';
import type { Channel } from '../choose/template-select.tsx';
import { FORMAL_NOTICE_LEVEL } from '../level/level.ts';

type Body = NonNullable<paths['/v1/specific-actions']['post']['requestBody']>['content']['application/json'];

/** A specific action as the API takes it, without its customer and invoices. */
export type Plan = Omit<Body, 'customer_id' | 'invoice_ids'>;
export type PlanKind = Plan['kind'];
export type PlanMode = Plan['mode'];

/** The words of a message: a template's, or one's own. */
export interface TypedText {
  from: 'template' | 'own';
  template_id: string | null;
  subject: string;
  body_html: string;
}

/** A specific action while it is being typed. */
export interface TypedPlan {
  title: string;
  kind: PlanKind;
  mode: PlanMode;
  letter_kind: NonNullable<Plan['letter_kind']>;
  /** Of the copied step, or said of a letter: 3 is a formal notice. */
  level: number | null;
  execute_on: string | null;
  /** Of a mail. */
  recipients: string[];
  /** The one address of an electronic letter; null: the contact for recovery. */
  recipient: string | null;
  assignee_id: string | null;
  text: TypedText;
  /** The step of a scenario that was copied. */
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

/** A mail, a letter or an SMS leaves; a call or a task is a person's. */
export const isSent = (kind: PlanKind): kind is Channel => kind === 'email' || kind === 'letter' || kind === 'sms';

/** Of another kind: the template goes where none of that kind can be made of it. A mail and a letter take each other's. */
export function withKind(typed: TypedPlan, kind: PlanKind): Pick<TypedPlan, 'kind' | 'text'> {
  const isKept = (kind === 'sms') === (typed.kind === 'sms');
  return { kind, text: isKept ? typed.text : { ...typed.text, template_id: null } };
}

/** The words as the API takes them. */
export function wordsOf({ from, template_id, subject, body_html }: TypedText) {
  if (from === 'template') return template_id ? { template_id } : {};
  return { ...(subject.trim() ? { subject: subject.trim() } : {}), ...(body_html ? { body_html } : {}) };
}

/** What was typed, as the API takes it: only what goes with its kind. */
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

/** An address of a letter goes with what a provider takes, so another kind of letter is chosen without one. */
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

/** Only a letter is a formal notice: of anything else the API takes what is allowed of the copied step. */
function levelOf({ kind, level }: TypedPlan): Pick<Plan, 'level'> {
  return kind === 'letter' && level !== null ? { level: Math.min(level, FORMAL_NOTICE_LEVEL) } : {};
}

/** Of a letter that is to be no formal notice: the copied step's level, as far as it is none; what was never copied says nothing. */
export const levelOtherwise = ({ copied }: Pick<TypedPlan, 'copied'>): number | null =>
  copied && Math.min(copied.level, FORMAL_NOTICE_LEVEL - 1);

/** Whether a typed plan says enough to be sent to the API. */
export function isComplete(typed: TypedPlan): boolean {
  if (typed.title.trim() === '') return false;
  return !isSent(typed.kind) || typed.copied !== null || hasWords(typed.text);
}

/** A text of one's own, whether it is chosen now or not. */
export const isOwnText = ({ subject, body_html }: TypedText): boolean => subject !== '' || body_html !== '';

/** What one would have to write again, though it stands in no field now. */
export const isTyped = ({ title, recipients, recipient, text }: TypedPlan): boolean =>
  title !== '' || recipients.length > 0 || recipient !== null || isOwnText(text);

export const hasWords = ({ from, template_id, subject, body_html }: TypedText): boolean =>
  from === 'template' ? template_id !== null : subject.trim() !== '' && body_html.trim() !== '';
