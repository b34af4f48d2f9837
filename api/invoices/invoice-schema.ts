import { z } from 'zod';
import { HOLD_KINDS } from '../../domain/case/state.ts';
import { CASE_STATUSES } from '../../domain/case/status.ts';
import { CHANNELS, STEP_MODES } from '../../domain/ladder/step.ts';
import { DEBTOR_KINDS } from '../../domain/reminder-content.ts';
import { isErased } from '../customers/erased-mark.ts';
import { evidence } from '../holds/answers.ts';
import { allocation } from '../payments/payment-answer.ts';
import { refund } from '../payments/refund-schema.ts';
import { limitation } from './limitation-body.ts';

const day = z.iso.date();
const instant = z.iso.datetime();
const named = z.object({ id: z.string(), name: z.string() });

export const hold = z.object({
  id: z.string(),
  kind: z.enum(HOLD_KINDS),
  reason: z.string(),
  cause: z.string().nullable().meta({ description: 'For a pause: insolvency, overindebtedness, deceased or other.' }),
  /** The name of the person or system that set it. */
  by: z.string(),
  since_at: instant,
  since_on: day
    .nullable()
    .meta({ description: 'For insolvency proceedings: the day of the judgment, if it was given.' }),
  until_on: day.nullable(),
  amount_cents: z.int().nullable(),
  evidence: evidence.meta({ description: 'For a promise: the evidence for it.' }),
  disputed_cents: z.int().nullable(),
  awaiting_credit: z.boolean(),
});

const level = z.object({
  level: z.int(),
  state: z.enum(['not_concerned', 'due', 'done']),
  due_on: day.nullable(),
  done_at: instant.nullable(),
  set_at: instant.nullable().meta({
    description:
      'When a person or an import set this level or a higher one. Null when a reminder of this level was sent.',
  }),
});

const next = z.object({
  step: z.string(),
  level: z.int(),
  kind: z.enum(CHANNELS),
  letter_kind: z.string().nullable(),
  due_at: instant,
  mode: z.enum(STEP_MODES),
  letter_made_on: day
    .nullable()
    .describe('When the letter was made that a person has to post; null when there is none.'),
  action_id: z.string(),
});

const dunning = z.object({
  status: z.enum(CASE_STATUSES).nullable().meta({ description: 'Null for a credit note, which is never reminded.' }),
  level: z.int(),
  cycle: z.int(),
  levels: z.array(level),
  next: next.nullable(),
  holds: z.array(hold),
  sentence: z.string(),
  attention: z.object({ code: z.string(), text: z.string(), at: instant.nullable() }).nullable(),
  /** Null for a credit note, which has no workflow. */
  workflow_id: z.string().nullable(),
  temporal_ui_url: z.string().nullable(),
});

const contact = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

/** An invoice or a credit note, as lists and single reads show it. */
export const invoice = z
  .object({
    id: z.string(),
    number: z.string(),
    kind: z.enum(['invoice', 'credit_note']),
    customer: z.object({
      id: z.string(),
      reference: z.string(),
      name: z.string(),
      kind: z.enum(DEBTOR_KINDS),
      collector_id: z.string().nullable(),
      contact: contact.nullable(),
      erased: isErased,
    }),
    issued_on: day,
    due_on: day.nullable(),
    /** Negative before the due date. */
    days_late: z.int().nullable(),
    total_cents: z.int(),
    paid_cents: z.int(),
    credited_cents: z.int(),
    balance_cents: z.int(),
    currency: z.string(),
    case_file: z.object({
      reference: z.string().nullable(),
      mission: z.string().nullable(),
      report_status: z.string().nullable(),
      invoice_status: z.string().nullable(),
      referrer_id: z.string().nullable(),
      notary_id: z.string().nullable(),
    }),
    invoice_url: z.string().nullable(),
    payment_url: z.string().nullable(),
    /** The invoice's own scenario, when it has one. */
    scenario_id: z.string().nullable(),
    /** The scenario that the invoice follows. */
    scenario: named.nullable(),
    initial_level: z.int(),
    initial_level_on: day.nullable(),
    last_statement_to_referrer_on: day.nullable(),
    last_statement_to_notary_on: day.nullable(),
    last_call_on: day.nullable(),
    closed_at: instant.nullable(),
    closed_reason: z.string().nullable(),
    version: z.int(),
    created_at: instant,
    dunning,
    due_on_warning: z
      .object({ code: z.literal('due_beyond_legal_term'), latest_on: day, sentence: z.string() })
      .nullable()
      .optional()
      .meta({
        description:
          'In the answer about one invoice: a professional’s is due after `latest_on`, the latest day that the law allows (C. com. L441-10). Nothing is refused for it.',
      }),
    allocations: z
      .array(allocation.extend({ invoice_id: z.string(), amount_cents: z.int() }))
      .optional()
      .meta({
        description: 'In the answer about one credit note: the invoices that it is set against, and how much of it.',
      }),
    refunds: z
      .array(refund)
      .optional()
      .meta({ description: 'In the answer about one credit note: what was paid back of it.' }),
    limitation: limitation
      .nullable()
      .optional()
      .meta({
        description: [
          'When the claim is time-barred (*prescription*), in the answer about one invoice; lists leave it out. Two years against a',
          'consumer, five against a professional, four from the next 1 January against a public body, counted from `issued_on` and from',
          '`due_on`: the courts do not agree, so `earliest` is the one to act before. A payment or a promise that stands starts it anew. Null',
          'of a credit note and of a case that has ended.',
        ].join(' '),
      }),
  })
  .meta({ id: 'Invoice' });
