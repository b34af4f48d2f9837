import { z } from 'zod';
import { ACTION_ORIGINS } from '../../domain/actions/action-origin.ts';
import { ACTION_STATUSES } from '../../domain/actions/action-status.ts';
import { Channel, LetterKind, StepMode } from '../../prisma/generated/enums.ts';
import { isErased } from '../customers/erased-mark.ts';

const named = z.object({ id: z.string(), name: z.string() });

/** The customer that an action is about, and whose it is. */
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
  /** Null with `customer`: a person’s task about nobody. */
  customer_id: z.string().nullable(),
  customer: actionCustomer.nullable(),
  invoices: z.array(z.object({ id: z.string(), number: z.string(), balance_cents: z.int() })),
  reason: z.string().nullable(),
  text: z.string(),
  title: z.string().nullable(),
  comment: z.string().nullable(),
  origin: z.enum(ACTION_ORIGINS),
  attention_code: z.string().nullable(),
  /** Whose it is; null: the customer's collector's. */
  assignee: named.nullable(),
  message_id: z.string().nullable(),
  posted_on: z.iso.date().nullable(),
  registered_number: z.string().nullable(),
  settled_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
});

export type ActionBody = z.input<typeof action>;

/**
 * What would leave, for who reads it before. Tables stay tags in `body_html`; `template` has all of them. `version`: of the message
 * as it is planned, whoever corrects it; another one when what it says or is about has changed.
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

/** A letter that was made and taken back: had it been posted, `complete {posted_on}` from the one day to the other records it. */
export const letterTakenBackView = z.object({ made_on: z.iso.date(), taken_back_on: z.iso.date() });

const outdated = z.enum(['deadline_near', 'company_changed', 'account_changed']).nullable();

/** A letter that is made and that nobody has posted yet; `outdated`: why it should be made anew before it is printed. */
export const letterToPostView = z.object({
  made_on: z.iso.date(),
  /** Of a formal notice: until when it gives to pay. */
  deadline_on: z.iso.date().nullable(),
  outdated,
});

/** An action of the agenda: of a letter that waits to be posted, why it should be made anew before it is printed. */
export const listedAction = action.extend({ letter_outdated: outdated });
