import { z } from 'zod';
import { ACTION_ORIGINS } from '../../domain/actions/action-origin.ts';
import { ACTION_STATUSES } from '../../domain/actions/action-status.ts';
import { Channel, LetterKind, StepMode } from '../../prisma/generated/enums.ts';
import { isErased } from '../customers/erased-mark.ts';

const named = z.object({ id: z.string(), name: z.string() });

/** The customer that an action is about, and the customer's collector. */
export const actionCustomer = z.object({
  id: z.string(),
  name: z.string(),
  reference: z.string(),
  collector: named.nullable(),
  erased: isErased,
});

/** An action as lists show it. */
export const action = z.object({
  id: z.string(),
  kind: z.enum(Channel),
  status: z.enum(ACTION_STATUSES),
  level: z.int().nullable(),
  letter_kind: z.enum(LetterKind).nullable(),
  mode: z.enum(StepMode),
  due_on: z.iso.date(),
  due_at: z.iso.datetime(),
  amount_cents: z.int(),
  currency: z.string().nullable(),
  /** Null, like `customer`, for a person’s task that concerns no customer. */
  customer_id: z.string().nullable(),
  customer: actionCustomer.nullable(),
  invoices: z.array(z.object({ id: z.string(), number: z.string(), balance_cents: z.int() })),
  reason: z.string().nullable(),
  text: z.string(),
  title: z.string().nullable(),
  comment: z.string().nullable(),
  origin: z.enum(ACTION_ORIGINS),
  attention_code: z.string().nullable(),
  /** Who is to do it; null means the customer's collector. */
  assignee: named.nullable(),
  message_id: z.string().nullable(),
  posted_on: z.iso.date().nullable(),
  registered_number: z.string().nullable(),
  settled_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
});

export type ActionBody = z.input<typeof action>;

/**
 * What would be sent, for a person who reads it beforehand. In `body_html` tables remain tags; in `template` all tags
 * remain. `version` identifies the planned message, without a person's corrections; it changes when the text or what it is
 * about changes.
 */
export const draft = z.object({
  version: z.string(),
  subject: z.string(),
  body_html: z.string(),
  template: z.object({ subject: z.string(), body_html: z.string() }),
  recipients: z.array(z.string()),
  pdf_url: z.string(),
  warnings: z.array(z.string()),
});

/**
 * A letter that was made and taken back. If it was posted all the same, `complete {posted_on}` with a day between the two
 * records that.
 */
export const letterTakenBackView = z.object({ made_on: z.iso.date(), taken_back_on: z.iso.date() });

const outdated = z.enum(['deadline_near', 'company_changed', 'account_changed']).nullable();

/** A letter that is made but not posted yet; `outdated` says why it should be made again before it is printed. */
export const letterToPostView = z.object({
  made_on: z.iso.date(),
  /** For a formal notice: the last day on which the debtor may pay. */
  deadline_on: z.iso.date().nullable(),
  outdated,
});

/**
 * An action of the agenda. For a letter that waits to be posted, `letter_outdated` says why it should be made again before
 * it is printed.
 */
export const listedAction = action.extend({
  letter_outdated: outdated,
  settled_by: z
    .object({ kind: z.enum(['user', 'key', 'system', 'provider']), name: z.string() })
    .nullable()
    .describe('Who completed or skipped it; null while it is open, or when it was withdrawn.'),
});
