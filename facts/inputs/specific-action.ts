import { z } from 'zod';
import { CHANNELS, LETTER_KINDS, STEP_MODES } from '../../domain/ladder/step.ts';
import { email, line, localDate, paragraph, uuid } from './fields.ts';
import { disputeInput, promiseInput } from './holds.ts';

const MAX_BODY_CHARACTERS = 40_000;
const invoiceIds = z.array(uuid).min(1).max(500);
const text = { subject: line(200).optional(), body_html: paragraph(MAX_BODY_CHARACTERS).optional() };

/** The fields of a specific action that do not depend on its invoices. */
const plan = {
  kind: z.enum(CHANNELS),
  mode: z.enum(STEP_MODES),
  title: line(200),
  template_id: uuid.optional(),
  ...text,
  execute_on: localDate.nullish(),
  letter_kind: z.enum(LETTER_KINDS).optional(),
  /** The level of its wording: 3 is a formal notice, for a letter only. The copied step's level when absent. */
  level: z.int().min(0).max(3).optional(),
  recipients: z.array(email).min(1).max(50).optional(),
  assignee_id: uuid.nullish(),
  copy_from: z.strictObject({ scenario_id: uuid, step_key: line(60) }).optional(),
};
const specificActionPlan = z.strictObject(plan);
export type SpecificActionPlan = z.output<typeof specificActionPlan>;

/** `POST /specific-actions`. */
export const specificActionInput = z.strictObject({
  customer_id: uuid,
  invoice_ids: invoiceIds,
  ...plan,
  /** The due steps of these invoices are skipped: this action is sent or done in their place. */
  replaces_step: z.boolean().optional(),
});
export type SpecificActionInput = z.output<typeof specificActionInput>;

const toCustomer = z.strictObject({ template_id: uuid.optional(), ...text });
const toColleague = z
  .strictObject({
    user_id: uuid.optional(),
    email: email.optional(),
    comment: paragraph(4000).optional(),
    template_id: uuid.optional(),
    language: z.enum(['fr', 'en']).optional(),
  })
  .refine(({ user_id: userId, email: address }) => (userId === undefined) !== (address === undefined), {
    path: ['user_id'],
    message: 'name the colleague by either user_id or email',
  });

/** `POST /qualifications`. `promise.amount_cents` is the sum for all the invoices. */
export const qualificationInput = z
  .strictObject({
    invoice_ids: invoiceIds,
    status: z.enum(['dispute', 'promise', 'litigation', 'none']).default('none'),
    comment: z.union([paragraph(4000), z.literal('')]).nullish(),
    promise: promiseInput.omit({ comment: true }).optional(),
    dispute: disputeInput.omit({ comment: true }).optional(),
    notify: z.strictObject({ customer: toCustomer.optional(), colleague: toColleague.optional() }).optional(),
    then: z.union([z.literal('scenario'), z.strictObject({ specific_action: specificActionPlan })]).default('scenario'),
  })
  .refine((input) => input.status !== 'promise' || input.promise, {
    path: ['promise'],
    message: 'is required with the status promise',
  })
  .refine((input) => input.status === 'promise' || !input.promise, {
    path: ['promise'],
    message: 'goes with the status promise',
  })
  .refine((input) => input.status === 'dispute' || !input.dispute, {
    path: ['dispute'],
    message: 'goes with the status dispute',
  });
export type QualificationInput = z.output<typeof qualificationInput>;
export type ColleagueInput = z.output<typeof toColleague>;
